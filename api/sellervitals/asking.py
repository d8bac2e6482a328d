"""Asking code that is not ours: whatever goes wrong inside a rule stays inside its own finding."""

from __future__ import annotations

import logging
from datetime import date
from decimal import Decimal

from sellervitals.checking import check_deadline, check_number, check_text
from sellervitals.domain.breakdown import Basis, Estimate
from sellervitals.domain.comparing import compare
from sellervitals.domain.finding import Outcome, Verdict
from sellervitals.domain.marketplace import Level, Marketplace, Notice, Snapshot
from sellervitals.domain.measurement import Unit
from sellervitals.domain.projection import Horizon, Projection
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import Case, Rule
from sellervitals.domain.standing import Severity

log = logging.getLogger(__name__)

MOST_FINDINGS = 500
"""Findings one rule may give for one account."""
MOST_PROJECTIONS = 1_000
"""Values on days to come that one rule may give for one measurement."""


def ask(rule: Rule, case: Case) -> list[Verdict]:
    """Call a rule; whatever goes wrong, or is no verdict, becomes one ``error`` verdict."""
    if rule.evaluate is None:
        return [compare(case)]  # our own: nothing to check
    try:
        answer = rule.evaluate(case)
        verdicts = answer if isinstance(answer, list) else [answer]
        _check_number(case, len(verdicts))
        for verdict in verdicts:
            _check(verdict)
    except (Exception, SystemExit) as problem:
        log.exception("rule %s failed", rule.id)
        message = f"{case.subject}: the rule could not be evaluated ({type(problem).__name__})."
        return [Verdict(Outcome.ERROR, message)]
    return verdicts


def ask_level(marketplace: Marketplace, snapshot: Snapshot) -> tuple[Level | None, tuple[Notice, ...]]:
    """Call a marketplace's level; one that breaks is unknown, with a notice that says so."""
    if marketplace.level is None:
        return None, ()
    try:
        level = marketplace.level(snapshot)
        _check_level(level)
    except (Exception, SystemExit) as problem:
        log.exception("level of %s failed", marketplace.id)
        return None, (Notice("level_failed", f"The level is unknown ({type(problem).__name__})."),)
    return level, ()


def ask_projection(rule: Rule, case: Case, horizon: Horizon) -> tuple[Projection, ...] | Notice:
    """Ask a rule what its value may become; one that breaks is a notice that says so."""
    if rule.project is None:
        return ()
    try:
        answer = rule.project(case, horizon)
        _check_projections(answer, case)
    except (Exception, SystemExit) as problem:
        log.exception("projection of rule %s failed", rule.id)
        message = f"{case.subject}: what it may become is unknown ({type(problem).__name__})."
        return Notice("projection_failed", message)
    return answer


def _check_projections(answer: object, case: Case) -> None:
    if not isinstance(answer, tuple) or len(answer) > MOST_PROJECTIONS:
        raise TypeError(f"a tuple of at most {MOST_PROJECTIONS} projections is expected")
    for each in answer:
        _check_projection(each, case)


def _check_projection(projection: object, case: Case) -> None:
    if not isinstance(projection, Projection) or not isinstance(projection.basis, Basis):
        raise TypeError(f"a Projection with a Basis is expected, not {type(projection).__name__}")
    if type(projection.day) is not date:
        raise TypeError(f"a date is expected, not {type(projection.day).__name__}")
    check_number(projection.value)
    if isinstance(projection.value, Rate) != (case.metric is not None and case.metric.unit is Unit.RATIO):
        raise TypeError("the value of a projection is of the kind of its metric")
    check_text(projection.name)
    check_text(projection.says)


def _check_number(case: Case, verdicts: int) -> None:
    if not verdicts or (case.measurement is not None and verdicts != 1):
        raise ValueError("one verdict is expected for a measurement, at least one for an account")
    if verdicts > MOST_FINDINGS:
        raise ValueError(f"more than {MOST_FINDINGS} findings")


def _check(verdict: object) -> None:
    if not isinstance(verdict, Verdict) or not isinstance(verdict.outcome, Outcome):
        raise TypeError(f"a Verdict is expected, not {type(verdict).__name__}")
    check_text(verdict.message)
    if verdict.segment is not None:
        check_text(verdict.segment)
    if verdict.severity is not None and not isinstance(verdict.severity, Severity):
        raise TypeError("a severity is a Severity")
    if verdict.health is not None and not (isinstance(verdict.health, Decimal) and 0 <= verdict.health <= 1):
        raise ValueError("health is a Decimal between 0 and 1")
    for several in (verdict.evidence, verdict.deadlines, verdict.estimates):
        if not isinstance(several, tuple):
            raise TypeError("evidence, deadlines and estimates are tuples")
    for deadline in verdict.deadlines:
        check_deadline(deadline)
    for estimate in verdict.estimates:
        _check_estimate(estimate)
    for each in verdict.evidence:
        check_text(each.document)
        check_text(each.pointer)


def _check_estimate(estimate: object) -> None:
    if not isinstance(estimate, Estimate) or not isinstance(estimate.basis, Basis):
        raise TypeError(f"an Estimate with a Basis is expected, not {type(estimate).__name__}")
    check_number(estimate.value)
    for each in (estimate.name, estimate.unit, estimate.says):
        check_text(each)


def _check_level(level: object) -> None:
    if level is None:
        return
    if not isinstance(level, Level):
        raise TypeError(f"a Level is expected, not {type(level).__name__}")
    for each in level:
        check_text(each)
