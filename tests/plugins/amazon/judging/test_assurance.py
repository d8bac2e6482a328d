"""Account Health Assurance: exactly ten or eleven days, gaps, and the edges of the six months."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals_amazon.judging.assurance import eligible_on, record, six_months_before

LINE = Decimal(250)
DAY = date(2026, 11, 22)
START = date(2026, 5, 23)
"""The first of the 184 days of the six months up to ``DAY``."""


def days(good=250, bad=(), missing=(), last=DAY, length=184):
    """Points of every day; ``bad`` and ``missing`` are numbers of days before the last one."""
    found = {last - timedelta(days=back): Decimal(good) for back in range(length) if back not in missing}
    return found | {last - timedelta(days=back): Decimal(249) for back in bad}


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (DAY, date(2026, 5, 22)),
        (date(2026, 8, 31), date(2026, 2, 28)),
        (date(2024, 8, 30), date(2024, 2, 29)),
        (date(2026, 6, 30), date(2025, 12, 30)),
        (date(2026, 1, 1), date(2025, 7, 1)),
    ],
)
def test_six_months_are_calendar_months(day, before):
    assert six_months_before(day) == before


def test_row_16_ten_days_below_are_spared_and_the_eleventh_resets():
    ten = days(bad=range(10, 20))
    assert record(ten, LINE, DAY) == (START, 184, 184, 10)
    assert eligible_on(ten, LINE, DAY) == DAY
    eleven = days(bad=range(10, 21))
    assert record(eleven, LINE, DAY).below == 11
    # the oldest of the eleven was 20 days ago, on 2 November; six months after it leaves, ten are left
    assert eligible_on(eleven, LINE, DAY) == date(2027, 5, 2)


def test_row_16_the_edges_of_the_six_months():
    inside = days(bad=(*range(10), 183), length=184)
    assert record(inside, LINE, DAY).below == 11
    assert eligible_on(inside, LINE, DAY) == DAY + timedelta(days=1)
    outside = days(bad=(*range(10), 184), length=185)
    assert record(outside, LINE, DAY).below == 10
    assert eligible_on(outside, LINE, DAY) == DAY


def test_row_16_days_without_a_measurement_never_count_as_good():
    gaps = days(missing=range(30, 40))
    assert (record(gaps, LINE, DAY).unknown, eligible_on(gaps, LINE, DAY)) == (10, DAY)
    more = days(missing=range(30, 41))
    assert record(more, LINE, DAY).unknown == 11
    assert eligible_on(more, LINE, DAY) == date(2027, 4, 13)
    assert eligible_on({}, LINE, DAY) == date(2027, 5, 12)


def test_points_after_the_day_do_not_count():
    assert record({DAY + timedelta(days=1): LINE}, LINE, DAY).measured == 0


@settings(deadline=None, max_examples=60)
@given(st.dates(date(2023, 1, 1), date(2027, 12, 31)), st.lists(st.sampled_from([249, 250, 0]), max_size=260))
def test_row_16_against_counting_every_day(last, told):
    points = {
        last - timedelta(days=back): Decimal(each) for back, each in enumerate(told) if each is not None
    }

    def spoiled(on):
        first = six_months_before(on) + timedelta(days=1)
        inside = [first + timedelta(days=each) for each in range((on - first).days + 1)]
        return sum(day <= last and points.get(day, Decimal(0)) < LINE for day in inside)

    ready = eligible_on(points, LINE, last)
    assert spoiled(ready) <= 10
    assert ready == last or spoiled(ready - timedelta(days=1)) > 10
    found = record(points, LINE, last)
    assert found.below + found.unknown == spoiled(last)


@pytest.mark.parametrize("last", [date(9999, 12, 31), date(9999, 8, 1), date(9999, 6, 30)])
def test_the_search_ends_where_the_calendar_ends(last):
    assert last < eligible_on({last: Decimal(300)}, LINE, last) <= date.max or last == date.max
