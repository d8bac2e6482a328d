"""Each trap that the list of sources names, and what is made of it."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent, ratio
from sellervitals_walmart.documents.performance_summary import read, recognises

D = Decimal


def first(reading):
    return reading.measurements[0]


def codes(reading):
    return [each.code for each in reading.notices]


# which rate is judged


def test_without_the_accountable_rate_the_overall_one_is_not_judged_instead(read_changed):
    reading = read_changed("otd_summary", sellerAccountableRate=None)
    assert first(reading).value is None
    assert first(reading).missing == "only an overall rate"
    assert codes(reading) == ["not_judged"]


def test_an_accountable_rate_is_judged_in_any_summary_that_has_it(read_changed):
    reading = read_changed("vtr_summary", sellerAccountableRate=D("98.8"))
    assert first(reading).value == percent("98.8")
    assert [(each.id, each.value) for each in first(reading).breakdown.items] == [
        ("cumulativeRate", percent("97.4"))
    ]
    assert reading.ignored == ()


# risk level: two keys, many spellings


@pytest.mark.parametrize(
    ("word", "good"),
    [
        ("GOOD", True),
        ("Good", True),
        ("Meets standard", True),
        ("MEETS STANDARD", True),
        ("Needs Attention", None),
        ("Monitor", None),
        ("URGENT REVIEW", False),
        ("Urgent", False),
    ],
)
def test_the_risk_level_is_kept_as_written_under_either_key(read_changed, word, good):
    for key in ("performanceRiskLevel", "riskLevel"):
        fields = {"performanceRiskLevel": None, "riskLevel": None} | {key: word}
        rate, risk = read_changed("cancellations_summary", **fields).measurements
        assert (rate.verdict, rate.good) == (word, good)
        assert (risk.value, risk.pointer) == (word, f"/payload/{key}")


def test_the_new_risk_level_counts_and_a_difference_is_said(read_changed):
    reading = read_changed("cancellations_summary", performanceRiskLevel="GOOD", riskLevel="Urgent")
    assert first(reading).verdict == "GOOD"
    assert codes(reading) == ["risk_levels_differ"]
    same = read_changed("cancellations_summary", performanceRiskLevel="GOOD", riskLevel="Meets standard")
    assert codes(same) == []


def test_an_unknown_risk_level_is_no_verdict(read_changed):
    reading = read_changed("vtr_summary", performanceRiskLevel="Splendid", riskLevel=None)
    assert (first(reading).verdict, first(reading).good) == ("Splendid", None)
    assert codes(reading) == ["unknown_word"]


def test_without_a_risk_level_there_is_only_the_rate(read_changed):
    reading = read_changed("vtr_summary", performanceRiskLevel=None, riskLevel=None)
    assert [each.metric for each in reading.measurements] == ["valid_tracking_rate"]


# trend values: upper or lower case, and words of older and newer summaries


@pytest.mark.parametrize("trend", ["GREEN_UP", "green_up", "NEUTRAL", "YELLOW_DOWN", "", "?"])
def test_a_trend_changes_nothing(load, read_changed, trend):
    assert read_changed("otd_summary", overallTrend=trend) == read(load("otd_summary"))


# standard: two wordings under two names


def test_the_new_standard_comes_before_the_old_one(read_changed):
    both = read_changed("cancellations_summary")
    assert first(both).target == sdk.Target(sdk.Comparator.AT_MOST, percent("2"))
    old = read_changed("cancellations_summary", performanceStandard=None)
    assert first(old).target == sdk.Target(sdk.Comparator.BELOW, percent("2"))
    assert codes(both) == codes(old) == []


def test_two_standards_that_differ_are_said(read_changed):
    reading = read_changed("cancellations_summary", standard="below 2.5%")
    assert first(reading).target.value == percent("2")
    assert codes(reading) == ["standards_differ"]


@pytest.mark.parametrize("prose", ["very low", "2", "2% or above"])
def test_a_standard_that_cannot_be_read_leaves_the_table_to_judge(read_changed, prose):
    reading = read_changed("returns_summary", performanceStandard=prose)
    assert first(reading).target is None
    assert codes(reading) == ["unreadable_standard"]
    assert repr(prose) in reading.notices[0].message


# SRR: 200 with rate 0 and no events

NO_ANSWERS = {
    "cumulativeRate": 0,
    "impactedCustomerCount": 0,
    "sellerAccountableDrivers": {"feedbackRate": 0},
}


def test_a_response_rate_of_0_without_events_is_no_data(read_changed):
    reading = read_changed("srr_summary", **NO_ANSWERS)
    assert first(reading).value is None
    assert "0 % without a single event" in first(reading).missing
    assert codes(reading) == ["no_events"]


@pytest.mark.parametrize(
    "event", [{"impactedCustomerCount": 1}, {"sellerAccountableDrivers": {"feedbackRate": D("0.1")}}]
)
def test_a_response_rate_of_0_with_events_is_0(read_changed, event):
    assert first(read_changed("srr_summary", **{**NO_ANSWERS, **event})).value == percent("0")


def test_a_cancellation_rate_of_0_is_0(read_changed):
    reading = read_changed("cancellations_summary", cumulativeRate=0, ordersImpacted=0)
    assert first(reading).value == percent("0")


# shippingMethod: TWO_DAY in the schema, TwoDay in the guides; conditionType


@pytest.mark.parametrize("method", ["TWO_DAY", "TwoDay", "two day"])
def test_a_shipping_method_is_the_segment_in_one_spelling(read_changed, method):
    rate, risk = read_changed("otd_summary", shippingMethod=method).measurements
    assert (rate.segment, risk.segment) == ("TWO_DAY", "on_time_delivery_rate:TWO_DAY")


@pytest.mark.parametrize(("condition", "segment"), [("ALL", None), ("NEW", "NEW"), ("Resold", "RESOLD")])
def test_a_condition_is_the_segment(read_changed, condition, segment):
    assert first(read_changed("returns_summary", conditionType=condition)).segment == segment


# negative feedback: percent or decimal


def test_a_negative_feedback_rate_above_1_is_percent(read_changed):
    assert first(read_changed("negative_feedback_summary")).value == percent("2.6")


def test_a_decimal_rate_beside_drivers_in_percent_is_a_decimal(read_changed):
    found = first(read_changed("negative_feedback_summary", cumulativeRate=D("0.026")))
    assert found.value == ratio("0.026") == percent("2.6")
    assert found.shares["productQualityRate"] == percent("0.78")


SMALL = {"lateRate": D("0.016"), "damagedRate": D("0.01"), "productQualityRate": 0}


def test_decimals_throughout_are_told_by_the_verdict(read_changed):
    fields = {"cumulativeRate": D("0.026"), "sellerAccountableDrivers": SMALL}
    found = first(read_changed("negative_feedback_summary", performanceRiskLevel="URGENT", **fields))
    assert found.value == percent("2.6")
    assert found.shares["lateRate"] == percent("1.6")


def test_a_rate_that_may_be_either_is_left_out_with_its_drivers(read_changed):
    fields = {"cumulativeRate": D("0.026"), "sellerAccountableDrivers": SMALL}
    reading = read_changed("negative_feedback_summary", performanceRiskLevel="MONITOR", **fields)
    assert first(reading).value is None
    assert dict(first(reading).shares) == {}
    assert "percent or a decimal" in first(reading).missing
    assert codes(reading) == ["ambiguous_scale"]
    assert reading.measurements[1].value == "MONITOR"


def test_a_negative_feedback_rate_of_0_is_0_in_any_scale(read_changed):
    assert first(read_changed("negative_feedback_summary", cumulativeRate=0)).value == percent("0")


@pytest.mark.parametrize("rate", [D("0.8"), D("0.99"), 1])
def test_other_rates_under_1_are_percent_all_the_same(read_changed, rate):
    assert first(read_changed("cancellations_summary", cumulativeRate=rate)).value == percent(rate)


# a window that Walmart does not judge


def test_another_window_has_its_own_segment_and_can_only_warn(read_changed):
    reading = read_changed("otd_summary", reportDuration=14)
    [found] = reading.measurements
    assert (found.segment, found.window.start) == ("14d", date(2026, 11, 5))
    assert found.target == sdk.Target(sdk.Comparator.AT_LEAST, percent("90"), sdk.Trust.SUGGESTED)
    assert codes(reading) == ["other_window"]


def test_another_window_without_its_own_standard_is_not_judged(read_changed):
    fields = {"performanceStandard": None, "standard": None, "shippingMethod": "ONE_DAY"}
    [found] = read_changed("otd_summary", reportDuration=90, **fields).measurements
    assert (found.segment, found.value, found.target) == ("ONE_DAY-90d", None, None)
    assert "30 days" in found.missing


# values that cannot be


@pytest.mark.parametrize("rate", [D("100.1"), 5000, -1, "a lot", [], True])
def test_a_rate_that_cannot_be_is_left_out(read_changed, rate):
    reading = read_changed("vtr_summary", cumulativeRate=rate)
    assert first(reading).value is None
    assert "unreadable_value" in codes(reading)


@pytest.mark.parametrize("days", [0, 367, 10**14, "x", None])
def test_a_window_that_cannot_be_is_left_out(read_changed, days):
    found = first(read_changed("cancellations_summary", reportDuration=days)) if days is not None else None
    assert found is None or (found.segment, found.window) == (None, sdk.Window(None, date(2026, 11, 18)))


def test_a_date_at_the_beginning_of_the_calendar_has_no_start(read_changed):
    found = first(read_changed("cancellations_summary", updatedTimestamp="0001-01-02T00:00:00Z"))
    assert found.window == sdk.Window(None, date(1, 1, 2))


def test_an_undated_summary_has_no_window(read_changed):
    assert first(read_changed("cancellations_summary", updatedTimestamp=None)).window is None


# which summary


def test_a_summary_that_could_be_two_is_refused_with_a_way_out(changed):
    content = changed("returns_summary", conditionType=None)
    assert recognises(content)
    with pytest.raises(sdk.UnreadableError) as refused:
        read(content)
    assert refused.value.pointer == "/payload"
    assert "/v3/insights/performance/returns/summary" in refused.value.problem


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {},
        {"payload": {}},
        {"payload": []},
        {"payload": {"cumulativeRate": 1}},
        {"payload": {"reportDuration": 30}},
        {"cumulativeRate": 1, "reportDuration": 30},
    ],
)
def test_what_is_no_summary_is_not_recognised(content):
    assert not recognises(content)


def test_a_status_that_is_not_ok_is_said(changed):
    content = changed("cancellations_summary") | {"status": "PARTIAL"}
    reading = read(content)
    assert [(each.code, each.pointer) for each in reading.notices] == [("status", "/status")]
    assert first(reading).value == percent("3.1")
    assert codes(read(content | {"status": "ok"})) == []
