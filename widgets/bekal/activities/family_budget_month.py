"""Makes one household of what a family typed in: both months, what arrives, and what is spare for goals."""

from __future__ import annotations

from dataclasses import dataclass

from bekal.activities import family_budget_examples as examples
from bekal.activities import rates
from bekal.calculators.budget import Month
from bekal.calculators.money import Money, rate_of, share, to_rupiah, total


@dataclass(frozen=True)
class Household:
    """Both ends of a family's month; `lost` is known only when the family said what arrived."""

    abroad: Month
    home: Month
    rate: int
    received: Money
    lost: Money | None

    def rupiah(self, amount: Money) -> Money:
        """An amount earned abroad in rupiah, at the reference rate."""
        return to_rupiah(amount, self.rate)

    @property
    def sent_in_rupiah(self) -> Money:
        """What was sent, in rupiah at the reference rate."""
        return self.rupiah(self.abroad.sent)

    @property
    def spare(self) -> Money:
        """What both ends have left for goals, in rupiah; a shortfall at one end is taken from the other."""
        return self.rupiah(self.abroad.left) + self.home.left

    @property
    def debt_rate(self) -> int:
        """Instalments at both ends per million of what both ends earn; money sent home is not counted twice."""
        earned = self.rupiah(self.abroad.income) + (self.home.income - self.received)
        return rate_of(self.rupiah(self.abroad.instalments) + self.home.instalments, earned)


def household(inputs) -> Household:
    """The household of checked inputs; what arrives is estimated when the family does not know it yet."""
    currency = inputs.wage.currency
    rate = rates.reference(currency).rate
    sent = to_rupiah(inputs.sent, rate)
    received = (
        inputs.received if inputs.received is not None else sent - share(sent, examples.average_cost(inputs.country))
    )
    return Household(
        abroad=Month(
            inputs.wage, _sum(inputs.costs_abroad, currency), _sum(inputs.debts_abroad, currency), inputs.sent
        ),
        home=Month(received + inputs.home_income, _sum(inputs.costs_home), _sum(inputs.debts_home), Money(0)),
        rate=rate,
        received=received,
        lost=None if inputs.received is None else sent - received,
    )


def _sum(rows, currency: str = "IDR") -> Money:
    return total((row["cost"] for row in rows), currency)
