from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import sellervitals_amazon.rules
from sellervitals.domain.standing import Severity, Trust
from sellervitals_amazon.appeal import APPEAL
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.sources import SOURCES

FILES = sorted(Path(sellervitals_amazon.rules.__file__).parent.glob("[!_]*.py"))
GENERAL = {
    "appeal",
    "aged-surcharge-avoiding",
    "assurance",
    "customer-experience",
    "customer-experience-levels",
    "capacity-limits",
    "capacity-manager",
    "expired-orders",
    "expired-orders-2020",
    "feedback",
    "fixed-windows",
    "handling-time",
    "cancellation-europe",
    "inventory-index",
    "inventory-index-advice",
    "inventory-index-bands",
    "inventory-report",
    "late-shipments",
    "late-shipments-warning",
    "low-inventory-margin",
    "metrics",
    "order-defects-offers",
    "prime-checklist",
    "rating",
    "rating-misconceptions",
    "rating-orders",
    "related-account",
    "report",
    "return-dissatisfaction-second",
    "report-types",
    "safety",
    "sales-report",
    "seller-analytics",
    "status",
    "violations",
}
"""Sources of steps and words; every other one must carry a limit or figure of the rule that cites it."""

RULES = {path.stem: import_module(f"sellervitals_amazon.rules.{path.stem}").RULE for path in FILES}
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


def test_every_file_is_registered():
    assert len(FILES) >= 45
    assert sorted(rule.id for rule in sellervitals_amazon.rules.ALL) == sorted(
        rule.id for rule in RULES.values()
    )


@each_file
def test_the_file_is_short_has_the_name_of_its_rule_and_a_test(path):
    assert RULES[path.stem].id == f"amazon.{path.stem.replace('_', '-')}"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
    assert (Path(__file__).parent / "rules" / f"test_{path.stem}.py").is_file()


@each_rule
def test_steps_are_few_concrete_and_in_order(rule):
    assert 3 <= len(rule.steps) <= 7
    assert len({step.text for step in rule.steps}) == len(rule.steps)
    for step in rule.steps:
        assert step.text.endswith("."), step.id
        assert step.text[0].isupper(), step.id


@each_rule
def test_steps_by_cause_are_few_and_for_parts_that_the_metric_has(rule):
    parts = AMAZON.by_id[rule.metric].parts if rule.metric else ()
    assert rule.causes.keys() <= set(parts)
    texts = [step.text for step in rule.steps_for(tuple(rule.causes))]
    assert len(set(texts)) == len(texts)
    for steps in rule.causes.values():
        assert 1 <= len(steps) <= 7
        for step in steps:
            assert step.text.endswith("."), step.id
            assert step.text[0].isupper(), step.id


@each_rule
def test_every_limit_says_when_it_was_announced(rule):
    """Where nobody knows when, it is the first day itself: no old report is judged with hindsight."""
    for limit in rule.limits:
        assert limit.announced is not None, limit.since


@each_rule
def test_every_source_is_used_and_listed(rule):
    used = {each.source for each in (*rule.limits, *rule.figures)}
    assert rule.references.keys() <= used | GENERAL
    for key, reference in rule.references.items():
        assert SOURCES[key] is reference


@each_rule
def test_every_limit_says_where_it_comes_from_and_how_sure_it_is(rule):
    for limit in rule.limits:
        assert limit.source in rule.references
        assert limit.trust in set(Trust)
        assert limit.warn_trust in set(Trust)
        assert set(limit.sites) <= {*AMAZON.sites, "*"}
        assert limit.since.year >= 2015
        unknown_start = (limit.since.month, limit.since.day) == (1, 1)
        announced = limit.announced not in {None, limit.since}
        assert not unknown_start or announced or "not published" in limit.note


@each_rule
def test_every_rule_says_why_in_one_sentence(rule):
    assert rule.why.endswith(".")
    assert ". " not in rule.why
    assert rule.since == "0.1"
    assert rule.severity in set(Severity)


def test_every_source_is_cited():
    cited = {key for rule in RULES.values() for key in rule.references}
    cited |= {key for key, source in SOURCES.items() if source in APPEAL.references}
    assert cited == SOURCES.keys()


def test_figures_that_cannot_fail_are_only_those_that_nobody_publishes():
    soft = {rule.id for rule in RULES.values() for limit in rule.limits if not limit.trust.can_fail}
    assert soft == {
        "amazon.contact-response-time",
        "amazon.expired-orders",
        "amazon.inbound-defects",
        "amazon.policy-violation-warnings",
        # what 97 and 99 % ended on in 2023, and the year of 29 June, is not certain
        "amazon.premium-on-time-delivery",
        "amazon.sfp-buy-shipping",
        "amazon.sfp-monthly-parcels",
        "amazon.sfp-on-time-delivery",
        "amazon.sfp-on-time-shipment",
        "amazon.excess-inventory",
        "amazon.feedback-rating",
        "amazon.in-stock-rate",
        "amazon.inventory-aging",
        "amazon.negative-feedback",
        "amazon.out-of-stock",
        "amazon.reorder-due",
        "amazon.sell-through",
        "amazon.stranded-inventory",
        "amazon.stranded-share",
        "amazon.unfulfillable-inventory",
    }


@pytest.mark.parametrize(
    ("rule", "since", "site"),
    [
        ("unit_on_time_delivery_rate", date(2024, 9, 25), "US"),
        ("unit_on_time_delivery_rate", date(2026, 2, 2), "UK"),
        ("unit_on_time_delivery_rate", date(2026, 9, 1), "DE"),
        ("invoice_defect_rate", date(2021, 4, 5), "ES"),
        ("account_health_rating", date(2022, 8, 1), "CA"),
    ],
)
def test_the_dates_of_the_policy(rule, since, site):
    assert any(limit.since == since and site in limit.sites for limit in RULES[rule].limits)
