"""The points of the Account Health Rating: what orders give, what violations took, what may come.

Published are the start, the gain by orders and the scale. What one violation costs is not: whatever is said
of it here is an inference.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from sellervitals_amazon.metrics.account import HISTORY_DAYS, MOST_POINTS

START = 200
"""The points of a new seller, and the least that an account without a violation has."""
POINTS, ORDERS = 4, 200
"""So many points for every so many orders of the last 180 days."""


def baseline(orders: int) -> int:
    """The points that orders of 180 days give with nothing lost, by full steps of 200 orders."""
    return min(MOST_POINTS, START + POINTS * (orders // ORDERS))


def linear(orders: int) -> Decimal:
    """The same without steps; which of the two Amazon does is not published."""
    return min(Decimal(MOST_POINTS), START + Decimal(POINTS * orders) / ORDERS)


def orders_for(points: Decimal) -> int:
    """Orders within 180 days that give at least so many points; 0 where none are asked for."""
    steps = (points / POINTS).to_integral_value(ROUND_CEILING)
    return ORDERS * max(int(steps), 0)


def lost(orders: int, score: Decimal) -> Decimal | None:
    """Points that open violations seem to cost; None where the rating is higher than orders can explain."""
    gap = baseline(orders) - score
    return gap if gap >= 0 else None


def orders_after(orders: int, daily: int, days: int) -> int:
    """Orders of 180 days in so many days, if today's lie evenly in them and so many come every day."""
    left = max(HISTORY_DAYS - days, 0)
    return orders * left // HISTORY_DAYS + daily * min(days, HISTORY_DAYS)


def forecast(score: Decimal, *, orders: int, later: int, back: Decimal = Decimal(0)) -> Decimal:
    """The rating once orders of 180 days have gone from ``orders`` to ``later`` and points came ``back``."""
    moved = score + back + baseline(later) - baseline(orders)
    return min(max(moved, Decimal(0)), Decimal(MOST_POINTS))
