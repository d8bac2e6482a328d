"""Windows of which only the sums are known: every order of leaving lies between the bounds."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sellervitals.foresight.inflow import assumed, scaled
from sellervitals.foresight.path import Reporting, Sums, bounded, by_day
from sellervitals.foresight.rolling import Count, Rolling

START = date(2026, 11, 22)
NOTHING = scaled(*[Fraction(0)] * 4)


def shares(step):
    return [Fraction(each, step.scale) for each in (step.low, step.expected, step.high, step.total)]


@given(st.data(), st.integers(1, 30), st.integers(0, 9), st.integers(1, 20))
def test_any_order_of_leaving_lies_within_the_bounds(data, length, lag, orders):
    rules = Reporting(length, lag)
    bad = data.draw(st.lists(st.integers(0, orders), min_size=length, max_size=length))
    window = rules.window(START)
    days = Rolling(
        {window.start + timedelta(days=number): Count(each, orders) for number, each in enumerate(bad)}
    )
    sums = Count(sum(bad), orders * length)
    inflow = assumed(*sums, length)
    exact = by_day(days, inflow, rules, START, length + 2)
    for known, bound in zip(
        exact, bounded(Sums(sums, window.end), inflow, rules, START, length + 2), strict=True
    ):
        low, expected, high, total = shares(bound)
        assert low <= expected <= high <= total
        assert low <= shares(known)[0]
        assert shares(known)[2] <= high
        assert total == shares(known)[3]


def test_all_is_there_today_and_gone_when_the_window_has_rolled_over():
    rules = Reporting(4, 2)
    sums = Sums(Count(3, 40), rules.window(START).end)
    steps = bounded(sums, NOTHING, rules, START, 5)
    assert [shares(each)[:3] for each in steps] == [
        [3, 3, 3],
        [0, Fraction(9, 4), 3],
        [0, Fraction(6, 4), 3],
        [0, Fraction(3, 4), 3],
        [0, 0, 0],
        [0, 0, 0],
    ]
    assert [shares(each)[3] for each in steps] == [40, 30, 20, 10, 0, 0]
    assert [each.known for each in steps] == [Count(3, 40), None, None, None, None, None]


def test_cases_of_a_plain_count_may_all_be_of_one_day():
    sums = Sums(Count(3, 0), START, plain=True)
    steps = bounded(sums, NOTHING, Reporting(180, 0), START, 180)
    assert shares(steps[1])[:3] == [0, 3 * Fraction(179, 180), 3]
    assert shares(steps[179])[2] == 3
    assert shares(steps[180])[:3] == [0, 0, 0]


def test_an_older_report_has_lost_days_already():
    sums = Sums(Count(2, 20), START - timedelta(days=1))
    first, *_ = bounded(sums, NOTHING, Reporting(2, 0), START, 0)
    assert (first.known_days, shares(first)) == (1, [0, 1, 2, 10])


def test_an_event_counts_when_it_is_whole_and_until_all_of_it_has_left():
    inflow = scaled(Fraction(1, 10), Fraction(1, 4), Fraction(1, 3), Fraction(1))
    sums = Sums(Count(3, 0), START, plain=True)
    steps = bounded(sums, inflow, Reporting(4, 0), START, 12)
    assert [each.whole for each in steps[:6]] == [
        (3, 3, 3),
        (0, 3, 3),  # 9/4 are not gone, and a quarter has not come
        (0, 2, 3),
        (0, 1, 4),
        (0, 1, 1),
        (0, 1, 1),
    ]
    days = Rolling({START - timedelta(days=1): Count(1, 1), START: Count(0, 1)})
    assert [each.whole for each in by_day(days, inflow, Reporting(2, 0), START, 4)] == [
        (1, 1, 1),
        (0, 0, 0),
        (0, 0, 0),
        (0, 0, 0),
        (0, 0, 0),
    ]


@given(st.integers(0, 50), st.integers(0, 50), st.builds(Reporting, st.integers(1, 30), st.integers(0, 9)))
def test_whole_events_keep_the_order_of_the_scenarios(bad, more, rules):
    inflow = assumed(bad, bad + more, rules.length)
    for step in bounded(Sums(Count(bad, bad + more), START), inflow, rules, START, 40):
        assert list(step.whole) == sorted(step.whole)
        assert all(isinstance(each, int) for each in step.whole)
