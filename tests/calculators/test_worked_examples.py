"""The worked examples on paper: remittances, bundling, exchange and budgets, each to the smallest coin."""

from __future__ import annotations

import pytest

from bekal.calculators import budget, remittance
from bekal.calculators.money import Money, rate_of, to_rupiah
from bekal.calculators.remittance import Price
from tests.support.paper import cases, exchange, money, named, rate


def priced(case: dict):
    """Prices one transfer as the case says: at a measured price or at a counter's own."""
    if "offer" in case:
        offer = case["offer"]
        terms = money(offer["fee"]), exchange(offer["offered"]), exchange(offer["reference"])
        return lambda amount: remittance.offered_cost(amount, *terms)
    price = Price(*(rate(part) for part in case["price"]))
    return lambda amount: remittance.measured_cost(amount, price, money(case.get("usd", "USD 1")))


@pytest.mark.parametrize("case", cases("remittance"), ids=named)
def test_cost_of_one_transfer(case):
    cost = priced(case)(money(case["amount"]))
    for name, written in case["expect"].items():
        expected = rate(written) if name == "rate" else money(written)
        assert getattr(cost, name) == expected, name


@pytest.mark.parametrize("case", cases("bundling"), ids=named)
def test_cost_of_the_same_money_in_parts(case):
    cost = remittance.cost_of_parts(money(case["amount"]), case["parts"], priced(case))
    assert cost.total == money(case["expect"]["total"])


@pytest.mark.parametrize("case", cases("exchange"), ids=named)
def test_rupiah_for_foreign_money(case):
    assert to_rupiah(money(case["amount"]), exchange(case["rate"])) == money(case["rupiah"])


def fund(spending, months):
    return budget.emergency_fund(money(spending), months)


def debt(instalments, income):
    return rate_of(money(instalments), money(income))


def goal(price, months):
    return budget.Goal(money(price), months).monthly


def covered(saved, spending):
    return budget.months_covered(money(saved), money(spending))


def month(**parts):
    return budget.Month(**{name: money(written) for name, written in parts.items()}).left


def expected(written):
    """A rate, an amount, or a plain number of a budget case."""
    if isinstance(written, str):
        return rate(written) if written.endswith("%") else money(written)
    return written


@pytest.mark.parametrize("case", cases("budget"), ids=named)
def test_budget(case):
    question = next(name for name in (fund, debt, goal, covered, month) if name.__name__ in case)
    assert question(**case[question.__name__]) == expected(case["expect"])


def test_a_case_finer_than_its_coin_is_refused():
    with pytest.raises(AssertionError):
        money("IDR 0.5")


def test_at_least_three_cases_of_each_kind_are_checked_against_print():
    assert sum("published" in case for name in ("remittance", "bundling") for case in cases(name)) >= 3
    assert sum("published" in case for case in cases("budget")) >= 3
    assert len(cases("remittance")) >= 12
    assert len(cases("budget")) >= 10


def test_parts_of_money_keep_every_sen():
    assert [part.amount for part in remittance.split_evenly(Money(10_000, "MYR"), 3)] == [3334, 3333, 3333]
