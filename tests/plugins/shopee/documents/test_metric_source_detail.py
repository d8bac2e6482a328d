from datetime import date
from decimal import Decimal

import pytest

from sellervitals.plugin import percent
from sellervitals_shopee.documents.metric_source_detail import _LISTS, read, recognises


def test_the_number_is_read_under_both_of_its_names(payload, answered):
    (found,) = read(payload("get_metric_source_detail.lsr.sample")).measurements
    assert (found.segment, found.value) == ("late_shipment_rate", Decimal(13))
    for key in ("metric_id", "metrics_id"):
        (found,) = read(answered(lsr_order_list=[{"order_sn": "A"}], **{key: 85})).measurements
        assert found.segment == "late_shipment_rate_ndd"


@pytest.mark.parametrize("key", _LISTS)
def test_every_list_is_recognised_and_counted(answered, key):
    content = answered(**{key: [{"order_sn": "A"}, {"item_id": 7}], "total_count": 5})
    assert recognises(content)
    (found,) = read(content).measurements
    assert (found.metric, found.value, found.breakdown.total) == ("affected_cases", 5, 5)


def test_a_single_object_in_place_of_a_list_is_read(answered):
    content = answered(metric_id=2030, hd_listing_list={"item_id": 123, "current_status": 1}, total_count=1)
    (found,) = read(content).measurements
    assert found.breakdown.items[0].id == "123"


def test_an_unknown_number_is_named_as_such(answered):
    (found,) = read(answered(metric_id=9999, nfr_order_list=[{"order_sn": "A"}])).measurements
    assert found.segment == "metric_9999"


def test_kinds_and_reasons_of_unfulfilled_orders(payload):
    (found,) = read(payload("get_metric_source_detail.nfr.composed")).measurements
    assert found.parts == {"seller_cancellation": 1, "system_cancellation": 1, "return_refund": 2}
    said = {each.id: each.situation for each in found.breakdown.items}
    assert said["2611010ABCDE01"] == "out of stock"


def test_a_day_of_pickups_is_a_rate_with_its_counts_and_target(payload):
    (found,) = read(payload("get_metric_source_detail.opfr.composed")).measurements
    assert (found.metric, found.value) == ("daily_pickup_failure_rate", percent("23"))
    assert (found.numerator, found.denominator) == (11, 48)
    assert found.counts_agree
    assert found.target == ("below", percent("49.90"), "official")
    assert found.window == (date(2026, 10, 19), date(2026, 10, 19))


def test_the_newest_day_is_judged_and_older_ones_are_history(answered):
    days = [
        {"date": f"{day}/10/2026", "scheduled_pickup_num": 10, "failed_pickup_num": day - 15}
        for day in (17, 19, 18)
    ]
    reading = read(answered(metric_id=28, opfr_day_detail_data_list=days, total_count=3))
    assert [each.numerator for each in reading.measurements] == [4]
    assert [each.numerator for each in reading.history] == [2, 3]


@pytest.mark.parametrize(
    "day", [{"date": "32/10/2026"}, {"date": "19/10/26"}, {"date": None}, {}, {"date": "19/10/2026 x"}]
)
def test_a_day_without_a_date_is_left_out(answered, day):
    assert read(answered(opfr_day_detail_data_list=[day])).measurements == ()


@pytest.mark.parametrize("target", ["49,90%", "high", "1000%", "%", "", None, 49])
def test_a_target_that_cannot_be_read_is_none(answered, target):
    day = {"date": "19/10/2026", "scheduled_pickup_num": 4, "failed_pickup_num": 1, "target": target}
    (found,) = read(answered(opfr_day_detail_data_list=[day])).measurements
    assert found.target is None


def test_pickups_that_were_not_scheduled_are_no_data(answered, judge_all):
    day = {"date": "19/10/2026", "scheduled_pickup_num": 0, "failed_pickup_num": 0, "opfr": 0}
    (found,) = read(answered(opfr_day_detail_data_list=[day])).measurements
    findings = {each.rule.id: each.outcome for each in judge_all([found]).findings}
    assert findings["shopee.daily-pickup-failure-rate"] == "no_data"


def test_a_day_with_too_many_pre_orders_shows_its_counts_and_target(answered):
    day = {
        "date": "03/11/2024",
        "live_listing_count": 100,
        "pre_order_listing_count": 15,
        "pre_order_listing_rate": 15,
        "target": "13.00%",
    }
    (found,) = read(answered(metric_id=15, pre_order_listing_violation_data_list=[day])).measurements
    assert found.segment == "pre_order_violation_days"
    (item,) = found.breakdown.items
    assert (item.id, item.value, item.unit) == ("03/11/2024", Decimal(15), "percent")
    assert item.situation == "15 pre-orders of 100 listings, target 13.00%"
