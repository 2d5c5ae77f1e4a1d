"""How old a figure is and until when it may stand without a note."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekal import data
from bekal.data.files import FileProvider
from bekal.data.freshness import last_day
from bekal.data.records import Table

TODAY = "2026-11-24"


def ages(rows, months: int | None = 12, column: str | None = "period", facts=("fact",)) -> Table:
    """A table whose rows age from one column."""
    return Table("t", "p", "T", "T", "CC0-1.0", None, months, column, tuple(facts), tuple(rows))


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2026-11-24", "2026-11-24"),
        ("2024-02", "2024-02-29"),
        ("2100-02", "2100-02-28"),
        ("2025-Q3", "2025-09-30"),
        ("2025-Q4", "2025-12-31"),
        ("2025", "2025-12-31"),
        ("2023/2024", "2024-06-30"),
    ],
)
def test_a_period_counts_from_its_last_day(period, day):
    assert last_day(period) == day


@pytest.mark.parametrize(
    ("months", "today", "stale"),
    [(12, "2026-09-30", False), (12, "2026-10-01", True), (14, TODAY, False), (13, TODAY, True), (None, TODAY, False)],
)
def test_a_row_is_stale_after_its_shelf_life(months, today, stale):
    row = {"fact": "price", "period": "2025-Q3"}
    assert data.is_stale(row, ages([row], months), today) is stale


def test_the_last_fresh_day_is_the_one_to_print():
    row = {"fact": "price", "period": "2025-08-31"}
    assert data.good_until(row, ages([row], 6)) == "2026-02-28"


def test_today_may_be_a_date():
    row = {"fact": "price", "period": "2025-Q3"}
    assert data.is_stale(row, ages([row]), datetime.date(2026, 11, 24))
    assert data.age(row, ages([row]), datetime.date(2026, 11, 24)) == 13


def test_an_end_named_by_the_source_decides_alone():
    lasts = {"fact": "rate", "period": "2020", "valid_to": "2027-01-31"}
    ended = {"fact": "rate", "period": "2026-06", "valid_to": "2026-05-31"}
    assert not data.is_stale(lasts, ages([lasts]), TODAY)
    assert data.is_stale(ended, ages([ended]), TODAY)


def test_a_row_without_a_date_is_old_the_day_after_it_was_checked():
    row = {"fact": "fee", "period": None, "checked": "2026-11-24"}
    assert data.good_until(row, ages([row])) == "2026-11-24"
    assert not data.is_stale(row, ages([row]), "2026-11-24")
    assert data.is_stale(row, ages([row]), "2026-11-25")
    assert data.age(row, ages([row]), TODAY) is None


def test_a_table_without_shelf_life_never_ages():
    row = {"fact": "name"}
    assert data.good_until(row, ages([row], None, None)) is None
    assert data.age(row, ages([row], None, None), TODAY) is None


@pytest.mark.parametrize(
    ("today", "months"), [("2026-11-24", 13), ("2026-11-30", 14), ("2025-10-29", 0), ("2025-01-01", 0)]
)
def test_age_is_in_whole_months(today, months):
    row = {"fact": "price", "period": "2025-Q3"}
    assert data.age(row, ages([row]), today) == months


def test_only_the_newest_vintage_is_reported():
    old = {"fact": "wage", "period": "2016", "valid_from": "2016"}
    new = {"fact": "wage", "period": "2026-10", "valid_from": "2026-10-03"}
    other = {"fact": "fee", "period": "2020", "valid_from": "2020"}
    table = ages([new, old, other])
    assert data.newest(table) == (new, other)
    assert data.stale_rows(table, TODAY) == (other,)


def test_latest_finds_the_newest_row_of_a_fact(small):
    data.use(FileProvider(small.root))
    fares = data.table("fares")
    assert data.latest(fares, route="batam-johor")["price_x100"] == 1300
    assert data.latest(fares, route="batam-johor", **{"class": "cabin"}) is None


@given(st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2090, 1, 1)), st.integers(1, 120))
def test_a_shelf_life_never_ends_before_it_began(day, months):
    row = {"fact": "price", "period": day.isoformat()}
    limit = datetime.date.fromisoformat(data.good_until(row, ages([row], months)))
    assert months * 28 <= (limit - day).days <= months * 31
    assert limit.day in (day.day, 28, 29, 30)
