"""Typed values as JSON: what a block shows, before any screen has formatted it."""

from __future__ import annotations

from bekal.calculators.money import Money

KINDS = ("money", "rate", "count", "decimal", "date", "quarter")


def money(amount: Money) -> dict:
    """An amount in minor units with its currency."""
    return {"money": amount.amount, "currency": amount.currency}


def rate(per_million: int, digits: int = 2) -> dict:
    """A rate per million, shown as a percentage with at most so many digits."""
    return {"rate": per_million, "digits": digits}


def count(number: int) -> dict:
    """A whole number."""
    return {"count": number}


def decimal(scaled: int, digits: int) -> dict:
    """A number held as a whole one: `decimal(25, 1)` is 2.5."""
    return {"decimal": scaled, "digits": digits}


def date(iso: str) -> dict:
    """A day, a month or a year as an ISO string: 2026-11-24, 2026-11 or 2026."""
    return {"date": iso}


def quarter(year: int, number: int) -> dict:
    """A quarter of a year: `quarter(2025, 3)`."""
    return {"quarter": f"{year}-{number}"}
