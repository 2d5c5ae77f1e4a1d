"""One CSV file read by its schema: typed rows, their numbers in a spreadsheet, and everything wrong with them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .messages import problem
from .schema import Field, Refused


class Sheet:
    """A file with its sound `rows`, their `numbers` (the header is row 1) and the `problems` of the others."""

    def __init__(self, path: Path, file: str, schema: dict):
        missing = tuple(schema.get("missingValues", [""]))
        self.file = file
        self.rows: list = []
        self.numbers: list = []
        self.problems: list = []
        self._fields = [Field(field, missing) for field in schema["fields"]]
        self._keys = {field.name: field.key for field in self._fields}
        for number, record in self._records(path):
            self._take(number, record)
        for columns in _unique_keys(schema):
            self._find_duplicates(columns)

    @property
    def unreadable(self) -> bool:
        """Whether the file as a whole failed, so that nothing can be said about its rows."""
        return not self.rows and any(one.row in (None, 1) for one in self.problems)

    def find_dangling(self, column: str, table: str, known: set) -> None:
        """Note every row whose `column` names no row of another table."""
        key = self._keys[column]
        for number, row in zip(self.numbers, self.rows, strict=True):
            if row[key] is not None and row[key] not in known:
                self._note("foreign-key", number, column, text=row[key], table=table)

    def _note(self, code: str, row: int | None = None, column: str | None = None, **values) -> None:
        self.problems.append(problem(code, self.file, row, column, **values))

    def _records(self, path: Path) -> list:
        """The data records with their numbers; none where the file or its header is broken."""
        records = self._parse(self._text(path))
        if not records or self._is_header_broken(records[0]):
            return []
        return list(enumerate(records[1:], start=2))

    def _text(self, path: Path) -> str | None:
        try:
            return path.read_bytes().decode("utf-8-sig")
        except FileNotFoundError:
            self._note("missing-file")
        except UnicodeDecodeError as error:
            self._note("encoding", error.object[: error.start].count(b"\n") + 1)
        return None

    def _parse(self, text: str | None) -> list:
        records: list = []
        if text is None:
            return records
        try:
            # One by one, so that the rows before a broken quote are counted.
            for record in csv.reader(io.StringIO(text, newline=""), strict=True):
                records.append(record)
        except csv.Error as error:
            self._note("csv", len(records) + 1, error=error)
            return []
        if not records:
            self._note("empty")
        return records

    def _is_header_broken(self, header: list) -> bool:
        names = [field.name for field in self._fields]
        before = len(self.problems)
        for name in names:
            if name not in header:
                self._note("missing-column", 1, name)
        for place, name in enumerate(header):
            if name not in names or name in header[:place]:
                self._note("extra-column", 1, name)
        if len(self.problems) == before:
            for got, wanted in zip(header, names, strict=True):
                if got != wanted:
                    self._note("column-order", 1, got, name=wanted)
        return len(self.problems) > before

    def _take(self, number: int, record: list) -> None:
        """Cast one record into a row, or note every cell that its field refuses."""
        if not record:
            self._note("blank-row", number)
        elif len(record) != len(self._fields):
            self._note("cells", number, found=len(record), wanted=len(self._fields))
        else:
            self._cast(number, record)

    def _cast(self, number: int, record: list) -> None:
        row, sound = {}, True
        for field, text in zip(self._fields, record, strict=True):
            try:
                row[field.key] = field.cast(text)
            except Refused as why:
                sound = False
                self._note(why.code, number, field.name, **why.values)
        if sound:
            self.rows.append(row)
            self.numbers.append(number)

    def _find_duplicates(self, columns: list) -> None:
        keys = [self._keys[name] for name in columns]
        first: dict = {}
        for number, row in zip(self.numbers, self.rows, strict=True):
            value = tuple(row[key] for key in keys)
            if value in first:
                self._note("duplicate", number, columns[0], first=first[value], columns=", ".join(columns))
            first.setdefault(value, number)


def _unique_keys(schema: dict) -> list:
    """Groups of columns that no two rows may share."""
    keys = [schema["primaryKey"]] if schema.get("primaryKey") else []
    keys += [[field["name"]] for field in schema["fields"] if field.get("constraints", {}).get("unique")]
    return keys + list(schema.get("uniqueKeys", []))
