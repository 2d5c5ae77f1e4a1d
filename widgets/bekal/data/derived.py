"""Writes a table that is derived from others, and refuses to write what does not fit its schema.

The build script of a package says what the rows are; this module turns them into CSV, checks and compares.
"""

from __future__ import annotations

import csv
import io
import shutil
import sys
import tempfile
from pathlib import Path

from .files import FileProvider
from .records import DataError


def main(folder: Path, name: str, build, arguments: list | None = None) -> int:
    """Rebuild one table of the package in `folder`, or with `--check` only compare; returns the exit code.

    `build` gets `read(resource) -> typed rows` and returns typed rows in the order of the schema's columns.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        text = derive(folder, name, build)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    path = _path(folder, name)
    current = path.read_text(encoding="utf-8") if path.exists() else None
    if text == current:
        print(f"{folder.name}/{path.name}: sudah sesuai | up to date")
        return 0
    if "--check" in arguments:
        print(f"{folder.name}/{path.name}: sudah usang, jalankan build.py | out of date, run build.py", file=sys.stderr)
        return 1
    path.write_text(text, encoding="utf-8", newline="")
    print(f"{folder.name}/{path.name}: ditulis ulang | rewritten")
    return 0


def derive(folder: Path, name: str, build) -> str:
    """The CSV text of a derived table; raises `DataError` where it or what it comes from is broken."""
    provider = FileProvider(folder.parent)
    rows = build(lambda resource: provider.resource(folder.name, resource)["rows"])
    text = _as_csv(rows, _fields(provider, folder.name, name))
    _refuse_broken(folder, name, text)
    return text


def _refuse_broken(folder: Path, name: str, text: str) -> None:
    """Read the new text as the table it will be, in a copy of the package."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / folder.name
        shutil.copytree(folder, copy)
        _path(copy, name).write_text(text, encoding="utf-8", newline="")
        problems = FileProvider(scratch).check(folder.name, name)[1]
    if problems:
        raise DataError(problems)


def _as_csv(rows: list, fields: list) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field["name"] for field in fields])
    for row in rows:
        writer.writerow([as_text(row[field.get("bekal:as", field["name"])], field) for field in fields])
    return out.getvalue()


def as_text(value, field: dict) -> str:
    """A typed value as it stands in the file: the inverse of the field's cast."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if field["type"] == "number":
        return _decimal(value, field["bekal:scale"])
    return str(value)


def _decimal(value: int, scale: int) -> str:
    places = len(str(scale)) - 1
    whole, fraction = divmod(abs(value), scale)
    digits = str(fraction).rjust(places, "0").rstrip("0") if places else ""
    return ("-" if value < 0 else "") + str(whole) + ("." + digits if digits else "")


def _fields(provider: FileProvider, package: str, name: str) -> list:
    return next(r["schema"]["fields"] for r in provider.descriptor(package)["resources"] if r["name"] == name)


def _path(folder: Path, name: str) -> Path:
    provider = FileProvider(folder.parent)
    return folder / next(r["path"] for r in provider.descriptor(folder.name)["resources"] if r["name"] == name)


