"""A lesson's notebook as cells in one language: Markdown, and activities with their worked example."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from bekal.activities import ACTIVITIES, activity
from bekal.contract.plain import worked_example
from bekal.contract.translation import SOURCE
from bekal.curriculum import markdown
from bekal.curriculum.errors import CurriculumError
from bekal.curriculum.files import read_notebook
from bekal.curriculum.library import Module
from bekal.curriculum.translations import module_translations

SLUGS = {name: slug for slug, (_, name) in ACTIVITIES.items()}


@dataclass(frozen=True)
class Cell:
    """One cell: `markdown` to show, `activity` with its slug and worked example, or other `code` to run."""

    kind: str
    source: str
    slug: str = ""
    example: str = ""


def lesson_cells(module: Module, lang: str = SOURCE) -> tuple[Cell, ...]:
    """The lesson's cells in a language, missing translations in Indonesian; empty and raw cells are left out.

    Raises `CurriculumError` when the notebook is broken, or holds other code while the engine is `activity`.
    """
    messages = module_translations(module, lang)
    cells = (_cell(cell, module, lang, messages) for cell in read_notebook(module.lesson)["cells"])
    return tuple(cell for cell in cells if cell and cell.source.strip())


def source_of(cell: dict) -> str:
    """A notebook cell's text, which nbformat keeps as one string or as lines."""
    return "".join(cell.get("source", ""))


def activity_of(source: str) -> str | None:
    """The slug of the activity a cell shows: `from bekal.activities import X` and `X()`, and nothing else."""
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return None
    if len(statements) != 2 or not _imports_activity(statements[0]):
        return None
    imported = statements[0].names[0].name
    return SLUGS.get(imported) if ast.unparse(statements[1]) == f"{imported}()" else None


def _imports_activity(statement: ast.stmt) -> bool:
    known = isinstance(statement, ast.ImportFrom) and statement.module == "bekal.activities"
    return known and len(statement.names) == 1 and statement.names[0].asname is None


def _cell(cell: dict, module: Module, lang: str, messages: dict) -> Cell | None:
    source = source_of(cell)
    if cell.get("cell_type") == "markdown":
        return Cell("markdown", markdown.translated(source, messages))
    if cell.get("cell_type") != "code":
        return None
    slug = activity_of(source)
    if slug:
        return Cell("activity", source, slug, worked_example(activity(slug), lang))
    if source.strip() and module.engine != "kernel":
        raise _not_allowed(module, source)
    return Cell("code", source)


def _not_allowed(module: Module, source: str) -> CurriculumError:
    line = source.strip().splitlines()[0][:60]
    return CurriculumError(
        module.lesson,
        f"Sel kode ini bukan aktivitas: {line!r}. Tulis engine: kernel di module.yml kalau memang perlu.",
        f"This code cell is not an activity: {line!r}. Write engine: kernel in module.yml if it is needed.",
    )
