"""What a line is worked out of: the counts of today's window, the inflow, and the days they roll on to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from sellervitals.domain.measurement import Better, Measurement, Metric, Unit, Window
from sellervitals.domain.rate import Rate
from sellervitals.forecasting.outset import bad_among
from sellervitals.forecasting.question import Asked, Lacking, Question, Reason, Subject, lacking
from sellervitals.foresight.inflow import Inflow, assumed, scaled
from sellervitals.foresight.path import Reporting, Step, Sums, bounded, by_day
from sellervitals.foresight.rolling import Count, Rolling


class Basis(StrEnum):
    """What a forecast is worked out of."""

    DAILY_COUNTS = "daily_counts"
    """The counts of single days: exact, but for the inflow."""
    BOUNDS = "bounds"
    """The sums over a window: what leaves first is not known, so the range covers every order of leaving."""


class Course(NamedTuple):
    """What is rolled on: the counts of today's window, and the days to come."""

    basis: Basis
    reporting: Reporting
    window: Window
    today: Count | None
    inflow: Inflow
    steps: list[Step]
    gaps: tuple[Window, ...]
    inflow_from: Window
    unused: str = ""


def course_of(question: Question, subject: Subject) -> Course | Lacking:
    """Roll on what is asked about, by its days or within bounds, or say what is missing for it."""
    reporting = _reporting_of(subject)
    if reporting is None or question.start.toordinal() <= reporting.length + reporting.lag:
        return lacking(subject, Reason.NO_WINDOW, "nothing says how many days its window has.")
    window, counted = reporting.window(question.start), subject.counted
    sums, unused = _sums(subject.metric, subject.measured), ""
    if counted is not None and window.start is not None:
        if counted.first <= window.start <= counted.last:
            unused = _contradiction(subject, reporting, question.start)
            if not unused:
                return _daily(question, subject, reporting, counted)
        else:
            unused = (
                f"The days from {counted.first} to {counted.last} were not used: the window reported on"
                f" {question.start} begins on {window.start}."
            )
        if sums is None:
            return lacking(subject, Reason.DAYS_UNUSABLE, unused)
    if sums is None:
        reason, why = _why_no_sums(subject)
        return lacking(subject, reason, why)
    return _bounds(question, subject, reporting, sums)._replace(unused=unused)


def _contradiction(subject: Subject, reporting: Reporting, start: date) -> str:
    """Say what the days contradict that was reported of all of them; empty where they agree, or nobody knows.

    The reported rate is the one that counts, so days that add up to another one are not rolled on.
    """
    measured, metric, counted = subject.measured, subject.metric, subject.counted
    first, last = measured.window if measured.window is not None else reporting.window(start)
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


def _reporting_of(subject: Subject) -> Reporting | None:
    """How long the window is and how late it is reported; what came with a measurement decides."""
    reported, metric = subject.reported, subject.metric
    length = subject.measured.days or metric.days_of(subject.segment)
    if length is None:
        return None
    return Reporting(length, metric.lag_days if reported is None else reported.lag(metric))


def _sums(metric: Metric, measured: Measurement) -> Count | None:
    """The bad and all events of the reported window; None where nobody knows them for sure."""
    if metric.unit is Unit.COUNT:
        value = measured.value
        whole = isinstance(value, Decimal) and value == value.to_integral_value() and value >= 0
        return Count(int(value), 0) if whole and isinstance(value, Decimal) else None
    top, bottom = measured.numerator, measured.denominator
    if top is None or bottom is None or not measured.counts_agree or metric.impossible(measured):
        return None
    return bad_among(metric, top, bottom)


def _why_no_sums(subject: Subject) -> tuple[Reason, str]:
    measured = subject.measured
    if measured.numerator is not None and measured.denominator is not None:
        return Reason.COUNTS_CONTRADICT, "its counts contradict its rate, so nobody knows what rolls out."
    need = "the counts behind the rate" if subject.metric.unit is Unit.RATIO else "a whole number"
    return Reason.NO_COUNTS, f"{need}, or the counts of each day, would have to be known."


def _daily(question: Question, subject: Subject, reporting: Reporting, counted: Rolling) -> Course:
    window = reporting.window(question.start)
    first, last = window.start or question.start, window.end or question.start
    sums, known = counted.over(first, last)
    inflow = _inflow(question, subject, sums, known)
    gaps = tuple(counted.gaps(first))
    return Course(
        *(Basis.DAILY_COUNTS, reporting, window, sums if known == reporting.length else None, inflow),
        by_day(counted, inflow, reporting, question.start, question.days),
        gaps,
        Window(first, last),
    )


def _bounds(question: Question, subject: Subject, reporting: Reporting, sums: Count) -> Course:
    reported = subject.measured.window
    window = (
        reported if reported is not None and reported.days is not None else reporting.window(question.start)
    )
    inflow = _inflow(question, subject, sums, reporting.length)
    plain = _plain(subject.metric)
    end = window.end or question.start
    steps = bounded(Sums(sums, end, plain), inflow, reporting, question.start, question.days)
    return Course(Basis.BOUNDS, reporting, window, sums, inflow, steps, (), window)


def _plain(metric: Metric) -> bool:
    return metric.unit is Unit.COUNT or not metric.bounded


def _inflow(question: Question, subject: Subject, sums: Count, days: int) -> Inflow:
    asked = asked_of(question, subject)
    if asked is None:
        return assumed(sums.bad, sums.total, max(days, 1), plain=_plain(subject.metric))
    events, total = Fraction(asked.events), Fraction(asked.total)
    bad = events if subject.metric.better is Better.LOWER else total - events
    return scaled(bad, bad, bad, total)


def asked_of(question: Question, subject: Subject) -> Asked | None:
    """Give the inflow that somebody expects of it; None where nobody does."""
    given, metric = question.given, subject.metric.id
    return given.get((metric, subject.segment)) or given.get((metric, None))
