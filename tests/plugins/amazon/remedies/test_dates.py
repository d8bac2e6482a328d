"""Dates in findings: those that follow from what was reported, and none that nobody stated."""

from datetime import date, timedelta

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import discover
from sellervitals.testing import measurement, snapshot

ENGINE = Engine(discover(strict=True))

HALF_YEAR = {"from": "2026-05-26", "to": "2026-11-21"}
OPEN = {"value": 2, "window": HALF_YEAR}
CATEGORIES = [
    "suspected_ip_violations",
    "received_ip_complaints",
    "product_authenticity_complaints",
    "product_condition_complaints",
    "product_safety_complaints",
    "food_and_product_safety_issues",
    "restricted_product_violations",
    "listing_policy_violations",
    "customer_product_reviews_violations",
    "other_policy_violations",
    "document_requests",
    "policy_violation_warnings",
]


def rule(metric):
    return metric.replace("_", "-")


def dates(found):
    return [(each["date"], each["kind"]) for each in found["deadlines"]]


@pytest.mark.parametrize("metric", CATEGORIES)
def test_what_is_open_has_left_the_page_180_days_after_the_window(finding, metric):
    found = finding(rule(metric), {metric: OPEN})
    assert dates(found) == [("2027-05-20", "release")]
    assert "out of the window of 180 days from 2027-05-20 on" in found["deadlines"][0]["text"]


@pytest.mark.parametrize("metric", CATEGORIES)
def test_without_a_window_or_without_anything_open_there_is_no_date(finding, metric):
    assert dates(finding(rule(metric), {metric: {"value": 2}})) == []
    assert dates(finding(rule(metric), {metric: {"value": 0, "window": HALF_YEAR}})) == []


def test_orders_with_defects_have_left_the_report_60_days_and_its_lag_of_14_after_the_window(finding):
    window = {"from": "2020-09-06", "to": "2020-11-04"}
    given = {"numerator": 12, "denominator": 1000, "window": window}
    found = finding("order-defect-rate", {"order_defect_rate": given}, as_of="2020-11-20")
    assert dates(found) == [("2021-01-17", "release")]
    assert "of 60 days, reported 14 days after its end, from 2021-01-17 on" in found["deadlines"][0]["text"]
    del given["window"]
    assert dates(finding("order-defect-rate", {"order_defect_rate": given})) == []
    sound = {"numerator": 0, "denominator": 1000, "window": window}
    assert dates(finding("order-defect-rate", {"order_defect_rate": sound})) == []


def status(word, start=None, end=None):
    return {"value": word, **({"window": {"from": start, "to": end}} if start else {})}


@pytest.mark.parametrize(
    ("given", "as_of", "expected"),
    [
        # stated for longer than a day: since its first day
        ([status("DEACTIVATED", "2026-11-01", "2026-11-20")], "2026-11-22", "2026-12-31"),
        # not deactivated before
        (
            [status("NORMAL", "2026-10-01", "2026-10-31"), status("DEACTIVATED", "2026-11-01", "2026-11-01")],
            "2026-11-22",
            "2026-12-31",
        ),
        (
            [
                status("AT_RISK", "2026-10-31", "2026-10-31"),
                status("SUSPENDED", "2026-11-01", "2026-11-01"),
                status("DEACTIVATED", "2026-11-20", "2026-11-20"),
            ],
            "2026-11-22",
            "2026-12-31",
        ),
        # 90 days for those deactivated before 25 October 2024
        ([status("DEACTIVATED", "2024-10-24", "2024-10-30")], "2024-11-01", "2025-01-22"),
        ([status("DEACTIVATED", "2024-10-25", "2024-10-30")], "2024-11-01", "2024-12-24"),
        # seen on one day alone: it may have been deactivated long before
        ([status("DEACTIVATED", "2026-11-20", "2026-11-20")], "2026-11-22", None),
        (
            [
                status("DEACTIVATED", "2026-11-01", "2026-11-01"),
                status("DEACTIVATED", "2026-11-20", "2026-11-20"),
            ],
            "2026-11-22",
            None,
        ),
        ([status("DEACTIVATED")], "2026-11-22", None),
        ([status("DEACTIVATED", "2014-10-01", "2014-10-20")], "2014-12-31", None),
        ([status("AT_RISK", "2026-11-01", "2026-11-20")], "2026-11-22", None),
    ],
)
def test_funds_have_a_day_only_where_the_day_of_the_deactivation_is_known(finding, given, as_of, expected):
    found = finding("account-status", {"account_status": given}, as_of=as_of)
    assert found["outcome"] == "fail"
    assert dates(found) == ([(expected, "release")] if expected else [])
    if expected:
        assert f"from {expected}" in found["message"]


def test_without_that_day_the_sentence_points_to_the_notice(finding):
    said = finding("account-status", {"account_status": status("DEACTIVATED")})["message"]
    assert "its day is in the notice" in said
    assert "60 days after the deactivation at the earliest" in said
    before = finding("account-status", {"account_status": status("DEACTIVATED")}, as_of="2024-10-24")
    assert "90 days after the deactivation" in before["message"]
    at_risk = finding("account-status", {"account_status": status("AT_RISK")})["message"]
    assert "The deadline is the one in the notice." in at_risk


def test_a_day_at_the_end_of_time_gives_no_date():
    last = sdk.Window(date.max - timedelta(days=7), date.max)
    blocked = measurement("account_status", "DEACTIVATED", window=last)
    found = ENGINE.evaluate(snapshot("amazon", [blocked], day="2026-11-22", site="US")).findings
    [status_] = [each for each in found if each.rule.id == "amazon.account-status"]
    assert (status_.outcome, status_.deadlines) == ("fail", ())


def test_a_rating_at_risk_gets_no_invented_date(finding):
    found = finding("account-health-rating", {"account_health_rating": {"value": 150}})
    assert (found["outcome"], dates(found)) == ("fail", [])
    [step] = [each for each in found["remediation"] if each["id"] == "note-deadlines"]
    assert "it alone counts" in step["text"]


RATE = {"unit_on_time_delivery_rate": {"value": "85", "unit": "percent"}}


@pytest.mark.parametrize("as_of", ["2025-09-16", "2026-02-01"])
def test_the_uk_is_told_of_the_enforcement_from_its_publication_on(finding, as_of):
    found = finding("unit-on-time-delivery-rate", RATE, site="UK", as_of=as_of)
    assert found["outcome"] == "warn"
    assert "From 2026-02-02 this would fail: the limit is then at least 90 %." in found["message"]
    assert dates(found) == [("2026-02-02", "limit_change")]
    assert found["announced"]["outcome"] == "fail"


@pytest.mark.parametrize(
    ("site", "as_of"),
    [("UK", "2025-09-15"), ("UK", "2026-02-02"), ("DE", "2026-08-31"), ("DE", "2026-09-01")],
)
def test_nobody_is_told_before_the_publication_or_where_its_day_is_unknown(finding, site, as_of):
    found = finding("unit-on-time-delivery-rate", RATE, site=site, as_of=as_of)
    assert "From" not in found["message"]
    assert (found["announced"], dates(found)) == (None, [])


def test_the_points_of_the_us_were_announced_ten_days_before(finding):
    points = {"account_health_rating": {"value": 150}}
    told = finding("account-health-rating", points, as_of="2022-07-21")["message"]
    assert "From 2022-08-01 this would fail" in told
    assert "From" not in finding("account-health-rating", points, as_of="2022-07-20")["message"]
