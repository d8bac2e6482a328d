"""Whether the rating has stood long enough for Account Health Assurance: six months, ten days excepted."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sellervitals import plugin as sdk

MONTHS = 6
SPARED = 10
"""Days of the six months on which the rating may be below the line."""
FIGURES = tuple(
    sdk.figure(since, name=name, value=f"{value}", unit=unit, sites=sites, source=source, note=note)
    for since, sites, source, note in (
        ("2022-11-01", ("US", "CA"), "assurance", "The day of November 2022 is not published."),
        ("2023-01-01", ("*",), "assurance-worldwide", "The month of 2023 is not published."),
    )
    for name, value, unit in (
        ("assurance-months", MONTHS, "months at 250 points or more"),
        ("assurance-days-below", SPARED, "days of them on which the rating may be below, at most"),
        ("assurance-hours-to-answer", 72, "hours in which the seller must be reached"),
    )
)
"""What enrolment asks for beside the points."""

_DAY = timedelta(days=1)
_UNSEEN = "A Professional plan and a valid emergency number are needed too; neither can be seen in the data."


class Record(NamedTuple):
    """The six months up to a day: how many days they have, how many were measured, how many below."""

    start: date
    days: int
    measured: int
    below: int

    @property
    def unknown(self) -> int:
        """Days without a measurement; they never count as good."""
        return self.days - self.measured


def six_months_before(day: date) -> date:
    """The same day of the month half a year earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - MONTHS, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def points_by_day(measured: Iterable[sdk.Measurement], undated: date) -> dict[date, Decimal]:
    """The lowest points of each day; a measurement stands for the day that its window ends on."""
    points: dict[date, Decimal] = {}
    for each in measured:
        if isinstance(each.value, Decimal):
            day = each.window.end if each.window and each.window.end else undated
            points[day] = min(each.value, points.get(day, each.value))
    return points


def record(points: Mapping[date, Decimal], line: Decimal, last: date) -> Record:
    """Count the days of the six months that end on ``last``."""
    before = six_months_before(last)
    inside = [value for day, value in points.items() if before < day <= last]
    below = sum(value < line for value in inside)
    return Record(before + _DAY, (last - before).days, len(inside), below)


def eligible_on(points: Mapping[date, Decimal], line: Decimal, last: date) -> date:
    """The first day on which six months hold at most ten days below the line or without a measurement.

    Every day after ``last`` is taken to be good. The calendar ends in the year 9999, and so does the search.
    """
    before, day, spared = six_months_before(last), last, SPARED
    while day > before:
        if points.get(day, Decimal(-1)) < line:
            if not spared:
                break
            spared -= 1
        day -= _DAY
    else:
        return last
    found = max(last, day + min(180 * _DAY, date.max - day))
    while found < date.max and six_months_before(found) < day:
        found += _DAY
    return found


def judge(case: sdk.Case) -> sdk.Verdict:
    """Pass what is certain, warn of what is certainly missed, and say of the rest how much is unknown."""
    limit, value = case.limit, case.value
    if limit is None or not isinstance(limit.warn, Decimal):
        return sdk.compare(case)
    if case.measurement is None or not isinstance(value, Decimal):
        message = f"{case.subject}: needs the points of the rating, which were not given."
        return sdk.Verdict(sdk.Outcome.NO_DATA, message)
    line, day = limit.warn, case.day
    told = (*case.history.get(case.measurement.metric, ()), case.measurement)
    points = points_by_day(told, day)
    found = record(points, line, day)
    says = (
        f"{case.subject}: of the {found.days} days from {found.start} to {day}, {found.measured} were"
        f" measured and {found.below} of them were below {line} points"
    )
    if found.below + found.unknown <= SPARED:
        return sdk.Verdict(sdk.Outcome.PASS, f"{says}; {SPARED} are allowed. {_UNSEEN}")
    waits = (_countdown(points, line, day, found.unknown),)
    if found.below > SPARED:
        message = f"{says}; only {SPARED} are allowed."
        return sdk.Verdict(sdk.Outcome.WARN, message, estimates=waits)
    message = f"{says}; the other {found.unknown} are unknown and cannot be taken as good. {_UNSEEN}"
    return sdk.Verdict(sdk.Outcome.NO_DATA, message, estimates=waits)


def _countdown(points: Mapping[date, Decimal], line: Decimal, day: date, unknown: int) -> sdk.Estimate:
    ready = eligible_on(points, line, day)
    says = f"On {ready}, if the rating is at least {line} points on every day after {day}."
    if unknown:
        says += f" The {unknown} days without a measurement are taken to be below, so it may be sooner."
    return sdk.Estimate("days_until_eligible", Decimal((ready - day).days), "days", says)
