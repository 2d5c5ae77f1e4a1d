"""Sending money: every corridor and price of the survey, shown whole and without a favourite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekal import data
from bekal.activities import activity
from bekal.activities import send_money_prices as prices
from bekal.activities.send_money import WAYS
from bekal.contract.formatting import say
from tests.support.answers import answered, of_kind, table

CORRIDORS = [option.value for option in prices.corridors()]
SEND = activity("send-money")


def test_all_nine_corridors_of_the_survey_are_there():
    assert sorted(CORRIDORS) == ["AE", "AU", "JP", "MY", "NL", "SA", "SG", "TH", "US"]


@pytest.mark.parametrize("origin", CORRIDORS)
def test_the_whole_price_list_is_shown_by_name_not_by_price(origin):
    rows = table(answered(SEND, origin=origin, amount="1.000"), "Semua harga")
    quotes = [row for row in data.table("remittance-costs", "quotes").rows if row["corridor_from"] == origin]
    products = {(row["provider"], row["instrument"], row["access_point"], row["option"]) for row in quotes}
    assert len(rows) == len(products)
    for kind in {row[1] for row in rows}:
        names = [row[0].rpartition(", ")[0].casefold() for row in rows if row[1] == kind]
        assert names == sorted(names)


@pytest.mark.parametrize("origin", CORRIDORS)
def test_a_way_is_priced_exactly_where_the_survey_has_it(origin):
    offered = {row["provider_class"] for row in prices.quotes(origin)}
    assert {way for way in WAYS if prices.way_price(origin, "USD", way)} == offered


@pytest.mark.parametrize(("origin", "amount"), [("MY", "844,98"), ("SG", "256,25")])
def test_the_mean_of_all_prices_at_200_dollars_is_the_published_average(origin, amount):
    """The published average of the quarter is a mean over all quotes; ours, weighted the same way, equals it."""
    quotes = prices.quotes(origin)
    total = sum((quote["price"].fee_at_200 + quote["price"].margin) * quote["n_quotes"] for quote in quotes)
    published = prices.averages(origin)[-1]["total_cost_ppm"]
    assert abs(total / sum(quote["n_quotes"] for quote in quotes) - published) < 60  # published to two decimals


def test_one_transfer_costs_less_than_four_when_the_fee_is_fixed():
    rows = table(answered(SEND, way="post"), "Uang sama")
    lost = [int(row[1].removeprefix("Rp").replace(".", "")) for row in rows]
    assert lost == sorted(lost)
    assert lost[0] < lost[-1]


def test_the_quarter_stands_with_the_prices_and_the_warning():
    (sources,) = of_kind(answered(SEND), "sources")
    assert sources["warning"]["values"] == {"quarter": {"quarter": "2025-3"}}
    assert all(source["recheck"] for source in sources["sources"] if "Remittance Prices" in source["title"])


@given(st.integers(1, 10**6), st.sampled_from(CORRIDORS), st.sampled_from(sorted(WAYS)), st.integers(1, 31))
def test_the_bold_row_is_what_is_lost_now(amount, origin, way, times):
    blocks = answered(SEND, origin=origin, amount=str(amount), way=way, times=str(times))
    bundling = [block for block in of_kind(blocks, "table") if say(block["caption"], "id").startswith("Uang sama")]
    lost = [block for block in of_kind(blocks, "figure") if block["label"] == "Hilang di jalan sebulan"]
    if bundling and lost:
        (row,) = bundling[0]["strong"]
        assert bundling[0]["rows"][row][1] == lost[0]["value"]
