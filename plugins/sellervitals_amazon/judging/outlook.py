"""What the points of an Account Health Rating are made of, and what may become of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.health_points import (
    ORDERS,
    POINTS,
    START,
    baseline,
    forecast,
    linear,
    lost,
    orders_after,
    orders_for,
)
from sellervitals_amazon.judging.windows import days_until_out
from sellervitals_amazon.metrics.account import CATEGORIES, HISTORY_DAYS, MOST_POINTS

PENALISED = tuple(each for each in CATEGORIES if each != "policy_violation_warnings")
"""Categories that cost points; warnings alone cost none."""
READS = ("orders_180_days", *PENALISED)
_TENTH = Decimal("0.1")
_GAIN = f"{POINTS} points for every full {ORDERS} orders of {HISTORY_DAYS} days"
_HIDDEN = "Amazon does not publish what a violation costs"


def outlook(case: sdk.Case) -> tuple[sdk.Estimate, ...]:
    """Give what follows from the points; nothing at all where only a word for the rating came."""
    score = case.value
    if not isinstance(score, Decimal) or not 0 <= score <= MOST_POINTS:
        return ()
    return (*_orders_needed(case, score), *_of_orders(case, score), *_aged_out(case))


def _orders_needed(case: sdk.Case, score: Decimal) -> Iterator[sdk.Estimate]:
    """Orders up to the next line, if nothing else changes; a rating cut off at 0 hides how far it is."""
    line = _line(case, score)
    if line is None or not score:
        return
    more = orders_for(line - score)
    gap = sdk.display(line - score, sdk.Unit.POINTS)
    says = f"{more:,} more orders give the {gap} up to {line}: {_GAIN}."
    yield sdk.Estimate("orders_for_points", Decimal(more), "orders", says, sdk.Basis.TABLE)


def _line(case: sdk.Case, score: Decimal) -> Decimal | None:
    limit = case.limit
    lines = (limit.fail, limit.warn) if limit is not None else ()
    return next((line for line in lines if isinstance(line, Decimal) and score < line), None)


def _of_orders(case: sdk.Case, score: Decimal) -> Iterator[sdk.Estimate]:
    orders = orders_of(case)
    taken = None if orders is None else lost(orders, score)
    if orders is None or taken is None:
        return
    most = baseline(orders)
    says = (
        f"What {orders:,} orders give with nothing lost: {START} and {_GAIN}; counted without steps, which"
        f" Amazon does not rule out, {linear(orders)}."
    )
    yield sdk.Estimate("points_from_orders", Decimal(most), "points", says, sdk.Basis.TABLE)
    if taken:
        yield from _lost(case, score, taken, cut=not score or most == MOST_POINTS)
        whole = forecast(score, orders=orders, later=orders, back=taken)
        says = f"If every violation were resolved and orders stayed as they are. {_HIDDEN}."
        yield sdk.Estimate("points_when_resolved", whole, "points", says, sdk.Basis.INFERENCE)
    idle = forecast(score, orders=orders, later=orders_after(orders, 0, HISTORY_DAYS))
    says = f"If no order came for {HISTORY_DAYS} days and no violation changed. {_HIDDEN}."
    yield sdk.Estimate("points_without_new_orders", idle, "points", says, sdk.Basis.INFERENCE)


def orders_of(case: sdk.Case) -> int | None:
    """Orders of the last 180 days; None where nobody reported them."""
    values = (each.value for each in case.others.get("orders_180_days", ()))
    return next((int(each) for each in values if isinstance(each, Decimal) and each >= 0), None)


def _lost(case: sdk.Case, score: Decimal, taken: Decimal, *, cut: bool) -> Iterator[sdk.Estimate]:
    """What violations seem to have taken; ``cut``: one end of the scale hides a part of it."""
    says = f"{'At least the' if cut else 'The'} points that orders give and the rating lacks. {_HIDDEN}."
    line = _line(case, score)
    if line is not None and line - score <= taken and not cut:
        says += f" {sdk.display(line - score, sdk.Unit.POINTS)} back would be enough for {line}."
    yield sdk.Estimate("points_lost", taken, "points", says, sdk.Basis.INFERENCE)
    counted = sum(count for count, _ in _violations(case))
    if counted:
        share = (taken / counted).quantize(_TENTH)
        says = f"On average over {counted:,} violations; graver and repeated ones cost more. {_HIDDEN}."
        yield sdk.Estimate("points_per_violation", share, "points", says, sdk.Basis.INFERENCE)


def _violations(case: sdk.Case) -> Iterator[tuple[int, sdk.Window]]:
    """How many were counted of each category, and the days that were looked at, as far as known."""
    for name in PENALISED:
        for each in case.others.get(name, ()):
            if isinstance(each.value, Decimal) and each.value > 0:
                yield int(each.value), each.window or sdk.Window(None, None)


def _aged_out(case: sdk.Case) -> Iterator[sdk.Estimate]:
    """When the last of the violations counted now must have left the 180 days."""
    gone = aged_out_on(case)
    if gone is None:
        return
    says = (
        f"By {gone} the newest violation counted now is {HISTORY_DAYS} days old and counts no longer,"
        " resolved or not; an open one can cost the account long before."
    )
    wait = Decimal(max((gone - case.day).days, 0))
    yield sdk.Estimate("days_until_aged_out", wait, "days", says, sdk.Basis.INFERENCE)


def aged_out_on(case: sdk.Case) -> date | None:
    """The day on which the newest violation counted now is too old; None where none is known."""
    try:
        return max((_gone(window, case.day) for _, window in _violations(case)), default=None)
    except OverflowError:
        return None


def _gone(window: sdk.Window, day: date) -> date:
    """The day that leaves behind the last day of a window; windows shorter than 180 days say nothing."""
    last = window.end or day
    days = days_until_out(window, last) or 0
    return last + timedelta(days=max(days, HISTORY_DAYS))
