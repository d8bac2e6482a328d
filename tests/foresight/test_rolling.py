"""Sums over windows that roll on: against brute force, at every edge, and with what nobody knows."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sellervitals.foresight.inflow import assumed, scaled
from sellervitals.foresight.path import Reporting, by_day
from sellervitals.foresight.rolling import Count, Rolling

START = date(2026, 11, 22)
NOTHING = scaled(*[Fraction(0)] * 4)
DAYS = st.dictionaries(
    st.integers(-60, 5).map(lambda number: START + timedelta(days=number)),
    st.tuples(st.integers(0, 9), st.integers(0, 40)).map(lambda pair: Count(min(pair), max(pair))),
    min_size=1,
    max_size=40,
)
RULES = st.builds(Reporting, st.integers(1, 40), st.integers(0, 20))


def counts(first, *several):
    return Rolling({first + timedelta(days=number): Count(*each) for number, each in enumerate(several)})


@given(DAYS, RULES, st.integers(0, 60))
def test_forecast_with_zero_inflow_is_pure_roll_off(days, rules, horizon):
    steps = by_day(Rolling(days), NOTHING, rules, START, horizon)
    assert len(steps) == horizon + 1
    for number, step in enumerate(steps):
        last = START + timedelta(days=number - rules.lag)
        inside = [
            days[day] for day in (last - timedelta(days=back) for back in range(rules.length)) if day in days
        ]
        brute = sum(each.bad for each in inside)
        assert (step.low, step.expected, step.high) == (brute,) * 3
        assert step.total == sum(each.total for each in inside)
        assert step.known_days == len(inside)


@given(DAYS, RULES, st.integers(0, 60))
def test_low_is_never_above_expected_and_that_never_above_high(days, rules, horizon):
    counted = Rolling(days)
    window = rules.window(START)
    sums, known = counted.over(window.start, window.end)
    for step in by_day(counted, assumed(*sums, max(known, 1)), rules, START, horizon):
        assert 0 <= step.low <= step.expected <= step.high <= max(step.total, step.high)
        assert step.high <= step.total


@given(DAYS, st.integers(0, 60))
def test_gaps_and_known_days_are_all_days(days, back):
    first = START - timedelta(days=back)
    counted = Rolling(days)
    unknown = {
        each.start + timedelta(days=number) for each in counted.gaps(first) for number in range(each.days)
    }
    span = (counted.last - first).days + 1
    everything = {first + timedelta(days=number) for number in range(max(span, 0))}
    assert unknown == everything - days.keys()


def test_the_lag_moves_the_window_and_nothing_else():
    days = counts(date(2026, 11, 1), *[(1, 10)] * 10)
    without = by_day(days, NOTHING, Reporting(5, 0), date(2026, 11, 8), 0)[0]
    late = by_day(days, NOTHING, Reporting(5, 7), date(2026, 11, 15), 0)[0]
    assert without._replace(day=late.day) == late
    assert late.window == (date(2026, 11, 4), date(2026, 11, 8))


def test_row_9_a_defect_leaves_after_its_distance_from_the_start_plus_one():
    first, order = date(2020, 9, 6), date(2020, 9, 20)
    days = Rolling(
        {first + timedelta(days=number): Count(0, 10) for number in range(60)} | {order: Count(1, 10)}
    )
    steps = by_day(days, NOTHING, Reporting(60, 0), date(2020, 11, 4), 20)
    assert [step.known.bad for step in steps].index(0) == (order - first).days + 1 == 15


def test_an_unknown_day_is_not_zero():
    days = Rolling({date(2026, 11, 1): Count(2, 10), date(2026, 11, 3): Count(0, 10)})
    inflow = scaled(Fraction(1, 10), Fraction(1, 2), Fraction(1), Fraction(10))
    (step,) = by_day(days, inflow, Reporting(3, 0), date(2026, 11, 3), 0)
    assert (step.known, step.known_days) == (Count(2, 20), 2)
    assert [Fraction(each, step.scale) for each in (step.low, step.expected, step.high, step.total)] == [
        Fraction(21, 10),
        Fraction(5, 2),
        3,
        30,
    ]
    assert days.gaps(date(2026, 11, 1)) == [(date(2026, 11, 2), date(2026, 11, 2))]
    assert days.gaps(date(2026, 10, 30))[0] == (date(2026, 10, 30), date(2026, 10, 31))


def test_days_without_anything_are_known_and_empty():
    days = counts(date(2026, 11, 1), (0, 0), (0, 0), (1, 1))
    (step,) = by_day(days, NOTHING, Reporting(2, 1), date(2026, 11, 3), 0)
    assert (step.known, step.known_days, step.total) == (Count(0, 0), 2, 0)


def test_huge_counts_stay_exact():
    days = counts(date(2026, 11, 1), *[(10**15 - 1, 10**15)] * 60)
    (step,) = by_day(days, NOTHING, Reporting(60, 0), date(2026, 12, 30), 0)
    assert step.known == Count(60 * (10**15 - 1), 60 * 10**15)
