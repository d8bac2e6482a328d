"""Whether a number jumps against its own history: the modified z-score of Iglewicz and Hoaglin (1993).

The score is 0.6745 (x - median) / MAD, where MAD is the median of the distances to the median. Neither is
moved by a few outliers. The verdict is exact; only the score that is shown is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, localcontext
from statistics import median
from typing import NamedTuple

from sellervitals.domain.measurement import Unit
from sellervitals.domain.rate import Rate, plain

THRESHOLD = Decimal("3.5")
"""Iglewicz and Hoaglin advise to label what is beyond it as an outlier; a score of just that is none."""
LEAST_POINTS = 8
"""Fewer values say too little of what is usual."""
BASELINE = 90
"""Of the values before, so many of the newest are looked at."""

_SCALE = Decimal("0.6745")
"""The MAD of a standard normal distribution."""
_LEAST_CHANGE: Mapping[Unit, Decimal] = {Unit.RATIO: Decimal("0.001"), Unit.STARS: Decimal("0.1")}
"""In the value's own unit; 1 for every other: a point, a day, a piece."""
_LEAST_SHARE = Decimal("0.1")
_DIGITS = 60
"""A value has 25 digits at most, so that every product and mean of them is exact."""


class Reading(NamedTuple):
    """A value and the day that it stands for; see ``exact``."""

    day: date
    value: Decimal


class Departure(NamedTuple):
    """How a value lies to the ``points`` values before it.

    ``deviation`` is the MAD, in the value's unit. ``score`` is None where that is 0: more than half of the
    values before are the same, and there is no spread to measure by.
    """

    value: Decimal
    median: Decimal
    deviation: Decimal
    score: Decimal | None
    points: int


def exact(value: Rate | Decimal) -> Decimal:
    """Give a value as answers and the store write it: rates as a ratio, with ten places at most."""
    return Decimal(str(value) if isinstance(value, Rate) else plain(value))


def departure(value: Decimal, earlier: Sequence[Decimal], unit: Unit) -> Departure | None:
    """Say how a value departs from those before it; None where it does not, or where they are too few.

    Where more than half of them are the same, it departs by a tenth of that, and by no less than 0.1
    percentage points, a tenth of a star, or 1 of any other unit.

    Args:
        value: what is in question.
        earlier: the values before it, the oldest first; the newest ``BASELINE`` of them count.
        unit: of all of them.
    """
    known = earlier[-BASELINE:]
    if len(known) < LEAST_POINTS:
        return None
    with localcontext() as context:
        context.prec = _DIGITS
        middle = median(known)
        spread = median([abs(each - middle) for each in known])
        change = value - middle
        if spread:
            if _SCALE * abs(change) <= THRESHOLD * spread:
                return None
            return Departure(value, middle, spread, _SCALE * change / spread, len(known))
        least = max(_LEAST_CHANGE.get(unit, Decimal(1)), _LEAST_SHARE * abs(middle))
        return Departure(value, middle, spread, None, len(known)) if abs(change) >= least else None


def departures(
    readings: Iterable[Reading], unit: Unit, first: date | None = None
) -> Iterator[tuple[date, Departure]]:
    """Find the days of a series that depart from those before them, the earliest first.

    Args:
        readings: one of each day.
        unit: of all of them.
        first: the first day that is looked at; days before it are only looked back at.
    """
    ordered = sorted(readings)
    values = [each.value for each in ordered]
    for place, (day, value) in enumerate(ordered):
        if first is None or day >= first:
            found = departure(value, values[max(place - BASELINE, 0) : place], unit)
            if found is not None:
                yield day, found
