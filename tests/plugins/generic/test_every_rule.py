from importlib import import_module
from pathlib import Path

import pytest

import sellervitals_generic.rules
from sellervitals_generic.marketplace import GENERIC
from sellervitals_generic.own_figures import FAMILIES
from sellervitals_generic.scorecard import SCORECARD

FILES = sorted(Path(sellervitals_generic.rules.__file__).parent.glob("[!_]*.py"))
RULES = {path.stem: import_module(f"sellervitals_generic.rules.{path.stem}").RULE for path in FILES}
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


def test_every_metric_has_one_rule_and_every_rule_a_file():
    judged = {rule.metric for rule in RULES.values()}
    asked = {metric for goal in GENERIC.goals for metric in goal.needs}
    assert judged <= GENERIC.by_id.keys() <= judged | asked
    assert sorted(rule.id for rule in sellervitals_generic.rules.ALL) == sorted(
        f"generic.{name.replace('_', '-')}" for name in RULES
    )


@each_rule
def test_steps_are_few_concrete_and_in_order(rule):
    assert 3 <= len(rule.steps) <= 7
    assert len({step.text for step in rule.steps}) == len(rule.steps)
    for step in rule.steps:
        assert step.text.endswith("."), step.id
        assert step.text[0].isupper(), step.id


@each_rule
def test_every_rule_says_why_in_one_sentence(rule):
    assert rule.why.endswith(".")
    assert ". " not in rule.why


@each_rule
def test_only_rules_with_a_limit_are_about_a_site(rule):
    assert rule.sites == (("*",) if rule.limits else ())
    assert rule.metric not in FAMILIES or not rule.limits


def test_what_is_at_stake_is_the_weight():
    weights = {rule.severity: SCORECARD.weights[rule.id] for rule in RULES.values()}
    assert weights == {"critical": 12, "high": 5, "medium": 3}
    assert {SCORECARD.weights[rule.id] for rule in RULES.values()} == set(weights.values())


def test_nothing_harmful_is_advised():
    said = {(rule.id, step.id): step.text for rule in RULES.values() for step in rule.steps}
    assert "Never ask a buyer to cancel" in said["generic.cancellation-rate", "never-ask-the-buyer"]
    assert "only after the buyer has agreed" in said["generic.cancellation-rate", "offer-replacement"]
    assert "never put them up again unchanged" in said["generic.policy-violations", "remove-first"]
    assert "only where the marketplace's own rules allow" in said["generic.rating", "removal-by-the-rules"]
    assert "never before" in said["generic.late-shipment-rate", "scan-at-handover"]
