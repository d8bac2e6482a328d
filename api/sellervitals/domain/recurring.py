"""Days that come back: evaluations, resets of points, refreshes of a badge; dated and sourced like limits."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sellervitals.domain.breakdown import DeadlineKind
from sellervitals.domain.fault import MetadataError, described, kebab, one_of, text
from sellervitals.domain.limit import EVERYWHERE, bound, places, span, within
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Trust

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ALL_MONTHS = tuple(range(1, 13))
_WEEKS = (1, 2, 3, 4, -1)
_LAST_DAY = 28
"""Later days of a month do not come every month."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Recurring:
    """A day that comes back; written with ``recurring()``, where each field is explained."""

    since: date
    name: str
    kind: DeadlineKind
    source: str
    says: str
    months: tuple[int, ...] = _ALL_MONTHS
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    sites: tuple[str, ...] = (EVERYWHERE,)
    until: date | None = None
    trust: Trust = Trust.OFFICIAL
    note: str = ""
    resets_to: Decimal | None = None

    def holds(self, on: date, site: str | None) -> tuple[bool, date] | None:
        """Rank how closely it fits a site on a day; None: not at all."""
        named = site is not None and site in self.sites
        if not within(self.since, self.until, on):
            return None
        return (named, self.since) if named or EVERYWHERE in self.sites else None

    def days(self, after: date) -> Iterator[date]:
        """Give the days from a day on, for two years; a weekday without a week comes every week."""
        if self.week is None and self.weekday is not None:
            first = after.toordinal() + (self.weekday - after.weekday()) % 7
            for number in range(first, min(first + 104 * 7, date.max.toordinal() + 1), 7):
                yield date.fromordinal(number)
            return
        for month in range(after.month - 1, after.month + 23):
            year, number = after.year + month // 12, month % 12 + 1
            if number in self.months and year <= date.max.year:
                found = self._in(year, number)
                if found >= after:
                    yield found

    def _in(self, year: int, month: int) -> date:
        if self.weekday is None or self.week is None:
            return date(year, month, self.day or 1)
        if self.week < 0:
            last = date(year, month, monthrange(year, month)[1])
            return last - timedelta(days=(last.weekday() - self.weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(self.weekday - first.weekday()) % 7, weeks=self.week - 1)


@described
def recurring(
    since: str,
    *,
    name: str,
    kind: str,
    source: str,
    says: str,
    months: tuple[int, ...] = _ALL_MONTHS,
    day: int | None = None,
    weekday: str | None = None,
    week: int | None = None,
    sites: tuple[str, ...] = (EVERYWHERE,),
    until: str | None = None,
    trust: str = Trust.OFFICIAL,
    note: str = "",
    resets_to: str | None = None,
) -> Recurring:
    """Write a day that comes back from a date on, until the next one of the same name and site begins.

    Args:
        since: the first day it holds, ``2025-12-29``.
        name: kebab-case; days of one name replace each other.
        kind: what happens, see ``DeadlineKind``.
        source: a key of the rule's references.
        says: a sentence on what happens on it.
        months: the months it comes in, 1 to 12.
        day: the day of the month, 1 to 28.
        weekday: ``monday`` to ``sunday``, instead of ``day``; without ``week`` it comes every week.
        week: which of them in the month, 1 to 4, or -1 for the last.
        sites: the sites it holds for; ``("*",)`` means every site without one of its own.
        until: the last day it holds, where it ended without a successor.
        trust: how well it is founded.
        note: what a reader must know about it.
        resets_to: what the number that the rule judges becomes on that day, whatever it was: a decimal text.

    Raises:
        MetadataError: a field cannot be used; the message names it.
    """
    subject = f"recurring {name} of {since}"
    kebab(name, subject, "name")
    first, last = span(since, until, subject)
    places(sites, subject)
    if not months or not set(months) <= set(_ALL_MONTHS):
        raise MetadataError(subject, "months", f"must be months from 1 to 12, not {months!r}")
    if (day is None) == (weekday is None):
        raise MetadataError(subject, "day", "or weekday must be given, and not both")
    if day is not None and not (type(day) is int and 1 <= day <= _LAST_DAY):
        raise MetadataError(subject, "day", f"must be 1 to {_LAST_DAY}, not {day!r}")
    if weekday is not None and weekday not in WEEKDAYS:
        raise MetadataError(subject, "weekday", f"must be one of {', '.join(WEEKDAYS)}, not {weekday!r}")
    if week is not None and (weekday is None or week not in _WEEKS):
        raise MetadataError(subject, "week", f"must be 1 to 4 or -1, beside a weekday, not {week!r}")
    return Recurring(
        since=first,
        name=name,
        kind=one_of(DeadlineKind, kind, subject, "kind"),
        source=text(source, subject, "source"),
        says=text(says, subject, "says"),
        months=tuple(months),
        day=day,
        weekday=None if weekday is None else WEEKDAYS.index(weekday),
        week=week,
        sites=sites,
        until=last,
        trust=one_of(Trust, trust, subject, "trust"),
        note=note,
        resets_to=_number(resets_to, subject),
    )


def _number(given: str | None, subject: str) -> Decimal | None:
    found = bound(given, subject, "resets_to")
    if isinstance(found, Rate):
        raise MetadataError(subject, "resets_to", "must be a decimal text, not a rate")
    return found


class Coming(NamedTuple):
    """The next day of a name; ``elsewhere`` are sites with days of their own, where no site is known."""

    day: date
    recurring: Recurring
    elsewhere: tuple[str, ...] = ()


def next_days(calendar: Iterable[Recurring], after: date, site: str | None) -> tuple[Coming, ...]:
    """Give the next day of each name, ``after`` itself included, in their order."""
    by_name: dict[str, list[Recurring]] = {}
    for each in calendar:
        by_name.setdefault(each.name, []).append(each)
    found: list[Coming] = []
    for several in by_name.values():
        day, chosen = min(
            ((day, each) for each in several if (day := _first(each, several, after, site)) is not None),
            key=lambda pair: pair[0],
            default=(None, None),
        )
        if day is not None and chosen is not None:
            named = {own for each in several for own in each.sites} - {EVERYWHERE} if site is None else set()
            found.append(Coming(day, chosen, tuple(sorted(named))))
    return tuple(sorted(found, key=lambda each: each.day))


def days_between(
    calendar: Iterable[Recurring], first: date, last: date, site: str | None
) -> tuple[Coming, ...]:
    """Give every day of every name from ``first`` to ``last``, both included and two years at most apart."""
    by_name: dict[str, list[Recurring]] = {}
    for each in calendar:
        by_name.setdefault(each.name, []).append(each)
    found: list[Coming] = []
    for several in by_name.values():
        named = {own for each in several for own in each.sites} - {EVERYWHERE} if site is None else set()
        for each in several:
            for day in each.days(max(first, each.since)):
                rank = each.holds(day, site)
                if day > last or rank is None:
                    break
                if rank == max(filter(None, (other.holds(day, site) for other in several))):
                    found.append(Coming(day, each, tuple(sorted(named))))
    return tuple(sorted(found, key=lambda each: (each.day, each.recurring.name)))


def _first(each: Recurring, several: Iterable[Recurring], after: date, site: str | None) -> date | None:
    """The first day on which it, and no closer or newer one, holds."""
    for day in each.days(max(after, each.since)):
        rank = each.holds(day, site)
        if rank is None:
            return None
        if rank == max(filter(None, (other.holds(day, site) for other in several))):
            return day
    return None
