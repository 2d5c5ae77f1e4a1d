"""What can be wrong with a table, in Indonesian and English: the one place where these sentences stand."""

from __future__ import annotations

from .records import DataError, Problem

REASONS = {
    "missing-folder": (
        "folder data tidak ditemukan; isi BEKAL_DATASETS dengan tempatnya",
        "the data folder is not there; set BEKAL_DATASETS to its place",
    ),
    "missing-file": ("berkas tidak ada", "the file is not there"),
    "missing-table": ("tidak ada tabel bernama '{name}'", "there is no table named '{name}'"),
    "yaml": ("YAML rusak: {error}", "broken YAML: {error}"),
    "not-a-mapping": ("bukan daftar kunci dan nilai", "is not a mapping of keys and values"),
    "needed": ("wajib ada", "must be there"),
    "folder-name": ("harus sama dengan nama folder {name}", "must equal the name of the folder, {name}"),
    "no-column": ("tidak ada kolom '{name}'", "there is no column '{name}'"),
    "shelf-life": (
        "perlu bilangan bulat di atas nol, bekal:date_column, dan kolom checked",
        "needs a whole number above zero, bekal:date_column and a column checked",
    ),
    "field-type": ("jenis harus salah satu dari: {allowed}", "the type must be one of: {allowed}"),
    "field-scale": ("bekal:scale harus 1, 10, 100 dan seterusnya", "bekal:scale must be 1, 10, 100 and so on"),
    "constraint": ("aturan '{name}' tidak dikenal", "the constraint '{name}' is not known"),
    "foreign-schema": ("harus menunjuk satu kolom di tabel lain", "must point to one column of another table"),
    "encoding": ("bukan UTF-8; simpan ulang sebagai CSV UTF-8", "not UTF-8; save it again as CSV UTF-8"),
    "csv": ("CSV rusak: {error}", "broken CSV: {error}"),
    "empty": ("berkas kosong", "the file is empty"),
    "missing-column": ("kolom ini tidak ada", "this column is missing"),
    "extra-column": ("kolom ini tidak dikenal atau dua kali", "this column is not known or stands twice"),
    "column-order": ("di sini seharusnya kolom {name}", "the column {name} belongs here"),
    "blank-row": ("baris kosong", "blank row"),
    "cells": ("ada {found} isian, seharusnya {wanted}", "has {found} cells instead of {wanted}"),
    "required": ("wajib diisi", "must be filled in"),
    "integer": ("'{text}' bukan bilangan bulat", "'{text}' is not a whole number"),
    "number": ("'{text}' bukan angka (contoh: 3.61)", "'{text}' is not a number (such as 3.61)"),
    "boolean": ("'{text}' bukan true atau false", "'{text}' is neither true nor false"),
    "date": ("'{text}' bukan tanggal (contoh: 2026-11-24)", "'{text}' is not a date (such as 2026-11-24)"),
    "scale": (
        "{text} punya lebih dari {places} angka di belakang titik",
        "{text} has more than {places} decimal places",
    ),
    "pattern": ("'{text}' tidak cocok dengan pola {rule}", "'{text}' does not match the pattern {rule}"),
    "enum": ("'{text}' tidak ada dalam daftar: {rule}", "'{text}' is not one of: {rule}"),
    "minimum": ("{text} kurang dari {rule}", "{text} is less than {rule}"),
    "maximum": ("{text} lebih dari {rule}", "{text} is more than {rule}"),
    "duplicate": ("sama dengan baris {first} ({columns})", "repeats row {first} ({columns})"),
    "foreign-key": ("'{text}' tidak ada di tabel {table}", "'{text}' is not in the table {table}"),
}


def problem(code: str, file: str, row: int | None = None, column: str | None = None, **values) -> Problem:
    """A `Problem` in the words of its code."""
    reason, reason_en = REASONS[code]
    return Problem(file, row, column, code, reason.format(**values), reason_en.format(**values))


def refuse(code: str, file: str, **values) -> DataError:
    """A `DataError` about one file as a whole."""
    return DataError([problem(code, file, **values)])
