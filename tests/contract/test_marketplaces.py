"""What holds for every marketplace that is registered, however many there are."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.domain.limit import EVERYWHERE, limit_on
from sellervitals.domain.measurement import Better, Comparator, Target, Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Trust
from sellervitals.engine import Engine
from sellervitals.plugins import Registry, discover
from sellervitals.testing import measurement, snapshot

DAY = "2026-11-22"
REGISTRY = discover(strict=True)
MARKETPLACES = REGISTRY.marketplaces
RULES = sorted(REGISTRY.rules.values(), key=lambda rule: rule.id)
LIMITS = [(rule, limit) for rule in RULES for limit in rule.limits]
each_marketplace = pytest.mark.parametrize("marketplace", MARKETPLACES.values(), ids=list(MARKETPLACES))
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def limits(*trusts):
    return pytest.mark.parametrize(
        ("rule", "limit"),
        [pair for pair in LIMITS if pair[1].trust in trusts],
        ids=lambda each: getattr(each, "id", None) or f"{each.since}-{'-'.join(each.sites)}-{each.segment}",
    )


def metric_of(rule):
    return MARKETPLACES[rule.marketplace].by_id[rule.metric]


def places(rule, limit):
    """Every site and segment at which a limit is the one in force on its first day."""
    sites = [None, *MARKETPLACES[rule.marketplace].sites]
    segments = dict.fromkeys((None, limit.segment, *metric_of(rule).segments))
    return [
        (site, segment)
        for site, segment in product(sites, segments)
        if limit_on(rule.limits, limit.since, site, segment) is limit
    ]


def beyond(line, metric, far):
    """Give a value on the bad side of a line: ``far`` percent of the way to the worst one there is."""
    lower = metric.better is Better.LOWER
    near = Fraction(line.numerator, line.denominator) if isinstance(line, Rate) else Fraction(line)
    worst = Fraction(0)
    if lower:
        worst = Fraction(1) if isinstance(line, Rate) and metric.bounded else 100 * near + 1000
    value = near + (worst - near) * far / 100
    if isinstance(line, Rate):
        return Rate(value.numerator, value.denominator)
    return Decimal(value.numerator) / value.denominator


def judged(rule, value, *, site=None, segment=None, day=DAY, **more):
    engine = Engine(
        Registry(marketplaces={rule.marketplace: MARKETPLACES[rule.marketplace]}, rules={rule.id: rule})
    )
    account = [measurement(rule.metric, value, segment=segment, **more)]
    found = engine.evaluate(snapshot(rule.marketplace, account, day=str(day), site=site)).findings
    return [each for each in found if each.measurement is not None]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """What the service lists under a path."""
    made = create_app(Settings(database_url=f"sqlite:///{tmp_path_factory.mktemp('store')}/contract.sqlite3"))
    client = made.test_client()
    yield lambda path: client.get(path).json["data"]
    made.extensions["sellervitals"].store.close()


def test_every_marketplace_is_listed_with_its_rules_documents_and_weights(served):
    listed = {each["id"]: each for each in served("/v1/marketplaces")}
    assert listed.keys() == MARKETPLACES.keys()
    for ident, each in listed.items():
        assert each["title"]
        assert each["metrics"]
        assert each["rules"] == [rule.id for rule in REGISTRY.rules_of(ident)]
        assert each["documents"] == [
            document.type for document in REGISTRY.documents.values() if document.marketplace == ident
        ]
        assert each["scorecard"]["weights"].keys() >= set(each["rules"])
        assert {site["id"] for site in each["sites"]} == set(MARKETPLACES[ident].sites)


def test_every_document_is_listed_with_its_media_type(served):
    listed = {each["type"]: each for each in served("/v1/documents")}
    assert listed.keys() == REGISTRY.documents.keys()
    for kind, each in listed.items():
        assert each["marketplace"] in MARKETPLACES
        assert kind.startswith(f"{each['marketplace']}.")
        assert each["media_type"] in {"application/json", "text/csv", "text/tab-separated-values"}
        assert {*each["metrics"]} <= set(MARKETPLACES[each["marketplace"]].by_id)  # none of an error's body


def test_every_dated_limit_is_listed_with_its_source_and_trust(served):
    listed = {each["id"]: each for each in served("/v1/rules")}
    assert listed.keys() == REGISTRY.rules.keys()
    for rule in RULES:
        shown = listed[rule.id]["limits"]
        assert len(shown) == len(rule.limits)
        for own, each in zip(rule.limits, shown, strict=True):
            assert each["since"] == own.since.isoformat()
            assert each["trust"] in set(Trust)
            assert each["warn_trust"] in set(Trust)
            assert each["source"]["title"] == rule.references[own.source].title
            assert each["source"]["title"]


def test_every_line_of_a_level_is_listed_with_its_source_and_trust(served):
    listed = {each["id"]: each["ladders"] for each in served("/v1/marketplaces")}
    for ident, marketplace in MARKETPLACES.items():
        assert [each["id"] for each in listed[ident]] == [ladder.id for ladder in marketplace.ladders]
        for own, ladder in zip(marketplace.ladders, listed[ident], strict=True):
            for rung, each in zip(own.rungs, ladder["rungs"], strict=True):
                assert {name: len(found) for name, found in each["needs"].items()} == {
                    name: len(found) for name, found in rung.needs.items()
                }
                shown = [line for found in each["needs"].values() for line in found]
                assert all(line["source"]["title"] and line["trust"] in set(Trust) for line in shown)


@each_rule
def test_every_limit_is_in_force_somewhere_on_its_first_day(rule):
    for limit in rule.limits:
        assert places(rule, limit), (limit.since, limit.sites, limit.segment)


@limits(Trust.SUGGESTED, Trust.DISPUTED)
@settings(max_examples=12, deadline=None)
@given(far=st.integers(1, 100), counted=st.booleans())
def test_what_is_only_suggested_or_disputed_never_fails(rule, limit, far, counted):
    line = limit.fail if limit.fail is not None else limit.warn
    value = beyond(line, metric_of(rule), far)
    counts = {}
    if counted and isinstance(value, Rate):
        counts = {"numerator": value.numerator * 1000, "denominator": value.denominator * 1000}
    site, segment = places(rule, limit)[0]
    found = judged(rule, value, site=site, segment=segment, day=limit.since, **counts)
    assert found
    assert {each.limit for each in found} == {limit}
    assert {each.outcome for each in found} <= {"warn", "pass", "no_data", "not_applicable"}


@limits(Trust.OFFICIAL, Trust.REPORTED)
def test_what_is_published_is_not_passed_by_the_worst_value(rule, limit):
    line = limit.fail if limit.fail is not None else limit.warn
    value = beyond(line, metric_of(rule), 100)
    if value == line:
        pytest.skip("nothing is worse than the line")
    site, segment = places(rule, limit)[0]
    found = judged(rule, value, site=site, segment=segment, day=limit.since)
    assert found
    assert "pass" not in {each.outcome for each in found}


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if rule.metric and metric_of(rule).unit is not Unit.STATE],
    ids=lambda rule: rule.id,
)
@pytest.mark.parametrize("trust", [Trust.SUGGESTED, Trust.DISPUTED])
def test_a_recommended_target_in_a_document_never_fails(rule, trust):
    metric = metric_of(rule)
    lower = metric.better is Better.LOWER
    comparator = Comparator.AT_MOST if lower else Comparator.AT_LEAST
    line = Rate(1, 2) if metric.unit is Unit.RATIO else Decimal(2)
    target = Target(comparator, line, trust)
    segment = metric.segments[0] if metric.segments else None
    found = judged(rule, beyond(line, metric, 100), segment=segment, target=target)
    assert found
    assert "fail" not in {each.outcome for each in found}


@each_rule
def test_every_rule_has_3_to_7_steps(rule):
    assert 3 <= len(rule.steps) <= 7


@each_marketplace
def test_the_scorecard_weighs_every_rule_with_about_100_points_or_more(marketplace):
    weights = marketplace.scorecard.weights
    own = {rule.id for rule in RULES if rule.marketplace == marketplace.id}
    assert own <= weights.keys()
    assert sum(weights[each] for each in own) >= 90


@each_marketplace
def test_rules_share_a_title_only_where_one_wants_high_what_the_other_wants_low(marketplace):
    rules = [rule for rule in RULES if rule.marketplace == marketplace.id]
    titles = [(rule.title, rule.metric and metric_of(rule).better) for rule in rules]
    assert sorted(set(titles)) == sorted(titles)


@each_rule
def test_limits_name_only_sites_that_the_marketplace_has(rule):
    known = {*MARKETPLACES[rule.marketplace].sites, EVERYWHERE}
    assert {site for limit in rule.limits for site in limit.sites} <= known
