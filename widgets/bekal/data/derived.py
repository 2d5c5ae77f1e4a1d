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

    `build` gets `read(resource) -> typed rows` and returns the typed rows of the derived table.
    """
    arguments = sys.argv[1:] if arguments is None else arguments
    folder = Path(folder).resolve()
    try:
        text = derive(folder, name, build)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    path = FileProvider(folder.parent).path(folder.name, name)
    current = path.read_bytes().decode("utf-8") if path.exists() else None
    return _settle(path, text, current, "--check" in arguments)


def derive(folder: Path, name: str, build) -> str:
    """The CSV text of a derived table; raises `DataError` where it or what it comes from is broken."""
    provider = FileProvider(folder.parent)
    rows = build(lambda resource: provider.resource(folder.name, resource)["rows"])
    text = as_csv(rows, provider.described(folder.name, name)["schema"]["fields"])
    _refuse_broken(folder, name, text)
    return text


def as_csv(rows: list, fields: list) -> str:
    """Typed rows as the text of a file with the given schema fields."""
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
    return _decimal(value, field["bekal:scale"]) if field["type"] == "number" else str(value)


def _decimal(value: int, scale: int) -> str:
    places = len(str(scale)) - 1
    whole, fraction = divmod(abs(value), scale)
    digits = str(fraction).rjust(places, "0").rstrip("0") if places else ""
    return ("-" if value < 0 else "") + str(whole) + ("." + digits if digits else "")


def _refuse_broken(folder: Path, name: str, text: str) -> None:
    """Read the new text as the table it will be, in a copy of the package."""
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(folder, Path(scratch) / folder.name)
        copy = FileProvider(scratch)
        copy.path(folder.name, name).write_text(text, encoding="utf-8", newline="")
        copy.resource(folder.name, name)


def _settle(path: Path, text: str, current: str | None, only_check: bool) -> int:
    file = f"{path.parent.name}/{path.name}"
    if text == current:
        print(f"{file}: sudah sesuai | up to date")
        return 0
    if only_check:
        print(f"{file}: sudah usang, jalankan build.py | out of date, run build.py", file=sys.stderr)
        return 1
    path.write_text(text, encoding="utf-8", newline="")
    print(f"{file}: ditulis ulang | rewritten")
    return 0
