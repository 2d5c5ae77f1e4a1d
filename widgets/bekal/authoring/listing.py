"""`bekal modules`: every module with its minutes, audience, status and how far it is translated."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bekal.contract.formatting import say
from bekal.contract.text import to_json
from bekal.contract.translation import SOURCE, translate
from bekal.curriculum.coverage import completeness
from bekal.curriculum.library import Module, load, modules_root
from bekal.curriculum.pillars import pillar
from bekal.curriculum.translations import other_languages

AUDIENCES = {"worker": "pekerja", "family": "keluarga", "both": "pekerja dan keluarga"}
HEADS = ("modul", "judul", "menit", "untuk", "status", "diperiksa", "bahasa")


def add_arguments(parser) -> None:
    """The options of `bekal modules`."""
    parser.add_argument("--json", action="store_true", help="tulis sebagai JSON | write JSON")
    parser.add_argument("--root", type=Path, help="folder modules/ yang lain | another modules folder")


def run(arguments) -> int:
    """Print the modules; broken ones go to standard error and make the exit code 1."""
    root = (arguments.root or modules_root()).absolute()
    found, problems = load(root)
    if arguments.json:
        print(json.dumps([described(module) for module in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(table(found)) if found else f"Belum ada modul di {root} | There is no module in {root}")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def described(module: Module) -> dict:
    """A module as JSON: all its fields, and each language's completeness."""
    return {
        "slug": module.slug,
        "pillar": module.pillar,
        "pillar_name": say(to_json(pillar(module.pillar).name, SOURCE, translate), SOURCE),
        "order": module.order,
        "title": module.title,
        "summary": module.summary,
        "minutes": {"teaching": module.minutes_teaching, "practice": module.minutes_practice},
        "audience": module.audience,
        "objectives": list(module.objectives),
        "key_points": list(module.key_points),
        "activities": list(module.activities),
        "datasets": list(module.datasets),
        "status": module.status,
        "reviewed": {"date": module.reviewed_date, "by": module.reviewed_by},
        "engine": module.engine,
        "folder": module.folder.relative_to(module.project).as_posix(),
        "guide": module.guide.relative_to(module.project).as_posix() if module.guide.is_file() else None,
        "languages": {lang: _figure(module, lang) for lang in (SOURCE, *other_languages(module.project))},
    }


def _figure(module: Module, lang: str) -> dict:
    figure = completeness(module, lang)
    return {"translated": figure.translated, "total": figure.total, "percent": figure.percent}


def table(modules: tuple[Module, ...]) -> list[str]:
    """The modules as lines of a table with a head."""
    rows = [HEADS, *map(_row, modules)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _row(module: Module) -> tuple[str, ...]:
    languages = (SOURCE, *other_languages(module.project))
    return (
        f"{module.pillar}{module.order:02d}_{module.slug}",
        module.title,
        f"{module.minutes_teaching}+{module.minutes_practice}",
        AUDIENCES[module.audience],
        module.status,
        module.reviewed_date,
        " ".join(f"{lang} {completeness(module, lang).percent}%" for lang in languages),
    )
