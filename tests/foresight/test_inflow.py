"""What comes in: the exact mean, and an interval of the standard library's normal distribution."""

from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.foresight.headroom import wilson
from sellervitals.foresight.inflow import assumed, scaled

COUNTS = st.tuples(st.integers(0, 10**15), st.integers(0, 10**15)).map(sorted)


@given(COUNTS, st.integers(1, 400))
def test_the_mean_is_exact_and_lies_between_the_ends(counts, days):
    bad, total = counts
    inflow = assumed(bad, total, days)
    assert inflow.a_day(inflow.expected) == Fraction(bad, days)
    assert inflow.a_day(inflow.total) == Fraction(total, days)
    assert 0 <= inflow.low <= inflow.expected <= inflow.high <= inflow.total


@given(st.integers(0, 10**6), st.integers(1, 400))
def test_a_plain_count_has_the_poisson_interval(bad, days):
    inflow = assumed(bad, 0, days, plain=True)
    z2 = NormalDist().inv_cdf(0.9) ** 2
    spread = (z2 * (z2 / 4 + bad)) ** 0.5
    low, high = (float(inflow.a_day(each)) * days for each in (inflow.low, inflow.high))
    assert low == pytest.approx(bad + z2 / 2 - spread, abs=1e-6, rel=1e-9)
    assert high == pytest.approx(bad + z2 / 2 + spread, abs=1e-6, rel=1e-9)
    assert inflow.total == 0


def test_the_ends_are_the_80_percent_wilson_interval():
    # 12 of 1,200: (24 + z² ± z √(z² + 48 * 1188 / 1200)) / (2 (1200 + z²)) with z² = 1.642374...
    found = wilson(12, 1200, Decimal("0.8"))
    assert round(found.low * 20, 10) == Decimal("0.1386158016")
    assert round(found.high * 20, 10) == Decimal("0.2881729829")
    inflow = assumed(12, 1200, 60)
    assert inflow.a_day(inflow.low) == Fraction(found.low) * 20
    assert inflow.a_day(inflow.high) == Fraction(found.high) * 20


def test_the_95_percent_interval_is_what_it_was():
    # 10 of 100 is the textbook's example: 5.52 % to 17.44 %
    assert [round(each, 6) for each in wilson(10, 100)] == [Decimal("0.055229"), Decimal("0.174366")]


def test_nothing_counted_brings_nothing():
    assert assumed(0, 0, 60)[:4] == (0, 0, 0, 0)


def test_more_bad_events_than_events_get_the_poisson_interval_where_a_rate_may_exceed_100_percent():
    inflow = assumed(5, 2, 10)
    assert inflow.low < inflow.expected < inflow.high


def test_amounts_share_one_scale():
    inflow = scaled(Fraction(1, 3), Fraction(1, 2), Fraction(1), Fraction(17))
    assert inflow == (2, 3, 6, 102, 6)
