"""Casts the text of a cell into a typed value by one field of a table schema, and refuses what does not fit."""

from __future__ import annotations

import re

from .freshness import days_in

_INTEGER = re.compile(r"-?\d+", re.ASCII)
_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


class Refused(Exception):
    """A cell does not fit its field: a code of `messages.REASONS` and the values of its sentence."""

    def __init__(self, code: str, **values):
        super().__init__(code)
        self.code, self.values = code, values


class Field:
    """One column: `name` in the file, `key` in the row, and `cast` from text to value."""

    def __init__(self, descriptor: dict, missing: tuple):
        rules = descriptor.get("constraints", {})
        self.name = descriptor["name"]
        self.key = descriptor.get("bekal:as", self.name)
        self._missing = missing
        self._required = bool(rules.get("required"))
        self._convert = converter(descriptor)
        self._checks = _checks(rules, self._convert)
        # Columns repeat few texts, so each text is cast once.
        self._seen: dict = {}

    def cast(self, text: str):
        """The typed value of a cell, None where it is missing; raises `Refused`."""
        if text not in self._seen:
            self._seen[text] = self._cast(text)
        return self._seen[text]

    def _cast(self, text: str):
        if text in self._missing:
            if self._required:
                raise Refused("required")
            return None
        value = self._convert(text)
        for code, fits, rule in self._checks:
            if not fits(text, value):
                raise Refused(code, text=text, rule=rule)
        return value


def _checks(rules: dict, convert) -> list:
    """The constraints of a field as (code, test of text and value, the rule as people read it)."""
    checks: list = []
    if "pattern" in rules:
        pattern = re.compile(rules["pattern"])
        checks.append(("pattern", lambda text, value: pattern.fullmatch(text), rules["pattern"]))
    if "enum" in rules:
        allowed = frozenset(convert(str(one)) for one in rules["enum"])
        checks.append(("enum", lambda text, value: value in allowed, ", ".join(map(str, rules["enum"]))))
    if "minimum" in rules:
        least = convert(str(rules["minimum"]))
        checks.append(("minimum", lambda text, value: value >= least, rules["minimum"]))
    if "maximum" in rules:
        most = convert(str(rules["maximum"]))
        checks.append(("maximum", lambda text, value: value <= most, rules["maximum"]))
    return checks


def converter(descriptor: dict):
    """The function from text to value for the type of a field."""
    if descriptor["type"] == "number":
        return _scaled(descriptor["bekal:scale"])
    return {"string": str, "integer": _integer, "boolean": _boolean, "date": _day}[descriptor["type"]]


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise Refused("integer", text=text)
    return int(text)


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise Refused("boolean", text=text)
    return text == "true"


def _day(text: str) -> str:
    match = _DAY.fullmatch(text)
    if match:
        year, month, day = (int(part) for part in match.groups())
        if year >= 1 and 1 <= month <= 12 and 1 <= day <= days_in(year, month):
            return text
    raise Refused("date", text=text)


def _scaled(scale: int):
    """A caster from decimal text to whole units of 1/scale; a float never comes into it."""
    places = len(str(scale)) - 1

    def convert(text: str) -> int:
        match = _NUMBER.fullmatch(text)
        if not match:
            raise Refused("number", text=text)
        sign, whole, fraction = match.groups()
        digits = (fraction or "").rstrip("0")
        if len(digits) > places:
            raise Refused("scale", text=text, places=places)
        value = int(whole + digits.ljust(places, "0"))
        return -value if sign else value

    return convert
