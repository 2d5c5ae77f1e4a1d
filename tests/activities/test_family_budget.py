"""The two budgets: what the tables show adds up to what the figures say, at both ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bekal.activities import activity
from tests.support.answers import answered, of_kind

BUDGET = activity("family-budget")
AMOUNTS = st.integers(0, 10**8)
LINES = st.lists(st.fixed_dictionaries({"label": st.just("Makan"), "cost": AMOUNTS}), max_size=6)


@given(wage=AMOUNTS, sent=AMOUNTS, home_income=AMOUNTS, costs_abroad=LINES, costs_home=LINES, debts_home=LINES)
def test_every_table_adds_up_to_its_last_row_and_to_the_figure(**inputs):
    blocks = answered(BUDGET, **inputs)
    left = [block["value"]["money"] for block in of_kind(blocks, "figure")[:2]]
    sides = [block for block in of_kind(blocks, "table") if block["caption"].startswith("Anggaran")]
    for shown, side in zip(left, sides, strict=True):
        *entries, last = [row[1]["money"] for row in side["rows"]]
        assert sum(entries) == last == shown


@given(received=AMOUNTS)
def test_what_arrived_is_taken_as_told(received):
    blocks = answered(BUDGET, received=received)
    home = next(block for block in of_kind(blocks, "table") if block["caption"] == "Anggaran di rumah")
    assert home["rows"][0][1] == {"money": received, "currency": "IDR"}


@given(st.lists(st.tuples(AMOUNTS, st.integers(1, 600)), min_size=1, max_size=12))
def test_saving_what_the_goals_ask_reaches_each_of_them(goals):
    rows = [{"label": "Rumah", "price": price, "months": months} for price, months in goals]
    table = next(
        block for block in of_kind(answered(BUDGET, goals=rows), "table") if block["caption"] == "Tujuan bersama"
    )
    for (price, months), row in zip(goals, table["rows"], strict=False):
        assert row[3]["money"] * months >= price
    assert table["rows"][-1][3]["money"] == sum(row[3]["money"] for row in table["rows"][:-1])


def test_the_country_decides_the_currency_abroad():
    response = BUDGET.respond(BUDGET.defaults() | {"country": "JP"})
    assert "costs_abroad.0.cost" in response.errors  # amounts typed in ringgit are not silently taken for yen
