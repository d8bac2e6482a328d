"""What a goal asks of an account, one demand after another: held, broken, or unknown."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import NamedTuple

from sellervitals.domain import wording
from sellervitals.domain.finding import Finding, Outcome
from sellervitals.domain.ladder import meets
from sellervitals.domain.limit import Bound, Limit
from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import Better, Comparator, Measurement, Metric, Value
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import Rule
from sellervitals.engine import Evaluation
from sellervitals.foresight.cheapest import Line
from sellervitals.ladders import in_force, may_hold
from sellervitals.simulating.altering import uncounted
from sellervitals.simulating.goals import Goal


class Status(StrEnum):
    """How a demand stands."""

    HELD = "held"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Demand(NamedTuple):
    """One thing that a goal asks for; ``why`` says how it stands in a sentence.

    ``rule`` is the one whose finding is asked about, None where a limit is asked about by itself.
    ``passing`` says that a warning is not enough.
    """

    status: Status
    why: str
    metric: Metric | None = None
    measurement: Measurement | None = None
    segment: str | None = None
    value: Value | None = None
    limit: Limit | None = None
    rule: Rule | None = None
    passing: bool = False

    @property
    def key(self) -> tuple[str, str | None]:
        """The measurement that it is about."""
        return ("" if self.metric is None else self.metric.id), self.segment

    @property
    def about(self) -> str:
        """What it is about, for sentences."""
        title = self.rule.title if self.rule else self.metric.title if self.metric else ""
        return wording.subject(title, self.segment)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What it asks of a rate with counts; nothing of anything else."""
        counts, limit = self.measurement, self.limit
        if counts is None or limit is None:
            return ()
        # a small sample only warns, which is no pass
        least = 0 if self.passing else limit.minimum_sample
        return tuple(
            Line(must_be, line, least, _enough(limit, allowed, counts))
            for must_be, line, allowed in self.bounds
            if isinstance(line, Rate)
        )

    @property
    def bounds(self) -> Iterator[tuple[Comparator, Bound, int | None]]:
        """The lines that must be kept, each with the bad events that are allowed whatever the rate."""
        limit = self.limit
        if limit is None:
            return
        enforced = self.rule is None or self.passing or limit.trust.can_fail
        if limit.fail is not None and enforced:
            yield limit.must_be, limit.fail, limit.allowed
        if self.rule is not None and self.passing and limit.warn is not None:
            yield limit.warn_must_be, limit.warn, limit.warn_allowed

    @property
    def events(self) -> int | None:
        """The events that a number lacks which is no rate; None where it cannot get there."""
        value = self.value
        lines = [(must_be, line) for must_be, line, _ in self.bounds if isinstance(line, Decimal)]
        if self.metric is None or not isinstance(value, Decimal) or not lines:
            return None
        needed = max(_events(value, must_be, line) for must_be, line in lines)
        lower = self.metric.better is Better.LOWER
        highest = None if lower else self.metric.highest
        if (lower and needed > value) or (highest is not None and value + needed > highest):
            return None
        return max(needed, 0)

    @property
    def stuck(self) -> str:
        """Say why no event that could be counted clears it; empty where one may."""
        if self.metric is None or self.measurement is None:
            return f"{self.about} looks at more than one number, so no single count clears it."
        why = uncounted(self.measurement, self.metric)
        if why:
            return f"{self.about}: {self.metric.id} {why}, so nobody can say how many events it takes."
        if any(must_be.better is not self.metric.better for must_be, _, _ in self.bounds):
            return f"{self.about}: the limit asks for the other direction than {self.metric.id} has."
        if not self.lines and self.events is None:
            return f"{self.about}: no number of events is known that clears it."
        return ""


def demands(
    goal: Goal, marketplace: Marketplace, evaluation: Evaluation, segment: str | None
) -> list[Demand]:
    """List what a goal asks for; ``segment`` is the one whose limits must be met."""
    asked = {each.id for each in goal.rules}
    findings = (each for each in evaluation.findings if each.rule.id in asked)
    found = [_of_finding(goal, each) for each in findings]
    return [*filter(None, found), *_needs(goal, marketplace, evaluation.snapshot, segment)]


def _of_finding(goal: Goal, finding: Finding) -> Demand | None:
    status = _status(goal, finding)
    if status is None:
        return None
    return Demand(
        status=status,
        why=finding.message,
        metric=finding.metric,
        measurement=finding.measurement,
        segment=finding.segment,
        value=finding.value,
        limit=finding.limit,
        rule=finding.rule,
        passing=goal.passing,
    )


def _status(goal: Goal, finding: Finding) -> Status | None:
    """Say how a finding stands; None where nothing was reported and that does not matter."""
    outcome = finding.outcome
    if outcome.judged:
        broken = outcome.open if goal.passing else outcome is Outcome.FAIL
        return Status.BROKEN if broken else Status.HELD
    if goal.named or outcome is Outcome.ERROR or finding.unplaced:
        return Status.UNKNOWN
    reported = outcome is Outcome.NO_DATA and finding.measurement is not None
    return Status.UNKNOWN if reported else None


def _needs(goal: Goal, marketplace: Marketplace, snapshot: Snapshot, segment: str | None) -> Iterator[Demand]:
    measured = {each.metric: each for each in snapshot.measurements if each.segment == segment}
    for name, limit in in_force(goal.needs, snapshot.site, segment, snapshot.as_of).items():
        metric, measurement = marketplace.by_id[name], measured.get(name)
        value = None if measurement is None else metric.decisive(measurement)
        about = wording.subject(metric.title, segment)
        if measurement is None or not isinstance(value, Rate | Decimal):
            why = f"{about}: not reported; it must be {wording.demand(limit, metric.unit)}."
            yield Demand(Status.UNKNOWN, why, metric, measurement, segment, value, limit)
            continue
        held = meets(limit, measurement, value)
        status = Status.HELD if held else Status.UNKNOWN if may_hold(limit, measurement) else Status.BROKEN
        why = wording.explain(
            "pass" if held else "fail",
            title=about,
            metric=metric,
            value=value,
            limit=limit,
            measurement=measurement,
        )
        yield Demand(status, why, metric, measurement, segment, value, limit)


def _enough(limit: Limit, allowed: int | None, measurement: Measurement) -> int | None:
    """Count the removals after which few enough bad events are left, whatever the rate.

    Nobody says whose events are removed: a part that is counted for it shrinks only with the whole.
    """
    bad, every = limit.bad(measurement), measurement.bad(limit.must_be.better)
    if allowed is None or bad is None or every is None:
        return None
    return 0 if bad <= allowed else max(every - allowed, 0)


def _events(value: Decimal, must_be: Comparator, line: Decimal) -> int:
    """Count the whole steps from a value to the good side of a line."""
    short = value - line if must_be.better is Better.LOWER else line - value
    if must_be in {Comparator.BELOW, Comparator.ABOVE}:
        return int(short.to_integral_value(ROUND_FLOOR)) + 1
    return int(short.to_integral_value(ROUND_CEILING))
