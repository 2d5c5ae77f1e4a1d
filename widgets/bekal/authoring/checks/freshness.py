"""Freshness: rows that are older than the shelf life of their dataset; somebody should look, nothing fails."""

from __future__ import annotations

from collections.abc import Iterator

from bekal import data
from bekal.authoring.problems import Problem, warning
from bekal.authoring.project import Project
from bekal.data.files import FileProvider
from bekal.data.freshness import stale_rows


def check(project: Project) -> Iterator[Problem]:
    """One warning for every table with stale rows; tables that cannot be read are the datasets check's."""
    if not project.datasets.is_dir():
        return
    data.use(FileProvider(project.datasets))
    try:
        for package in data.packages():
            yield from _package(project, package)
    finally:
        data.use(None)


def _package(project: Project, package: str) -> Iterator[Problem]:
    try:
        tables = [data.table(package, name) for name in data.resources(package)]
    except data.DataError:
        return
    for table in tables:
        stale = stale_rows(table, project.today)
        if stale:
            yield warning(f"datasets/{package}", table.name, *_sentences(stale, table))


def _sentences(stale: tuple, table: data.Table) -> tuple[str, str]:
    dates = sorted(str(row[table.date_column]) for row in stale if table.date_column and row.get(table.date_column))
    oldest, oldest_en = (f", paling tua {dates[0]}", f", the oldest {dates[0]}") if dates else ("", "")
    undated = len(stale) - len(dates)
    bare, bare_en = (f", {undated} tanpa tanggal", f", {undated} without a date") if undated else ("", "")
    return (
        f"{len(stale)} baris perlu diperiksa lagi{oldest}{bare}.",
        f"{len(stale)} rows are due for another look{oldest_en}{bare_en}.",
    )
