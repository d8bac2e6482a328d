"""A finding under a limit of the caller's own: the graver of two verdicts, and what the policy alone says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from sellervitals.domain.comparing import compare
from sellervitals.domain.finding import Finding, HeldLimit, Outcome, PolicyRuling, Verdict
from sellervitals.domain.limit import Limit
from sellervitals.domain.marketplace import Notice
from sellervitals.domain.measurement import Metric
from sellervitals.domain.profile import Held, Profile, held_beside
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import Case
from sellervitals.domain.wording import demand, subject, wanted
from sellervitals.scoring import health


class Decided(NamedTuple):
    """What counts for a finding. ``policy`` is None where the policy's own verdict does."""

    verdict: Verdict
    limit: Limit | None
    held: HeldLimit
    policy: PolicyRuling | None = None


def decide(profile: Profile, case: Case, metric: Metric, verdict: Verdict) -> Decided | None:
    """Judge a measurement by the caller's own limit too; None where the profile has none for it.

    The own limit decides where one of its lines is stricter than the policy's, or where the policy has none.
    The graver verdict counts whatever the lines say, so that no profile makes a finding better. Where the
    site is unknown, and so whether the policy has a limit, a value that meets the own one passes nothing.

    Args:
        profile: the caller's.
        case: the measurement, with the limit that the policy applies.
        metric: what is measured.
        verdict: what the policy says.
    """
    segment = None if case.measurement is None else case.measurement.segment
    own = profile.limit_for(case.rule.id, case.rule.metric, case.site, segment)
    if own is None:
        return None
    held = held_beside(own, case.limit, metric.better)
    kept = Decided(verdict, case.limit, HeldLimit(own, held.loosened))
    if not _judges(case, held, verdict):
        return kept
    ours = compare(case._replace(limit=held.limit))
    judged = verdict.outcome.judged
    if ours.outcome.rank > verdict.outcome.rank if judged else case.unplaced and not ours.outcome.open:
        return kept
    return Decided(
        _graver(case, metric, verdict, ours, held.limit),
        held.limit,
        kept.held,
        PolicyRuling(case.limit, verdict.outcome, verdict.message),
    )


def _judges(case: Case, held: Held, verdict: Verdict) -> bool:
    """Say whether there is anything to judge: a number, that the policy judges too or says nothing of."""
    limit = held.limit
    if limit is None or not isinstance(case.value, Rate | Decimal):
        return False
    line = limit.warn if limit.fail is None else limit.fail
    silent = verdict.outcome is Outcome.NOT_APPLICABLE and case.limit is None
    return type(line) is type(case.value) and (verdict.outcome.judged or silent)


def _graver(case: Case, metric: Metric, verdict: Verdict, ours: Verdict, limit: Limit | None) -> Verdict:
    """Put the own verdict in place of the policy's, and keep what that one knows beyond its outcome."""
    severities = [ours.severity or case.rule.severity]
    if verdict.outcome.open:
        severities.append(verdict.severity or case.rule.severity)
    healths = (_health(case, metric, each, line) for each, line in ((verdict, case.limit), (ours, limit)))
    policy = f"{verdict.outcome.value} ({demand(case.limit, metric.unit)})" if case.limit else "no limit"
    return verdict._replace(
        outcome=ours.outcome,
        message=f"{ours.message} This is your own limit; the policy alone says: {policy}.",
        severity=min(severities, key=lambda each: each.rank),
        health=min(each for each in healths if each is not None),
    )


def _health(case: Case, metric: Metric, verdict: Verdict, limit: Limit | None) -> Decimal | None:
    bad = limit.bad(case.measurement) if limit and limit.counts and case.measurement else None
    return health(verdict, case.value, limit, metric.unit, case.rule.ideal, bad=bad)


def loosened(findings: Iterable[Finding]) -> Iterator[Notice]:
    """Say where an own limit asks for less than the policy, and was not applied."""
    for each in findings:
        held = each.own_limit
        if held is None or not held.loosened or each.metric is None:
            continue
        policy = each.limit if each.policy is None else each.policy.limit
        own, unit = held.own, each.metric.unit
        must_be = own.must_be or (policy.must_be if policy is not None else None)
        line = own.warn if own.fail is None else own.fail
        asked = "" if must_be is None or line is None else f" ({wanted(must_be, line, unit)})"
        known = "" if policy is None else f" ({demand(policy, unit)})"
        message = (
            f"{subject(each.rule.title, each.segment)}: your own limit{asked} asks for less than the"
            f" policy{known} does; what is looser in it was not applied."
        )
        yield Notice("limit_loosened", message)
