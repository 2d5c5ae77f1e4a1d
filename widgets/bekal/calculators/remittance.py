"""What sending money home costs: fee plus exchange-rate margin, as the World Bank counts it.

Source of the definition: World Bank, Remittance Prices Worldwide, methodology. A price is measured for two amounts
(200 and 500 US dollars); a fee for another amount lies on the straight line through both.
"""

from __future__ import annotations

from dataclasses import dataclass

from bekal.calculators.money import PER_MILLION, Money, rate_of, rounded, share, to_rupiah, units

MEASURED_USD = (200, 500)
MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Cost:
    """The cost of one transfer, in the currency that is sent; rates are per million of the amount."""

    amount: Money
    fee: Money
    margin: Money

    @property
    def total(self) -> Money:
        """Fee and margin together: what the family does not receive."""
        return self.fee + self.margin

    @property
    def rate(self) -> int:
        """The total cost per million of the amount sent."""
        return rate_of(self.total, self.amount)

    @property
    def arrives(self) -> Money:
        """What is left of the amount once fee and margin are gone."""
        return self.amount - self.total

    def __mul__(self, times: int) -> Cost:
        return Cost(self.amount * times, self.fee * times, self.margin * times)


@dataclass(frozen=True)
class Price:
    """A measured price: fee rates at 200 and at 500 US dollars and the margin, all per million of the amount."""

    fee_at_200: int
    fee_at_500: int
    margin: int


def margin_rate(offered: int, reference: int) -> int:
    """The exchange-rate margin per million: how far the offered rupiah rate lies below the reference rate.

    Both rates in the same unit for one unit sent. Negative when the offer beats the reference.
    """
    return rounded((reference - offered) * PER_MILLION, reference)


def offered_cost(amount: Money, fee: Money, offered: int, reference: int) -> Cost:
    """The cost of one transfer at a counter's own fee and rate, exact to the smallest coin.

    The fee is paid on top of the amount; both rates are rupiah for one unit, in the same scale.
    """
    margin = rounded(amount.amount * (reference - offered), reference)
    return Cost(amount, fee, Money(margin, amount.currency))


def measured_cost(amount: Money, price: Price, one_usd: Money) -> Cost:
    """The cost of one transfer of any amount at a measured price; `one_usd` is a US dollar in the sent currency.

    Between and beyond the two measured amounts the fee follows their straight line, never below zero. A fee that
    was measured lower for the larger amount is not drawn any further than it was measured.
    """
    low, high = (one_usd.amount * usd for usd in MEASURED_USD)
    fee_low, fee_high = low * price.fee_at_200, high * price.fee_at_500  # minor units times a million
    at = amount.amount if fee_high >= fee_low else max(low, min(high, amount.amount))
    on_line = fee_low * (high - low) + (fee_high - fee_low) * (at - low)
    fee = rounded(max(0, on_line), (high - low) * PER_MILLION)
    return Cost(amount, Money(fee, amount.currency), share(amount, price.margin))


def split_evenly(amount: Money, parts: int) -> tuple[Money, ...]:
    """An amount in equal parts that add up to it again; what cannot be divided goes to the first parts."""
    base, rest = divmod(amount.amount, parts)
    return tuple(Money(base + (1 if part < rest else 0), amount.currency) for part in range(parts))


def cost_of_parts(amount: Money, parts: int, cost_of_one) -> Cost:
    """The cost of sending an amount in equal parts; `cost_of_one` prices a single transfer."""
    costs = [cost_of_one(part) for part in split_evenly(amount, parts)]
    return Cost(
        amount,
        Money(sum(cost.fee.amount for cost in costs), amount.currency),
        Money(sum(cost.margin.amount for cost in costs), amount.currency),
    )


def in_rupiah(cost: Cost, rate: int) -> Cost:
    """A cost in rupiah, part by part, so that fee and margin on paper add up to the total to the rupiah."""
    return Cost(*(to_rupiah(part, rate) for part in (cost.amount, cost.fee, cost.margin)))


def usd_in(currency: str, usd_rate: int, unit_rate: int) -> Money:
    """One US dollar in another currency, from the rupiah rates of both (same scale)."""
    return Money(rounded(usd_rate * units(currency), unit_rate), currency)


def mean_rate(rates) -> int:
    """The simple mean of exchange rates, rounded once."""
    return rounded(sum(rates), len(rates))


def mean_price(prices) -> Price:
    """The simple mean of several `(price, quotes)` pairs, each weighted by its number of quotes."""
    weight = sum(quotes for _, quotes in prices)

    def mean(name: str) -> int:
        return rounded(sum(getattr(price, name) * quotes for price, quotes in prices), weight)

    return Price(mean("fee_at_200"), mean("fee_at_500"), mean("margin"))
