"""The laws of the score, held for every registered marketplace on the whole way from request to result."""

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellervitals.cli.source import UnusableError, source
from sellervitals.domain.measurement import Better, Unit
from sellervitals.judge import Judge
from sellervitals.plugins import discover
from sellervitals.problems import RefusedError

JUDGE = Judge(discover())
AGAIN = Judge(discover())
"""Another process, as far as a test can have one: nothing that was judged before is remembered here."""
NOW = datetime(2026, 11, 22, tzinfo=UTC)
MARKETPLACES = JUDGE.registry.marketplaces
INSTALLED = {each.name for each in JUDGE.registry.plugins}
ALONE = {name: Judge(discover(blocked=INSTALLED - {name})) for name in MARKETPLACES}
"""By marketplace: a service that has its own plugin and no other."""
NUMBERS = [
    pytest.param(name, metric, id=f"{name}-{metric.id}")
    for name, marketplace in MARKETPLACES.items()
    for metric in marketplace.metrics
    if metric.unit is not Unit.STATE
]
RATES = [each for each in NUMBERS if each.values[1].unit is Unit.RATIO]
PAYLOADS = [
    pytest.param(path, id=f"{path.parent.parent.name}-{path.name}")
    for path in sorted((Path(__file__).parents[1] / "plugins").glob("*/payloads/*"))
    if path.is_file() and path.name != "SOURCES.md"
]
each_marketplace = pytest.mark.parametrize("marketplace", MARKETPLACES)
each_number = pytest.mark.parametrize(("marketplace", "metric"), NUMBERS)
each_rate = pytest.mark.parametrize(("marketplace", "metric"), RATES)
each_payload = pytest.mark.parametrize("payload", PAYLOADS)


def body(marketplace, metrics, site=None, judge=JUDGE):
    account = {"marketplace": marketplace, **({"site": site} if site else {})}
    request = {"account": account, "metrics": metrics}
    return judge.judge(request, now=NOW, digest="sha256:0")[0].body


def judged(marketplace, metrics, site=None):
    return json.loads(body(marketplace, metrics, site))


def score(result):
    value = result["score"]["value"]
    return None if value is None else Decimal(value)


def sites(marketplace):
    return st.sampled_from([None, *MARKETPLACES[marketplace].sites])


def numbers(metric):
    """Values as whole steps, so that a pair of them can be sorted."""
    most = {Unit.RATIO: 10_000, Unit.COUNT: 50, Unit.STARS: 500}.get(metric.unit, 2_000)
    step = {Unit.RATIO: 10_000, Unit.STARS: 100}.get(metric.unit, 1)
    if metric.highest is not None:
        most = metric.highest * step
    return st.integers(0, most).map(lambda steps: Decimal(steps) / step)


def typed(marketplace, metric, value, unit="ratio"):
    """A plain metric; one that only the caller knows brings its target along."""
    found = {"value": str(value * 100 if unit == "percent" else value)}
    if metric.unit is Unit.RATIO:
        found["unit"] = unit
    if metric.segments:
        found["segment"] = metric.segments[0]
    if metric.id in MARKETPLACES[marketplace].families:
        found["comparator"] = "<=" if metric.better is Better.LOWER else ">="
        found["target"] = str(Decimal("0.5") * (100 if unit == "percent" else 1))
    return found


@st.composite
def accounts(draw, marketplace):
    """Some plain metrics of a marketplace, states too, with several segments where there may be some."""
    known = MARKETPLACES[marketplace].metrics
    metrics = {}
    for metric in draw(st.lists(st.sampled_from(known), min_size=1, max_size=12, unique=True)):
        if metric.unit is Unit.STATE:
            given = {"value": draw(st.sampled_from(metric.states or ("SOMETHING", "ELSE")))}
        else:
            given = typed(marketplace, metric, draw(numbers(metric)))
        segments = draw(st.lists(st.sampled_from(metric.segments or ("a", "b")), unique=True))
        metrics[metric.id] = [{**given, "segment": each} for each in segments] or given
    return metrics


def allowing(rule):
    """Say whether a rule allows a number of events whatever the rate."""
    limits = JUDGE.registry.rules[rule].limits
    return any(each.allowed is not None or each.warn_allowed is not None for each in limits)


def test_there_is_something_to_hold():
    assert len(MARKETPLACES) > 1
    units = {each.values[1].unit for each in NUMBERS}
    assert {Unit.RATIO, Unit.COUNT, Unit.POINTS, Unit.DAYS, Unit.STARS} <= units
    assert PAYLOADS


@each_rate
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_u12_percent_or_ratio_in_gives_the_same_findings(marketplace, metric, data):
    site, value = data.draw(sites(marketplace)), data.draw(numbers(metric))
    one, two = (
        judged(marketplace, {metric.id: typed(marketplace, metric, value, unit)}, site)
        for unit in ("ratio", "percent")
    )
    assert one["findings"] == two["findings"]
    assert one["score"] == two["score"]


@each_number
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_a_worse_value_never_raises_the_score(marketplace, metric, data):
    site = data.draw(sites(marketplace))
    values = data.draw(st.tuples(numbers(metric), numbers(metric)))
    better, worse = sorted(values, reverse=metric.better is Better.HIGHER)
    before, after = (
        score(judged(marketplace, {metric.id: typed(marketplace, metric, each)}, site))
        for each in (better, worse)
    )
    assert (before is None) == (after is None)
    if before is not None and after is not None:
        assert after <= before


