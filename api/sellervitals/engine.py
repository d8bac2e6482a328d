"""Snapshot in, findings out: rules run from a plan that is built once per marketplace, site and day.

Each rule is called on its own, with what it declared and nothing else. One that raises, or answers with
something that is no verdict, becomes an ``error`` finding; the other findings stay as they are.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

from sellervitals.domain.finding import (
    Evidence,
    Finding,
    Outcome,
    Severity,
    Verdict,
    distance,
)
from sellervitals.domain.limit import EVERYWHERE, Limit, delivered, differs, limit_on
from sellervitals.domain.marketplace import Level, Marketplace, Notice, Snapshot
from sellervitals.domain.measurement import Better, Measurement, Metric
from sellervitals.domain.rate import Rate
from sellervitals.domain.remediation import Step
from sellervitals.domain.rule import ALL_METRICS, Case, Rule, compare, subject
from sellervitals.domain.wording import demand
from sellervitals.foresight.headroom import headroom, wilson
from sellervitals.plugins import Registry
from sellervitals.scoring import Score, health, score

log = logging.getLogger(__name__)

PLANS = 4096
"""Plans kept; one is a few hundred bytes."""
MOST_FINDINGS = 500
"""Findings one rule may give for one account."""
LONGEST_TEXT = 4096
_UNSENDABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Action(NamedTuple):
    """An open step; ``gain`` is what the score rises by when its finding is put right."""

    finding: Finding
    step: Step


class Evaluation(NamedTuple):
    """What is said of one account on one site; everything but its id and the time it was made."""

    snapshot: Snapshot
    findings: tuple[Finding, ...]
    score: Score
    level: Level | None
    actions: tuple[Action, ...]
    missing: tuple[str, ...]
    notices: tuple[Notice, ...]


class Plan:
    """The limits in force for one marketplace and site on one day, found once per rule and segment."""

    def __init__(self, site: str | None, day: date) -> None:
        self.site = site
        self.day = day
        self._limits: dict[tuple[str, str | None], Limit | None] = {}

    def limit(self, rule: Rule, segment: str | None) -> Limit | None:
        """The table's limit for a rule and segment; None where no limit is known."""
        key = (rule.id, segment)
        try:
            return self._limits[key]
        except KeyError:
            found = limit_on(rule.limits, self.day, self.site, segment)
            if len(self._limits) < PLANS:
                self._limits[key] = found
            return found


