"""Whether a negative feedback rate is written as percent or as a decimal: by evidence alone.

Walmart's schema calls it a decimal while every other summary is in percent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_walmart.words import Risk

_NEAR = Decimal(2)
"""How far apart rounded figures of one thing may lie; percent and decimals lie 100 apart."""


def is_percent(
    rate: Decimal,
    *,
    drivers: Iterable[Decimal],
    target: sdk.Target | None,
    risk: Risk | None,
    impacted: int | None,
    orders: Decimal | None,
) -> bool | None:
    """Say how a rate is written; None where nothing tells.

    Args:
        rate: as written.
        drivers: the rates of its causes, as written; they are in percent.
        target: the standard that came with it.
        risk: Walmart's own verdict.
        impacted: the orders with negative feedback.
        orders: all orders of the same window that the seller fulfilled, as other summaries imply.
    """
    if rate > 1:
        return True  # more than all orders
    votes = {
        vote
        for vote in (
            _by_drivers(rate, drivers),
            _by_standard(rate, target, risk),
            _by_orders(rate, impacted, orders),
        )
        if vote is not None
    }
    return votes.pop() if len(votes) == 1 else None


def _by_drivers(rate: Decimal, drivers: Iterable[Decimal]) -> bool | None:
    """Drivers that add up to a hundred times the rate are in percent, and the rate is not.

    Drivers that add up to the rate are written as it is, and tell nothing.
    """
    whole = sum(drivers, Decimal(0))
    if not rate or not whole:
        return None
    return False if _close(whole, rate * 100, _NEAR) else None


def _by_standard(rate: Decimal, target: sdk.Target | None, risk: Risk | None) -> bool | None:
    """The only reading that fits Walmart's verdict: GOOD meets the standard, URGENT does not."""
    if target is None or risk is None or risk is Risk.MONITOR:
        return None
    fits = list(_fitting(rate, target, met=risk is Risk.GOOD))
    return fits[0] if len(fits) == 1 else None


def _fitting(rate: Decimal, target: sdk.Target, *, met: bool) -> Iterator[bool]:
    for percent, value in ((True, sdk.percent(rate)), (False, sdk.ratio(rate))):
        if target.comparator.holds(value, target.value) == met:
            yield percent


def _by_orders(rate: Decimal, impacted: int | None, orders: Decimal | None) -> bool | None:
    """A decimal that would mean fewer orders in all than the other summaries count is none.

    The opposite proves nothing: orders that Walmart fulfils count here and not there.
    """
    if not rate or not impacted or not orders:
        return None
    return True if impacted / rate * _NEAR < orders else None


def _close(one: Decimal, other: Decimal, factor: Decimal) -> bool:
    return other / factor <= one <= other * factor