@each_marketplace
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_a_worse_value_never_raises_the_score_in_company_either(marketplace, data):
    metrics, site = data.draw(accounts(marketplace)), data.draw(sites(marketplace))
    known = [each.values[1] for each in NUMBERS if each.values[0] == marketplace]
    metric = data.draw(st.sampled_from(known))
    values = data.draw(st.tuples(numbers(metric), numbers(metric)))
    better, worse = sorted(values, reverse=metric.better is Better.HIGHER)
    before, after = (
        score(judged(marketplace, {**metrics, metric.id: typed(marketplace, metric, each)}, site))
        for each in (better, worse)
    )
    if before is not None and after is not None:
        assert after <= before


@each_rate
@settings(max_examples=10, deadline=None)
@given(counts=st.tuples(st.integers(0, 200), st.integers(1, 200)), k=st.integers(2, 50))
def test_counts_times_k_change_nothing_but_confidence(marketplace, metric, counts, k):
    top, bottom = min(counts), max(counts)
    given = typed(marketplace, metric, Decimal(0))
    del given["value"]

    def outcome(factor):
        counted = {**given, "numerator": top * factor, "denominator": bottom * factor}
        found = judged(marketplace, {metric.id: counted})["findings"]
        kept = [each for each in found if each["value"] is not None]
        return [
            (each["rule"], each["segment"], each["outcome"], each["value"], each["low_sample"])
            for each in kept
        ]

    def comparable(kept):
        """1 of 30 may pass where 5 of 150 fail, if up to 4 are allowed."""
        return [each[:4] for each in kept if not allowing(each[0])]

    one, many = outcome(1), outcome(k)
    if bottom >= 30:  # below, a small sample may not be enforced
        assert comparable(one) == comparable(many)
    assert [each[3] for each in one] == [each[3] for each in many]


def unplaced(part):
    """Write a part of a result without the places in lists, which are what was changed."""
    return re.sub(r"(/metrics/\w+/)[0-9]+", r"\1", json.dumps(part))


@each_marketplace
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_r15_the_order_of_metrics_and_of_segments_changes_nothing(marketplace, data):
    metrics, site = data.draw(accounts(marketplace)), data.draw(sites(marketplace))
    items = data.draw(st.permutations(list(metrics.items())))
    turned = {name: given[::-1] if isinstance(given, list) else given for name, given in items}
    one, two = judged(marketplace, metrics, site), judged(marketplace, turned, site)
    for part in ("level", "computed_levels", "findings", "score", "actions"):
        assert unplaced(one[part]) == unplaced(two[part])
    assert one["coverage"]["missing"] == two["coverage"]["missing"]


@each_marketplace
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_replay_gives_the_same_bytes(marketplace, data):
    metrics, site = data.draw(accounts(marketplace)), data.draw(sites(marketplace))
    account = {"marketplace": marketplace, **({"site": site} if site else {})}
    request = {"account": account, "metrics": metrics}
    one, two = (
        judge.judge(request, now=NOW, digest="sha256:0", new_id=lambda _site: "ev_1")[0]
        for judge in (JUDGE, AGAIN)
    )
    assert one.body == two.body
    other = JUDGE.judge(request, now=NOW, digest="sha256:0", new_id=lambda _site: "ev_2")[0]
    assert {**json.loads(other.body), "id": "ev_1"} == json.loads(one.body)


@each_marketplace
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_plugin_of_another_marketplace_changes_nothing(marketplace, data):
    metrics, site = data.draw(accounts(marketplace)), data.draw(sites(marketplace))
    assert body(marketplace, metrics, site) == body(marketplace, metrics, site, ALONE[marketplace])


def told(judge, data):
    """What is said of a file; None when it is refused."""
    try:
        read = source(judge.registry, data)
        found = judge.judge(read.request, now=NOW, digest=read.digest, new_id=lambda _site: "ev_1")
    except (UnusableError, RefusedError):
        return None
    return [each.body for each in found]


@each_payload
def test_a_document_is_read_and_judged_as_if_no_other_plugin_were_there_and_the_same_again(payload):
    data = payload.read_bytes()
    said = told(JUDGE, data)
    assert said == told(AGAIN, data)
    assert said == told(ALONE[payload.parent.parent.name], data)


@each_marketplace
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_whatever_is_reported_the_score_adds_up_and_coverage_is_a_share(marketplace, data):
    metrics, site = data.draw(accounts(marketplace)), data.draw(sites(marketplace))
    result = judged(marketplace, metrics, site)["score"]
    assert 0 <= Decimal(result["coverage"]) <= 1
    if result["value"] is not None:
        lost = sum((Decimal(each["points"]) for each in result["contributions"]), Decimal(0))
        assert Decimal(result["value"]) == 100 + lost


@each_marketplace
def test_a_programme_is_silent_until_something_is_reported_about_it(marketplace):
    rules = [each for each in JUDGE.registry.rules.values() if each.marketplace == marketplace]
    programmes = {each.metric: each.programme for each in rules if each.metric is not None}
    site = next(iter(MARKETPLACES[marketplace].sites), None)
    for metric in MARKETPLACES[marketplace].metrics:
        if metric.unit is not Unit.RATIO or metric.id not in programmes:
            continue
        found = judged(marketplace, {metric.id: typed(marketplace, metric, Decimal("0.5"))}, site)
        weights = MARKETPLACES[marketplace].scorecard.weights
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
