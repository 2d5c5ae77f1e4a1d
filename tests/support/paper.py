"""Reads the worked examples of `tests/cases`: amounts as `MYR 850.00`, rates as `8.36%`, as written on paper."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import yaml

from bekal.calculators.money import CURRENCIES, Money

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[dict]:
    """All worked examples of one file."""
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))


def named(case: dict) -> str:
    """The name of a case, for pytest."""
    return case["name"]


def money(written: str) -> Money:
    """`MYR 850.50` as money; a figure finer than the currency's smallest coin is refused."""
    currency, figure = written.split()
    minor = Fraction(figure.replace(",", "")) * 10 ** CURRENCIES[currency][1]
    assert minor.denominator == 1, f"{written} is finer than the currency"
    return Money(int(minor), currency)


def rate(written) -> int:
    """`8.36%` as a rate per million."""
    per_million = Fraction(str(written).rstrip("%")) * 10_000
    assert per_million.denominator == 1, f"{written} is finer than a rate"
    return int(per_million)


def exchange(written) -> int:
    """Rupiah for one unit, in ten-thousandths."""
    scaled = Fraction(str(written)) * 10_000
    assert scaled.denominator == 1, f"{written} is finer than a rate"
    return int(scaled)
