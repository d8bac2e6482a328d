"""Walmart's sites, its own word for an account, its tiers, and what a score is made of."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugin import percent
from sellervitals.plugins import discover
from sellervitals.testing import measurement, snapshot
from sellervitals_walmart.marketplace import WALMART

DAY = "2026-11-22"
PAYLOADS = Path(__file__).parent / "payloads"


def load(name):
    return json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"), parse_float=Decimal)


def level(*measurements):
    return WALMART.level(snapshot("walmart", measurements, day=DAY, site="US"))


def risk(word, metric="return_rate", **more):
    return measurement("risk_level", word, segment=metric, **more)


def evaluated(*names, account=None, today="2026-11-22", **more):
    account = {"marketplace": "walmart"} | (account or {})
    request = {"account": account, "documents": [{"content": load(name)} for name in names], **more}
    [found] = take(discover(), request, today=sdk.Fields.of({"day": today}, "").day("day"))
    return Engine(discover()).evaluate(found)


def outcomes(evaluation):
    return {
        (each.rule.id.removeprefix("walmart."), each.segment): each.outcome.value
        for each in evaluation.findings
        if each.outcome.judged
    }


# Walmart's own word


@pytest.mark.parametrize(
    ("words", "worst"),
    [
        (["GOOD", "GOOD"], "GOOD"),
        (["GOOD", "MONITOR", "GOOD"], "MONITOR"),
        (["MONITOR", "URGENT", "GOOD"], "URGENT"),
        (["Meets standard", "Needs Attention"], "Needs Attention"),
        (["URGENT REVIEW", "GOOD"], "URGENT REVIEW"),
        (["GOOD", "SPLENDID"], "GOOD"),
        (["SPLENDID"], "SPLENDID"),
    ],
)
def test_the_level_is_the_worst_risk_level_exactly_as_written(words, worst):
    given = [risk(word, f"m{place}") for place, word in enumerate(words)]
    assert level(*given).name == worst
    assert level(*reversed(given)).name == worst


def test_the_level_names_the_metrics_behind_it():
    found = level(risk("URGENT", "return_rate"), risk("URGENT", "cancellation_rate"), risk("GOOD", "m"))
    assert found.display == "URGENT for cancellation rate, return rate"
    assert level(risk("GOOD", "a"), risk("GOOD", "b")).display == "GOOD for each of 2"


def test_without_a_risk_level_it_is_the_tier_and_then_nothing():
    tier = measurement("pro_seller_tier", "Pro Seller", document="d", pointer="/payload/currentTier")
    assert level(tier) == sdk.Level("Pro Seller", "Pro Seller", "d#/payload/currentTier")
    assert level(tier, risk("GOOD")).name == "GOOD"
    assert level(measurement("cancellation_rate", percent("1"))) is None
    assert level() is None


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("account_bundle_at_risk", "URGENT"),
        ("account_bundle_good", "GOOD"),
        ("otd_summary", "URGENT"),
        ("vtr_summary", "MONITOR"),
        ("weekly_report_notification", "URGENT"),
        ("seller_incentives_documented_example", "Pro Seller"),
        ("sss_cma_summary", None),
        ("alarms_notification", None),
    ],
)
def test_the_level_of_a_sample_is_walmarts_own_word(name, word):
    found = evaluated(name).level
    assert (found and found.name) == word


# accounts


def test_the_good_account_is_healthy():
    found = evaluated("account_bundle_good")
    assert set(outcomes(found).values()) == {"pass"}
    assert (found.score.band, found.score.cap) == ("healthy", None)
    assert found.score.coverage > Decimal("0.95")


def test_the_account_at_risk_is_critical_and_agrees_with_walmart():
    found = evaluated("account_bundle_at_risk")
    assert outcomes(found) == {
        ("on-time-delivery-rate", None): "fail",
        ("valid-tracking-rate", None): "fail",
        ("cancellation-rate", None): "fail",
        ("seller-response-rate", None): "fail",
        ("return-rate", None): "fail",
        ("item-not-received-rate", None): "warn",
        ("negative-feedback-rate", None): "fail",
        ("late-shipment-rate", None): "warn",
        ("risk-level", "on_time_delivery_rate"): "fail",
        ("risk-level", "cancellation_rate"): "fail",
        ("risk-level", "return_rate"): "fail",
        ("risk-level", "valid_tracking_rate"): "warn",
        ("risk-level", "seller_response_rate"): "warn",
        ("risk-level", "negative_feedback_rate"): "warn",
        ("risk-level", "late_shipment_rate"): "warn",
        ("risk-level", "item_not_received_rate"): "pass",
        ("report-consistency", None): "pass",
    }
    assert (found.score.band, found.score.cap.severity) == ("critical", "critical")
    assert {each.agrees for each in found.findings} <= {True, None}


def test_monitor_above_the_standard_is_mirrored_and_no_contradiction():
    """Walmart's own sample has 96 % on time against 90 %, and calls it Monitor."""
    content = load("otd_summary")
    content["payload"] |= {"sellerAccountableRate": 96, "performanceRiskLevel": "Monitor", "riskLevel": None}
    request = {"documents": [{"content": content}]}
    [account] = take(discover(), request, today=sdk.Fields.of({"day": DAY}, "").day("day"))
    found = Engine(discover()).evaluate(account)
    assert outcomes(found) == {
        ("on-time-delivery-rate", None): "pass",
        ("risk-level", "on_time_delivery_rate"): "warn",
        ("report-consistency", None): "pass",
    }
    assert found.level.name == "Monitor"
    rate = next(each for each in found.findings if each.rule.id == "walmart.on-time-delivery-rate")
    assert (rate.measurement.verdict, rate.agrees) == ("Monitor", None)


