"""Several responses by path: all of them, without data, with errors, by other spellings of the path."""

import copy
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals_walmart.documents.performance_summaries import DOCUMENT, read, recognises
from sellervitals_walmart.documents.performance_summary import read as read_one

RATES = {
    "account_bundle_at_risk": {
        "on_time_delivery_rate": "87.2",
        "valid_tracking_rate": "97.4",
        "cancellation_rate": "3.1",
        "seller_response_rate": "93.5",
        "return_rate": "7.4",
        "item_not_received_rate": "1.6",
        "negative_feedback_rate": "2.6",
        "late_shipment_rate": "5.9",
    },
    "account_bundle_good": {
        "on_time_delivery_rate": "97.1",
        "valid_tracking_rate": "99.6",
        "cancellation_rate": "0.8",
        "seller_response_rate": "98.2",
        "return_rate": "3.2",
        "item_not_received_rate": "0.7",
        "negative_feedback_rate": "1.1",
        "late_shipment_rate": "1.8",
    },
}
PATH = "/v3/insights/performance/cancellations/summary"


@pytest.mark.parametrize(("name", "rates"), RATES.items())
def test_u10_every_rate_and_risk_level_of_a_bundle(load, name, rates):
    content = load(name)
    assert recognises(content)
    reading = read(content)
    found = {each.metric: each for each in reading.measurements if each.metric != "risk_level"}
    assert {metric: each.value for metric, each in found.items()} == {
        metric: percent(rate) for metric, rate in rates.items()
    }
    risks = {each.segment: each.value for each in reading.measurements if each.metric == "risk_level"}
    assert risks == {metric: each.verdict for metric, each in found.items()}
    assert (reading.ignored, reading.notices, reading.main_site) == ((), (), "US")


def test_a_response_in_a_bundle_reads_as_it_does_alone(load):
    [alone, *_] = read_one(load("cancellations_summary")).measurements
    found = next(
        each for each in read(load("account_bundle_at_risk")).measurements if each.metric == alone.metric
    )
    pointer = "/~1v3~1insights~1performance~1cancellations~1summary/payload"
    assert found == alone._replace(document=DOCUMENT.type, pointer=pointer)


@pytest.mark.parametrize(
    "nothing",
    [None, "", {}, [], 204, "204", {"status": "OK"}, {"status": "OK", "payload": None}, {"payload": {}}],
)
def test_204_is_no_data_neither_good_nor_bad(load, nothing):
    content = load("account_bundle_good") | {PATH: nothing}
    reading = read(content)
    [found] = [each for each in reading.measurements if each.metric == "cancellation_rate"]
    assert (found.value, found.target, found.good, found.missing) == (None, None, None, "Walmart has no data")
    assert found.pointer == "/~1v3~1insights~1performance~1cancellations~1summary"
    assert [each.code for each in reading.notices] == ["no_data"]
    assert len(reading.measurements) == 15


def test_an_error_of_the_older_summaries_is_no_data_and_said():
    errors = [{"code": "CONTENT_NOT_FOUND.GMP_INSIGHTS_API", "description": "no data", "severity": "ERROR"}]
    reading = read({PATH: {"errors": errors}})
    [found] = reading.measurements
    assert found.value is None
    assert found.missing == "Walmart answered with the error CONTENT_NOT_FOUND.GMP_INSIGHTS_API"
    assert [each.code for each in reading.notices] == ["no_data"]


@pytest.mark.parametrize(
    "key",
    [
        "/v3/insights/performance/cancellations/summary",
        "v3/insights/performance/cancellations/summary",
        "/insights/performance/cancellations/summary",
        "https://marketplace.walmartapis.com/v3/insights/performance/cancellations/summary",
        "/v3/insights/performance/cancellations/summary?reportDuration=30",
    ],
)
def test_a_path_may_be_written_with_host_and_query(load, key):
    content = {key: load("cancellations_summary")}
    assert recognises(content)
    assert read(content).measurements[0].value == percent("3.1")


@pytest.mark.parametrize(
    "key",
    [
        "otd",
        "/v3/insights/performance/cancellations/report",
        "/v3/insights/performance/inr/summary",
        "/v3/insights/performance/ots/summary",
        "/v3/insights/performance/cancellations/summary/more",
        "x" * 1000,
        "",
    ],
)
def test_other_paths_are_not_recognised_and_ignored_beside_known_ones(load, key):
    assert not recognises({key: load("cancellations_summary")})
    reading = read({PATH: load("cancellations_summary"), key: {}})
    assert [each.pointer for each in reading.ignored] == [f"/{sdk.pointer_token(key)}"]


def test_the_paths_of_what_looks_alike_tell_it_apart(load):
    prefix = "/v3/insights/performance"
    unclear = copy.deepcopy(load("returns_summary"))
    del unclear["payload"]["conditionType"]
    found = read(
        {
            f"{prefix}/returns/summary": unclear,
            f"{prefix}/refunds/summary": load("refunds_deprecated_summary"),
            f"{prefix}/sss/cma/summary": load("sss_sfla_summary"),
        }
    ).measurements
    assert [each.metric for each in found if each.metric != "risk_level"] == [
        "return_rate",
        "refund_rate",
        "sss_carrier_method_accuracy",
    ]


def test_parts_that_were_asked_for_are_segments_even_without_data(load):
    prefix = "/v3/insights/performance/otd/summary"
    reading = read(
        {f"{prefix}?shippingMethod=ALL_METHODS": load("otd_summary"), f"{prefix}?shippingMethod=TwoDay": None}
    )
    found = [
        (each.segment, each.value) for each in reading.measurements if each.metric == "on_time_delivery_rate"
    ]
    assert found == [(None, percent("87.2")), ("TWO_DAY", None)]


def test_one_summary_given_twice_is_said(load):
    reading = read({PATH: load("cancellations_summary"), f"{PATH}?x=1": load("account_bundle_good")[PATH]})
    assert [each.code for each in reading.notices] == ["repeated", "repeated"]
    rate = reading.measurements[0]
    assert (rate.value, rate.good) == (percent("3.1"), False)


def test_seller_incentives_may_be_among_them(load):
    content = {
        PATH: load("cancellations_summary"),
        "/v3/insights/sellerIncentives": load("seller_incentives_documented_example"),
    }
    reading = read(content)
    assert reading.seller_id == "255045"
    found = {each.metric: each.value for each in reading.measurements}
    assert found["cancellation_rate"] == percent("3.1")
    assert found["pro_seller_cancellation_rate"] == percent("2.41")
    assert found["pro_seller_tier"] == "Pro Seller"


def test_orders_that_other_summaries_imply_tell_the_scale_of_negative_feedback(load):
    content = load("account_bundle_at_risk")
    path = "/v3/insights/performance/negativeFeedback/summary"
    payload = content[path]["payload"]
    payload |= {"cumulativeRate": Decimal("0.9"), "ordersImpacted": 8, "sellerAccountableDrivers": {}}

    def rate(given):
        return next(
            each for each in read(given).measurements if each.metric == "negative_feedback_rate"
        ).value

    # returns imply about 930 orders: 8 of them are 0.9 %, and never 90 %
    assert rate(content) == percent("0.9")
    assert rate({path: content[path]}) is None


@pytest.mark.parametrize("content", [None, [], "x", {}, {"a": 1}, {1: 2}])
def test_what_holds_no_path_is_not_recognised_and_refused(content):
    assert not recognises(content)
    with pytest.raises(sdk.UnreadableError):
        read(content)
