"""Judging plainly: a value against its limit, a word by what it means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sellervitals.domain import wording
from sellervitals.domain.finding import Outcome, Verdict
from sellervitals.domain.ladder import Rung
from sellervitals.domain.limit import Bound, Limit
from sellervitals.domain.measurement import Value
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import Case
from sellervitals.domain.words import folded


def compare(case: Case) -> Verdict:
    """Judge a value against its limit: fail beyond ``fail``, warn at or beyond ``warn``, else pass.

    Limits that cannot fail (disputed, suggested, or a sample under the limit's own minimum) warn instead. So
    do those that allow a number of events, where nobody counted them. A word is judged by what the rule says
    it means. A broken line takes the gravity of the rung that the value falls to.
    """
    limit, value, metric = case.limit, case.value, case.metric
    if value is None:
        return Verdict(Outcome.NO_DATA, f"{case.rule.title}: no value, so there is nothing to judge.")
    if isinstance(value, str) and case.rule.words:
        return _by_word(case, value)
    if limit is None or metric is None or not isinstance(value, Rate | Decimal):
        return no_limit(case.subject, case.site, case.day)
    bad = _bad(case, limit)
    broken = not limit.met(value, bad)
    outcome = standing(limit, value, bad, small=under_minimum(case))
    message = wording.explain(
        outcome,
        title=case.subject,
        metric=metric,
        value=value,
        limit=limit,
        measurement=case.measurement,
    )
    rung = _rung(case, value) if broken else None
    if rung is None:
        return Verdict(outcome, message)
    return Verdict(outcome, f"{message} {rung.says}".rstrip(), severity=rung.severity)


def standing(limit: Limit, value: Bound, bad: int | None, *, small: bool = False) -> Outcome:
    """Say how a value stands against a limit; ``small``: the sample is under the limit's own minimum."""
    if not limit.met(value, bad):
        sure = limit.allowed is None or bad is not None
        return Outcome.FAIL if limit.trust.can_fail and not small and sure else Outcome.WARN
    return Outcome.PASS if limit.clear(value, bad) else Outcome.WARN


def no_limit(about: str, site: str | None, day: date) -> Verdict:
    """Say where and when no limit is known."""
    where = f"for site {site}" if site else "without a site"
    return Verdict(Outcome.NOT_APPLICABLE, f"{about}: no limit is known {where} on {day}.")


def under_minimum(case: Case) -> bool:
    """Say whether the sample is too small for the marketplace to enforce this limit."""
    if case.limit is None or case.measurement is None or not case.limit.minimum_sample:
        return False
    denominator = case.measurement.denominator
    return denominator is not None and denominator < case.limit.minimum_sample


def _bad(case: Case, limit: Limit) -> int | None:
    if case.measurement is None or not limit.counts:
        return None
    return limit.bad(case.measurement)


def _rung(case: Case, value: Value) -> Rung | None:
    if case.rule.ladder is None or case.measurement is None:
        return None
    return case.rule.ladder.reached_by(case.measurement, value, case.site, case.day)


def _by_word(case: Case, value: str) -> Verdict:
    """Judge the marketplace's own word; one that nobody knows never passes."""
    says = f"{case.subject}: {value:.80}"
    for each in case.rule.words:
        if folded(each.word) == folded(value):
            message = f"{says}. {each.says}".rstrip()
            return Verdict(each.outcome, message, severity=each.severity, health=each.health)
    return Verdict(Outcome.WARN, f"{says}, which is no known word; look at the marketplace what it means.")
