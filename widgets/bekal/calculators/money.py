"""Money as whole minor units of one currency, and the one place where anything is rounded."""

from __future__ import annotations

from dataclasses import dataclass

PER_MILLION = 1_000_000
RATE_SCALE = 10_000  # an exchange rate is held in ten-thousandths of a rupiah for one whole foreign unit

# Code: (symbol on screen, digits after the decimal mark). Rupiah, yen, won and New Taiwan dollar are counted
# whole: their hundredths are not used in wages, prices or transfers.
CURRENCIES = {
    "IDR": ("Rp", 0),
    "MYR": ("RM", 2),
    "SGD": ("S$", 2),
    "HKD": ("HK$", 2),
    "TWD": ("NT$", 0),
    "KRW": ("₩", 0),
    "JPY": ("¥", 0),
    "BND": ("B$", 2),
    "SAR": ("SAR ", 2),
    "AED": ("AED ", 2),
    "QAR": ("QAR ", 2),
    "KWD": ("KWD ", 3),
    "BHD": ("BHD ", 3),
    "OMR": ("OMR ", 3),
    "JOD": ("JOD ", 3),
    "THB": ("฿", 2),
    "AUD": ("A$", 2),
    "USD": ("US$", 2),
    "EUR": ("€", 2),
    "GBP": ("£", 2),
    "PLN": ("PLN ", 2),
    "TRY": ("TRY ", 2),
}


class CurrencyMismatch(ValueError):
    """Two amounts of different currencies were added or compared."""


@dataclass(frozen=True)
class Money:
    """An amount in whole minor units (sen, cents; whole rupiah) of one currency."""

    amount: int
    currency: str = "IDR"

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other).amount, self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.amount * times, self.currency)

    def __neg__(self) -> Money:
        return Money(-self.amount, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other).amount

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other).amount

    def _same(self, other: Money) -> Money:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} with {other.currency}")
        return other


def rounded(numerator: int, denominator: int) -> int:
    """The quotient as a whole number, a half going away from zero, as people round money on paper."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole


def digits(currency: str) -> int:
    """How many digits follow the decimal mark in this currency."""
    return CURRENCIES[currency][1]


def units(currency: str) -> int:
    """Minor units in one whole unit: 100 for ringgit, 1 for rupiah."""
    return 10 ** digits(currency)


def whole(count: int, currency: str = "IDR") -> Money:
    """Money for a count of whole units: `whole(850, "MYR")` is RM850."""
    return Money(count * units(currency), currency)


def total(amounts, currency: str = "IDR") -> Money:
    """The sum of amounts of one currency; zero of that currency when there are none."""
    result = Money(0, currency)
    for amount in amounts:
        result = result + amount
    return result


def share(money: Money, rate: int) -> Money:
    """The part of an amount that a rate per million takes."""
    return Money(rounded(money.amount * rate, PER_MILLION), money.currency)


def rate_of(part: Money, of: Money) -> int:
    """One amount as a rate per million of another; zero of nothing is zero."""
    part._same(of)
    return rounded(part.amount * PER_MILLION, of.amount) if of.amount else 0


def to_rupiah(money: Money, rate: int) -> Money:
    """Rupiah for a foreign amount, at a rate in ten-thousandths of a rupiah for one whole unit."""
    if money.currency == "IDR":
        return money
    return Money(rounded(money.amount * rate, RATE_SCALE * units(money.currency)), "IDR")


def from_rupiah(money: Money, currency: str, rate: int) -> Money:
    """A foreign amount for rupiah, at a rate in ten-thousandths of a rupiah for one whole unit."""
    if money.currency == currency:
        return money
    return Money(rounded(money.amount * RATE_SCALE * units(currency), rate), currency)
