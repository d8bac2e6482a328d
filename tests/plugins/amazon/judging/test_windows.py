"""When a case leaves a window, and which window a report requested today can show."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sellervitals import plugin as sdk
from sellervitals_amazon.judging.windows import days_until_out, newest_window


def test_row_9_day_a_defect_leaves():
    window = sdk.Window(date(2020, 9, 6), date(2020, 11, 4))
    assert days_until_out(window, date(2020, 9, 20)) == 15
    assert days_until_out(window, date(2020, 9, 6)) == 1
    assert days_until_out(window, date(2020, 11, 4)) == 60
    assert days_until_out(sdk.Window(None, date(2020, 11, 4)), date(2020, 9, 20)) is None


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(1, 200), st.data())
def test_row_9_against_rolling_the_window_day_by_day(start, length, data):
    window = sdk.Window(start, start + timedelta(days=length - 1))
    order = start + timedelta(days=data.draw(st.integers(0, length - 1)))
    rolled = 0
    while start + timedelta(days=rolled) <= order:
        rolled += 1
    assert days_until_out(window, order) == rolled


def test_row_17_invoice_window():
    found = newest_window("invoice_defect_rate", date(2026, 5, 2))
    assert found == (date(2026, 4, 19), date(2026, 4, 25))
    assert sdk.Window(*found).days == 7


def test_row_18_unit_delivery_window():
    found = newest_window("unit_on_time_delivery_rate", date(2026, 9, 30))
    assert found == (date(2026, 9, 10), date(2026, 9, 23))
    assert sdk.Window(*found).days == 14
