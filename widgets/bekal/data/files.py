"""Reads data packages from datasets/: the schema of datapackage.yaml casts and checks every row."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import yaml

from .records import DataError, Problem
from .schema import Field, Refused

DESCRIPTOR = "datapackage.yaml"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def datasets_dir() -> Path:
    """Where the packages are: BEKAL_DATASETS, else datasets/ beside the source root of this installation."""
    named = os.environ.get("BEKAL_DATASETS")
    path = Path(named) if named else Path(__file__).resolve().parents[3] / "datasets"
    if not path.is_dir():
        raise DataError([Problem(str(path), None, None, "missing-folder",
                                 "folder data tidak ditemukan; isi BEKAL_DATASETS dengan tempatnya",
                                 "the data folder is not there; set BEKAL_DATASETS to its place")])
    return path


class FileProvider:
    """Serves the packages below one folder; every file is read, cast and checked once."""

    def __init__(self, root: Path | str | None = None):
        self._root = Path(root) if root else datasets_dir()
        self._descriptors: dict = {}
        self._resources: dict = {}
        self._sound: dict = {}

    def packages(self) -> list:
        """Names of the folders that hold a datapackage.yaml."""
        return sorted(path.parent.name for path in self._root.glob(f"*/{DESCRIPTOR}"))

    def resources(self, package: str) -> list:
        """Names of the tables of one package, in the descriptor's order."""
        return [resource["name"] for resource in self.descriptor(package)["resources"]]

    def descriptor(self, package: str) -> dict:
        """The parsed datapackage.yaml of one package."""
        if package not in self._descriptors:
            self._descriptors[package] = _read_descriptor(self._root / package / DESCRIPTOR, package)
        return self._descriptors[package]

    def resource(self, package: str, name: str) -> dict:
        """One table, typed and checked; raises `DataError` with every fault of its file."""
        key = (package, name)
        if key not in self._resources:
            rows, problems = self.check(package, name)
            if problems:
                raise DataError(problems)
            self._resources[key] = self._describe(package, name, rows)
        return self._resources[key]

    def check(self, package: str, name: str) -> tuple[list, list]:
        """The rows of a table and the problems of its file; faults of the tables it points to are theirs."""
        resource = self._find(package, name)
        schema = resource["schema"]
        file = f"{package}/{resource['path']}"
        missing = tuple(schema.get("missingValues", [""]))
        fields = [Field(field, missing) for field in schema["fields"]]
        cells, problems = _read_cells(self._root / package / resource["path"], file, [f.name for f in fields])
        rows, numbers, refused = _cast(cells, fields, file)
        problems += refused
        keyed = {field.name: field.key for field in fields}
        for columns in _unique_keys(schema):
            problems += _duplicates(rows, numbers, columns, keyed, file)
        for foreign in schema.get("foreignKeys", []):
            problems += self._dangling(package, rows, numbers, foreign, keyed, file)
        return rows, sorted(problems, key=lambda problem: problem.row or 0)

    def _typed(self, package: str, name: str) -> list:
        """The sound rows of a table that others point to, read once."""
        key = (package, name)
        if key not in self._sound:
            self._sound[key] = self.check(package, name)[0]
        return self._sound[key]

    def _find(self, package: str, name: str) -> dict:
        for resource in self.descriptor(package)["resources"]:
            if resource["name"] == name:
                return resource
        raise DataError([Problem(f"{package}/{DESCRIPTOR}", None, None, "missing-resource",
                                 f"tidak ada tabel bernama '{name}'", f"there is no table named '{name}'")])

    def _describe(self, package: str, name: str, rows: list) -> dict:
        descriptor, resource = self.descriptor(package), self._find(package, name)
        return {
            "title": resource["title"],
            "title_en": resource["bekal:title_en"],
            "licence": ", ".join(one["name"] for one in resource.get("licenses") or descriptor["licenses"]),
            "attribution": resource.get("bekal:attribution") or descriptor.get("bekal:attribution"),
            "shelf_life_months": resource.get("bekal:shelf_life_months"),
            "date_column": resource.get("bekal:date_column"),
            "vintage_of": list(resource.get("bekal:vintage_of", [])),
            "foreign_keys": _joins(resource["schema"]),
            "rows": rows,
        }

    def _dangling(self, package: str, rows: list, numbers: list, foreign: dict, keyed: dict, file: str) -> list:
        """Rows whose foreign key names no row of the other table."""
        target = foreign["reference"]["resource"]
        others = self._typed(package, target)
        columns = foreign["fields"]
        known = {tuple(row[name] for name in foreign["reference"]["fields"]) for row in others}
        problems = []
        for row, number in zip(rows, numbers):
            value = tuple(row[keyed[name]] for name in columns)
            if any(part is not None for part in value) and value not in known:
                shown = ", ".join(map(str, value))
                problems.append(Problem(file, number, columns[0], "foreign-key",
                                        f"'{shown}' tidak ada di tabel {target}", f"'{shown}' is not in the table {target}"))
        return problems


