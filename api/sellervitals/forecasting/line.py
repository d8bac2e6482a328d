"""One metric of one segment, taken to the line that one rule holds it against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sellervitals.domain.comparing import standing
from sellervitals.domain.finding import Headroom, Outcome
from sellervitals.domain.limit import Limit
from sellervitals.domain.measurement import Better, Measurement, Metric, Unit, Value, Window
from sellervitals.domain.rate import Rate
from sellervitals.forecasting.course import Basis, Course, asked_of, course_of, in_its_terms
from sellervitals.forecasting.limits_ahead import Line, in_force, lines
from sellervitals.forecasting.question import Lacking, Question, Reason, Subject, lacking
from sellervitals.foresight.headroom import headroom
from sellervitals.foresight.inflow import Inflow
from sellervitals.foresight.outlook import Range, Scenarios, breach, recovery, relapse
from sellervitals.foresight.path import Reporting, Step
from sellervitals.foresight.rolling import Count


class Day(NamedTuple):
    """One day of the path: its step, the values at both ends and between them, and how that stands."""

    step: Step
    values: tuple[Value, Value, Value] | None
    broken: tuple[bool | None, bool | None, bool | None]
    outcome: Outcome


class Forecasted(NamedTuple):
    """What may become of one metric of one segment."""

    subject: Subject
    basis: Basis
    reporting: Reporting
    window: Window
    today: Count | None
    value: Value | None
    lines: tuple[Line, ...]
    inflow: Inflow
    given: bool
    path: tuple[Day, ...]
    breach: Range
    recovery: Range
    relapse: date | None
    room: Headroom | None
    gaps: tuple[Window, ...]
    inflow_from: Window | None
    unused: str

    def on(self, day: date) -> Day | None:
        """Give a day of the path; None where it does not reach that far."""
        number = (day - self.path[0].step.day).days
        return self.path[number] if 0 <= number < len(self.path) else None


def forecast_line(question: Question, subject: Subject) -> Forecasted | Lacking:
    """Take one metric to the line of one rule, or say what is missing for it."""
    rule, metric, measured = subject.rule, subject.metric, subject.measured
    found = lines(question.engine, rule, question.site, measured, question.start)
    kind = Rate if metric.unit is Unit.RATIO else Decimal
    if not any(each.limit is not None and isinstance(each.limit.fail, kind) for each in found):
        return lacking(subject, Reason.NO_LIMIT, "no line is known that it could break.")
    if metric.unit is Unit.COUNT and metric.better is Better.HIGHER:
        return lacking(subject, Reason.ONLY_HIGH, "it counts good events, and nothing says how they come in.")
    course = course_of(question, subject)
    if isinstance(course, Lacking):
        return course
    path = tuple(_day(step, metric, in_force(found, step.day)) for step in course.steps)
    days = [each.step.day for each in path]
    broken = Scenarios(*([day.broken[number] for day in path] for number in range(3)))
    settled = _settled(course, subject) and all(each.since <= days[-1] for each in found)
    return Forecasted(
        *(subject, course.basis, course.reporting, course.window, course.today),
        _today(metric, measured, course.today),
        *(found, course.inflow, asked_of(question, subject) is not None, path),
        breach(days, broken, settled=settled),
        recovery(days, broken, settled=settled),
        relapse(days, broken.expected),
        _room(metric, in_force(found, question.start), course.today),
        course.gaps,
        *(course.inflow_from, course.unused),
    )


def _settled(course: Course, subject: Subject) -> bool:
    """Say whether nothing that is known is in the last window, or comes into one after it."""
    last, counted = course.steps[-1], subject.counted
    if course.basis is Basis.BOUNDS or counted is None:
        return not last.known_days
    # a window may lie in a gap, with days behind it that are known and still to come in
    return counted.last < (last.window.start or last.day)


def _day(step: Step, metric: Metric, limit: Limit | None) -> Day:
    """Judge a day to come; the outcome is that of the expected value."""
    three = (step.low, step.expected, step.high)
    if metric.unit is Unit.RATIO and not step.total:
        return Day(step, None, (None, None, None), Outcome.NO_DATA)
    values = tuple(_value(metric, bad, whole, step) for bad, whole in zip(three, step.whole, strict=True))
    if limit is None:
        return Day(step, _sorted(values), (None, None, None), Outcome.NOT_APPLICABLE)
    small = metric.unit is Unit.RATIO and step.total < limit.minimum_sample * step.scale
    stand = [
        _stand(limit, value, whole if limit.counts else None, small=small)
        for value, whole in zip(values, step.whole, strict=True)
    ]
    low, expected, high = (broken for broken, _ in stand)
    return Day(step, _sorted(values), (low, expected, high), stand[1][1])


def _stand(limit: Limit, value: Rate | Decimal, bad: int | None, *, small: bool) -> tuple[bool, Outcome]:
    """Whether the line is broken where it is enforced, and the outcome."""
    return not small and not limit.met(value, bad), standing(limit, value, bad, small=small)


def _value(metric: Metric, bad: int, whole: int, step: Step) -> Rate | Decimal:
    if metric.unit is Unit.RATIO:
        return Rate(bad if metric.better is Better.LOWER else step.total - bad, step.total)
    return Decimal(whole)


def _sorted(values: Sequence[Rate | Decimal]) -> tuple[Value, Value, Value]:
    """From the lowest value to the highest; where higher is better, few bad events make a high one."""
    first, middle, last = values
    upwards = first <= last  # type: ignore[operator]
    return (first, middle, last) if upwards else (last, middle, first)


def _today(metric: Metric, measured: Measurement, today: Count | None) -> Value | None:
    """The value that decides today: the reported one, else what the days of today's window add up to."""
    value = metric.decisive(measured)
    if value is not None or today is None:
        return value
    if metric.unit is Unit.COUNT:
        return Decimal(today.bad)
    if not today.total:
        return None
    top, _ = in_its_terms(metric, today)
    return Rate(top, today.total)


def _room(metric: Metric, limit: Limit | None, today: Count | None) -> Headroom | None:
    """How far today's counts are from the line."""
    if today is None or limit is None or not isinstance(limit.fail, Rate) or not today.total:
        return None
    top, _ = in_its_terms(metric, today)
    return headroom(
        *(top, today.total, limit.fail, limit.must_be),
        allowed=limit.allowed,
        bad=today.bad if limit.allowed is not None else 0,
    )


def days_to_earn(line: Forecasted) -> int | None:
    """Days of the mean inflow that bring the clean events a broken line needs; None without any."""
    if line.room is None or not line.inflow.total:
        return None
    return -(-line.room.clean_needed * line.inflow.scale // line.inflow.total)
