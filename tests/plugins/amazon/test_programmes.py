"""Programmes that a seller may take part in or not: silent until somebody reports a number about them."""

from datetime import timedelta
from decimal import Decimal

import pytest

from sellervitals.domain.limit import limit_on
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry, discover
from sellervitals.testing import measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.metrics.service import METRICS as SERVICE
from sellervitals_amazon.programmes.premium import PREMIUM
from sellervitals_amazon.programmes.prime import PRIME
from sellervitals_amazon.rules import ALL

DAY = "2026-11-22"
ENGINE = Engine(discover(strict=True))
REPORTED = [
    measurement("account_status", "NORMAL"),
    measurement("account_health_rating", 650),
    measurement("order_defect_rate", percent("0.4"), segment="mfn"),
    measurement("late_shipment_rate", percent("1"), segment="30d"),
]


def rules_of(programme):
    return {rule.id for rule in ALL if rule.programme == programme}


def judged(*more, site="US"):
    return ENGINE.evaluate(snapshot("amazon", [*REPORTED, *more], day=DAY, site=site))


def without(*programmes):
    """What the same report gives where the rules of a programme do not exist."""
    rules = {rule.id: rule for rule in ALL if rule.programme not in programmes}
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules=rules))
    return engine.evaluate(snapshot("amazon", REPORTED, day=DAY, site="US"))


def test_every_rule_of_a_programme_says_so():
    assert rules_of(PRIME) == {
        rule.id for rule in ALL if rule.id.startswith("amazon.sfp-") and "prequalification" not in rule.id
    }
    assert rules_of(PREMIUM) == {rule.id for rule in ALL if rule.id.startswith("amazon.premium-")}
    assert (len(rules_of(PRIME)), len(rules_of(PREMIUM))) == (7, 3)


@pytest.mark.parametrize("programme", [PRIME, PREMIUM])
def test_a_report_alone_is_silent_about_a_programme(programme):
    result = judged()
    outcomes = {each.outcome for each in result.findings if each.rule.programme == programme}
    assert outcomes <= {"no_data", "not_applicable"}
    assert "no_data" in outcomes
    assert result.score.coverage == without(programme).score.coverage
    assert result.score.value == without(programme).score.value


def test_one_number_about_it_makes_the_others_missed():
    before = judged()
    after = judged(measurement("sfp_valid_tracking_rate", percent("99.5")))
    assert after.score.coverage < before.score.coverage
    missed = {
        each.rule.id for each in after.findings if each.rule.programme == PRIME and each.outcome == "no_data"
    }
    assert missed == {
        "amazon.sfp-on-time-delivery",
        "amazon.sfp-cancellation",
        "amazon.sfp-delivery-speed",
        "amazon.sfp-monthly-parcels",
    }
    known = sum(
        AMAZON.scorecard.weights[rule]
        for rule in {each.rule.id for each in after.findings if each.health is not None}
    )
    silent = {each.rule.id for each in after.findings if each.outcome == "not_applicable"}
    silent |= {rule.id for rule in ALL if rule.programme not in {"", PRIME}}
    applicable = sum(weight for rule, weight in AMAZON.scorecard.weights.items() if rule not in silent)
    assert after.score.coverage == (Decimal(known) / applicable).quantize(Decimal("0.0001"))


def test_each_programme_is_silent_on_its_own():
    prime = judged(measurement("sfp_cancellation_rate", percent("0.1")))
    both = judged(
        measurement("sfp_cancellation_rate", percent("0.1")),
        measurement("premium_on_time_delivery_rate", percent("95")),
    )
    assert {each.outcome for each in prime.findings if each.rule.programme == PREMIUM} == {
        "no_data",
        "not_applicable",
    }
    # in the US nothing else is known of Premium Shipping, so that its only rule there is judged
    assert both.score.coverage > prime.score.coverage


def test_who_only_prepares_for_prime_does_not_take_part():
    result = judged(measurement("sfp_prequalification_shipments", 40))
    found = {each.segment: each.outcome for each in result.findings if "prequalification" in each.rule.id}
    assert found == {
        "shipments": "warn",
        "valid-tracking": "no_data",
        "late-shipments": "no_data",
        "cancellations": "no_data",
    }
    assert result.score.coverage == judged().score.coverage
    assert result.score.value == judged().score.value


def test_the_dashboard_is_saved_before_anything_is_changed():
    for rule in ALL:
        if rule.programme in {PRIME, PREMIUM} and rule.id != "amazon.sfp-monthly-parcels":
            assert rule.steps[0].id == "save-dashboard", rule.id
            assert rule.steps[0].evidence_to_keep, rule.id
            assert rule.steps[0].effort == "low", rule.id


def test_every_limit_says_from_when_it_was_known():
    service = {metric.id for metric in SERVICE}
    rules = [rule for rule in ALL if rule.programme in {PRIME, PREMIUM} or rule.metric in service]
    limits = [limit for rule in rules for limit in rule.limits]
    assert len(limits) == 41 + 4
    assert all(limit.announced == limit.since for limit in limits)


def test_no_table_of_a_programme_outlives_its_successor():
    """A line that ended must not rule again once the one after it has ended too."""
    for rule in ALL:
        if rule.programme not in {PRIME, PREMIUM}:
            continue
        for limit in rule.limits:
            if limit.until is not None:
                judged_on = {limit.until + timedelta(days=days) for days in (1, 400)}
                found = {limit_on(rule.limits, day, limit.sites[0], limit.segment) for day in judged_on}
                older = {each for each in found if each is not None and each.since < limit.since}
                assert not older, (rule.id, limit.since)
