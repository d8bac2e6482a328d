"""The traffic report: values by position, what does not apply left out, rates worked out anew."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_ebay.documents.traffic_report import recognises


def told(reading):
    return {each.metric: each for each in reading.measurements}


def codes(reading):
    return [each.code for each in reading.notices]


@pytest.mark.parametrize(
    "content",
    [
        {},
        [],
        None,
        {"header": {}, "records": []},
        {"header": {"metrics": []}, "records": []},
        {"records": []},
    ],
)
def test_anything_else_is_not_claimed(content):
    assert not recognises(content)


def test_trap_rates_come_from_counts_on_whichever_scale_they_are_written(read_traffic):
    def as_fractions(content):
        for record in content["records"]:
            record["metricValues"][5]["value"] /= 100

    for reading in (read_traffic(), read_traffic(as_fractions)):
        clicks = told(reading)["click_through_rate"]
        assert (clicks.numerator, clicks.denominator, clicks.value) == (279, 14457, None)


def test_trap_what_does_not_apply_is_left_out_of_its_rate(read_traffic):
    sales = told(read_traffic())["sales_conversion_rate"]
    assert (sales.numerator, sales.denominator) == (16, 578)  # the third day has a sale and no views


def test_trap_values_are_matched_by_position(read_traffic):
    def turned(content):
        content["header"]["metrics"].reverse()
        for record in content["records"]:
            record["metricValues"].reverse()

    values = {name: each[2:5] for name, each in told(read_traffic(turned)).items()}
    assert values == {name: each[2:5] for name, each in told(read_traffic()).items()}


def test_a_row_that_does_not_fit_its_columns_is_left_out(read_traffic):
    def torn(content):
        content["records"][0]["metricValues"].pop()

    reading = read_traffic(torn)
    assert "row_left_out" in codes(reading)
    assert told(reading)["listing_views"].value == Decimal(277)


def test_columns_that_cannot_be_told_are_refused(read_traffic):
    def nameless(content):
        content["header"]["metrics"][2] = None

    def twice(content):
        content["header"]["metrics"][2] = content["header"]["metrics"][3]

    for change in (nameless, twice):
        with pytest.raises(sdk.UnreadableError):
            read_traffic(change)


def test_the_sums_are_of_all_rows_or_are_not_there(read_traffic):
    assert told(read_traffic())["search_impressions"].value == Decimal(14457)

    def broken(content):
        content["records"][1]["metricValues"][1]["value"] = "many"

    reading = read_traffic(broken)
    assert "search_impressions" not in told(reading)
    assert told(reading)["click_through_rate"].denominator == 6410 + 2044


def test_days_are_those_of_ebay_and_not_of_utc(read_traffic):
    reading = read_traffic()
    assert told(reading)["listing_views"].window == sdk.Window(date(2026, 11, 15), date(2026, 11, 17))


def test_a_day_that_was_still_counting_is_compared_with_nothing(read_traffic):
    reading = read_traffic()
    days = [each.window.end.day for each in reading.history if each.metric == "click_through_rate"]
    assert days == [15, 16]
    assert codes(reading) == ["incomplete_day"]

    def later(content):
        content["lastUpdatedDate"] = "2026-11-18T09:00:00.000Z"

    reading = read_traffic(later)
    days = [each.window.end.day for each in reading.history if each.metric == "click_through_rate"]
    assert (days, codes(reading)) == ([15, 16, 17], [])


def test_listings_stand_beside_each_other(read_traffic):
    reading = read_traffic(name="get_traffic_report_listing")
    assert {each.segment for each in reading.measurements} == {"listings"}
    assert reading.history == ()
    assert told(reading)["click_through_rate"].breakdown == sdk.Breakdown((), 0)

    def worse(content):
        content["records"][1]["metricValues"][4]["value"] = 4

    [item] = told(read_traffic(worse, "get_traffic_report_listing"))["click_through_rate"].breakdown.items
    assert (item.id, item.listing, item.value) == (
        "USB-C wall charger 65W",
        "142133954555",
        sdk.Rate(4, 1200),
    )

    def alone(content):
        content["records"].pop()

    assert told(read_traffic(alone, "get_traffic_report_listing"))["click_through_rate"].breakdown is None


def test_a_rate_without_its_counts_is_left_out_for_nobody_knows_its_scale(read_traffic):
    def without(content):
        content["header"]["metrics"][4]["key"] = "LISTING_VIEWS_SOURCE_STORE"
        content["lastUpdatedDate"] = None

    reading = read_traffic(without)
    assert "click_through_rate" not in told(reading)
    assert codes(reading) == ["unit_unknown"]


def test_warnings_of_ebay_are_told(read_traffic):
    def warned(content):
        content["warnings"] = [{"errorId": 50001}]

    assert "report_warnings" in codes(read_traffic(warned))
