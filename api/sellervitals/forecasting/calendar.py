"""The days to come that count: evaluations and resets, limits that begin, exemptions and cases that end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sellervitals.domain.breakdown import Deadline, DeadlineKind
from sellervitals.domain.comparing import standing
from sellervitals.domain.finding import Outcome
from sellervitals.domain.measurement import Metric, Unit, Value
from sellervitals.domain.recurring import days_between
from sellervitals.domain.rule import Rule
from sellervitals.domain.wording import coming, subject
from sellervitals.engine import Engine
from sellervitals.forecasting.limits_ahead import in_force, lines
from sellervitals.forecasting.line import Forecasted
from sellervitals.forecasting.outset import Outset, Reported

_NEXT = timedelta(days=1)


class Entry(NamedTuple):
    """A day that counts.

    ``name`` is that of a day that comes back, else None. ``value`` is what the number is expected to be on
    that day, after a reset what it was reset to; ``outcome`` how that stands. None where nothing says it.
    """

    day: date
    kind: DeadlineKind
    rule: Rule
    segment: str | None
    name: str | None
    says: str
    value: Value | None = None
    outcome: Outcome | None = None
    resets_to: Decimal | None = None


def calendar(
    engine: Engine, outset: Outset, rules: Iterable[Rule], forecasted: Sequence[Forecasted], days: int
) -> tuple[Entry, ...]:
    """Give the days from that of the question on, in their order."""
    last = outset.day + timedelta(days=days)
    metrics = engine.registry.marketplaces[outset.marketplace].by_id
    found: list[Entry] = []
    for rule in rules:
        metric = metrics[rule.metric or ""]
        mine = {each.subject.segment: each for each in forecasted if each.subject.rule is rule}
        reported = {each.measurement.segment: each for each in outset.of(metric.id)}
        for segment in dict.fromkeys((*reported, *mine)):
            line = mine.get(segment)
            about = _About(engine, outset, rule, metric, reported.get(segment), line)
            found.extend(_coming_back(about, segment, last))
            found.extend(_ending(about, segment, last))
            if line is not None:
                found.extend(_limits(line, rule, metric, segment, last))
    order = {each: place for place, each in enumerate(DeadlineKind)}
    found.sort(key=lambda each: (each.day, order[each.kind], each.rule.id, each.segment or ""))
    return tuple(found)


class _About(NamedTuple):
    engine: Engine
    outset: Outset
    rule: Rule
    metric: Metric
    reported: Reported | None
    line: Forecasted | None


def _coming_back(about: _About, segment: str | None, last: date) -> Iterator[Entry]:
    """Days of the rule's calendar, with what the value is expected to be on them."""
    rule, outset = about.rule, about.outset
    for day, each, elsewhere in days_between(rule.calendar, outset.day, last, outset.site):
        other = f" Other days hold for {', '.join(elsewhere)}." if elsewhere else ""
        value, outcome = _on(about, day)
        to = each.resets_to if about.metric.unit not in {Unit.STATE, Unit.RATIO} else None
        if to is not None:
            value, outcome = to, _after(about, to, day)
        says = f"{subject(rule.title, segment)}: {each.says}{other}"
        yield Entry(day, each.kind, rule, segment, each.name, says, value, outcome, to)


def _on(about: _About, day: date) -> tuple[Value | None, Outcome | None]:
    """What is expected on a day; nothing where no forecast was made."""
    found = None if about.line is None else about.line.on(day)
    if found is None:
        return None, None
    return (None if found.values is None else found.values[1]), found.outcome


def _after(about: _About, value: Decimal, day: date) -> Outcome | None:
    """How a value stands that a number is reset to."""
    if about.reported is None:
        return None
    measured, outset = about.reported.measurement, about.outset
    limit = in_force(lines(about.engine, about.rule, outset.site, measured, outset.day), day)
    return standing(limit, value, None) if limit is not None and _comparable(limit.fail, limit.warn) else None


def _comparable(*bounds: object) -> bool:
    return all(each is None or isinstance(each, Decimal) for each in bounds)


def _ending(about: _About, segment: str | None, last: date) -> Iterator[Entry]:
    """Exemptions that end, cases with a day of their own, and old events that leave a window."""
    if about.reported is None:
        return
    measured, rule, first = about.reported.measurement, about.rule, about.outset.day
    who = subject(rule.title, segment)
    until = measured.exempt_until
    if until is not None and first <= until < last:
        says = f"{who}: the exemption is over."
        yield Entry(until + _NEXT, DeadlineKind.LIMIT_CHANGE, rule, segment, None, says)
    gone = about.metric.left_by(measured.window)
    single = () if measured.breakdown is None else measured.breakdown.deadlines
    if gone is not None and measured.window is not None:
        says = f"{who}: nothing that was counted up to {measured.window.end} counts from this day on."
        single = (*single, Deadline(gone, DeadlineKind.RELEASE, says))
    for each in single:
        if first <= each.day <= last:
            yield Entry(each.day, each.kind, rule, segment, None, each.says)


def _limits(line: Forecasted, rule: Rule, metric: Metric, segment: str | None, last: date) -> Iterator[Entry]:
    """Limits that begin, with what the value is expected to be under them."""
    for since, limit in line.lines[1:]:
        day = line.on(since)
        if limit is None or day is None or since > last:
            continue
        value = None if day.values is None else day.values[1]
        says = f"{subject(rule.title, segment)}: {coming(limit, value, metric.unit)}."
        yield Entry(since, DeadlineKind.LIMIT_CHANGE, rule, segment, None, says, value, day.outcome)
