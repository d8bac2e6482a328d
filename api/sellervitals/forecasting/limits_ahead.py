"""Which limit holds on each day to come: today's, until one begins that is announced, or until it ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sellervitals.domain.limit import Limit, known_on, limit_on
from sellervitals.domain.measurement import Measurement
from sellervitals.domain.rule import Rule
from sellervitals.engine import Engine

_NEXT = timedelta(days=1)


class Line(NamedTuple):
    """A limit and the first day it holds; None where none does, or it is not enforced for the account."""

    since: date
    limit: Limit | None


def lines(
    engine: Engine, rule: Rule, site: str | None, measured: Measurement, start: date
) -> tuple[Line, ...]:
    """Give the limits from a day on, in their order; what was not announced by then is not told.

    A target that came with the value outranks the table, until the table changes.
    """
    known = known_on(rule.limits, start)
    days = {each.since for each in known if each.since > start}
    days |= {
        each.until + _NEXT for each in known if each.until is not None and start <= each.until < date.max
    }
    table = limit_on(known, start, site, measured.segment)
    found = [Line(start, engine.limit(rule, site, measured, start))]
    for day in sorted(days):
        then = limit_on(known, day, site, measured.segment)
        if then is not table:
            found.append(Line(day, then))
            table = then
    return _enforced(found, measured.exempt_until, start)


def _enforced(found: list[Line], until: date | None, start: date) -> tuple[Line, ...]:
    """Leave out what is not enforced for the account yet."""
    if until is None or until < start:
        return tuple(found)
    if until == date.max:
        return (Line(start, None),)
    first = until + _NEXT
    later = [each for each in found if each.since > first]
    return (Line(start, None), Line(first, in_force(found, first)), *later)


def in_force(found: Sequence[Line], day: date) -> Limit | None:
    """Choose the limit of a day that is not before the first line."""
    return next((each.limit for each in reversed(found) if each.since <= day), None)
