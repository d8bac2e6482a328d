"""Which summary a response is: by its keys alone, and never guessed."""

import pytest

from sellervitals_walmart.documents.endpoints import BY_PATH, ENDPOINTS, part_of, told_by
from sellervitals_walmart.marketplace import WALMART

SAMPLES = {
    "otd_summary": "otd",
    "vtr_summary": "vtr",
    "cancellations_summary": "cancellations",
    "srr_summary": "srr",
    "returns_summary": "returns",
    "item_not_received_summary": "itemNotReceived",
    "negative_feedback_summary": "negativeFeedback",
    "late_shipment_summary": "lateShipment",
    "refunds_deprecated_summary": "refunds",
    "sss_ots_summary": "sss/ots",
    "sss_cma_summary": "sss/cma",
    "sss_sfla_summary": "sss/sfla",
}


@pytest.mark.parametrize(("name", "path"), SAMPLES.items())
def test_every_sample_tells_which_summary_it_is(load, name, path):
    assert told_by(load(name)["payload"]) is BY_PATH[path]


def test_there_is_a_sample_of_every_summary():
    assert set(SAMPLES.values()) == set(BY_PATH)


@pytest.mark.parametrize("bundle", ["account_bundle_at_risk", "account_bundle_good"])
def test_every_response_of_a_bundle_tells_the_path_that_it_stands_under(load, bundle):
    content = load(bundle)
    assert len(content) == 8
    for path, response in content.items():
        assert path == f"/v3/insights/performance/{told_by(response['payload']).path}/summary"


def test_no_key_marks_two_summaries():
    marks = [mark for each in ENDPOINTS for mark in each.marks]
    assert len(set(marks)) == len(marks)


def test_metrics_directions_and_windows_are_those_of_the_marketplace():
    for each in ENDPOINTS:
        metric = WALMART.by_id[each.metric]
        assert (metric.better, metric.window_days) == (each.better, each.days)


def drivers(*names, **more):
    return {"cumulativeRate": 1, "sellerAccountableDrivers": dict.fromkeys(names, 1), **more}


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"cumulativeRate": 1},
        # returns without conditionType could be refunds without lost orders
        drivers("incorrectItemsRate", "arrivedLateRate", "defectiveRate", "damagedRate"),
        # one lost order could be a refund: the old names are those of refunds
        drivers("incorrectItemsRate", "lostRate", standard="below 2%"),
        drivers("incorrectItemsRate", "lostRate", riskLevel="Good"),
        drivers("noCarrierScanRate"),
        drivers("lateShipmentRate", "lateHandoverToCarrierRate"),
        # two kinds at once
        drivers("outOfStockRate", "trackOrderRate"),
        {"cumulativeAccuracy": 99, "infractionDrivers": {}},
        {"cumulativeAccuracy": 99, "infractionDrivers": {"Alpha": 99}},
        {"cumulativeAccuracy": 99, "infractionDrivers": {"UPS Ground": 99, "Main Warehouse": 98}},
        {"cumulativeAccuracy": 99},
    ],
)
def test_what_could_be_two_things_is_none(payload):
    assert told_by(payload) is None


@pytest.mark.parametrize(
    ("payload", "path"),
    [
        (drivers("incorrectItemsRate", "lostRate"), "itemNotReceived"),
        (drivers("defectiveRate", "lostRate"), "refunds"),
        (drivers("defectiveRate", conditionType="NEW"), "returns"),
        ({"cumulativeAccuracy": 9, "infractionDrivers": {"FedEx 2Day": 9, "usps": 9}}, "sss/cma"),
        ({"cumulativeAccuracy": 9, "infractionDrivers": {"Reno 3PL": 9, "DC 7": 9}}, "sss/sfla"),
        # a place may be named after a carrier; it is no carrier method then
        ({"cumulativeAccuracy": 9, "infractionDrivers": {"The UPS warehouse": 9}}, "sss/sfla"),
        ({"overallRate": 9, "overallTrend": "GREEN_UP"}, "otd"),
        ({"overallRate": 9, "overallRateTrend": "GREEN_UP"}, "lateShipment"),
    ],
)
def test_few_keys_are_enough_where_only_one_summary_has_them(payload, path):
    assert told_by(payload).path == path


@pytest.mark.parametrize(
    ("word", "part"),
    [
        (None, None),
        ("ALL", None),
        ("ALL_METHODS", None),
        ("AllMethods", None),
        ("TWO_DAY", "TWO_DAY"),
        ("TwoDay", "TWO_DAY"),
        ("OneDay", "ONE_DAY"),
        ("NEW", "NEW"),
        ("Resold", "RESOLD"),
        ("Drone", "Drone"),
    ],
)
def test_a_shipping_method_or_condition_has_one_name(word, part):
    assert part_of(word) == part
