"""Data packages: every row keeps its schema, by Bekal's own loader and by the Data Package standard."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from bekal.authoring.problems import Problem, error, warning
from bekal.authoring.project import Project
from bekal.data import DataError, validate
from bekal.data.files import FileProvider


def check(project: Project) -> Iterator[Problem]:
    """What is wrong with the packages in `datasets/`."""
    if not project.datasets.is_dir():
        yield error("datasets", "", "Folder ini tidak ada.", "This folder is missing.")
        return
    yield from _rows(project)


def _rows(project: Project) -> Iterator[Problem]:
    has_frictionless = find_spec("frictionless") is not None
    check_package = validate.validate if has_frictionless else validate.light_problems
    for package in FileProvider(project.datasets).packages():
        try:
            found = check_package(package, project.datasets)
        except DataError as broken:
            found = broken.problems
        for problem in found:
            yield error(f"datasets/{problem.file}", _place(problem), f"{problem.reason}.", f"{problem.reason_en}.")
    if not has_frictionless:
        yield warning("datasets", "", "Skema belum diperiksa oleh frictionless: pasang dengan run.py test.",
                      "Schemas were not checked by frictionless: run.py test installs it.")  # fmt: skip


def _place(problem) -> str:
    row = f"baris {problem.row}" if problem.row is not None else ""
    return " ".join(filter(None, (row, problem.column)))