def test_a_document_that_names_no_site_is_of_the_us_unless_the_caller_says_otherwise():
    assert evaluated("vtr_summary").snapshot.site == "US"
    canada = evaluated("vtr_summary", account={"site": "CA"})
    assert canada.snapshot.site == "CA"
    # the standard in the document outranks Canada's 85 % as well
    assert outcomes(canada)["valid-tracking-rate", None] == "fail"


def test_refunds_are_not_judged_by_a_table_after_walmart_took_them_away():
    rate = {"refund_rate": {"value": "7", "unit": "percent"}}
    us = {"site": "US"}

    def said(day):
        request = {"account": {"marketplace": "walmart", **us}, "metrics": rate, "as_of": day}
        [found] = take(discover(), request, today=day)
        return outcomes(Engine(discover()).evaluate(found)).get(("refund-rate", None))

    days = [sdk.Fields.of({"day": day}, "").day("day") for day in ("2027-03-26", "2027-03-27")]
    assert [said(day) for day in days] == ["fail", None]


def test_no_data_lowers_the_coverage_and_never_the_score():
    content = load("account_bundle_good") | {"/v3/insights/performance/otd/summary": None}
    request = {"documents": [{"content": content}]}
    [account] = take(discover(), request, today=sdk.Fields.of({"day": DAY}, "").day("day"))
    found = Engine(discover()).evaluate(account)
    rate = next(each for each in found.findings if each.rule.id == "walmart.on-time-delivery-rate")
    assert (rate.outcome, rate.health) == ("no_data", None)
    assert "Walmart has no data" in rate.message
    full = evaluated("account_bundle_good").score
    assert found.score.coverage < full.coverage
    assert found.score.band == "healthy"


# Pro Seller


CRITERIA = {
    "pro_seller_on_time_delivery_rate": percent("96"),
    "pro_seller_cancellation_rate": percent("1"),
    "pro_seller_response_rate": percent("96"),
    "pro_seller_delivery_speed": percent("60"),
    "pro_seller_content_score": 80,
    "pro_seller_price_score": 70,
    "pro_seller_orders": 500,
}


def standing(site="US", **changes):
    given = [
        measurement(metric, value) for metric, value in (CRITERIA | changes).items() if value is not None
    ]
    found = Engine(discover()).evaluate(snapshot("walmart", given, day=DAY, site=site))
    return [(each.best.name, each.worst.name, each.held_by, each.unreported) for each in found.standings]


def test_the_lowest_criterion_decides_on_the_tier():
    assert standing() == [("Pro Seller", "Pro Seller", (), ())]
    lower = "pro_seller_cancellation_rate"
    assert standing(**{lower: percent("1.6")}) == [("Advanced", "Advanced", (lower,), ())]
    assert standing(**{lower: percent("2.1")}) == [("Rising", "Rising", (lower,), ())]
    assert standing(**{lower: percent("2.6")}) == [("None", "None", (lower,), ())]
    assert standing(pro_seller_orders=100) == [("None", "None", ("pro_seller_orders",), ())]


def test_a_criterion_that_nobody_reported_leaves_a_range():
    [(best, worst, _, unreported)] = standing(pro_seller_content_score=None)
    assert (best, worst, unreported) == ("Pro Seller", "None", ("pro_seller_content_score",))


@pytest.mark.parametrize("site", ["CA", "MX", "CL", None])
def test_no_tier_is_computed_where_its_lines_are_not_known(site):
    assert standing(site=site) == []


def test_walmarts_example_is_eligible_for_what_is_computed():
    [found] = evaluated("seller_incentives_documented_example").standings
    assert (found.best.name, found.worst.name, found.word, found.agrees) == (
        "Rising",
        "Rising",
        "Rising",
        True,
    )
    assert set(found.held_by) == {
        "pro_seller_cancellation_rate",
        "pro_seller_response_rate",
        "pro_seller_content_score",
    }


# weights


def test_the_standards_are_most_of_the_score_and_what_repeats_counts_little():
    weights = {name.removeprefix("walmart."): weight for name, weight in WALMART.scorecard.weights.items()}
    assert WALMART.scorecard.version == "walmart-2026.1"
    standards = sum(weight for name, weight in weights.items() if name.endswith("-rate"))
    assert standards == 90
    assert 100 <= sum(weights.values()) <= 105
    assert weights["risk-level"] <= 4
    assert weights["report-consistency"] == 0
    assert {weight for name, weight in weights.items() if name.startswith("pro-seller-")} == {0, 4}
