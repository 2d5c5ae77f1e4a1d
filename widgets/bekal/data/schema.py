"""Casts the text of a cell into a typed value, by one field of a table schema, and refuses what does not fit."""

from __future__ import annotations

import re

_INTEGER = re.compile(r"-?\d+")
_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Refused(Exception):
    """A cell does not fit its field: `code`, reason in Indonesian, reason in English."""

    def __init__(self, code: str, reason: str, reason_en: str):
        super().__init__(code)
        self.code, self.reason, self.reason_en = code, reason, reason_en


class Field:
    """One column: `name` in the file, `key` in the row, and `cast` from text to value."""

    def __init__(self, descriptor: dict, missing: tuple):
        self.name = descriptor["name"]
        self.key = descriptor.get("bekal:as", self.name)
        self._missing = missing
        self._type = descriptor["type"]
        self._scale = descriptor.get("bekal:scale")
        self._rules = descriptor.get("constraints", {})
        self._convert = _converter(descriptor)
        self._pattern = re.compile(self._rules["pattern"]) if "pattern" in self._rules else None
        self._enum = self._typed(self._rules.get("enum"))
        self._minimum = self._typed(self._rules.get("minimum"))
        self._maximum = self._typed(self._rules.get("maximum"))
        self.required = bool(self._rules.get("required"))
        self._seen: dict = {}

    def cast(self, text: str):
        """The typed value of a cell, None where it is missing; raises `Refused`."""
        if text not in self._seen:
            self._seen[text] = self._cast(text)
        return self._seen[text]

    def _cast(self, text: str):
        if text in self._missing:
            if self.required:
                raise Refused("required", "wajib diisi", "must be filled in")
            return None
        value = self._convert(text)
        self._check(text, value)
        return value

    def _check(self, text: str, value) -> None:
        if self._pattern and not self._pattern.fullmatch(text):
            raise Refused("pattern", f"'{text}' tidak cocok dengan pola {self._pattern.pattern}",
                          f"'{text}' does not match the pattern {self._pattern.pattern}")
        if self._enum is not None and value not in self._enum:
            allowed = ", ".join(str(one) for one in self._rules["enum"])
            raise Refused("enum", f"'{text}' tidak ada dalam daftar: {allowed}", f"'{text}' is not one of: {allowed}")
        if self._minimum is not None and value < self._minimum:
            least = self._rules["minimum"]
            raise Refused("minimum", f"{text} kurang dari {least}", f"{text} is less than {least}")
        if self._maximum is not None and value > self._maximum:
            most = self._rules["maximum"]
            raise Refused("maximum", f"{text} lebih dari {most}", f"{text} is more than {most}")

    def _typed(self, rule):
        """A constraint in the units of the row: written in the schema as in the file."""
        if rule is None:
            return None
        if isinstance(rule, list):
            return frozenset(self._typed(one) for one in rule)
        return self._convert(str(rule))


def _converter(descriptor: dict):
    kind = descriptor["type"]
    if kind == "number":
        return _scaled(descriptor["bekal:scale"])
    return {"string": str, "integer": _integer, "boolean": _boolean, "date": _day}[kind]


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise Refused("type", f"'{text}' bukan bilangan bulat", f"'{text}' is not a whole number")
    return int(text)


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise Refused("type", f"'{text}' bukan true atau false", f"'{text}' is neither true nor false")
    return text == "true"


def _day(text: str) -> str:
    match = _DAY.fullmatch(text)
    if not match or not _exists(*(int(part) for part in match.groups())):
        raise Refused("type", f"'{text}' bukan tanggal (contoh: 2026-11-24)", f"'{text}' is not a date (such as 2026-11-24)")
    return text


def _exists(year: int, month: int, day: int) -> bool:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= (29 if month == 2 and leap else _MONTH_DAYS[month - 1])


def _scaled(scale: int):
    """A caster from decimal text to an integer of `1/scale` units; a float never comes into it."""
    places = len(str(scale)) - 1

    def convert(text: str) -> int:
        match = _NUMBER.fullmatch(text)
        if not match:
            raise Refused("type", f"'{text}' bukan angka", f"'{text}' is not a number")
        sign, whole, fraction = match.groups()
        fraction = (fraction or "").rstrip("0")
        if len(fraction) > places:
            raise Refused("scale", f"{text} punya lebih dari {places} angka di belakang koma",
                          f"{text} has more than {places} decimal places")
        value = int(whole) * scale + (int(fraction.ljust(places, "0")) if places else 0)
        return -value if sign else value

    return convert
