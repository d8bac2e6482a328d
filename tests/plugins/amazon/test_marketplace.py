from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import discover
from sellervitals.testing import measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules import ALL

DAY = "2026-11-22"
REPORT = "amazon.seller-performance-report"

CATEGORIES_OF_THE_REPORT = {
    "suspectedIntellectualPropertyViolations": "suspected_ip_violations",
    "receivedIntellectualPropertyComplaints": "received_ip_complaints",
    "productAuthenticityCustomerComplaints": "product_authenticity_complaints",
    "productConditionCustomerComplaints": "product_condition_complaints",
    "productSafetyCustomerComplaints": "product_safety_complaints",
    "foodAndProductSafetyIssues": "food_and_product_safety_issues",
    "restrictedProductPolicyViolations": "restricted_product_violations",
    "listingPolicyViolations": "listing_policy_violations",
    "customerProductReviewsPolicyViolations": "customer_product_reviews_violations",
    "otherPolicyViolations": "other_policy_violations",
    "documentRequests": "document_requests",
    "policyViolationWarnings": "policy_violation_warnings",
}
RATES = {
    "order_defect_rate": ("lower", 60, ("mfn", "afn")),
    "late_shipment_rate": ("lower", None, ("10d", "30d")),
    "cancellation_rate": ("lower", 7, ()),
    "valid_tracking_rate": ("higher", 30, ()),
    "on_time_delivery_rate": ("higher", 30, ()),
    "unit_on_time_delivery_rate": ("higher", 14, ()),
    "invoice_defect_rate": ("lower", 7, ()),
    "business_hours_delivery_rate": ("higher", None, ()),
    "contact_response_24h": ("higher", None, ()),
    "customer_service_dissatisfaction_rate": ("lower", None, ()),
    "return_dissatisfaction_rate": ("lower", None, ()),
    "ncx_rate": ("lower", None, ()),
    "sfp_on_time_delivery_rate": ("higher", 7, ()),
    "sfp_valid_tracking_rate": ("higher", 7, ()),
    "sfp_cancellation_rate": ("lower", 7, ()),
    "sfp_on_time_shipment_rate": ("higher", 7, ()),
    "sfp_buy_shipping_rate": ("higher", 7, ()),
    "sfp_delivery_speed": (
        "higher",
        7,
        (
            "standard-1d",
            "standard-2d",
            "standard-5d",
            "oversize-1d",
            "oversize-5d",
            "extra-large-2d",
            "extra-large-5d",
        ),
    ),
    "sfp_prequalification_valid_tracking_rate": ("higher", 90, ()),
    "sfp_prequalification_late_shipment_rate": ("lower", 90, ()),
    "sfp_prequalification_cancellation_rate": ("lower", 90, ()),
    "premium_on_time_delivery_rate": ("higher", None, ()),
    "premium_valid_tracking_rate": ("higher", None, ()),
    "premium_cancellation_rate": ("lower", None, ()),
    "excess_inventory_share": ("lower", None, ()),
    "sell_through_rate": ("higher", 90, ()),
    "in_stock_rate": ("higher", 30, ()),
    "stranded_share": ("lower", None, ()),
    "feedback_positive_share": ("higher", None, ("30d", "90d", "365d", "lifetime")),
    "received_negative_feedback_rate": ("lower", None, ()),
    "refund_rate": ("lower", None, ()),
}
UNBOUNDED = {"refund_rate", "sell_through_rate"}


def level(*measurements, site="US"):
    return AMAZON.level(snapshot("amazon", measurements, day=DAY, site=site))


@pytest.mark.parametrize(("field", "metric"), CATEGORIES_OF_THE_REPORT.items())
def test_every_category_of_the_report_is_a_count_with_a_rule_and_a_weight(field, metric):
    definition = AMAZON.by_id[metric]
    assert (definition.unit, definition.better, definition.window_days) == ("count", "lower", 180), field
    [rule] = [each for each in ALL if each.metric == metric]
    assert AMAZON.scorecard.weights[rule.id] > 0


def test_warning_states_are_states_by_type_of_warning():
    assert AMAZON.by_id["warning_state"].unit == "state"
    assert AMAZON.by_id["warning_state"].segments == ()
    assert any(rule.metric == "warning_state" for rule in ALL)


def test_rates_with_their_windows_and_segments():
    rates = {each.id: each for each in AMAZON.metrics if each.unit == "ratio"}
    found = {name: (each.better, each.window_days, each.segments) for name, each in rates.items()}
    assert found == RATES
    assert all(each.numerator != "events" for each in rates.values())
    assert {name for name, each in rates.items() if not each.bounded} == UNBOUNDED


