"""The least that has to happen for rates to meet their limits: good events for all, bad ones taken away.

Good events are shared: an order that goes well enlarges every rate that counts orders. A bad event is taken
away from one rate alone: a defect that was removed on appeal leaves the numerator, its order stays. For a
number of good events each rate needs a least number of removals, a step function; so there is one unknown.
Between the places where another condition takes over, all these functions repeat themselves, lower by a
fixed step, after as many good events as their denominators have in common. One such period is searched, by
halves, with what a straight line through the steps would cost as the bound. No size of a count matters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from heapq import heappop, heappush
from itertools import combinations, pairwise
from math import ceil, lcm
from typing import NamedTuple

from sellervitals.domain.measurement import Better, Comparator
from sellervitals.domain.rate import Rate

MOST = 10**15
"""Good events that are thought of; more than that is out of reach."""
STEPS = 20_000
"""Rates looked at in halves, before the search gives up proving that what it found is the cheapest."""


class Line(NamedTuple):
    """What a rate must be. Below ``minimum_sample`` events it is not asked.

    ``enough`` removals leave so few bad events that the rate does not matter; None where it always does.
    """

    must_be: Comparator
    at: Rate
    minimum_sample: int = 0
    enough: int | None = None


class Counts(NamedTuple):
    """A rate's counts and what is asked of it.

    ``effort`` is that of taking one bad event away; None where that cannot be done.
    """

    numerator: int
    denominator: int
    better: Better
    lines: tuple[Line, ...]
    effort: Fraction | None

    @property
    def bad(self) -> int:
        """The bad events that could be taken away."""
        return self.numerator if self.better is Better.LOWER else self.denominator - self.numerator

    @property
    def removable(self) -> int:
        """The bad events that can be taken away."""
        return 0 if self.effort is None else self.bad

    def removals(self, clean: int) -> int:
        """Give the least number of removals after so many good events; more than ``bad`` is impossible."""
        return max((_least(line, self, clean) for line in self.lines), default=0)


class Plan(NamedTuple):
    """What to do: good events, and removals by the place of each rate.

    ``proved`` is False where the search gave up before everything cheaper was ruled out.
    """

    clean: int
    removals: tuple[int, ...]
    proved: bool = True


def clean_alone(rates: Sequence[Counts]) -> int | None:
    """Give the fewest good events after which nothing has to be taken away; None: no number is enough."""
    starts = {0, *(start for each in rates for start in _starts(each))}
    enough = (each for each in sorted(starts) if not any(rate.removals(each) for rate in rates))
    return next((each for each in enough if each < MOST), None)


def removals_alone(rate: Counts) -> int | None:
    """Give the smallest number of removals that is enough by itself; None: all of them are not."""
    needed = rate.removals(0)
    return needed if needed <= rate.bad else None


def cheapest(rates: Sequence[Counts], effort: Fraction | None) -> Plan | None:
    """Give the cheapest plan, of several the one with the fewest events, then with the fewest good ones.

    Args:
        rates: those that share their good events; an order that all answers keep.
        effort: of one good event; None where there can be none.

    Returns:
        None where no number of events is enough.
    """
    found = _Search(rates, effort)
    if effort is None:
        return found.plan(0) if found.cost(0) is not None else None
    return found.run()


class _Search:
    """One search; weights are whole numbers that count the effort first and the events after it."""

    def __init__(self, rates: Sequence[Counts], effort: Fraction | None) -> None:
        self.rates = rates
        efforts = [effort or Fraction(0), *(each.effort or Fraction(0) for each in rates)]
        scale = lcm(*(each.denominator for each in efforts))
        events = MOST + sum(each.removable for each in rates) + 1
        self.clean, *self.removal = (int(each * scale) * events + 1 for each in efforts)
        self.budget = STEPS // max(len(rates), 1)
        self.best: tuple[int, int] | None = None
        """What the best plan costs, and its good events."""

    def cost(self, clean: int) -> int | None:
        """What it costs with so many good events; None where that is impossible."""
        total = self.clean * clean
        for each, weight in zip(self.rates, self.removal, strict=True):
            needed = each.removals(clean)
            if needed > each.removable:
                return None
            total += weight * needed
        return total

    def plan(self, clean: int, *, proved: bool = True) -> Plan:
        return Plan(clean, tuple(each.removals(clean) for each in self.rates), proved)

    def run(self) -> Plan | None:
        places = sorted({0, MOST, *(each for rate in self.rates for each in _places(rate))})
        for each in places:
            self._offer(each)
        proved = True
        for lo, hi in pairwise(places):
            proved &= self._stretch(lo, hi - 1)
        return None if self.best is None else self.plan(self.best[1], proved=proved)

    def _offer(self, clean: int) -> None:
        cost = self.cost(clean)
        if cost is not None and (self.best is None or (cost, clean) < self.best):
            self.best = cost, clean

    def _stretch(self, lo: int, hi: int) -> bool:
        """Search between two places; False where the search gave up."""
        if self.cost(lo) is None:
            return True  # so is the rest: what is possible begins at a place
        falling = [each for each in self.rates if each.removals(lo) != each.removals(hi)]
        period = lcm(*(_exact(line).denominator for each in falling for line in each.lines))
        if hi - lo >= period:
            first, later = self.cost(lo), self.cost(lo + period)
            if first is not None and later is not None:
                lo, hi = (lo, lo + period - 1) if first <= later else (hi - period + 1, hi)
        halves: list[tuple[int, int, int]] = []

        def put(start: int, end: int) -> None:
            heappush(halves, (self._bound(start, end), start, end))

        put(lo, hi)
        while halves:
            bound, start, end = heappop(halves)
            if self.best is not None and (bound, start) >= self.best:
                break  # so is all that is left
            self._offer(start)
            self._offer(end)
            if end - start < 2:  # noqa: PLR2004 - both ends were looked at
                continue
            self.budget -= 1
            if self.budget < 0:
                return False
            middle = (start + end) // 2
            put(start, middle)
            put(middle, end)
        return True

    def _bound(self, start: int, end: int) -> int:
        """What everything between two numbers of good events costs at least."""
        fewest = self.clean * start
        at_start, at_end = Fraction(self.clean * start), Fraction(self.clean * end)
        for each, weight in zip(self.rates, self.removal, strict=True):
            fewest += weight * each.removals(end)
            at_start += weight * _straight(each, start)
            at_end += weight * _straight(each, end)
        return max(fewest, ceil(min(at_start, at_end)))


def _least(line: Line, counts: Counts, clean: int) -> int:
    return 0 if counts.denominator + clean < line.minimum_sample else _enforced(line, counts, clean)


def _enforced(line: Line, counts: Counts, clean: int) -> int:
    """Count the removals that a line asks for where it is asked at all."""
    needed = _by_rate(line, counts, clean)
    return needed if line.enough is None else min(needed, line.enough)


def _by_rate(line: Line, counts: Counts, clean: int) -> int:
    """Count the removals that bring the rate itself to the line."""
    top, bottom, t, u = counts.numerator, counts.denominator + clean, line.at.numerator, line.at.denominator
    if line.must_be is Comparator.BELOW:
        needed = top - (t * bottom - 1) // u
    elif line.must_be is Comparator.AT_MOST:
        needed = top - t * bottom // u
    elif line.must_be is Comparator.AT_LEAST:
        needed = -(-t * bottom // u) - top - clean
    else:
        needed = t * bottom // u + 1 - top - clean
    return max(needed, 0)


def _straight(counts: Counts, clean: int) -> Fraction:
    """Give the removals as if there were parts of one: never more than there have to be."""
    return max((_part(line, counts, clean) for line in counts.lines), default=Fraction(0))


def _part(line: Line, counts: Counts, clean: int) -> Fraction:
    if counts.denominator + clean < line.minimum_sample:
        return Fraction(0)
    asked = _exact(line) * (counts.denominator + clean)
    lower = line.must_be.better is Better.LOWER
    needed = max(counts.numerator - asked if lower else asked - counts.numerator - clean, Fraction(0))
    return needed if line.enough is None else min(needed, Fraction(line.enough))


def _reached(line: Line, counts: Counts, most: int, asks: Callable[[Line, Counts, int], int]) -> int:
    """Give the first number of good events from which on a line asks for at most so many removals."""

    def reached(clean: int) -> bool:
        return asks(line, counts, clean) <= most

    return bisect_left(range(MOST), x=True, key=reached)


def _starts(counts: Counts) -> Iterator[int]:
    """Give every number of good events from which on nothing may have to be taken away."""
    for line in counts.lines:
        yield max(_reached(line, counts, 0, _enforced), line.minimum_sample - counts.denominator)


def _places(counts: Counts) -> Iterator[int]:
    """Give every number of good events at which another condition takes over."""
    levels = {0, counts.removable, *(each.enough for each in counts.lines if each.enough is not None)}
    for line in counts.lines:
        yield max(line.minimum_sample - counts.denominator, 0)
        # by the rate: where few enough are left anyway, its demand begins to matter only below that
        yield from (_reached(line, counts, most, _by_rate) for most in levels)
    for one, two in combinations(counts.lines, 2):
        crossing = _crossing(one, two, counts)
        if crossing is not None and 0 <= crossing < MOST:
            yield crossing


def _crossing(one: Line, two: Line, counts: Counts) -> int | None:
    """Give the first whole number beyond which the other of two lines asks for more; None: never."""
    (a, b), (c, d) = _slope(one, counts), _slope(two, counts)
    return None if b == d else (a - c) // (b - d) + 1


def _slope(line: Line, counts: Counts) -> tuple[Fraction, Fraction]:
    """Write the removals that a line asks for as ``a - b * clean``."""
    at = _exact(line)
    if line.must_be.better is Better.LOWER:
        return counts.numerator - at * counts.denominator, at
    return at * counts.denominator - counts.numerator, 1 - at


def _exact(line: Line) -> Fraction:
    return Fraction(line.at.numerator, line.at.denominator)
