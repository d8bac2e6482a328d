"""What an Account Health Rating may become: orders come and go, cases age off or are resolved.

What a violation costs is not published, so that all of it is an inference.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.health_points import forecast, lost, orders_after
from sellervitals_amazon.judging.outlook import aged_out_on, orders_of
from sellervitals_amazon.metrics.account import HISTORY_DAYS, MOST_POINTS

STEP = 30
"""Days between two values."""
ORDERS = "orders_180_days"
_TENTH = Decimal("0.1")
_HIDDEN = "Amazon does not publish what a violation costs, so this is an estimate."


def project(case: sdk.Case, horizon: sdk.Horizon) -> tuple[sdk.Projection, ...]:
    """Give the points every thirty days, with nothing done, with everything resolved, without new orders."""
    score, orders = case.value, orders_of(case)
    if not isinstance(score, Decimal) or not 0 <= score <= MOST_POINTS or orders is None:
        return ()
    taken = lost(orders, score)
    if taken is None:  # higher than orders explain, so that nothing says what they add
        return ()
    gone = aged_out_on(case)
    return tuple(_all(score, orders, taken, gone, horizon))


def _all(
    score: Decimal, orders: int, taken: Decimal, gone: date | None, horizon: sdk.Horizon
) -> Iterator[sdk.Projection]:
    asked = horizon.inflow.get(ORDERS)
    daily = Fraction(orders, HISTORY_DAYS) if asked is None else Fraction(asked)
    shown = (Decimal(daily.numerator) / daily.denominator).quantize(_TENTH)
    come = f"{shown} orders a day come in, {'the mean' if asked is None else 'as expected by you'}"
    leave = f"today's orders leave evenly over {HISTORY_DAYS} days"
    off = (
        "" if gone is None or not taken else f"; from {gone} on the violations of today are too old to count"
    )
    for day in _days(horizon, gone):
        after = (day - horizon.start).days
        later = _orders(orders, daily, after)
        idle = orders_after(orders, 0, after)
        back = taken if gone is not None and day >= gone else Decimal(0)
        yield sdk.Projection(
            "nothing_resolved",
            day,
            forecast(score, orders=orders, later=later, back=back),
            f"If no violation is resolved and none is added: {come}, {leave}{off}. {_HIDDEN}",
        )
        yield sdk.Projection(
            "all_resolved",
            day,
            forecast(score, orders=orders, later=later, back=taken),
            f"If every violation is resolved and none is added: {come}, {leave}. {_HIDDEN}",
        )
        yield sdk.Projection(
            "no_new_orders",
            day,
            forecast(score, orders=orders, later=idle, back=back),
            f"If no order comes in and no violation is resolved or added: {leave}{off}. {_HIDDEN}",
        )


def _orders(orders: int, daily: Fraction, days: int) -> int:
    """Orders of 180 days in so many days; the mean coming in leaves them as they are."""
    kept = Fraction(orders * max(HISTORY_DAYS - days, 0), HISTORY_DAYS)
    return int(kept + daily * min(days, HISTORY_DAYS))


def _days(horizon: sdk.Horizon, gone: date | None) -> list[date]:
    """Every thirtieth day, the last one, and the one on which violations are too old."""
    numbers = {*range(STEP, horizon.days + 1, STEP), horizon.days}
    days = {horizon.start + timedelta(days=number) for number in numbers}
    if gone is not None and horizon.start < gone <= horizon.end:
        days.add(gone)
    return sorted(days)
