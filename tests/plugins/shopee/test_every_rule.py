from importlib import import_module
from pathlib import Path

import pytest

import sellervitals_shopee.rules
from sellervitals.domain.standing import Trust
from sellervitals_shopee.limits.penalty_tiers import TIERS
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.sources import SOURCES

FILES = sorted(Path(sellervitals_shopee.rules.__file__).parent.glob("[!_]*.py"))
GENERAL = {"account-health", "definitions", "fast-handover", "push", "reset", *TIERS.references}
"""Sources of definitions and words; every other one must carry a limit or figure of its rule."""

RULES = {path.stem: import_module(f"sellervitals_shopee.rules.{path.stem}").RULE for path in FILES}
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


def test_every_file_is_registered_and_every_metric_has_a_rule():
    assert sorted(rule.id for rule in sellervitals_shopee.rules.ALL) == sorted(
        rule.id for rule in RULES.values()
    )
    judged = [rule.metric for rule in RULES.values() if rule.metric]
    assert sorted(judged) == sorted(SHOPEE.by_id)


@each_file
def test_the_file_is_short_has_the_name_of_its_rule_and_a_test(path):
    assert RULES[path.stem].id == f"shopee.{path.stem.replace('_', '-')}"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
    assert (Path(__file__).parent / "rules" / f"test_{path.stem}.py").is_file()


@each_rule
def test_steps_are_few_concrete_and_in_order(rule):
    assert 3 <= len(rule.steps) <= 7
    texts = [step.text for step in rule.steps_for(tuple(rule.causes))]
    assert len(set(texts)) == len(texts)
    for step in rule.steps_for(tuple(rule.causes)):
        assert step.text.endswith("."), step.id
        assert step.text[0].isupper(), step.id


@each_rule
def test_causes_are_parts_that_the_metric_has(rule):
    parts = SHOPEE.by_id[rule.metric].parts if rule.metric else ()
    assert rule.causes.keys() <= set(parts)


@each_rule
def test_every_limit_says_when_it_was_announced_and_where_it_comes_from(rule):
    for limit in rule.limits:
        assert limit.announced is not None, limit.since
        assert limit.source in rule.references
        assert limit.trust in set(Trust)
        assert set(limit.sites) <= {*SHOPEE.sites, "*"}


@each_rule
def test_every_source_is_used_and_listed(rule):
    used = {each.source for each in (*rule.limits, *rule.figures, *rule.calendar)}
    assert rule.references.keys() <= used | GENERAL
    for key, reference in rule.references.items():
        assert SOURCES[key] is reference


def test_every_source_is_cited():
    cited = {key for rule in RULES.values() for key in rule.references}
    documents = {key for key, source in SOURCES.items() if source.title.startswith("Client tests")}
    assert cited | documents == SOURCES.keys()


@each_rule
def test_every_rule_says_why_in_one_sentence(rule):
    assert rule.why.endswith(".")
    assert ". " not in rule.why
    assert rule.since == "0.1"