def _read_descriptor(path: Path, package: str) -> dict:
    file = f"{package}/{DESCRIPTOR}"
    try:
        return yaml.load(path.read_bytes(), Loader=_Loader)
    except FileNotFoundError:
        raise DataError([Problem(file, None, None, "missing-file", "berkas tidak ada", "the file is not there")]) from None
    except yaml.YAMLError as error:
        raise DataError([Problem(file, None, None, "yaml", f"YAML rusak: {error}", f"broken YAML: {error}")]) from None


def _read_cells(path: Path, file: str, names: list) -> tuple[list, list]:
    """The data rows of a CSV with their spreadsheet numbers, and what is wrong with the file as a whole."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return [], [Problem(file, None, None, "missing-file", "berkas tidak ada", "the file is not there")]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return [], [Problem(file, line, None, "encoding", "bukan UTF-8; simpan ulang sebagai CSV UTF-8",
                            "not UTF-8; save it again as CSV UTF-8")]
    records = list(csv.reader(io.StringIO(text, newline="")))
    if not records:
        return [], [Problem(file, None, None, "empty", "berkas kosong", "the file is empty")]
    problems = _header_problems(records[0], names, file)
    return ([], problems) if problems else (list(enumerate(records[1:], start=2)), [])


def _header_problems(header: list, names: list, file: str) -> list:
    problems = [Problem(file, 1, name, "missing-column", "kolom ini tidak ada", "this column is missing")
                for name in names if name not in header]
    problems += [Problem(file, 1, name, "extra-column", "kolom ini tidak dikenal", "this column is not known")
                 for name in header if name not in names]
    if not problems and header != names:
        problems = [Problem(file, 1, got, "column-order", f"di sini seharusnya kolom {want}", f"the column {want} belongs here")
                    for got, want in zip(header, names) if got != want]
        problems = problems or [Problem(file, 1, header[-1], "extra-column", "kolom ini dua kali", "this column is doubled")]
    return problems


def _cast(cells: list, fields: list, file: str) -> tuple[list, list, list]:
    rows, numbers, problems = [], [], []
    for number, record in cells:
        if len(record) != len(fields):
            problems.append(_wrong_width(file, number, record, len(fields)))
            continue
        try:
            rows.append({field.key: field.cast(text) for field, text in zip(fields, record)})
            numbers.append(number)
        except Refused:
            problems += _refusals(file, number, record, fields)
    return rows, numbers, problems


def _refusals(file: str, number: int, record: list, fields: list) -> list:
    """Every cell of one row that its field refuses."""
    problems = []
    for field, text in zip(fields, record):
        try:
            field.cast(text)
        except Refused as why:
            problems.append(Problem(file, number, field.name, why.code, why.reason, why.reason_en))
    return problems


def _wrong_width(file: str, number: int, record: list, width: int) -> Problem:
    if not record:
        return Problem(file, number, None, "blank-row", "baris kosong", "blank row")
    return Problem(file, number, None, "cells", f"ada {len(record)} isian, seharusnya {width}",
                   f"has {len(record)} cells instead of {width}")


def _joins(schema: dict) -> list:
    """Column, table and key column of every foreign key to another table."""
    return [[foreign["fields"][0], foreign["reference"]["resource"], foreign["reference"]["fields"][0]]
            for foreign in schema.get("foreignKeys", [])]


def _unique_keys(schema: dict) -> list:
    keys = [schema["primaryKey"]] if schema.get("primaryKey") else []
    keys += [[field["name"]] for field in schema["fields"] if field.get("constraints", {}).get("unique")]
    return keys + list(schema.get("uniqueKeys", []))


def _duplicates(rows: list, numbers: list, columns: list, keyed: dict, file: str) -> list:
    first: dict = {}
    problems = []
    for row, number in zip(rows, numbers):
        value = tuple(row[keyed[name]] for name in columns)
        if value in first:
            problems.append(Problem(file, number, columns[0], "duplicate", f"sama dengan baris {first[value]} ({', '.join(columns)})",
                                    f"repeats row {first[value]} ({', '.join(columns)})"))
        else:
            first[value] = number
    return problems
