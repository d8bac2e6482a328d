"""Every rule file: short, named after its rule, tested, with concrete steps and sources that are used."""

from importlib import import_module
from pathlib import Path

import pytest

import sellervitals_walmart.rules
from sellervitals.domain.limit import Trust
from sellervitals_walmart.documents import ALL as DOCUMENTS
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.sources import SOURCES

FILES = sorted(Path(sellervitals_walmart.rules.__file__).parent.glob("[!_]*.py"))
GENERAL = {
    "api",
    "appeal",
    "auto-cancel",
    "new-endpoints",
    "pro-seller",
    "standards",
    "updates",
}
"""Sources of steps and words; every other one must carry a limit of the rule that cites it."""

RULES = {path.stem: import_module(f"sellervitals_walmart.rules.{path.stem}").RULE for path in FILES}
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
each_rule = pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)


def test_every_file_is_registered():
    assert len(FILES) == 24
    assert {rule.id for rule in sellervitals_walmart.rules.ALL} == {rule.id for rule in RULES.values()}
    assert WALMART.scorecard.weights.keys() == {rule.id for rule in RULES.values()}


@each_file
def test_the_file_is_short_has_the_name_of_its_rule_and_a_test(path):
    assert RULES[path.stem].id == f"walmart.{path.stem.replace('_', '-')}"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60
    assert (Path(__file__).parent / "rules" / f"test_{path.stem}.py").is_file()


@each_rule
def test_steps_are_few_concrete_and_in_order(rule):
    assert 3 <= len(rule.steps) <= 7
    texts = [step.text for step in rule.steps_for(tuple(rule.causes))]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert text.endswith(".")
        assert text[0].isupper()


@each_rule
def test_steps_by_cause_are_for_drivers_that_the_metric_has(rule):
    parts = WALMART.by_id[rule.metric].parts if rule.metric else ()
    assert list(rule.causes) == [part for part in rule.causes if part in parts]
    assert not parts or set(parts) == set(rule.causes)
    assert all(1 <= len(steps) <= 7 for steps in rule.causes.values())


@each_rule
def test_every_limit_says_where_it_comes_from_and_how_sure_it_is(rule):
    for limit in rule.limits:
        assert limit.source in rule.references
        assert limit.trust in set(Trust)
        assert set(limit.sites) <= {*WALMART.sites, "*"}


@each_rule
def test_every_source_is_used_and_listed(rule):
    used = {each.source for each in (*rule.limits, *rule.calendar)}
    assert rule.references.keys() <= used | GENERAL
    for key, reference in rule.references.items():
        assert SOURCES[key] is reference


@each_rule
def test_every_rule_says_why_in_one_sentence(rule):
    assert rule.why.endswith(".")
    assert ". " not in rule.why
    assert rule.since == "0.1"


def test_every_source_is_cited():
    cited = {key for rule in RULES.values() for key in rule.references}
    cited |= {key for key, source in SOURCES.items() for each in DOCUMENTS if source in each.references}
    assert cited == SOURCES.keys()
