"""Snapshot in, findings out: rules run from a plan that is built once per marketplace, site and day.

Each rule is called on its own, with what it declared and nothing else. One that raises, or answers with
something that is no verdict, becomes an ``error`` finding; the other findings stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from sellervitals.anomalies import Anomaly, anomalies
from sellervitals.asking import ask, ask_level
from sellervitals.conclusions import Action, actions, drifts, missing
from sellervitals.domain.comparing import compare, no_limit
from sellervitals.domain.finding import Evidence, Finding, Outcome, Verdict
from sellervitals.domain.limit import Limit, delivered, differs, loosens
from sellervitals.domain.marketplace import Level, Notice, Snapshot
from sellervitals.domain.measurement import Measurement, Metric, Target
from sellervitals.domain.rule import ALL_METRICS, Case, Rule
from sellervitals.domain.waiver import Looked
from sellervitals.explaining import add_causes, add_days, announce, exempt, explain, nothing_to_judge
from sellervitals.ladders import Standing, standings
from sellervitals.own.limits import decide, loosened
from sellervitals.own.waiving import waive, waiver_notices
from sellervitals.own.weights import scored
from sellervitals.plain_metrics import origin_of
from sellervitals.plan import Plan
from sellervitals.plugins import Registry
from sellervitals.scoring import Score, health

Around = tuple[Mapping[str, tuple[Measurement, ...]], Mapping[str, tuple[Measurement, ...]]]
"""What a rule may see beside the measurement in question: other metrics, and older measurements."""

PLANS = 4096
"""Plans kept; one is a few kilobytes at most."""


class Evaluation(NamedTuple):
    """What is said of one account on one site; everything but its id and the time it was made."""

    snapshot: Snapshot
    findings: tuple[Finding, ...]
    score: Score
    weights: Mapping[str, int]
    level: Level | None
    standings: tuple[Standing, ...]
    actions: tuple[Action, ...]
    missing: tuple[str, ...]
    notices: tuple[Notice, ...]
    waivers: tuple[Looked, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()


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
        by_metric = _by_metric(snapshot.measurements)
        history = _by_metric(snapshot.history)
        findings: list[Finding] = []
        plan = self.plan(snapshot.marketplace, snapshot.site, snapshot.day)
        for rule in self._rules[snapshot.marketplace]:
            if rule.metric is None:
                findings.extend(self._of_account(rule, snapshot, plan, by_metric, history))
            elif rule.metric in by_metric:
                metric = marketplace.by_id[rule.metric]
                around = (_declared(rule, by_metric), _before(rule, history))
                findings.extend(
                    self._of_measurement(rule, metric, each, snapshot, around)
                    for each in by_metric[rule.metric]
                )
            else:
                findings.append(plan.unreported(rule))
        findings.sort(key=lambda each: (each.outcome.rank, each.severity.rank, each.key))
        result, weights, refused = scored(findings, marketplace.scorecard, snapshot.profile)
        looked = waive(findings, snapshot, self.registry.renamed) if snapshot.waivers else ()
        more = () if snapshot.profile is None else (*loosened(findings), *refused)
        level, trouble = ask_level(marketplace, snapshot)
        return Evaluation(
            snapshot=snapshot,
            findings=tuple(findings),
            score=result,
            weights=weights,
            level=level,
            standings=standings(marketplace, snapshot),
            actions=actions(findings),
            missing=missing(findings),
            notices=(*snapshot.notices, *trouble, *drifts(findings), *more, *waiver_notices(looked)),
            waivers=looked,
            anomalies=anomalies(marketplace, snapshot),
        )

    def limit(self, rule: Rule, site: str | None, measured: Measurement, day: date) -> Limit | None:
        """Give the limit that a rule holds a measurement against on a day."""
        table = self.plan(rule.marketplace, site, day).known(rule, measured.segment).now
        return _applied(given_limit(measured, table), table)

    def _of_measurement(
        self,
        rule: Rule,
        metric: Metric,
        measurement: Measurement,
        snapshot: Snapshot,
        around: Around,
    ) -> Finding:
        day = day_of(measurement, snapshot)
        segment, value = measurement.segment, metric.decisive(measurement)
        plan = self.plan(snapshot.marketplace, snapshot.site, day)
        table, ahead = plan.known(rule, segment)
        given = given_limit(measurement, table)
        limit = _applied(given, table)
        case = Case(rule, metric, measurement, value, limit, day, snapshot.site, *around)
        verdict = _verdict(case, metric, measurement, plan)
        if measurement.exempt_until is not None and measurement.exempt_until >= snapshot.day:
            verdict = exempt(verdict, rule, measurement, measurement.exempt_until)
        by_policy = verdict.outcome
        own = None if snapshot.profile is None else decide(snapshot.profile, case, metric, verdict)
        if own is not None:
            verdict, limit = own.verdict, own.limit
        finding = Finding.of(rule, verdict, snapshot.site, segment)
        if own is not None:
            finding.own_limit, finding.policy = own.held, own.policy
        if measurement.severity is not None:
            finding.severity = measurement.severity
        if ahead and value is not None and verdict.outcome is not Outcome.ERROR:
            announce(finding, case, ahead, by_policy)
        if verdict.outcome.open:
            add_causes(finding, metric, measurement)
            add_days(finding, snapshot)
        finding.metric, finding.measurement = metric, measurement
        finding.value, finding.limit = value, limit
        finding.unplaced = value is not None and not by_policy.judged and case.unplaced
        if not finding.evidence and measurement.document is not None:
            finding.evidence = (Evidence(measurement.document, measurement.pointer),)
        if verdict.outcome.judged:
            explain(finding, metric, measurement, verdict)
            finding.drift = _drift(measurement.target, table, given, case.limit)
        return finding

    def _of_account(
        self,
        rule: Rule,
        snapshot: Snapshot,
        plan: Plan,
        by_metric: Mapping[str, tuple[Measurement, ...]],
        history: Mapping[str, tuple[Measurement, ...]],
    ) -> Iterable[Finding]:
        others = _declared(rule, by_metric)
        if not others:
            yield plan.unreported(rule)
            return
        if not plan.about(rule):
            verdicts = [no_limit(rule.title, snapshot.site, snapshot.as_of)]
        else:
            before = _before(rule, history)
            case = Case(rule, None, None, None, None, snapshot.as_of, snapshot.site, others, before)
            verdicts = ask(rule, case)
        for verdict in verdicts:
            finding = Finding.of(rule, verdict, snapshot.site, verdict.segment)
            finding.health = health(verdict)
            if verdict.outcome.open:
                add_days(finding, snapshot)
            yield finding


def _verdict(case: Case, metric: Metric, measurement: Measurement, plan: Plan) -> Verdict:
    """Ask the rule, where there is something to ask about."""
    rule, value, limit = case.rule, case.value, case.limit
    if value is None and not _word_alone(rule, measurement):
        return nothing_to_judge(rule, metric, measurement)
    if rule.evaluate is None and not (plan.about(rule) if rule.words else limit):
        return no_limit(case.subject, plan.site, case.day)
    plain = rule.evaluate is None and rule.ladder is None and measurement.denominator is None
    if plain and isinstance(value, Decimal) and not (measurement.rebuilt_from or measurement.period):
        return _of_number(rule, metric, measurement.segment, value, limit)
    return ask(rule, case)[0]


def _drift(
    target: Target | None, table: Limit | None, given: Limit | None, applied: Limit | None
) -> Limit | None:
    """Give the one of target and table that was not applied, where they differ."""
    if target is None or table is None or not differs(target, table):
        return None
    return table if applied is given else given


def _frozen(measurement: Measurement) -> Measurement:
    """Keep a rule from changing what the next one sees."""
    if not measurement.parts and not measurement.shares:
        return measurement
    return measurement._replace(
        parts=MappingProxyType(dict(measurement.parts)), shares=MappingProxyType(dict(measurement.shares))
    )


def day_of(measurement: Measurement, snapshot: Snapshot) -> date:
    """The date that chooses the limit: the caller's, else the measurement's own, if it is no day to come."""
    window = measurement.window
    if snapshot.dated or window is None or window.end is None:
        return snapshot.day
    return min(window.end, snapshot.day)


def _word_alone(rule: Rule, measurement: Measurement) -> bool:
    """Say whether only the marketplace's own word came, and the rule has a judgement of its own for it."""
    return rule.evaluate is not None and bool(measurement.verdict) and measurement.denominator != 0


