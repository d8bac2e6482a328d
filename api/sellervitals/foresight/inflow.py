"""What comes in on a day that nobody knows yet: the mean of the last window, with how sure that can be."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from sellervitals.foresight.headroom import wilson

CONFIDENCE = Decimal("0.8")
_MANY = 10**24
"""Chances for a plain count: a Poisson count is a binomial one of very many rare chances."""


class Inflow(NamedTuple):
    """Bad events a day at the low, the expected and the high end, and all events a day.

    All of them in units of ``1 / scale``, so that sums of days stay whole numbers.
    """

    low: int
    expected: int
    high: int
    total: int
    scale: int

    def a_day(self, count: int) -> Fraction:
        """Give one of its numbers in events a day."""
        return Fraction(count, self.scale)


def assumed(bad: int, total: int, days: int, *, plain: bool = False) -> Inflow:
    """Take the means of the days that were counted; the share of bad events as an 80 % Wilson interval.

    All events a day are held at their mean. Nothing counted gives nothing.

    Args:
        bad: the bad events of those days.
        total: all events of those days.
        days: how many days, at least 1.
        plain: whether bad events alone are counted, so that the interval is the Poisson one.
    """
    among = _MANY if plain or bad > total > 0 else total
    interval = wilson(bad, among, CONFIDENCE)
    mean = Fraction(bad, days)
    if interval is None:
        return scaled(Fraction(0), Fraction(0), Fraction(0), Fraction(total, days))
    low, high = (Fraction(end) * among / days for end in interval)
    # the ends of the interval are rounded, and must not pass the mean by that
    return scaled(min(low, mean), mean, max(high, mean), Fraction(total, days))


def scaled(low: Fraction, expected: Fraction, high: Fraction, total: Fraction) -> Inflow:
    """Write events a day over one common denominator."""
    scale = lcm(low.denominator, expected.denominator, high.denominator, total.denominator)
    least, mean, most, everything = (
        each.numerator * (scale // each.denominator) for each in (low, expected, high, total)
    )
    return Inflow(least, mean, most, everything, scale)
