"""Days in every spelling: read when certain, never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellervitals_amazon.documents.days import ANY, Order, read_days

JULY_4 = date(2026, 7, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-04",
        "2026-07-04T00:00:00Z",
        "2026-07-04T23:30:00-08:00",
        "2026-07-04 10:00",
        "2026/7/4",
        "04.07.2026",
        "4.7.26",
        "Jul 4, 2026",
        "July 4 2026",
        "4 July 2026",
        "04-Jul-2026",
    ],
)
def test_clear_by_itself(text):
    assert read_days([text]) == {text: JULY_4}


@pytest.mark.parametrize(
    "text",
    ["03/04/2026", "3-4-2026", "03/04/26", "20/10/23", "10/11/12", "", "soon", "13/13/2026", "4.13.26"],
)
def test_what_could_be_two_days_or_none_is_left_out(text):
    assert read_days([text]) == {}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/04/2026", date(2026, 4, 13)),
        ("04/13/2026", date(2026, 4, 13)),
        ("10/20/23", date(2023, 10, 20)),
        ("05/05/2026", date(2026, 5, 5)),
    ],
)
def test_one_number_above_12_or_two_equal_ones_are_certain(text, day):
    assert read_days([text]) == {text: day}


def test_the_whole_column_settles_the_order():
    assert read_days(["04/07/2026", "25/07/2026"])["04/07/2026"] == JULY_4
    assert read_days(["04/07/2026", "07/25/2026"])["04/07/2026"] == date(2026, 4, 7)


def test_a_column_that_contradicts_itself_settles_nothing():
    found = read_days(["04/07/2026", "25/07/2026", "07/25/2026"])
    assert found == {"25/07/2026": date(2026, 7, 25), "07/25/2026": date(2026, 7, 25)}


def test_the_usual_order_decides_only_what_the_cells_leave_open():
    usual = Order.MONTH_FIRST
    assert read_days(["04/07/26"], usual=usual) == {"04/07/26": date(2026, 4, 7)}
    day_first = read_days(["04/07/26", "25/07/26"], possible=ANY - {Order.YEAR_FIRST}, usual=usual)
    assert day_first["04/07/26"] == JULY_4


def test_two_digits_of_the_year_in_front_are_ruled_out_where_nobody_writes_them():
    assert read_days(["20/10/23"], possible=ANY - {Order.YEAR_FIRST}) == {"20/10/23": date(2023, 10, 20)}


@given(st.lists(st.text(max_size=12) | st.dates().map(lambda day: f"{day:%d/%m/%Y}"), max_size=8))
def test_whatever_stands_there_is_a_day_or_left_out(texts):
    found = read_days(texts)
    assert found.keys() <= set(texts)
    assert all(isinstance(day, date) for day in found.values())


@given(st.lists(st.dates(min_value=date(2000, 1, 1)), min_size=1))
def test_a_day_that_is_read_is_never_another_one(days):
    written = {f"{day:%m/%d/%Y}": day for day in days}
    for text, day in read_days(written).items():
        assert day == written[text]
