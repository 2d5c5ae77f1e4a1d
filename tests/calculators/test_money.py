"""Money adds up: exact sums, one rounding, and no mixing of currencies."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekal.calculators.money import (
    CURRENCIES,
    RATE_SCALE,
    CurrencyMismatch,
    Money,
    from_rupiah,
    rate_of,
    rounded,
    share,
    to_rupiah,
    total,
    units,
)
from bekal.calculators.remittance import Price, cost_of_parts, in_rupiah, measured_cost, split_evenly

AMOUNTS = st.integers(0, 10**14)
RATES = st.integers(1, 10**10)
CODES = st.sampled_from(sorted(CURRENCIES))
PRICES = st.builds(Price, st.integers(0, 200_000), st.integers(0, 200_000), st.integers(-50_000, 200_000))


@pytest.mark.parametrize(
    ("numerator", "denominator", "result"),
    [(5, 2, 3), (-5, 2, -3), (4, 3, 1), (5, 3, 2), (0, 7, 0), (1, -2, -1), (2_675, 10, 268)],
)
def test_a_half_goes_away_from_zero(numerator, denominator, result):
    assert rounded(numerator, denominator) == result


@given(st.integers(-(10**20), 10**20), st.integers(1, 10**12))
def test_rounding_is_never_off_by_more_than_a_half(numerator, denominator):
    assert abs(Fraction(numerator, denominator) - rounded(numerator, denominator)) <= Fraction(1, 2)


@given(AMOUNTS, CODES, RATES)
def test_rupiah_and_back_is_off_by_less_than_the_rate_can_resolve(amount, currency, rate):
    there = to_rupiah(Money(amount, currency), rate)
    back = from_rupiah(there, currency, rate)
    coin = Fraction(RATE_SCALE * units(currency), rate)  # foreign minor units in one rupiah
    assert currency == "IDR" or abs(back.amount - amount) <= coin / 2 + Fraction(1, 2)


@given(st.lists(AMOUNTS, max_size=20), CODES)
def test_a_total_is_exact_in_any_order(amounts, currency):
    coins = [Money(amount, currency) for amount in amounts]
    assert total(coins, currency) == total(reversed(coins), currency) == Money(sum(amounts), currency)


def test_currencies_do_not_mix():
    with pytest.raises(CurrencyMismatch):
        Money(1, "IDR") + Money(1, "MYR")
    with pytest.raises(CurrencyMismatch):
        rate_of(Money(1, "IDR"), Money(1, "MYR"))


@given(AMOUNTS, st.integers(0, 1_000_000))
def test_a_share_and_its_rest_are_the_whole(amount, rate):
    money = Money(amount)
    assert share(money, rate).amount + (money - share(money, rate)).amount == amount
    assert 0 <= share(money, rate).amount <= amount


@given(AMOUNTS, CODES, st.integers(1, 31))
def test_parts_add_up_to_the_whole(amount, currency, parts):
    money = Money(amount, currency)
    pieces = split_evenly(money, parts)
    assert total(pieces, currency) == money
    assert max(pieces).amount - min(pieces).amount <= 1


@given(st.integers(1, 10**9), PRICES, RATES)
def test_fee_and_margin_in_rupiah_add_up_to_the_total(amount, price, rate):
    cost = in_rupiah(measured_cost(Money(amount, "MYR"), price, Money(420, "MYR")), rate)
    assert cost.total == cost.fee + cost.margin
    assert cost.arrives + cost.total == cost.amount


@given(st.integers(100, 10**7), PRICES, st.integers(1, 31))
def test_a_fee_is_never_negative(amount, price, parts):
    cost = cost_of_parts(Money(amount, "MYR"), parts, lambda part: measured_cost(part, price, Money(420, "MYR")))
    assert cost.fee.amount >= 0


@given(st.integers(1, 10**6), st.integers(0, 200_000), st.integers(1, 10))
def test_with_one_fixed_fee_every_extra_transfer_costs_more(amount, margin, parts):
    """The reason to bundle: a fee that does not depend on the amount is paid once for each transfer."""
    price = Price(20_000, 8_000, margin)  # US$4 at both amounts

    def cost(times):
        return cost_of_parts(Money(amount, "USD"), times, lambda part: measured_cost(part, price, Money(100, "USD")))

    assert cost(parts + 1).fee.amount - cost(parts).fee.amount == 400
