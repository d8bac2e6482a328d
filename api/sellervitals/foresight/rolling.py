"""Counts of single days, and their sums over windows that roll on by a day each day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import NamedTuple

from sellervitals.domain.measurement import Window

ONE_DAY = timedelta(days=1)


class Count(NamedTuple):
    """Bad events, and all events among which they were counted (0 where a metric counts bad ones alone)."""

    bad: int
    total: int


class Rolling:
    """Counts of single days, summed exactly over any window.

    Args:
        days: what was counted on each day that is known; at least one. A day that is not there is unknown,
            which is not the same as one on which nothing happened.
    """

    def __init__(self, days: Mapping[date, Count]) -> None:
        self._days = sorted(days)
        self._bad = [0, *accumulate(days[day].bad for day in self._days)]
        self._total = [0, *accumulate(days[day].total for day in self._days)]

    @property
    def first(self) -> date:
        """The first day that is known."""
        return self._days[0]

    @property
    def last(self) -> date:
        """The last day that is known."""
        return self._days[-1]

    def over(self, first: date, last: date) -> tuple[Count, int]:
        """Give the sums over a window, both ends included, and how many of its days are known."""
        start, end = bisect_left(self._days, first), bisect_right(self._days, last)
        if end <= start:
            return Count(0, 0), 0
        return Count(self._bad[end] - self._bad[start], self._total[end] - self._total[start]), end - start

    def gaps(self, first: date) -> list[Window]:
        """Give the runs of unknown days between ``first`` and the last known day."""
        known = [day for day in self._days if day >= first]
        if known and known[0] > first:
            known = [first - ONE_DAY, *known]
        return [
            Window(before + ONE_DAY, after - ONE_DAY)
            for before, after in pairwise(known)
            if after - before > ONE_DAY
        ]
