"""How a verdict came about: what went in, which limit was chosen and which were not, what it costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from sellervitals.describing import number
from sellervitals.domain.finding import Finding
from sellervitals.domain.limit import Limit, Origin
from sellervitals.domain.measurement import Measurement, Metric
from sellervitals.domain.rule import ALL_METRICS, Rule
from sellervitals.domain.wording import display
from sellervitals.engine import Engine, Evaluation, day_of, given_limit
from sellervitals.fragments import applied_limit, covered
from sellervitals.scoring import FULL, Score
from sellervitals.tracing.branches import branch, comparisons, exact

Described = dict[str, Any]


def traces(engine: Engine, evaluation: Evaluation, rule: str | None = None) -> list[Described]:
    """Trace every finding, in the order of the result; ``rule`` leaves those of one rule alone."""
    return [
        _trace(engine, evaluation, finding)
        for finding in evaluation.findings
        if rule is None or finding.rule.id == rule
    ]


def score_trace(evaluation: Evaluation) -> Described:
    """Add up the weights and points that a score is made of."""
    score = evaluation.score
    return {
        "scorecard": score.scorecard,
        "judged_weight": _judged_weight(evaluation),
        "coverage": str(score.coverage),
        "before_cap": None if score.value is None else number(_uncapped(score)),
        "value": None if score.value is None else number(score.value),
    }


def _trace(engine: Engine, evaluation: Evaluation, finding: Finding) -> Described:
    measurement, metric = finding.measurement, finding.metric
    about: Described = {
        "rule": finding.rule.id,
        "segment": finding.segment,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "message": finding.message,
        "inputs": list(_inputs(engine, evaluation, finding)),
        "value": None,
        "day": None,
        "limits": [],
        "comparisons": comparisons(finding),
        "branch": branch(finding),
        "points": _points(evaluation, finding),
    }
    if measurement is not None and metric is not None:
        about["value"] = _value(metric, measurement)
        about["day"] = _day(evaluation, measurement)
        about["limits"] = list(_limits(engine, evaluation, finding, measurement))
    return about


def _inputs(engine: Engine, evaluation: Evaluation, finding: Finding) -> Iterator[Described]:
    """Give what the rule saw: what it judges, what else it reads, and what it looks back at."""
    snapshot, rule = evaluation.snapshot, finding.rule
    metrics = engine.registry.marketplaces[snapshot.marketplace].by_id
    if finding.measurement is not None:
        yield _input("judged", metrics, finding.measurement)
    reads = metrics.keys() if rule.reads == ALL_METRICS else set(rule.reads)
    for each in snapshot.measurements:
        if each.metric in reads:
            yield _input("read", metrics, each)
    for each in snapshot.history:
        if each.metric == rule.metric or each.metric in reads:
            yield _input("before", metrics, each)


def _input(role: str, metrics: Any, each: Measurement) -> Described:
    metric: Metric = metrics[each.metric]
    target = each.target
    return {
        "role": role,
        "metric": each.metric,
        "segment": each.segment,
        "document": each.document,
        "pointer": each.pointer,
        "value": None if each.value is None else number(each.value),
        "unit": metric.unit,
        "numerator": each.numerator,
        "denominator": each.denominator,
        "window": covered(each),
        "target": target and {"comparator": target.comparator, "value": number(target.value)},
        "marketplace_verdict": each.verdict,
        "rebuilt_from": each.rebuilt_from or None,
    }


def _value(metric: Metric, measurement: Measurement) -> Described:
    """Say which value decided: exact counts, or what was reported."""
    value = metric.decisive(measurement)
    top, bottom, reported = measurement.numerator, measurement.denominator, measurement.value
    counted = top is not None and bottom is not None
    if value is None:
        by, why = "nothing", measurement.missing or "there is no value that could decide"
        if bottom == 0:
            why = "nothing was counted: the denominator is 0"
        elif measurement.decisive is not None:
            why = "more was counted than there is, which cannot be"
    elif not counted:
        by, why = "reported", "it came without both of its counts"
    elif reported is None:
        by, why = "counts", "the counts came alone"
    elif value is reported:
        by, why = "reported", "the counts contradict it, and the marketplace enforces what it reports"
    else:
        by, why = "counts", "they agree with the reported value within its last digit, and are exact"
    return {
        "exact": None if value is None else exact(value),
        "display": None if value is None else display(value, metric.unit),
        "decided_by": by,
        "why": why,
    }


def _day(evaluation: Evaluation, measurement: Measurement) -> Described:
    snapshot = evaluation.snapshot
    day, window = day_of(measurement, snapshot), measurement.window
    if snapshot.dated:
        why = "the request names it"
    elif window is None or window.end is None:
        why = "the request came on it, and the value has no window"
    elif day == window.end:
        why = "the window of the value ends on it"
    else:
        why = "the request came on it; the window ends later"
    return {"date": day, "why": why}


def _limits(
    engine: Engine, evaluation: Evaluation, finding: Finding, measurement: Measurement
) -> Iterator[Described]:
    """Give every limit that could have been chosen, with the reason why it was or was not."""
    snapshot, rule, chosen = evaluation.snapshot, finding.rule, finding.limit
    day = day_of(measurement, snapshot)
    plan = engine.plan(snapshot.marketplace, snapshot.site, day)
    table = plan.known(rule, measurement.segment).now
    given = given_limit(measurement, table)
    if given is not None:
        why = f"it came with the value ({given.origin.value}), and outranks every table"
        taken = chosen is not None and chosen.origin is given.origin
        if not taken:
            why = "it asks for less than the table, which nobody can talk away"
        yield _limit(given, rule, why, chosen=taken)
    if chosen is not None and chosen.origin is Origin.PROFILE:
        yield _limit(chosen, rule, "your own limit is stricter than the policy's", chosen=True)
    for each in sorted(rule.limits, key=lambda limit: limit.since, reverse=True):
        why = _why_not(each, table, snapshot.site, measurement.segment, day)
        if each is table:
            why = f"in force on {day}, and none fits the site and segment closer or is newer"
            if chosen is not table:
                why += "; but another one outranks it"
        yield _limit(each, rule, why, chosen=each is chosen)


def _why_not(each: Limit, table: Limit | None, site: str | None, segment: str | None, day: Any) -> str:
    if each.segment is not None and each.segment != segment:
        return f"only for segment {each.segment}"
    if not each.holds_for(site, segment):
        return f"only for {', '.join(each.sites)}"
    if each.since > day:
        return f"it begins on {each.since}"
    if each.until is not None and each.until < day:
        return f"it ended on {each.until}"
    closer = table is not None and table.holds_for(site, segment) > each.holds_for(site, segment)
    return "another one fits the site or the segment closer" if closer else "a newer one took its place"


def _limit(limit: Limit, rule: Rule, why: str, *, chosen: bool) -> Described:
    return {
        "limit": applied_limit(limit, rule),
        "sites": limit.sites,
        "segment": limit.segment,
        "until": limit.until if limit.origin is Origin.TABLE else None,
        "minimum_sample": limit.minimum_sample,
        "chosen": chosen,
        "why": why,
    }


def _points(evaluation: Evaluation, finding: Finding) -> Described | None:
    """Say what a finding costs: 100 x weight / judged weight / findings of the rule x what is missing."""
    if finding.health is None or finding.points_lost is None or finding.gain is None:
        return None
    weight = evaluation.weights.get(finding.rule.id, 0)
    total = _judged_weight(evaluation)
    found = sum(each.rule.id == finding.rule.id and each.health is not None for each in evaluation.findings)
    cost = FULL * weight * (1 - finding.health) / (total * found)
    return {
        "weight": weight,
        "judged_weight": total,
        "findings": found,
        "health": number(finding.health),
        "cost": number(cost),
        "points_lost": number(finding.points_lost),
        "gain": number(finding.gain),
    }


def _judged_weight(evaluation: Evaluation) -> int:
    weights = evaluation.weights
    return sum(weights.get(rule, 0) for rule in _judged(evaluation.findings))


def _judged(findings: Sequence[Finding]) -> set[str]:
    return {each.rule.id for each in findings if each.health is not None}


def _uncapped(score: Score) -> Decimal:
    capped = sum((each.points for each in score.contributions if each.reason == "cap"), Decimal(0))
    return (score.value or Decimal(0)) - capped
