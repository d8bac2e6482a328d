"""Every rule keeps the style of the house: short files, few concrete steps, cited sources."""

from pathlib import Path

import pytest

import sellervitals_mercadolibre.rules
from sellervitals_mercadolibre.documents import ALL as DOCUMENTS
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules import ALL
from sellervitals_mercadolibre.scorecard import SCORECARD
from sellervitals_mercadolibre.sources import SOURCES

FOLDER = Path(sellervitals_mercadolibre.rules.__file__).parent
each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)


@each_rule
def test_the_file_is_short_and_has_a_test(rule):
    name = rule.id.removeprefix("mercadolibre.").replace("-", "_")
    assert len((FOLDER / f"{name}.py").read_text("utf-8").splitlines()) <= 60
    assert (Path(__file__).parent / "rules" / f"test_{name}.py").is_file()


@each_rule
def test_steps_are_few_concrete_and_in_order(rule):
    assert 3 <= len(rule.steps) <= 7
    for step in rule.steps:
        assert step.text.endswith(".")
        assert step.text[0].isupper()


@each_rule
def test_every_limit_says_since_when_it_was_known_and_why_it_begins_there(rule):
    """Where nobody knows when it was announced, it is the first day itself: no hindsight."""
    for limit in rule.limits:
        assert limit.announced == limit.since
        assert limit.note


@each_rule
def test_every_rule_says_why_in_one_sentence(rule):
    assert rule.why.endswith(".")
    assert ". " not in rule.why


def test_every_source_is_cited():
    cited = {key for rule in ALL for key in rule.references}
    listed = {*MERCADOLIBRE.references, *(each for document in DOCUMENTS for each in document.references)}
    cited |= {key for key, source in SOURCES.items() if source in listed}
    assert cited == SOURCES.keys()


def test_the_weights_make_a_hundred():
    assert sum(SCORECARD.weights.values()) == 100
    assert SCORECARD.weights.keys() == {rule.id for rule in ALL}


def test_the_colour_alone_or_the_rates_alone_are_not_both_enough():
    """Rates without a colour cover less than half: nobody without a colour is healthy."""
    level = SCORECARD.weights["mercadolibre.reputation-level"]
    assert 100 - level < 50 <= level