class Engine:
    """Judges snapshots by the rules of a registry.

    Args:
        registry: the checked plugins.
        weights: the operator's weights by rule id; they replace the scorecard's.
    """

    def __init__(self, registry: Registry, weights: Mapping[str, int] | None = None) -> None:
        self.registry = registry
        self._own_weights = dict(weights or {})
        self._rules = {name: registry.rules_of(name) for name in registry.marketplaces}
        self._weights = {
            name: {**marketplace.scorecard.weights, **self._own_weights}
            for name, marketplace in registry.marketplaces.items()
        }
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
        weights = self._weights[snapshot.marketplace]
        version = card.version if not self._own_weights else f"{card.version}+own"
        result = score(findings, weights, version)
        findings.sort(key=lambda each: (each.outcome.rank, each.severity.rank, each.key))
        level, trouble = _level(marketplace, snapshot)
        return Evaluation(
            snapshot=snapshot,
            findings=tuple(findings),
            score=result,
            level=level,
            actions=_actions(findings),
            missing=_missing(findings),
            notices=(*snapshot.notices, *trouble, *_drifts(findings)),
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
            verdict = _ask(rule, case)[0]
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
            verdicts = _ask(rule, case)
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


def _ask(rule: Rule, case: Case) -> list[Verdict]:
    """Call a rule; whatever goes wrong inside it becomes one ``error`` verdict."""
    try:
        answer = (rule.evaluate or compare)(case)
        verdicts = answer if isinstance(answer, list) else [answer]
        _check_number(case, len(verdicts))
        for verdict in verdicts:
            _check(verdict)
    except (Exception, SystemExit) as problem:
        log.exception("rule %s failed", rule.id)
        message = f"{case.subject}: the rule could not be evaluated ({type(problem).__name__})."
        return [Verdict(Outcome.ERROR, message)]
    return verdicts


def _check_number(case: Case, verdicts: int) -> None:
    if not verdicts or (case.measurement is not None and verdicts != 1):
        raise ValueError("one verdict is expected for a measurement, at least one for an account")
    if verdicts > MOST_FINDINGS:
        raise ValueError(f"more than {MOST_FINDINGS} findings")


def _check(verdict: object) -> None:
    if not isinstance(verdict, Verdict) or not isinstance(verdict.outcome, Outcome):
        raise TypeError(f"a Verdict is expected, not {type(verdict).__name__}")
    _check_text(verdict.message)
    if verdict.segment is not None:
        _check_text(verdict.segment)
    if verdict.severity is not None and not isinstance(verdict.severity, Severity):
        raise TypeError("a severity is a Severity")
    if verdict.health is not None and not (isinstance(verdict.health, Decimal) and 0 <= verdict.health <= 1):
        raise ValueError("health is a Decimal between 0 and 1")
    if not isinstance(verdict.evidence, tuple):
        raise TypeError("evidence is a tuple")
    for each in verdict.evidence:
        _check_text(each.document)
        _check_text(each.pointer)


def _check_text(text: object) -> None:
    """Refuse what cannot be stored and sent: other types, control characters, lone surrogates."""
    if not isinstance(text, str) or len(text) > LONGEST_TEXT or _UNSENDABLE.search(text):
        raise TypeError("a text of at most 4,096 characters is expected")


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
    if limit is None or limit.fail is None or not isinstance(value, Rate | Decimal):
        return
    lower = limit.must_be.better is Better.LOWER
    finding.margin = distance(value, limit.fail, lower_is_better=lower)
    if measurement.denominator is None or not isinstance(limit.fail, Rate):
        return
    finding.low_sample = measurement.denominator < rule.minimum_sample
    if measurement.numerator is not None and measurement.counts_agree:
        top, bottom = measurement.numerator, measurement.denominator
        finding.interval = wilson(top, bottom)
        if finding.interval is not None:
            finding.headroom = headroom(top, bottom, limit.fail, limit.must_be)


def _not_applicable(rule: Rule, snapshot: Snapshot) -> Verdict:
    where = f"for site {snapshot.site}" if snapshot.site else "without a site"
    return Verdict(Outcome.NOT_APPLICABLE, f"{rule.title}: no limit is known {where} on that day.")


def _level(marketplace: Marketplace, snapshot: Snapshot) -> tuple[Level | None, tuple[Notice, ...]]:
    if marketplace.level is None:
        return None, ()
    try:
        level = marketplace.level(snapshot)
        _check_level(level)
    except (Exception, SystemExit) as problem:
        log.exception("level of %s failed", marketplace.id)
        return None, (Notice("level_failed", f"The level is unknown ({type(problem).__name__})."),)
    return level, ()


def _check_level(level: object) -> None:
    if level is None:
        return
    if not isinstance(level, Level):
        raise TypeError(f"a Level is expected, not {type(level).__name__}")
    for each in level:
        _check_text(each)


def _missing(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The metrics that a rule asked for and nobody reported."""
    absent = {
        each.rule.metric for each in findings if each.outcome is Outcome.NO_DATA and each.measurement is None
    }
    return tuple(sorted(metric for metric in absent if metric is not None))


def _drifts(findings: Iterable[Finding]) -> Iterable[Notice]:
    """Say where a document's target is not the one in the table."""
    for each in findings:
        if each.drift is None or each.limit is None or each.metric is None:
            continue
        unit, about = each.metric.unit, subject(each.rule, each.segment)
        message = (
            f"{about}: the document asks for {demand(each.limit, unit)}, the table since"
            f" {each.drift.since} for {demand(each.drift, unit)}; the document's target was applied."
        )
        where = each.evidence[0] if each.evidence else (None, None)
        yield Notice("policy_drift", message, *where)


def _actions(findings: Iterable[Finding]) -> tuple[Action, ...]:
    """All open steps, best gain per effort first; equal gains by what the finding costs, then by gravity."""
    none = Decimal(0)
    found = [
        (
            -(each.gain or none) / step.effort.cost,
            -(each.points_lost or none) / step.effort.cost,
            each.severity.rank,
            each.key,
            place,
            Action(each, step),
        )
        for each in findings
        if each.outcome.open
        for place, step in enumerate(each.rule.steps)
    ]
    found.sort(key=lambda row: row[:5])
    return tuple(row[5] for row in found)
