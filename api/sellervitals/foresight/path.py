"""The days to come, one by one: which window each of them reports, and what is in it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from sellervitals.domain.measurement import Window
from sellervitals.foresight.inflow import Inflow
from sellervitals.foresight.rolling import Count, Rolling


class Reporting(NamedTuple):
    """How a metric is reported: over so many days, the last of them so many days before the report."""

    length: int
    lag: int

    def window(self, day: date) -> Window:
        """Give the window that is reported on a day."""
        end = day - timedelta(days=self.lag)
        return Window(end - timedelta(days=self.length - 1), end)


class Step(NamedTuple):
    """One day to come: its window, what of it is known, and all that it then holds.

    ``low``, ``expected`` and ``high`` are bad events, ``total`` all events, in units of ``1 / scale``.
    ``whole`` are the bad events of the three as they can be counted: one counts when it is whole, and counts
    until all of it has left.
    ``known`` is None where only bounds are known of what has not left yet.
    """

    day: date
    window: Window
    known: Count | None
    known_days: int
    low: int
    expected: int
    high: int
    total: int
    scale: int
    whole: tuple[int, int, int]


def by_day(counted: Rolling, inflow: Inflow, reporting: Reporting, start: date, days: int) -> list[Step]:
    """Roll the window on day by day: known days count as they were, all others by the inflow."""
    return [_rolled(counted, inflow, reporting, start + timedelta(days=number)) for number in range(days + 1)]


def _rolled(counted: Rolling, inflow: Inflow, reporting: Reporting, day: date) -> Step:
    window = reporting.window(day)
    known, known_days = counted.over(window.start or day, window.end or day)
    new, scale = reporting.length - known_days, inflow.scale
    low, expected, high = (new * each for each in (inflow.low, inflow.expected, inflow.high))
    old = known.bad
    return Step(
        day=day,
        window=window,
        known=known,
        known_days=known_days,
        low=old * scale + low,
        expected=old * scale + expected,
        high=old * scale + high,
        total=known.total * scale + new * inflow.total,
        scale=scale,
        whole=(old + low // scale, old + expected // scale, old + high // scale),
    )


class Sums(NamedTuple):
    """What a window counted, whose days nobody knows one by one.

    ``end`` is its last day. ``plain``: bad events alone are counted, so that all may be of one day.
    """

    counted: Count
    end: date
    plain: bool = False


def bounded(sums: Sums, inflow: Inflow, reporting: Reporting, start: date, days: int) -> list[Step]:
    """Roll on a window of which the sums alone are known.

    All events lie evenly in it. Of the bad ones ``low`` lets as many as possible leave first, ``high`` as
    many as possible last, ``expected`` lets them leave evenly.

    Args:
        sums: over a window of ``reporting.length`` days.
        inflow: what comes in on each day after it.
        reporting: how long the window is, and how late it is reported.
        start: the first day to answer.
        days: how many more.
    """
    return [_bounded(sums, inflow, reporting, start + timedelta(days=number)) for number in range(days + 1)]


def _bounded(sums: Sums, inflow: Inflow, reporting: Reporting, day: date) -> Step:
    (counted, end, plain), window, length = sums, reporting.window(day), reporting.length
    new = min(max(((window.end or day) - end).days, 0), length)
    left = length - new
    bad, total, scale = counted.bad * length, counted.total, inflow.scale
    if plain:
        low, high = (0 if new else bad), (bad if left else 0)
    else:
        low, high = max(bad - total * new, 0), min(bad, total * left)
    kept = (low, counted.bad * left, high)
    come = [new * each for each in (inflow.low, inflow.expected, inflow.high)]
    at_least, evenly, at_most = (old * scale + each * length for old, each in zip(kept, come, strict=True))
    least, middle, most = (-(-old // length) + each // scale for old, each in zip(kept, come, strict=True))
    return Step(
        day=day,
        window=window,
        known=None if new else counted,
        known_days=left,
        low=at_least,
        expected=evenly,
        high=at_most,
        total=total * left * scale + new * inflow.total * length,
        scale=scale * length,
        whole=(least, middle, most),
    )
