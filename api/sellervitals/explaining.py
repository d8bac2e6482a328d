"""What a finding says beyond its outcome: days that count, causes, margins, headroom, what will come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from sellervitals.asking import ask
from sellervitals.domain.breakdown import Deadline, DeadlineKind
from sellervitals.domain.finding import Announcement, Finding, Outcome, Verdict, distance
from sellervitals.domain.limit import Limit
from sellervitals.domain.marketplace import Snapshot
from sellervitals.domain.measurement import Better, Measurement, Metric, Unit
from sellervitals.domain.rate import Rate
from sellervitals.domain.recurring import next_days
from sellervitals.domain.rule import Case, Rule
from sellervitals.domain.wording import coming, subject
from sellervitals.foresight.headroom import headroom, wilson
from sellervitals.scoring import health


def announce(finding: Finding, case: Case, ahead: Iterable[Limit], now: Outcome) -> None:
    """Say of the first announced limit that makes a difference what the same value would be under it.

    ``now`` is what the policy says today.
    """
    for limit in ahead:
        verdict = ask(case.rule, case._replace(limit=limit, day=limit.since))[0]
        if verdict.outcome.open and verdict.outcome.rank < now.rank:
            finding.announced = Announcement(limit, verdict.outcome)
            unit = case.metric.unit if case.metric else Unit.STATE
            says = (
                f"From {limit.since} this would {verdict.outcome.value}: {coming(limit, case.value, unit)}."
            )
            finding.message = f"{finding.message} {says}"
            day = Deadline(limit.since, DeadlineKind.LIMIT_CHANGE, f"{case.subject}: {says}")
            finding.deadlines = (*finding.deadlines, day)
            return


def add_causes(finding: Finding, metric: Metric, measurement: Measurement) -> None:
    """Add what matters only while something is to be done: dates, and what caused it."""
    day, window = metric.left_by(measurement.window), measurement.window
    if day is not None and window is not None:
        about = subject(finding.rule.title, measurement.segment)
        late = f", reported {metric.lag_days} days after its end," if metric.lag_days else ""
        says = (
            f"{about}: what was counted up to {window.end} is out of the window of {metric.window_days} days"
            f"{late} from {day} on; until then it counts, and whatever is new counts longer."
        )
        finding.deadlines = (*finding.deadlines, Deadline(day, DeadlineKind.RELEASE, says))
    if measurement.breakdown is not None:
        finding.deadlines = (*finding.deadlines, *measurement.breakdown.deadlines)
    causes = finding.rule.causes
    parts: Mapping[str, int] | Mapping[str, Rate] = measurement.parts or measurement.shares
    if causes and parts:
        # in the rule's order: the report's may vary
        counted = [name for name in causes if name in parts and parts[name].numerator]
        finding.causes = tuple(sorted(counted, key=parts.__getitem__, reverse=True))


def add_days(finding: Finding, snapshot: Snapshot) -> None:
    """Add the next of the days that come back, counted from the day of the question."""
    for day, each, elsewhere in next_days(finding.rule.calendar, snapshot.day, snapshot.site):
        left = (day - snapshot.day).days
        when = f"in {left} days" if left > 1 else ("tomorrow" if left else "on the day judged")
        other = f" Other days hold for {', '.join(elsewhere)}." if elsewhere else ""
        says = (
            f"{subject(finding.rule.title, finding.segment)}: {each.says} It is next on {day}, {when}.{other}"
        )
        finding.deadlines = (*finding.deadlines, Deadline(day, each.kind, says))


def exempt(verdict: Verdict, rule: Rule, measurement: Measurement, until: date) -> Verdict:
    """Leave out what the marketplace does not enforce yet, and say what becomes of it."""
    if verdict.outcome is Outcome.ERROR:
        return verdict
    about = subject(rule.title, measurement.segment)
    message = f"{about}: not enforced for this account until {until}."
    if not verdict.outcome.open or until == date.max:
        return Verdict(Outcome.NOT_APPLICABLE, message)
    first = until + timedelta(days=1)
    then = f"From {first} this would {verdict.outcome.value}: {verdict.message}"
    deadline = Deadline(first, DeadlineKind.LIMIT_CHANGE, f"{about}: the exemption is over.")
    return Verdict(Outcome.NOT_APPLICABLE, f"{message} {then}", deadlines=(deadline,))


def explain(finding: Finding, metric: Metric, measurement: Measurement, verdict: Verdict) -> None:
    """Add what a judged value says beyond its outcome."""
    value, limit, rule = finding.value, finding.limit, finding.rule
    bad = limit.bad(measurement) if limit and limit.counts else None
    ours = verdict.outcome if finding.policy is None else finding.policy.outcome
    if ours.judged:  # what the policy says nothing of must not raise a score
        finding.health = health(verdict, value, limit, metric.unit, rule.ideal, bad=bad)
    if measurement.good is not None and ours.judged:
        finding.agrees = (ours is Outcome.PASS) == measurement.good or (
            ours is Outcome.WARN and measurement.good
        )
    if isinstance(value, Rate) and measurement.denominator is not None:
        finding.low_sample = measurement.denominator < rule.minimum_sample
        if measurement.numerator is not None and measurement.counts_agree:
            finding.interval = wilson(measurement.numerator, measurement.denominator)
    if limit is None or limit.fail is None or not isinstance(value, Rate | Decimal):
        return
    lower = limit.must_be.better is Better.LOWER
    finding.margin = distance(value, limit.fail, lower_is_better=lower)
    top, bottom = measurement.numerator, measurement.denominator
    if finding.interval is not None and top is not None and bottom and isinstance(limit.fail, Rate):
        allowed = None if bad is None else limit.allowed
        finding.headroom = headroom(top, bottom, limit.fail, limit.must_be, allowed=allowed, bad=bad or 0)


def nothing_to_judge(rule: Rule, metric: Metric, measurement: Measurement) -> Verdict:
    """Say why there is nothing to judge, although it was reported."""
    why = measurement.missing or "no value"
    if measurement.denominator == 0:
        why = f"no {metric.denominator} in the window"
    elif measurement.decisive is not None:
        why = f"more {metric.numerator} than {metric.denominator}, which cannot be"
    about = subject(rule.title, measurement.segment)
    says = f" The report says {measurement.verdict:.60}." if measurement.verdict else ""
    return Verdict(Outcome.NO_DATA, f"{about}: {why}, so there is nothing to judge.{says}")
