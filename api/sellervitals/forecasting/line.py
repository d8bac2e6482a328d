"""One metric of one segment, taken to the line that one rule holds it against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from sellervitals.domain.comparing import standing
from sellervitals.domain.finding import Headroom, Outcome
from sellervitals.domain.limit import Limit
from sellervitals.domain.measurement import Better, Measurement, Metric, Unit, Value, Window
from sellervitals.domain.rate import Rate
from sellervitals.domain.rule import Rule
from sellervitals.engine import Engine
from sellervitals.forecasting.limits_ahead import Line, in_force, lines
from sellervitals.forecasting.outset import Reported, Series
from sellervitals.foresight.headroom import headroom
from sellervitals.foresight.inflow import Inflow, assumed, scaled
from sellervitals.foresight.outlook import Range, Scenarios, breach, recovery, relapse
from sellervitals.foresight.path import Rules, Step, Sums, bounded, by_day
from sellervitals.foresight.rolling import Count, Rolling

_PERIOD = re.compile("([1-9][0-9]{0,2}) days")
"""A period that says how many days it has."""


class Basis(StrEnum):
    """What a forecast is worked out of."""

    DAILY_COUNTS = "daily_counts"
    """The counts of single days: exact, but for the inflow."""
    BOUNDS = "bounds"
    """The sums over a window: what leaves first is not known, so the range covers every order of leaving."""


class Reason(StrEnum):
    """Why there is no forecast."""

    NO_LIMIT = "no_limit"
    NO_WINDOW = "no_window"
    NO_COUNTS = "no_counts"
    COUNTS_CONTRADICT = "counts_contradict"
    DAYS_UNUSABLE = "days_unusable"
    ONLY_HIGH = "only_high"


class Asked(NamedTuple):
    """Bad events, as the metric's numerator counts them, and all events a day, as somebody expects them."""

    events: Decimal
    total: Decimal


Given = Mapping[Series, Asked]


class Question(NamedTuple):
    """What all lines of one forecast have in common."""

    engine: Engine
    site: str | None
    start: date
    days: int
    given: Given


class Subject(NamedTuple):
    """What is asked about: what a rule judges, as it was reported, and its days where they are known."""

    rule: Rule
    metric: Metric
    segment: str | None
    reported: Reported | None
    counted: Rolling | None

    @property
    def measured(self) -> Measurement:
        """The measurement; an empty one where only days are known."""
        if self.reported is not None:
            return self.reported.measurement
        return Measurement(self.metric.id, self.segment)


class Lacking(NamedTuple):
    """What cannot be forecast, why, and what would have to be known."""

    rule: Rule
    metric: Metric
    segment: str | None
    reason: Reason
    message: str


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
    rules: Rules
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


class _Course(NamedTuple):
    """What is rolled on: the counts of today's window, and the days to come."""

    basis: Basis
    rules: Rules
    window: Window
    today: Count | None
    inflow: Inflow
    steps: list[Step]
    gaps: tuple[Window, ...]
    inflow_from: Window
    unused: str = ""


def forecast_line(question: Question, subject: Subject) -> Forecasted | Lacking:
    """Take one metric to the line of one rule, or say what is missing for it."""
    rule, metric, measured = subject.rule, subject.metric, subject.measured
    found = lines(question.engine, rule, question.site, measured, question.start)
    kind = Rate if metric.unit is Unit.RATIO else Decimal
    if not any(each.limit is not None and isinstance(each.limit.fail, kind) for each in found):
        return _lacking(subject, Reason.NO_LIMIT, "no line is known that it could break.")
    if metric.unit is Unit.COUNT and metric.better is Better.HIGHER:
        return _lacking(
            subject, Reason.ONLY_HIGH, "it counts good events, and nothing says how they come in."
        )
    course = _course(question, subject)
    if isinstance(course, Lacking):
        return course
    path = tuple(_day(step, metric, in_force(found, step.day)) for step in course.steps)
    days = [each.step.day for each in path]
    broken = Scenarios(*([day.broken[number] for day in path] for number in range(3)))
    settled = _settled(course, subject) and all(each.since <= days[-1] for each in found)
    return Forecasted(
        *(subject, course.basis, course.rules, course.window, course.today),
        _today(metric, measured, course.today),
        *(found, course.inflow, _asked(question, subject) is not None, path),
        breach(days, broken, settled=settled),
        recovery(days, broken, settled=settled),
        relapse(days, broken.expected),
        _room(metric, in_force(found, question.start), course.today),
        course.gaps,
        *(course.inflow_from, course.unused),
    )


