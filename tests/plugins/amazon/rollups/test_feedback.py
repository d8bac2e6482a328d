"""Negative feedback: which ratings count, over which days, and what happens when no day is certain."""

from datetime import date
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.seller_feedback import TYPE, Rating
from sellervitals_amazon.rollups.feedback import negative_feedback


def measured(*rows, site="US"):
    ratings = [Rating(number, *row) for number, row in enumerate(rows, 2)]
    table = sdk.Table(TYPE, ratings, site)
    [found] = negative_feedback(sdk.Tables(date(2026, 11, 22), site, {TYPE: table}))
    return found


def test_one_and_two_stars_of_the_60_days_to_the_newest_day():
    found = measured(
        (1, "A", "10/20/23"),
        (2, "B", "8/22/23"),
        (2, "C", "8/21/23"),
        (3, "D", "10/21/23"),
        (4, "E", "10/1/23"),
    )
    assert found.window == sdk.Window(date(2023, 8, 23), date(2023, 10, 21))
    assert found.window.days == 60
    assert found.value == Decimal(1)
    found = measured((1, "A", "10/20/23"), (2, "B", "8/22/23"), (2, "C", "8/21/23"))
    assert (found.value, found.window.start) == (Decimal(2), date(2023, 8, 22))


def test_items_go_by_order_the_newest_first():
    items = measured((2, "A", "10/18/23"), (1, "B", "10/20/23"), (1, None, "10/19/23")).breakdown.items
    assert [(each.id, each.situation) for each in items] == [
        ("B", "1 star on 2023-10-20"),
        ("row 4", "1 star on 2023-10-19"),
        ("A", "2 stars on 2023-10-18"),
    ]
    assert items[0].pointer == "/row/3"


def test_the_us_write_the_month_first():
    assert measured((1, "A", "3/4/26")).window.end == date(2026, 3, 4)
    assert measured((1, "A", "3/4/26"), (1, "B", "25/3/26")).window.end == date(2026, 4, 3)


def test_elsewhere_only_the_column_tells():
    assert measured((1, "A", "3/4/26"), site="UK").window is None
    assert measured((1, "A", "3/4/26"), (3, "B", "25/3/26"), site="UK").window.end == date(2026, 4, 3)
    assert measured((1, "A", "20/10/23"), site="UK").window.end == date(2023, 10, 20)


def test_in_japan_and_without_a_store_the_year_may_stand_first():
    assert measured((1, "A", "20/10/23"), site="JP").window is None
    assert measured((1, "A", "20/10/23"), site=None).window is None


def test_without_a_certain_day_all_of_the_report_is_counted():
    found = measured((1, "A", "3/4/26"), (2, "B", "5/6/26"), (3, "C", ""), site="UK")
    assert (found.value, found.window) == (Decimal(2), None)


def test_a_rating_without_a_day_counts_as_new():
    found = measured((1, "A", "10/20/23"), (2, "B", ""))
    assert found.value == Decimal(2)
    assert [each.id for each in found.breakdown.items] == ["B", "A"]


def test_an_empty_report_is_no_negative_feedback():
    found = measured()
    assert (found.value, found.window, found.breakdown.total) == (Decimal(0), None, 0)


def test_the_first_days_of_the_calendar_do_no_harm():
    assert measured((1, "A", "0001-01-05")).window.start == date(1, 1, 1)
