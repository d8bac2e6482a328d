"""The storage overage fee: its rates, the average excess of a month and what that costs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from sellervitals import plugin as sdk

RATE = "overage-fee"

FIGURES = (
    sdk.figure(
        "2018-07-01",
        name=RATE,
        value="10",
        unit="USD per cubic foot and month",
        source="overage-fee",
        sites=("US",),
        note="Of 2018; its day is not published, storage limits began on 1 July. No newer rate is known.",
    ),
    sdk.figure(
        "2020-08-01",
        name=RATE,
        value="7.80",
        unit="GBP per cubic foot and month",
        source="overage-fee-uk",
        sites=("UK",),
        note="No newer rate is known.",
    ),
)


def average_excess(spans: Iterable[tuple[Decimal, int]]) -> Decimal:
    """Average the cubic feet above the limit over days.

    Args:
        spans: cubic feet above the limit (0 below it), and for how many days; at least one day in all.
    """
    listed = list(spans)
    return sum((excess * days for excess, days in listed), Decimal(0)) / sum(days for _, days in listed)


def fee(excess: Decimal, on: date, site: str | None) -> sdk.Estimate | None:
    """Estimate the fee of a month by its average excess in cubic feet; None where no rate is known."""
    rate = sdk.figures_on(FIGURES, on, site).get(RATE)
    if rate is None:
        return None
    currency = rate.unit.split()[0]
    amount = sdk.Money(excess * rate.value, currency, "").amount
    average = sdk.display(round(excess, 2), sdk.Unit.CUBIC_FEET)
    says = (
        f"A month with {average} above the limit on average costs {amount} {currency}, at {rate.value}"
        f" {rate.unit} (rate of {rate.since}); it stays due when the stock is cut later."
    )
    return sdk.Estimate("overage_fee", amount, currency, says, sdk.Basis.TABLE)
