"""`bekal translations extract` gathers what is to be translated; `bekal translations status` counts what is done."""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from pathlib import Path

from bekal.authoring import catalogs
from bekal.authoring.project import Project, here
from bekal.curriculum.errors import CurriculumError

HEADS = ("katalog", "semua", "selesai", "belum", "fuzzy", "usang")


def add_arguments(parser) -> None:
    """The options of `bekal translations`."""
    parser.add_argument(
        "what",
        choices=("extract", "status"),
        help="extract: kumpulkan kalimat ke locales/ | gather sentences into locales/; status: hitung | count",
    )
    parser.add_argument(
        "languages",
        nargs="*",
        metavar="bahasa",
        help="hanya bahasa ini, misalnya en; bahasa baru akan dibuat | only these languages; new ones are begun",
    )
    parser.add_argument("--prune", action="store_true", help="buang yang usang | drop what is no longer used")
    parser.add_argument("--json", action="store_true", help="tulis sebagai JSON | write JSON")
    parser.add_argument("--root", type=Path, help="folder proyek yang lain | another project folder")


def run(arguments) -> int:
    """Gather or count; files that are too broken go to standard error and make the exit code 1."""
    project = here(str(date.today()), arguments.root)
    languages = tuple(arguments.languages) or project.languages
    unknown = [lang for lang in languages if not lang.isalpha() or not 2 <= len(lang) <= 3]
    if unknown:
        print(f"Bukan kode bahasa: {unknown[0]} | Not a language code: {unknown[0]}", file=sys.stderr)
        return 2
    problems: list[CurriculumError] = []
    for lang in languages:
        found, broken = catalogs.sources(project, lang)
        problems += broken
        problems += _extract(found, project, arguments) if arguments.what == "extract" else []
    if arguments.what == "status":
        problems += _status(project, languages, arguments.json)
    for problem in dict.fromkeys(map(str, problems)):
        print(problem.replace(f"{project.root}{os.sep}", ""), file=sys.stderr)
    return 1 if problems else 0


def _extract(found, project: Project, arguments) -> list[CurriculumError]:
    problems = []
    for source in found:
        try:
            changed = catalogs.write(source, arguments.prune)
        except CurriculumError as error:
            problems.append(error)
        else:
            print(f"{project.name(source.path)}: " + ("diperbarui | updated" if changed else "tetap | unchanged"))
    return problems


def _status(project: Project, languages, as_json: bool) -> list[CurriculumError]:
    rows, problems = [], []
    for lang in languages:
        for source in catalogs.sources(project, lang)[0]:
            try:
                rows.append(_row(project.name(source.path), catalogs.count(source)))
            except CurriculumError as error:
                problems.append(error)
    if as_json:
        print(json.dumps([dict(zip(HEADS_EN, row, strict=True)) for row in rows], indent=2))
    else:
        print("\n".join(_table(rows)))
    return problems


HEADS_EN = ("catalog", "total", "translated", "missing", "fuzzy", "obsolete")


def _row(name: str, count: catalogs.Count) -> tuple:
    unused = len(count.unused) + len(count.obsolete)
    return (name, count.total, count.translated, len(count.missing), len(count.fuzzy), unused)


def _table(rows: list[tuple]) -> list[str]:
    width = max([len(HEADS[0]), *(len(row[0]) for row in rows)])
    sums = ("", *(sum(row[at] for row in rows) for at in range(1, len(HEADS))))
    lines = [HEADS, *rows, sums]
    return [f"{line[0]:<{width}}" + "".join(f"{cell:>9}" for cell in line[1:]) for line in lines]
