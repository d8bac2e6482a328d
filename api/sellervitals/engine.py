"""Snapshot in, findings out: rules run from a plan that is built once per marketplace, site and day.

Each rule is called on its own, with what it declared and nothing else. One that raises, or answers with
something that is no verdict, becomes an ``error`` finding; the other findings stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

from sellervitals.asking import ask, ask_level
from sellervitals.conclusions import Action, actions, drifts, missing
from sellervitals.domain.finding import (
    Evidence,
    Finding,
    Outcome,
    Verdict,
    distance,
)
from sellervitals.domain.limit import EVERYWHERE, delivered, differs
from sellervitals.domain.marketplace import Level, Notice, Snapshot
from sellervitals.domain.measurement import Better, Measurement, Metric
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import ALL_METRICS, Case, Rule, subject
from sellervitals.foresight.headroom import headroom, wilson
from sellervitals.plan import Plan
from sellervitals.plugins import Registry
from sellervitals.scoring import Score, health, score

PLANS = 4096
"""Plans kept; one is a few kilobytes at most."""


class Evaluation(NamedTuple):
    """What is said of one account on one site; everything but its id and the time it was made."""

    snapshot: Snapshot
    findings: tuple[Finding, ...]
    score: Score
    level: Level | None
    actions: tuple[Action, ...]
    missing: tuple[str, ...]
    notices: tuple[Notice, ...]


class Engine:
    """Judges snapshots by the rules and scorecards of a registry."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._rules = {name: registry.rules_of(name) for name in registry.marketplaces}
        self.plan = lru_cache(maxsize=PLANS)(self._build)

    @staticmethod
    def _build(_marketplace: str, site: str | None, day: date) -> Plan:
        return Plan(site, day)

    def evaluate(self, snapshot: Snapshot) -> Evaluation:
        """Judge one account on one site; KeyError when its marketplace is not registered."""
        marketplace = self.registry.marketplaces[snapshot.marketplace]
        by_metric: dict[str, list[Measurement]] = {}
        for measurement in snapshot.measurements:
            by_metric.setdefault(measurement.metric, []).append(_frozen(measurement))
        findings: list[Finding] = []
        for rule in self._rules[snapshot.marketplace]:
            if rule.metric is None:
                findings.extend(self._of_account(rule, snapshot, by_metric))
            elif rule.metric in by_metric:
                metric = marketplace.by_id[rule.metric]
                others = _declared(rule, by_metric)
                findings.extend(
                    self._of_measurement(rule, metric, each, snapshot, others)
                    for each in by_metric[rule.metric]
                )
            else:
                metric = marketplace.by_id[rule.metric]
                findings.append(self._without_data(rule, metric, snapshot))
        card = marketplace.scorecard
        findings.sort(key=lambda each: (each.outcome.rank, each.severity.rank, each.key))
        result = score(findings, card.weights, card.version)
        level, trouble = ask_level(marketplace, snapshot)
        return Evaluation(
            snapshot=snapshot,
            findings=tuple(findings),
            score=result,
            level=level,
            actions=actions(findings),
            missing=missing(findings),
            notices=(*snapshot.notices, *trouble, *drifts(findings)),
        )

    def _of_measurement(
        self,
        rule: Rule,
        metric: Metric,
        measurement: Measurement,
        snapshot: Snapshot,
        others: Mapping[str, tuple[Measurement, ...]],
    ) -> Finding:
        day = _day(measurement, snapshot)
        segment, value = measurement.segment, measurement.decisive
        table = self.plan(snapshot.marketplace, snapshot.site, day).limit(rule, segment)
        target = measurement.target
        limit = table if target is None else _delivered(target, table)
        if value is None and not _word_alone(rule, measurement):
            why = f"no {metric.denominator} in the window" if measurement.denominator == 0 else "no value"
            verdict = Verdict(
                Outcome.NO_DATA, f"{subject(rule, segment)}: {why}, so there is nothing to judge."
            )
        elif limit is None and rule.evaluate is None:
            verdict = _not_applicable(rule, snapshot)
        else:
            case = Case(rule, metric, measurement, value, limit, day, snapshot.site, others)
            verdict = ask(rule, case)[0]
        finding = _finding(rule, verdict, snapshot, segment)
        finding.metric, finding.measurement = metric, measurement
        finding.value, finding.limit = value, limit
        if not finding.evidence and measurement.document is not None:
            finding.evidence = (Evidence(measurement.document, measurement.pointer),)
        if verdict.outcome.judged:
            _explain(finding, metric, measurement, verdict)
            if target is not None and table is not None and differs(target, table):
                finding.drift = table
        return finding

    def _of_account(
        self, rule: Rule, snapshot: Snapshot, by_metric: Mapping[str, list[Measurement]]
    ) -> Iterable[Finding]:
        others = _declared(rule, by_metric)
        if not others:
            verdicts = [Verdict(Outcome.NO_DATA, f"{rule.title}: nothing was reported to look at.")]
        elif not _about(rule, snapshot.site):
            verdicts = [_not_applicable(rule, snapshot)]
        else:
            case = Case(rule, None, None, None, None, snapshot.day, snapshot.site, others)
            verdicts = ask(rule, case)
        for verdict in verdicts:
            finding = _finding(rule, verdict, snapshot, verdict.segment)
            finding.health = health(verdict)
            yield finding

    def _without_data(self, rule: Rule, metric: Metric, snapshot: Snapshot) -> Finding:
        plan = self.plan(snapshot.marketplace, snapshot.site, snapshot.day)
        known = not rule.limits or any(
            plan.limit(rule, segment) for segment in {None, *(each.segment for each in rule.limits)}
        )
        if known and _about(rule, snapshot.site):
            message = f"{rule.title}: {metric.title.lower()} was not reported."
            return _finding(rule, Verdict(Outcome.NO_DATA, message), snapshot, None)
        return _finding(rule, _not_applicable(rule, snapshot), snapshot, None)