def _settled(course: _Course, subject: Subject) -> bool:
    """Say whether nothing that is known is in the last window, or comes into one after it."""
    last, counted = course.steps[-1], subject.counted
    if course.basis is Basis.BOUNDS or counted is None:
        return not last.known_days
    # a window may lie in a gap, with days behind it that are known and still to come in
    return counted.last < (last.window.start or last.day)


def _lacking(subject: Subject, reason: Reason, why: str) -> Lacking:
    return Lacking(subject.rule, subject.metric, subject.segment, reason, f"{_about(subject)}: {why}")


def _about(subject: Subject) -> str:
    return subject.rule.title if subject.segment is None else f"{subject.rule.title} ({subject.segment})"


def _course(question: Question, subject: Subject) -> _Course | Lacking:
    rules = _rules(subject)
    if rules is None or question.start.toordinal() <= rules.length + rules.lag:
        return _lacking(subject, Reason.NO_WINDOW, "nothing says how many days its window has.")
    window, counted = rules.window(question.start), subject.counted
    sums, unused = _sums(subject.metric, subject.measured), ""
    if counted is not None and window.start is not None:
        if counted.first <= window.start <= counted.last:
            unused = _contradiction(subject, rules, question.start)
            if not unused:
                return _daily(question, subject, rules, counted)
        else:
            unused = (
                f"The days from {counted.first} to {counted.last} were not used: the window reported on"
                f" {question.start} begins on {window.start}."
            )
        if sums is None:
            return _lacking(subject, Reason.DAYS_UNUSABLE, unused)
    if sums is None:
        reason, why = _why_no_sums(subject)
        return _lacking(subject, reason, why)
    return _bounds(question, subject, rules, sums)._replace(unused=unused)


def _contradiction(subject: Subject, rules: Rules, start: date) -> str:
    """Say what the days contradict that was reported of all of them; empty where they agree, or nobody knows.

    The reported rate is the one that counts, so days that add up to another one are not rolled on.
    """
    measured, metric, counted = subject.measured, subject.metric, subject.counted
    first, last = measured.window if measured.window is not None else rules.window(start)
    if counted is None or first is None or last is None:
        return ""
    days, known = counted.over(first, last)
    if known != (last - first).days + 1:
        return ""
    sums = _sums(metric, measured)
    if sums is not None and days == sums:
        return ""
    top, bottom = in_its_terms(metric, days)
    if sums is None:
        value = measured.value
        told = measured._replace(numerator=top, denominator=bottom)
        if not isinstance(value, Rate) or measured.numerator is not None or told.counts_agree:
            return ""
        reported = value.display()
    else:
        reported = _among(*in_its_terms(metric, sums))
    return (
        f"The days from {first} to {last} add up to {_among(top, bottom)}, while {reported} was reported:"
        " they were not used."
    )


def in_its_terms(metric: Metric, count: Count) -> tuple[int, int | None]:
    """Turn bad events back into what the metric's numerator counts; a plain count has no denominator."""
    if metric.unit is Unit.COUNT:
        return count.bad, None
    return (count.bad if metric.better is Better.LOWER else count.total - count.bad), count.total


