"""What holds for every rule of the plugin: its file, its steps, its sources, its words."""

from importlib import import_module
from pathlib import Path

import pytest

import sellervitals_ebay.rules
from sellervitals.domain.finding import Severity
from sellervitals_ebay.documents import ALL as DOCUMENTS
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules import ALL
from sellervitals_ebay.segments import is_projected, segment_of
from sellervitals_ebay.sources import SOURCES
from sellervitals_ebay.standards import LADDER

FILES = sorted(Path(sellervitals_ebay.rules.__file__).parent.glob("[!_]*.py"))
RULES = {path.stem: import_module(f"sellervitals_ebay.rules.{path.stem}").RULE for path in FILES}
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


def test_every_file_is_registered():
    assert sorted(rule.id for rule in ALL) == sorted(rule.id for rule in RULES.values())
    assert len(ALL) == 18


@each_file
def test_the_file_is_short_has_the_name_of_its_rule_and_a_test(path):
    assert RULES[path.stem].id == f"ebay.{path.stem.replace('_', '-')}"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
    assert (Path(__file__).parent / "rules" / f"test_{path.stem}.py").is_file()


@each_rule
def test_steps_are_few_concrete_and_sentences(rule):
    assert 3 <= len(rule.steps) <= 7
    for step in rule.steps_for(tuple(rule.causes)):
        assert step.text.endswith("."), step.id
        assert step.text[0].isupper(), step.id


@each_rule
def test_every_limit_says_when_it_was_announced_and_that_its_first_day_is_not_published(rule):
    for limit in rule.limits:
        assert limit.announced == limit.since
        assert "not published" in limit.note
        assert limit.source in rule.references


@each_rule
def test_every_rule_says_why_in_one_sentence(rule):
    assert rule.why.endswith(".")
    assert ". " not in rule.why
    assert rule.since == "0.1"
    for key, reference in rule.references.items():
        assert SOURCES[key] is reference


def test_every_source_is_cited():
    cited = {source for rule in ALL for source in rule.references.values()}
    cited |= {source for document in DOCUMENTS for source in document.references}
    cited |= {*EBAY.references, *LADDER.references.values()}
    assert cited == set(SOURCES.values())


def test_only_what_ends_in_below_standard_is_critical():
    critical = {rule.id for rule in ALL if rule.severity is Severity.CRITICAL}
    assert critical == {
        "ebay.seller-level",
        "ebay.transaction-defect-rate",
        "ebay.cases-closed-without-resolution",
    }


def test_the_weights_are_a_hundred_and_what_repeats_or_has_no_standard_weighs_nothing():
    weights = EBAY.scorecard.weights
    assert sum(weights.values()) == 100
    assert {name for name, weight in weights.items() if not weight} == {
        "ebay.transaction-defect-count",
        "ebay.cases-closed-without-resolution-count",
        "ebay.item-not-as-described-rate",
        "ebay.item-not-received-rate",
        "ebay.listing-views",
        "ebay.click-through-rate",
        "ebay.sales-conversion",
        "ebay.report-consistency",
    }


def test_every_metric_with_a_standard_has_a_rule():
    judged = {rule.metric for rule in ALL}
    traffic = {metric.id for metric in EBAY.metrics if metric.id not in judged}
    assert all(EBAY.by_id[each].unit == "count" for each in traffic)
    assert len(traffic) == 10


@pytest.mark.parametrize("part", [None, "Books", "projector lamps"])
def test_a_forecast_is_told_by_its_segment(part):
    assert is_projected(segment_of(part, projected=True))
    assert not is_projected(segment_of(part, projected=False))


def test_nothing_harmful_is_advised():
    steps = {(rule.id, step.id): step.text for rule in ALL for step in rule.steps_for(tuple(rule.causes))}
    assert "where it is true" in steps["ebay.transaction-defect-rate", "true-reason"]
    assert "where it is fair" in steps["ebay.item-not-as-described", "solve-before-request"]
    assert "nothing is heard while" in steps["ebay.late-shipment-rate", "appeal-what-is-not-yours"]
    assert "nothing to appeal" in steps["ebay.days-on-site", "wait-and-grow"]
