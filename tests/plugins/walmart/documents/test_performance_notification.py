"""The two kinds of notification: alarms on open orders, and the weekly report."""

import copy
from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals_walmart.documents.performance_notification import DOCUMENT, read, recognises

D = Decimal
DAY = sdk.Window(None, date(2025, 9, 10))


@pytest.fixture
def alarms(load):
    return load("alarms_notification")


@pytest.fixture
def report(load):
    return load("weekly_report_notification")


def test_u10_alarms_are_counts_of_orders_by_kind(alarms):
    assert recognises(alarms)
    reading = read(alarms)
    found = [(each.metric, each.segment, each.value, each.window) for each in reading.measurements]
    assert found == [
        ("orders_with_alarm", "LateOriginScan", D(5), DAY),
        ("orders_with_alarm", "AutoCancelledWarning", D(5), DAY),
    ]
    assert reading.seller_id == "123456789"
    assert (reading.main_site, reading.ignored, reading.notices) == ("US", (), ())


def test_an_alarm_lists_its_orders_and_quotes_walmart(alarms):
    late, cancelled = read(alarms).measurements
    assert late.pointer == "/payload/enNotification/alarms/0"
    assert [each.id for each in late.breakdown.items] == ["123", "456"]
    assert late.breakdown.total == 5
    assert late.breakdown.items[0].pointer == "/payload/enNotification/alarms/0/poNumbers"
    assert late.quotes == (sdk.Quote("Five orders have left, but the carrier has not scanned them."),)
    assert cancelled.quotes == (sdk.Quote("Ship these orders before they are cancelled."),)


def told(content):
    return content["payload"]["enNotification"]


def test_no_alarms_are_none(alarms):
    told(alarms)["alarms"] = []
    [found] = read(alarms).measurements
    assert (found.segment, found.value) == (None, D(0))


def test_more_orders_than_are_counted_count_and_are_said(alarms):
    told(alarms)["alarms"] = [{"alarmType": "A", "orderCount": 1, "poNumbers": ["1", "2", "2", 3, "", "3"]}]
    reading = read(alarms)
    [found] = reading.measurements
    assert (found.value, found.breakdown.total, len(found.breakdown.items)) == (D(3), 3, 3)
    assert [each.code for each in reading.notices] == ["orders_differ"]


def test_of_many_orders_the_first_fifty_are_listed(alarms):
    orders = [f"{number}" for number in range(1000)]
    told(alarms)["alarms"] = [{"alarmType": "A", "orderCount": 1200, "poNumbers": orders}]
    [found] = read(alarms).measurements
    assert (found.value, found.breakdown.total, len(found.breakdown.items)) == (D(1200), 1200, 50)


@pytest.mark.parametrize(
    "alarm", [{"orderCount": 5}, {"alarmType": "A"}, {"alarmType": "A", "orderCount": -1}]
)
def test_an_alarm_without_kind_or_count_is_left_out(alarms, alarm):
    told(alarms)["alarms"].append(alarm)
    assert len(read(alarms).measurements) == 2


def test_u10_the_weekly_report_gives_rates_and_risk_levels(report):
    assert recognises(report)
    reading = read(report)
    rates = {each.metric: each for each in reading.measurements if each.metric != "risk_level"}
    assert {metric: (each.value, each.target.value) for metric, each in rates.items()} == {
        "valid_tracking_rate": (percent("99.4"), percent("99")),
        "cancellation_rate": (percent("2.3"), percent("2")),
        "seller_response_rate": (percent("96.5"), percent("95")),
        "negative_feedback_rate": (percent("1.4"), percent("2")),
    }
    assert {each.window for each in rates.values()} == {sdk.Window(None, date(2026, 11, 16))}
    risks = {each.segment: each.value for each in reading.measurements if each.metric == "risk_level"}
    assert risks == {
        "on_time_delivery_rate": "URGENT",
        "valid_tracking_rate": "GOOD",
        "cancellation_rate": "MONITOR",
        "seller_response_rate": "GOOD",
        "negative_feedback_rate": "GOOD",
    }
    assert reading.ignored == ()


def test_a_score_that_may_be_the_overall_rate_is_not_judged(report):
    reading = read(report)
    assert [each.code for each in reading.notices] == ["not_judged"]
    assert reading.notices[0].pointer == "/payload/enNotification/metrics/0/score"
    assert "on_time_delivery_rate" not in {each.metric for each in reading.measurements}


def test_an_unknown_kpi_is_listed_and_not_guessed(report):
    told(report)["metrics"] = [*told(report)["metrics"], {"kpi": "Happiness", "score": 1}]
    reading = read(report)
    assert [each.code for each in reading.notices] == ["not_judged", "unknown_kpi"]
    assert len(reading.measurements) == 9


@pytest.mark.parametrize("key", ["esNotification", "zhNotification"])
def test_another_language_is_read_where_there_is_no_english(alarms, key):
    alarms["payload"][key] = alarms["payload"].pop("enNotification")
    assert len(read(alarms).measurements) == 2


def test_english_is_read_where_there_are_several(alarms):
    alarms["payload"] = {"aaNotification": {"alarms": []}} | alarms["payload"]
    assert len(read(alarms).measurements) == 2


def test_the_event_may_be_named_at_the_top(alarms):
    del alarms["source"]
    flat = {
        "eventType": "SELLER_PERFORMANCE_NOTIFICATIONS",
        "eventVersion": "V1",
        "resourceName": "FEEDS",
    } | alarms
    assert recognises(flat)
    assert read(flat).ignored == ()


@pytest.mark.parametrize("written", ["soon", "", 5, "2025-99-10 12:52:36 UTC"])
def test_a_day_that_cannot_be_read_is_none(alarms, written):
    alarms["payload"]["lastRefreshTs"] = written
    assert {each.window for each in read(alarms).measurements} == {None}


def test_a_notification_without_anything_to_measure_is_refused(alarms):
    empty = copy.deepcopy(alarms)
    del empty["payload"]["enNotification"]["alarms"]
    assert recognises(empty)
    with pytest.raises(sdk.UnreadableError) as refused:
        read(empty)
    assert refused.value.pointer == "/payload/enNotification"


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {},
        {"source": {"eventType": "PO_CREATED"}, "payload": {}},
        {"source": {"eventType": "SELLER_PERFORMANCE_NOTIFICATIONS"}},
        {"source": {"eventType": 7}, "payload": {}},
        {"source": [], "payload": {}},
    ],
)
def test_other_events_are_not_recognised(content):
    assert not recognises(content)


def test_the_document_names_what_it_brings(report, alarms):
    brought = {each.metric for content in (report, alarms) for each in read(content).measurements}
    assert brought <= set(DOCUMENT.metrics)