def _frozen(measurement: Measurement) -> Measurement:
    """Keep a rule from changing what the next one sees."""
    if not measurement.parts:
        return measurement
    return measurement._replace(parts=MappingProxyType(dict(measurement.parts)))


def _day(measurement: Measurement, snapshot: Snapshot) -> date:
    """The date that chooses the limit: the caller's, else the measurement's own, never the clock."""
    window = measurement.window
    if snapshot.dated or window is None or window.end is None:
        return snapshot.day
    return window.end


def _word_alone(rule: Rule, measurement: Measurement) -> bool:
    """Say whether only the marketplace's own word came, and the rule has a judgement of its own for it."""
    return rule.evaluate is not None and bool(measurement.verdict) and measurement.denominator != 0


def _about(rule: Rule, site: str | None) -> bool:
    return EVERYWHERE in rule.sites or site in rule.sites


_delivered = lru_cache(maxsize=PLANS)(delivered)


def _declared(
    rule: Rule, by_metric: Mapping[str, list[Measurement]]
) -> Mapping[str, tuple[Measurement, ...]]:
    names = by_metric if rule.reads == ALL_METRICS else rule.reads
    return {name: tuple(by_metric[name]) for name in names if name in by_metric}


def _finding(rule: Rule, verdict: Verdict, snapshot: Snapshot, segment: str | None) -> Finding:
    return Finding(
        rule=rule,
        segment=segment,
        outcome=verdict.outcome,
        severity=verdict.severity or rule.severity,
        message=verdict.message,
        evidence=verdict.evidence,
        fingerprint=_fingerprint(rule.id, segment, snapshot.site),
    )


@lru_cache(maxsize=PLANS)
def _fingerprint(rule: str, segment: str | None, site: str | None) -> str:
    """Name a finding across evaluations of one account, whatever its outcome and value."""
    return sha256("\n".join((rule, segment or "", site or "")).encode()).hexdigest()[:16]


def _explain(finding: Finding, metric: Metric, measurement: Measurement, verdict: Verdict) -> None:
    """Add what a judged value says beyond its outcome."""
    value, limit, rule = finding.value, finding.limit, finding.rule
    finding.health = health(verdict, value, limit, metric.unit, rule.ideal)
    if measurement.good is not None:
        finding.agrees = (verdict.outcome is Outcome.PASS) == measurement.good or (
            verdict.outcome is Outcome.WARN and measurement.good
        )
    if not isinstance(value, Rate | Decimal):
        return
    fail = None if limit is None else limit.fail
    if limit is not None and fail is not None:
        finding.margin = distance(value, fail, lower_is_better=limit.must_be.better is Better.LOWER)
    if measurement.denominator is None or not isinstance(value, Rate):
        return
    finding.low_sample = measurement.denominator < rule.minimum_sample
    if measurement.numerator is not None and measurement.counts_agree:
        top, bottom = measurement.numerator, measurement.denominator
        finding.interval = wilson(top, bottom)
        if finding.interval is not None and limit is not None and isinstance(fail, Rate):
            finding.headroom = headroom(top, bottom, fail, limit.must_be)


def _not_applicable(rule: Rule, snapshot: Snapshot) -> Verdict:
    where = f"for site {snapshot.site}" if snapshot.site else "without a site"
    return Verdict(Outcome.NOT_APPLICABLE, f"{rule.title}: no limit is known {where} on that day.")
