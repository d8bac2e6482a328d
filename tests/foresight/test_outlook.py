"""Days on which a line breaks and holds again, and why there may be none."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals.foresight.inflow import scaled
from sellervitals.foresight.outlook import Scenarios, Why, breach, recovery, relapse
from sellervitals.foresight.path import Reporting, by_day
from sellervitals.foresight.rolling import Count, Rolling

DAYS = [date(2026, 11, 22) + timedelta(days=number) for number in range(5)]
NO, YES = False, True


def alike(*states):
    return Scenarios(states, states, states)


@pytest.mark.parametrize(
    ("states", "settled", "expected"),
    [
        ((YES, NO, NO, NO, NO), True, (None, Why.ALREADY)),
        ((NO, NO, YES, NO, NO), True, (DAYS[2], None)),
        ((NO, NO, NO, NO, YES), False, (DAYS[4], None)),
        ((NO, NO, NO, NO, NO), False, (None, Why.NOT_WITHIN_HORIZON)),
        ((NO, NO, NO, NO, NO), True, (None, Why.NEVER)),
        ((NO, NO, None, None, None), True, (None, Why.NOTHING_LEFT)),
        ((None, None, YES, NO, NO), True, (DAYS[2], None)),
    ],
)
def test_breach(states, settled, expected):
    assert breach(DAYS, alike(*states), settled=settled) == (expected,) * 3


@pytest.mark.parametrize(
    ("states", "settled", "expected"),
    [
        ((NO, YES, NO, NO, NO), True, (None, Why.NOT_BROKEN)),
        ((YES, YES, NO, NO, NO), True, (DAYS[2], None)),
        ((YES, YES, YES, YES, NO), False, (DAYS[4], None)),
        ((YES, YES, YES, YES, YES), False, (None, Why.NOT_WITHIN_HORIZON)),
        ((YES, YES, YES, YES, YES), True, (None, Why.NEVER)),
        ((YES, YES, None, None, None), True, (None, Why.NOTHING_LEFT)),
        ((None, NO, NO, NO, NO), True, (None, Why.NOT_BROKEN)),
    ],
)
def test_recovery_and_nothing_to_judge_is_none(states, settled, expected):
    assert recovery(DAYS, alike(*states), settled=settled) == (expected,) * 3


def test_what_breaks_again_is_said():
    assert relapse(DAYS, (YES, NO, NO, YES, YES)) == DAYS[3]
    assert relapse(DAYS, (YES, NO, NO, NO, NO)) is None
    assert relapse(DAYS, (YES, YES, YES, YES, YES)) is None
    assert relapse(DAYS, (NO, YES, NO, YES, NO)) is None


def _day(end):
    return end.day or date.max


@given(st.lists(st.tuples(*[st.integers(0, 10)] * 3).map(sorted), min_size=5, max_size=5), st.integers(0, 10))
def test_more_never_breaks_later_nor_recovers_earlier(path, line):
    broken = Scenarios(*([values[number] > line for values in path] for number in range(3)))
    first = breach(DAYS, broken, settled=False)
    if Why.ALREADY not in {each.why for each in first}:
        assert _day(first.earliest) <= _day(first.expected) <= _day(first.latest)
    back = recovery(DAYS, broken, settled=False)
    if Why.NOT_BROKEN not in {each.why for each in back}:
        assert _day(back.earliest) <= _day(back.expected) <= _day(back.latest)


def _breach_with(days, rules, line, bad, total):
    """The first day of sixty on which a rate over some days is at its line or above."""
    inflow = scaled(*[Fraction(bad)] * 3, Fraction(total))
    steps = by_day(Rolling(days), inflow, rules, DAYS[0], 60)
    states = [None if not each.total else Fraction(each.expected, each.total) >= line for each in steps]
    return breach([each.day for each in steps], Scenarios(*[states] * 3), settled=False).expected


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted), min_size=1, max_size=30),
    st.builds(Reporting, st.integers(1, 30), st.integers(0, 10)),
    st.fractions(0, 1),
    st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20)).map(sorted),
)
def test_more_inflow_never_means_a_later_breach(counts, rules, line, inflow):
    last = DAYS[0] - timedelta(days=rules.lag)
    days = {last - timedelta(days=number): Count(*each) for number, each in enumerate(counts)}
    less, more, total = inflow
    earlier, later = (_breach_with(days, rules, line, each, total) for each in (more, less))
    assert (earlier.day or DAYS[0]) <= (later.day or date.max)
    assert later.day is None or earlier.day is not None or earlier.why is Why.ALREADY
