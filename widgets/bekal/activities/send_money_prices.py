"""Reads the survey of remittance prices and the reference rates, and prices one transfer by any way."""

from __future__ import annotations

from bekal import data
from bekal.activities import rates
from bekal.activities.citing import distinct, source_of
from bekal.calculators.money import Money
from bekal.calculators.remittance import MEASURED_USD, Price, mean_price, mean_rate, measured_cost, usd_in
from bekal.contract import values
from bekal.contract.blocks import Source
from bekal.contract.fields import Option
from bekal.contract.text import T, Text, from_data

LOW, HIGH = MEASURED_USD
COSTS = "remittance-costs"


@data.kept
def corridors():
    """The surveyed countries as options, in the alphabetical order of their Indonesian names."""
    rows = sorted(data.table(COSTS, "corridors").rows, key=lambda row: row["name"])
    return [Option(row["code"], from_data(row["name"], row["name_en"]), row["currency"]) for row in rows]


@data.kept
def surveyed(origin: str) -> bool:
    """Whether the survey has prices from this country."""
    return any(row["code"] == origin for row in data.table(COSTS, "corridors").rows)


def _quarter_rate(currency: str, period: str) -> int:
    """The mean rate of the quarter in which prices were surveyed, such as 2025-Q3."""
    year, number = period.split("-Q")
    months = {f"{year}-{month:02d}" for month in range(int(number) * 3 - 2, int(number) * 3 + 1)}
    return mean_rate([row["idr_per_unit_x10000"] for row in rates.months(currency) if row["period"] in months])


@data.kept
def one_usd(currency: str, period: str) -> Money:
    """One US dollar in another currency, in the quarter of the survey."""
    if currency == "USD":
        return Money(100, "USD")
    return usd_in(currency, _quarter_rate("USD", period), _quarter_rate(currency, period))


@data.kept
def quotes(origin: str):
    """One row for each surveyed price of a country, by kind, then by name; both amounts joined into one."""
    rows = [row for row in data.table(COSTS, "quotes").rows if row["corridor_from"] == origin]
    newest = max((row["period"] for row in rows), default="")
    joined: dict = {}
    for row in rows:
        if row["period"] == newest:
            joined.setdefault(_product(row), {})[row["send_amount_usd"]] = row
    return [_join(joined[product]) for product in sorted(joined)]


def _product(row: dict) -> tuple:
    kind = (row["provider_class"], row["provider"].casefold(), row["provider"])
    return (*kind, row["instrument"], row["access_point"], row["option"])


def _join(by_amount: dict) -> dict:
    """A price at both amounts; where only one was surveyed, its percentage stands for the other."""
    low, high = by_amount.get(LOW), by_amount.get(HIGH)
    known = low or high
    return dict(known, price=Price((low or high)["fee_ppm"], (high or low)["fee_ppm"], known["fx_margin_ppm"]))


def quote_price(quote: dict, currency: str):
    """Prices one transfer of any amount at a surveyed price."""
    usd = one_usd(currency, quote["period"])
    return lambda amount: measured_cost(amount, quote["price"], usd)


@data.kept
def way_price(origin: str, currency: str, way: str):
    """Prices one transfer at the mean of all surveyed prices of one way; None where there are none."""
    found = [quote for quote in quotes(origin) if quote["provider_class"] == way]
    if not found:
        return None
    mean = mean_price([(quote["price"], quote["n_quotes"]) for quote in found])
    usd = one_usd(currency, found[0]["period"])
    return lambda amount: measured_cost(amount, mean, usd)


@data.kept
def goals() -> tuple[int, int]:
    """The agreed goals, per million: the target for the world and the ceiling for any pair of countries."""
    by_measure = {row["measure"]: row["total_cost_ppm"] for row in data.newest(data.table(COSTS, "benchmarks"))}
    return by_measure["sdg-target"], by_measure["sdg-corridor-ceiling"]


@data.kept
def averages(origin: str):
    """The country's average cost of sending US$200, quarter by quarter."""
    rows = data.table(COSTS, "averages").rows
    chosen = (row for row in rows if row["corridor_from"] == origin and row["send_amount_usd"] == LOW)
    return sorted(chosen, key=lambda row: row["period"])


def quarter_value(period: str) -> dict:
    """A survey quarter such as 2025-Q3 as a typed value."""
    year, number = period.split("-Q")
    return values.quarter(int(year), int(number))


def survey_quarter(origin: str) -> dict:
    """The quarter of a country's prices."""
    return quarter_value(quotes(origin)[0]["period"])


def warning(origin: str) -> Text:
    """What to say about the age of the prices."""
    if not surveyed(origin):
        return T("Kurs acuan bukan kurs loket. Periksa harga hari ini.")
    return T(
        "Harga dari survei {quarter}, bukan harga hari ini. Periksa harga hari ini.", quarter=survey_quarter(origin)
    )


@data.kept
def sources(origin: str, currency: str) -> tuple[Source, ...]:
    """Where the prices, the goals and the rate come from, with the day until which each holds."""
    used = [(rates.reference_row(currency), rates.table())]
    if surveyed(origin):
        goal_rows = [row for row in data.table(COSTS, "benchmarks").rows if row["measure"].startswith("sdg")]
        used = [
            *((quote, data.table(COSTS, "quotes")) for quote in quotes(origin)[:1]),
            *((row, data.table(COSTS, "averages")) for row in averages(origin)[-1:]),
            *((row, data.table(COSTS, "benchmarks")) for row in goal_rows[:1]),
            *used,
        ]
    return distinct(source_of(row, table) for row, table in used)
