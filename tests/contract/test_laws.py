"""The laws of the score, held for the built-in plugins through the whole path from request to result."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals.domain.measurement import Better, Unit
from sellervitals.judge import Judge
from sellervitals.plugins import discover

JUDGE = Judge(discover())
NOW = datetime(2026, 11, 22, tzinfo=UTC)
RATES = [
    (name, metric)
    for name, marketplace in JUDGE.registry.marketplaces.items()
    for metric in marketplace.metrics
    if metric.unit is Unit.RATIO
]
COUNTS = [
    (name, metric)
    for name, marketplace in JUDGE.registry.marketplaces.items()
    for metric in marketplace.metrics
    if metric.unit is Unit.COUNT
]
parts_per_myriad = st.integers(0, 10_000)


def judged(marketplace, metrics, site=None):
    site = site or next(iter(JUDGE.registry.marketplaces[marketplace].sites), None)
    account = {"marketplace": marketplace, **({"site": site} if site else {})}
    request = {"account": account, "metrics": metrics}
    return json.loads(JUDGE.judge(request, now=NOW, digest="sha256:0")[0].body)


def score(result):
    value = result["score"]["value"]
    return None if value is None else Decimal(value)


def given_rate(metric, value, unit):
    segment = {"segment": metric.segments[0]} if metric.segments else {}
    return {"value": value, "unit": unit, **segment}


def test_there_is_something_to_hold():
    assert RATES
    assert COUNTS


@pytest.mark.parametrize(("marketplace", "metric"), RATES)
@settings(max_examples=20, deadline=None)
@given(value=parts_per_myriad)
def test_u12_percent_or_ratio_in_gives_the_same_findings(marketplace, metric, value):
    ratio = str(Decimal(value) / 10_000)
    percent = str(Decimal(value) / 100)
    one = judged(marketplace, {metric.id: given_rate(metric, ratio, "ratio")})
    two = judged(marketplace, {metric.id: given_rate(metric, percent, "percent")})
    assert one["findings"] == two["findings"]
    assert one["score"] == two["score"]


@pytest.mark.parametrize(("marketplace", "metric"), RATES)
@settings(max_examples=20, deadline=None)
@given(values=st.tuples(parts_per_myriad, parts_per_myriad))
def test_a_worse_rate_never_raises_the_score(marketplace, metric, values):
    better, worse = sorted(values, reverse=metric.better is Better.HIGHER)
    before, after = (
        score(judged(marketplace, {metric.id: given_rate(metric, str(Decimal(each) / 10_000), "ratio")}))
        for each in (better, worse)
    )
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after <= before


@pytest.mark.parametrize(("marketplace", "metric"), COUNTS)
@settings(max_examples=10, deadline=None)
@given(values=st.tuples(st.integers(0, 50), st.integers(0, 50)))
def test_a_worse_count_never_raises_the_score(marketplace, metric, values):
    better, worse = sorted(values, reverse=metric.better is Better.HIGHER)
    before, after = (score(judged(marketplace, {metric.id: {"value": each}})) for each in (better, worse))
    if before is not None and after is not None:
        assert after <= before


@pytest.mark.parametrize(("marketplace", "metric"), RATES)
@settings(max_examples=10, deadline=None)
@given(counts=st.tuples(st.integers(0, 200), st.integers(1, 200)), k=st.integers(2, 50))
def test_counts_times_k_change_nothing_but_confidence(marketplace, metric, counts, k):
    top, bottom = min(counts), max(counts)
    segment = {"segment": metric.segments[0]} if metric.segments else {}

    def outcome(factor):
        given = {"numerator": top * factor, "denominator": bottom * factor, **segment}
        found = judged(marketplace, {metric.id: given})["findings"]
        kept = [each for each in found if each["value"] is not None]
        return [
            (each["rule"], each["segment"], _but_for_numbers(each), each["value"], each["low_sample"])
            for each in kept
        ]

    one, many = outcome(1), outcome(k)
    if bottom >= 30:  # below, a small sample may not be enforced
        assert [each[:4] for each in one] == [each[:4] for each in many]
    assert [each[3] for each in one] == [each[3] for each in many]


def _but_for_numbers(finding):
    """The outcome, unless a number of events is allowed whatever the rate: more of them are more."""
    limit = finding["limit"] or {}
    allows = limit.get("allowed") is not None or limit.get("warn_allowed") is not None
    return None if allows else finding["outcome"]


@given(st.randoms())
@settings(max_examples=10, deadline=None)
def test_the_order_of_metrics_changes_nothing(random):
    for marketplace in JUDGE.registry.marketplaces:
        metrics = {
            metric.id: given_rate(metric, "0.5", "ratio") for name, metric in RATES if name == marketplace
        }
        items = list(metrics.items())
        random.shuffle(items)
        one, two = judged(marketplace, metrics), judged(marketplace, dict(items))
        for part in ("findings", "score", "actions"):
            assert json.dumps(one[part]) == json.dumps(two[part])


@pytest.mark.parametrize("marketplace", JUDGE.registry.marketplaces)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_whatever_is_reported_the_score_adds_up_and_coverage_is_a_share(marketplace, data):
    known = [*RATES, *COUNTS]
    chosen = data.draw(st.lists(st.sampled_from(known), min_size=1, unique_by=lambda pair: pair[1].id))
    metrics = {}
    for name, metric in chosen:
        if name == marketplace and metric.unit is Unit.RATIO:
            ratio = str(Decimal(data.draw(parts_per_myriad)) / 10_000)
            metrics[metric.id] = given_rate(metric, ratio, "ratio")
        elif name == marketplace:
            metrics[metric.id] = {"value": data.draw(st.integers(0, 50))}
    if not metrics:
        return
    result = judged(marketplace, metrics)["score"]
    assert 0 <= Decimal(result["coverage"]) <= 1
    if result["value"] is not None:
        lost = sum((Decimal(each["points"]) for each in result["contributions"]), Decimal(0))
        assert Decimal(result["value"]) == 100 + lost


@pytest.mark.parametrize("marketplace", JUDGE.registry.marketplaces)
def test_a_programme_is_silent_until_something_is_reported_about_it(marketplace):
    rules = [each for each in JUDGE.registry.rules.values() if each.marketplace == marketplace]
    programmes = {each.metric: each.programme for each in rules if each.metric is not None}
    for metric in JUDGE.registry.marketplaces[marketplace].metrics:
        if metric.unit is not Unit.RATIO or metric.id not in programmes:
            continue
        found = judged(marketplace, {metric.id: given_rate(metric, "0.5", "ratio")})
        weights = JUDGE.registry.marketplaces[marketplace].scorecard.weights
        by_id = {each.id: each for each in rules}
        judged_rules = {each["rule"] for each in found["findings"] if each["health"] is not None}
        present = {"", programmes[metric.id], *(by_id[rule].programme for rule in judged_rules)}
        share = {True: 0, False: 0}
        for rule in {each["rule"] for each in found["findings"]}:
            outcomes = {each["outcome"] for each in found["findings"] if each["rule"] == rule}
            known = bool(outcomes & {"pass", "warn", "fail"})
            if known or ("no_data" in outcomes and by_id[rule].programme in present):
                share[known] += weights.get(rule, 0)
        applicable = sum(share.values())
        expected = (Decimal(share[True]) / applicable).quantize(Decimal("0.0001")) if applicable else 0
        assert Decimal(found["score"]["coverage"]) == expected, metric.id