def test_every_metric_is_judged_by_exactly_one_rule_or_only_read_beside_another():
    judged = [rule.metric for rule in ALL if rule.metric]
    judged.remove("account_health_rating")  # Assurance judges its history too
    assert len(set(judged)) == len(judged)
    only_read = {name for rule in ALL for name in rule.reads if name != "*"} - set(judged)
    assert sorted({*judged, *only_read}) == sorted(AMAZON.by_id)
    assert "capacity_limit" in only_read


def test_the_23_stores_each_have_an_id_of_their_own():
    assert len(AMAZON.sites) == 23
    assert AMAZON.sites.keys() == AMAZON.site_ids.keys()
    assert len(set(AMAZON.site_ids.values())) == 23
    assert (AMAZON.site_ids["US"], AMAZON.site_ids["UK"]) == ("ATVPDKIKX0DER", "A1F83G8C2ARO7P")


def test_weights_name_every_rule_and_nothing_else():
    assert AMAZON.scorecard.weights.keys() == {rule.id for rule in ALL}
    assert AMAZON.scorecard.version == "amazon-2026.2"


def test_what_closes_accounts_weighs_most():
    weights = AMAZON.scorecard.weights
    heaviest = sorted(weights, key=lambda each: -weights[each])[:3]
    assert set(heaviest) == {
        "amazon.account-status",
        "amazon.account-health-rating",
        "amazon.order-defect-rate",
    }


def test_the_plugin_is_accepted_by_the_host():
    registry = discover(strict=True)
    assert {rule.id for rule in ALL} <= registry.rules.keys()


def test_level_mirrors_the_status_exactly_as_written():
    status = measurement("account_status", "At Risk", document=REPORT, pointer="/accountStatuses/0/status")
    points = measurement("account_health_rating", 310)
    assert level(status, points) == sdk.Level(
        "At Risk",
        "At risk, Account Health Rating 310 points (healthy)",
        f"{REPORT}#/accountStatuses/0/status",
    )
    assert level(measurement("account_status", "AT_RISK")) == sdk.Level("AT_RISK", "At risk", "metrics")


@pytest.mark.parametrize(
    ("points", "zone"),
    [(1000, "healthy"), (200, "healthy"), ("199.5", "at risk"), (100, "at risk"), ("99.5", "unhealthy")],
)
def test_level_names_the_zone_of_the_points(points, zone):
    points = Decimal(points)
    found = level(measurement("account_status", "NORMAL"), measurement("account_health_rating", points))
    assert found.display == f"Normal, Account Health Rating {points} points ({zone})"


def test_level_without_a_status_is_the_rating():
    word = measurement("account_health_rating", verdict="WARNED", document=REPORT, pointer="/ahr")
    assert level(word) == sdk.Level("WARNED", "Account Health Rating WARNED (at risk)", f"{REPORT}#/ahr")
    both = measurement("account_health_rating", 650, verdict="GREAT")
    assert level(both).name == "GREAT"
    assert level(both).display == "Account Health Rating 650 points (healthy)"
    assert level(measurement("account_health_rating", 150)).name == "At risk"
    odd = measurement("account_health_rating", verdict="PURPLE")
    assert level(odd).display == "Account Health Rating PURPLE"


def test_level_is_unknown_when_nothing_says_it():
    assert level(measurement("cancellation_rate", sdk.percent("1"))) is None
    assert level(measurement("account_health_rating")) is None


def test_a_healthy_account_scores_full_marks_and_a_deactivated_one_is_capped():
    sound = [
        measurement("account_status", "NORMAL"),
        measurement("account_health_rating", 1000),
        measurement("order_defect_rate", segment="mfn", numerator=0, denominator=2000),
        *(measurement(each, 0) for each in CATEGORIES_OF_THE_REPORT.values()),
    ]
    engine = Engine(discover(strict=True))
    best = engine.evaluate(snapshot("amazon", sound, day=date.fromisoformat(DAY), site="US"))
    assert (best.score.value, best.score.band) == (100, "healthy")
    closed = [measurement("account_status", "DEACTIVATED"), *sound[1:]]
    worst = engine.evaluate(snapshot("amazon", closed, day=DAY, site="US"))
    assert (worst.score.cap.at, worst.score.cap.rule) == (49, "amazon.account-status")
    assert worst.score.value == 49 == 100 + sum(line.points for line in worst.score.contributions)
