"""Validates a data package twice, by the light loader and by frictionless, for people who edit the tables."""

from __future__ import annotations

import json
from pathlib import Path

from .files import DESCRIPTOR, FileProvider, datasets_dir
from .records import DataError, Problem

# What frictionless finds, in words; its own note stands beside them.
_WORDS = {
    "type-error": "isi tidak cocok dengan jenis kolom",
    "constraint-error": "isi melanggar aturan kolom",
    "unique-error": "isi tidak boleh berulang",
    "primary-key": "kunci berulang atau kosong",
    "foreign-key": "isi tidak ada di tabel yang ditunjuk",
    "missing-cell": "jumlah isian kurang",
    "extra-cell": "jumlah isian lebih",
    "blank-row": "baris kosong",
}


def validate(package: str, root: Path | str | None = None) -> list:
    """Every problem of one package: those of the light loader, then those only frictionless sees."""
    try:
        light = light_problems(package, root)
    except DataError as error:
        return list(error.problems)
    seen = {(one.file, one.row) for one in light}
    strict = frictionless_problems(package, root)
    return light + [one for one in strict if (one.file, one.row) not in seen]


def light_problems(package: str, root: Path | str | None = None) -> list:
    """What the loader of the lessons refuses, table by table; raises `DataError` on a broken descriptor."""
    provider = FileProvider(root)
    names = provider.resources(package)
    return [one for name in names for one in provider.sheet(package, name).problems]


def frictionless_problems(package: str, root: Path | str | None = None) -> list:
    """What frictionless refuses; it is imported here because only authors have it installed."""
    import frictionless

    root = Path(root or datasets_dir())
    descriptor = FileProvider(root).descriptor(package)
    # Through JSON, so that no two fields share one object: frictionless empties what it reads.
    plain = json.loads(json.dumps(descriptor))
    report = frictionless.Package.from_descriptor(plain, basepath=str(root / package)).validate()
    paths = {resource["name"]: resource["path"] for resource in descriptor["resources"]}
    found = [_problem(f"{package}/{DESCRIPTOR}", error) for error in report.errors]
    for task in report.tasks:
        found += [_problem(f"{package}/{paths[task.name]}", error) for error in task.errors]
    return found


def _problem(file: str, error) -> Problem:
    words = _WORDS.get(error.type, "berkas tidak sesuai dengan skema")
    note = error.note or error.title
    row = getattr(error, "row_number", None)
    column = getattr(error, "field_name", None) or None
    return Problem(file, row, column, f"frictionless:{error.type}", f"{words} ({note})", note)
