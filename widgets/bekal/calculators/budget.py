"""A family's month at both ends: what comes in, what goes out, what is left, and what that means."""

from __future__ import annotations

from dataclasses import dataclass

from bekal.calculators.money import Money, rate_of, rounded, total


@dataclass(frozen=True)
class Month:
    """One end's month in one currency: income, daily costs, instalments, and money sent away."""

    income: Money
    costs: Money
    instalments: Money
    sent: Money

    @property
    def spent(self) -> Money:
        """All that leaves: daily costs, instalments and money sent."""
        return self.costs + self.instalments + self.sent

    @property
    def left(self) -> Money:
        """What is left at the end of the month; negative when the month does not add up."""
        return self.income - self.spent

    @property
    def debt_rate(self) -> int:
        """Instalments per million of income (rasio cicilan, debt service ratio)."""
        return rate_of(self.instalments, self.income)


@dataclass(frozen=True)
class Goal:
    """Something a family saves for: its price and the months until it is needed."""

    price: Money
    months: int

    @property
    def monthly(self) -> Money:
        """What has to be put aside each month, without interest, rounded up so that it is never short."""
        return Money(-(-self.price.amount // self.months), self.price.currency)


def goals_monthly(goals, currency: str = "IDR") -> Money:
    """What all goals together ask for each month."""
    return total((goal.monthly for goal in goals), currency)


def months_covered(saved: Money, spending: Money) -> int | None:
    """How long savings carry the household, in tenths of a month; None when nothing is spent."""
    if spending.amount <= 0:
        return None
    return rounded(saved.amount * 10, spending.amount)


def emergency_fund(spending: Money, months: int) -> Money:
    """The emergency fund that covers so many months of spending."""
    return spending * months