_delivered = lru_cache(maxsize=PLANS)(delivered)


def given_limit(measurement: Measurement, table: Limit | None) -> Limit | None:
    """Give the limit that came with a value: in its document, or from the caller who typed it in."""
    if measurement.target is None:
        return None
    return _delivered(measurement.target, table, origin_of(measurement))


def _applied(given: Limit | None, table: Limit | None) -> Limit | None:
    return table if given is None or loosens(given, table) else given


@lru_cache(maxsize=PLANS)
def _of_number(
    rule: Rule, metric: Metric, segment: str | None, value: Decimal, limit: Limit | None
) -> Verdict:
    """Judge a number without counts behind it. Sellers share most of these: nothing open, of each kind."""
    bare = Measurement(metric.id, segment, value)
    verdict = compare(Case(rule, metric, bare, value, limit, date.min, None))
    return verdict._replace(health=health(verdict, value, limit, metric.unit, rule.ideal))


def _by_metric(measured: Iterable[Measurement]) -> dict[str, tuple[Measurement, ...]]:
    found: dict[str, list[Measurement]] = {}
    for each in measured:
        found.setdefault(each.metric, []).append(_frozen(each))
    return {name: tuple(some) for name, some in found.items()}


def _declared(
    rule: Rule, by_metric: Mapping[str, tuple[Measurement, ...]]
) -> Mapping[str, tuple[Measurement, ...]]:
    names = by_metric if rule.reads == ALL_METRICS else rule.reads
    return {name: by_metric[name] for name in names if name in by_metric}


def _before(
    rule: Rule, history: Mapping[str, tuple[Measurement, ...]]
) -> Mapping[str, tuple[Measurement, ...]]:
    """Give the older measurements of a rule's own metric and of those it reads."""
    if not history:
        return history
    found = dict(_declared(rule, history))
    if rule.metric is not None and rule.metric in history:
        found[rule.metric] = history[rule.metric]
    return found
