"""Reference exchange rates: what one unit of foreign money was worth in rupiah, month by month."""

from __future__ import annotations

from dataclasses import dataclass

from bekal import data


@dataclass(frozen=True)
class Reference:
    """A reference rate in ten-thousandths of a rupiah for one unit, and the month it is the mean of."""

    rate: int
    month: str


def table():
    """The table of rates."""
    return data.table("exchange-rates", "rates")


@data.kept
def months(currency: str) -> list[dict]:
    """All monthly rows of a currency."""
    return [row for row in table().rows if row["currency"] == currency and row["frequency"] == "month"]


@data.kept
def reference_row(currency: str) -> dict:
    """The newest monthly row of a currency."""
    return max(months(currency), key=lambda row: row["period"])


@data.kept
def reference(currency: str) -> Reference:
    """The newest monthly reference rate of a currency."""
    row = reference_row(currency)
    return Reference(row["idr_per_unit_x10000"], row["period"])