def _among(top: int, bottom: int | None) -> str:
    return f"{top:,}" if bottom is None else f"{top:,} of {bottom:,}"


def _rules(subject: Subject) -> Rules | None:
    """How long the window is and how late it is reported; what came with a measurement decides."""
    reported, metric = subject.reported, subject.metric
    window = None if reported is None else reported.measurement.window
    if reported is not None and window is not None and window.days is not None:
        return Rules(window.days, reported.lag(metric))
    named = _PERIOD.fullmatch(subject.measured.period)
    length = int(named[1]) if named else metric.days_of(subject.segment)
    if length is None:
        return None
    return Rules(length, metric.lag_days if reported is None else reported.lag(metric))


def _sums(metric: Metric, measured: Measurement) -> Count | None:
    """The bad and all events of the reported window; None where nobody knows them for sure."""
    if metric.unit is Unit.COUNT:
        value = measured.value
        whole = isinstance(value, Decimal) and value == value.to_integral_value() and value >= 0
        return Count(int(value), 0) if whole and isinstance(value, Decimal) else None
    top, bottom = measured.numerator, measured.denominator
    if top is None or bottom is None or not measured.counts_agree or metric.impossible(measured):
        return None
    return Count(top if metric.better is Better.LOWER else max(bottom - top, 0), bottom)


def _why_no_sums(subject: Subject) -> tuple[Reason, str]:
    measured = subject.measured
    if measured.numerator is not None and measured.denominator is not None:
        return Reason.COUNTS_CONTRADICT, "its counts contradict its rate, so nobody knows what rolls out."
    need = "the counts behind the rate" if subject.metric.unit is Unit.RATIO else "a whole number"
    return Reason.NO_COUNTS, f"{need}, or the counts of each day, would have to be known."


def _daily(question: Question, subject: Subject, rules: Rules, counted: Rolling) -> _Course:
    window = rules.window(question.start)
    first, last = window.start or question.start, window.end or question.start
    sums, known = counted.over(first, last)
    inflow = _inflow(question, subject, sums, known)
    gaps = tuple(counted.gaps(first))
    return _Course(
        *(Basis.DAILY_COUNTS, rules, window, sums if known == rules.length else None, inflow),
        by_day(counted, inflow, rules, question.start, question.days),
        gaps,
        Window(first, last),
    )


def _bounds(question: Question, subject: Subject, rules: Rules, sums: Count) -> _Course:
    reported = subject.measured.window
    window = reported if reported is not None and reported.days is not None else rules.window(question.start)
    inflow = _inflow(question, subject, sums, rules.length)
    plain = _plain(subject.metric)
    end = window.end or question.start
    steps = bounded(Sums(sums, end, plain), inflow, rules, question.start, question.days)
    return _Course(Basis.BOUNDS, rules, window, sums, inflow, steps, (), window)


def _plain(metric: Metric) -> bool:
    return metric.unit is Unit.COUNT or not metric.bounded


def _inflow(question: Question, subject: Subject, sums: Count, days: int) -> Inflow:
    asked = _asked(question, subject)
    if asked is None:
        return assumed(sums.bad, sums.total, max(days, 1), plain=_plain(subject.metric))
    events, total = Fraction(asked.events), Fraction(asked.total)
    bad = events if subject.metric.better is Better.LOWER else total - events
    return scaled(bad, bad, bad, total)


def _asked(question: Question, subject: Subject) -> Asked | None:
    given, metric = question.given, subject.metric.id
    return given.get((metric, subject.segment)) or given.get((metric, None))


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
    return Rate(today.bad if metric.better is Better.LOWER else today.total - today.bad, today.total)


def _room(metric: Metric, limit: Limit | None, today: Count | None) -> Headroom | None:
    """How far today's counts are from the line."""
    if today is None or limit is None or not isinstance(limit.fail, Rate) or not today.total:
        return None
    top = today.bad if metric.better is Better.LOWER else today.total - today.bad
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
