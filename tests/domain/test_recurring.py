"""Days that come back: found by calendar, site and date of the policy."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals.domain.recurring import days_between, next_days

RESET = {"name": "reset", "kind": "release", "source": "s", "says": "Points are wiped."}
QUARTER = sdk.recurring("2019-01-01", weekday="monday", week=1, months=(1, 4, 7, 10), **RESET)
LAST = sdk.recurring("2025-12-29", weekday="monday", week=-1, months=(3, 6, 9, 12), sites=("PH",), **RESET)
CALENDAR = (QUARTER, LAST)
TWENTIETH = sdk.recurring(
    "2016-02-20", day=20, name="evaluation", kind="review", source="s", says="Levels are given."
)
WEEKLY = sdk.recurring(
    "2020-01-01", weekday="monday", name="refresh", kind="review", source="s", says="It is counted anew."
)
days = st.dates(date(2019, 1, 1), date(2090, 1, 1))


def coming(calendar, after, site=None):
    return [(each.day, each.elsewhere) for each in next_days(calendar, date.fromisoformat(after), site)]


@pytest.mark.parametrize(
    ("after", "site", "day"),
    [
        ("2026-11-22", "SG", date(2027, 1, 4)),
        ("2026-10-05", "SG", date(2026, 10, 5)),
        ("2026-10-06", "SG", date(2027, 1, 4)),
        ("2026-11-22", "PH", date(2026, 12, 28)),
        ("2025-10-07", "PH", date(2025, 12, 29)),
        ("2025-09-30", "PH", date(2025, 10, 6)),
        ("2025-12-30", "PH", date(2026, 3, 30)),
    ],
)
def test_the_reset_of_a_country_and_date(after, site, day):
    assert coming(CALENDAR, after, site) == [(day, ())]


def test_without_a_site_it_says_where_other_days_hold():
    assert coming(CALENDAR, "2026-11-22") == [(date(2027, 1, 4), ("PH",))]


@pytest.mark.parametrize(
    ("after", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-11-21", date(2026, 12, 20)),
        ("2026-12-21", date(2027, 1, 20)),
    ],
)
def test_a_day_of_the_month(after, day):
    assert coming((TWENTIETH,), after) == [(day, ())]


def test_a_weekday_of_every_week():
    weekly = sdk.recurring("2019-01-01", weekday="monday", **{**RESET, "name": "evaluation"})
    assert coming((weekly,), "2026-11-22") == [(date(2026, 11, 23), ())]
    assert coming((weekly,), "2026-11-23") == [(date(2026, 11, 23), ())]


def test_nothing_comes_after_its_last_day_and_the_next_one_takes_over():
    ended = sdk.recurring("2019-01-01", day=5, until="2026-12-31", **RESET)
    newer = sdk.recurring("2027-01-01", day=9, **RESET)
    assert coming((ended,), "2026-12-06") == []
    assert coming((ended, newer), "2026-12-06") == [(date(2027, 1, 9), ())]


def test_several_names_come_in_the_order_of_their_days():
    found = next_days((QUARTER, TWENTIETH), date(2026, 11, 22), "SG")
    assert [each.recurring.name for each in found] == ["evaluation", "reset"]


@given(after=days)
def test_the_first_monday_is_a_monday_of_the_first_seven_days(after):
    ((day, _),) = [(each.day, each) for each in next_days((QUARTER,), after, None)]
    assert (day.weekday(), day.month in {1, 4, 7, 10}) == (0, True)
    assert day.day <= 7
    assert after <= day <= after + timedelta(days=100)


@given(after=days)
def test_the_last_monday_is_followed_by_none_in_its_month(after):
    last = sdk.recurring("2016-01-01", weekday="monday", week=-1, **RESET)
    (found,) = next_days((last,), after, None)
    assert found.day.weekday() == 0
    assert (found.day + timedelta(days=7)).month != found.day.month
    assert after <= found.day <= after + timedelta(days=36)


@given(after=st.dates())
@example(date.max)
def test_any_day_can_be_asked_for(after):
    next_days((QUARTER, LAST, TWENTIETH, WEEKLY), after, "PH")


def test_the_last_year_has_its_days_and_none_comes_after_it():
    assert coming((TWENTIETH, WEEKLY), "9999-11-25") == [(date(9999, 11, 29), ()), (date(9999, 12, 20), ())]
    assert coming((TWENTIETH, WEEKLY), "9999-12-28") == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "day or weekday must be given"),
        ({"day": 5, "weekday": "monday"}, "day or weekday must be given"),
        ({"day": 31}, "day must be 1 to 28"),
        ({"weekday": "Montag"}, "weekday must be one of monday"),
        ({"weekday": "monday", "week": 5}, "week must be 1 to 4 or -1"),
        ({"day": 5, "week": 1}, "week must be 1 to 4 or -1"),
        ({"day": 5, "months": (13,)}, "months must be months from 1 to 12"),
        ({"day": 5, "kind": "party"}, "kind must be one of"),
        ({"day": 5, "says": ""}, "says must be a non-empty text"),
        ({"day": 5, "resets_to": "none"}, "resets_to must be"),
        ({"day": 5, "resets_to": sdk.percent("1")}, "resets_to must be a decimal text"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(fields, problem):
    with pytest.raises(sdk.MetadataError, match=problem):
        sdk.recurring("2020-01-01", **{**RESET, **fields})


def test_every_day_between_two_days_by_the_calendar_of_each_time():
    found = days_between(CALENDAR, date(2025, 10, 6), date(2026, 7, 6), "PH")
    assert [str(each.day) for each in found] == ["2025-10-06", "2025-12-29", "2026-03-30", "2026-06-29"]
    found = days_between(CALENDAR, date(2025, 10, 6), date(2026, 7, 6), None)
    assert [(str(each.day), each.elsewhere) for each in found] == [
        ("2025-10-06", ("PH",)),
        ("2026-01-05", ("PH",)),
        ("2026-04-06", ("PH",)),
        ("2026-07-06", ("PH",)),
    ]


@given(after=days, length=st.integers(0, 400), site=st.sampled_from([None, "PH", "SG"]))
def test_all_days_are_the_next_ones_of_each_day(after, length, site):
    calendar = (*CALENDAR, TWENTIETH)
    last = after + timedelta(days=length)
    walked, day = [], after
    while day <= last:
        found = [each for each in next_days(calendar, day, site) if each.day <= last]
        if not found:
            break
        day = found[0].day
        walked += sorted((day, each.recurring.name) for each in found if each.day == day)
        day += timedelta(days=1)
    assert [(each.day, each.recurring.name) for each in days_between(calendar, after, last, site)] == walked


def test_what_a_number_is_reset_to():
    assert sdk.recurring("2020-01-01", day=1, resets_to="0", **RESET).resets_to == 0
    assert QUARTER.resets_to is None
