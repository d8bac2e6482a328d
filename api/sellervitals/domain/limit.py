"""Dated bounds of a metric, each with its site, its source and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from sellervitals.domain.fault import MetadataError, described, many, one_of, text, whole
from sellervitals.domain.measurement import Comparator, Target
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Trust

EVERYWHERE = "*"


Bound = Rate | Decimal
"""The line of a rate, or of any other number."""


class Origin(StrEnum):
    """Where an applied limit came from."""

    __hash__ = str.__hash__  # the one of enumerations is slow

    DOCUMENT = "document"
    TABLE = "table"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Limit:
    """A bound in force from a day on; written with ``limit()``, where each field is explained."""

    since: date
    must_be: Comparator
    source: str
    fail: Bound | None
    warn: Bound | None
    trust: Trust
    warn_trust: Trust
    sites: tuple[str, ...] = (EVERYWHERE,)
    until: date | None = None
    announced: date | None = None
    segment: str | None = None
    minimum_sample: int = 0
    note: str = ""
    origin: Origin = Origin.TABLE

    def holds_for(self, site: str | None, segment: str | None) -> int:
        """Rank how closely it fits: 0 not at all, then every site, named site, named segment."""
        if self.segment is not None and self.segment != segment:
            return 0
        named = site is not None and site in self.sites
        if not named and EVERYWHERE not in self.sites:
            return 0
        return 1 + named + 2 * (self.segment is not None)


@described
def limit(
    since: str,
    *,
    must_be: str,
    source: str,
    fail: Bound | str | None = None,
    warn: Bound | str | None = None,
    trust: str = Trust.OFFICIAL,
    warn_trust: str = Trust.SUGGESTED,
    sites: tuple[str, ...] = (EVERYWHERE,),
    until: str | None = None,
    announced: str | None = None,
    segment: str | None = None,
    minimum_sample: int = 0,
    note: str = "",
) -> Limit:
    """Write a bound that holds from a date on, until the next one of the same site and segment begins.

    Args:
        since: the first day it holds, ``2026-11-22``.
        must_be: what a value must be to pass, against ``fail``: below, at_most, at_least or above.
        source: a key of the rule's references.
        fail: the line itself; ``percent("1")`` for rates, a decimal text for numbers. None: warn only.
        warn: the line of the thin margin, on the good side of ``fail``; a value on it warns.
        trust: official, reported, disputed or suggested; the last two can only warn.
        warn_trust: how far ``warn`` can be trusted; marketplaces publish few warn levels.
        sites: the sites it holds for; ``("*",)`` means every site without a limit of its own.
        until: the last day it holds, where it ended without a successor.
        announced: the day it was published; before that day nobody is told of it. None: nobody knows when.
        segment: the only segment it holds for; None means all.
        minimum_sample: under this denominator the marketplace does not enforce it, so it cannot fail.
        note: what a reader must know about it.

    Raises:
        MetadataError: a field cannot be used; the message names it.
    """
    subject = f"limit {since}"
    comparator = one_of(Comparator, must_be, subject, "must_be")
    first, last = span(since, until, subject)
    told = None if announced is None else day(announced, subject, "announced")
    hard, soft = bound(fail, subject, "fail"), bound(warn, subject, "warn")
    if told is not None and told > first:
        raise MetadataError(subject, "announced", "must not come after since")
    places(sites, subject)
    if segment is not None:
        text(segment, subject, "segment")
    whole(minimum_sample, subject, "minimum_sample")
    if hard is None and soft is None:
        raise MetadataError(subject, "fail", "and warn cannot both be missing")
    if hard is not None and soft is not None:
        if type(hard) is not type(soft):
            raise MetadataError(subject, "warn", "must be of the same kind as fail")
        if hard != soft and not comparator.holds(soft, hard):
            raise MetadataError(subject, "warn", "must lie on the good side of fail")
    return Limit(
        since=first,
        must_be=comparator,
        source=text(source, subject, "source"),
        fail=hard,
        warn=soft,
        trust=one_of(Trust, trust, subject, "trust"),
        warn_trust=one_of(Trust, warn_trust, subject, "warn_trust"),
        sites=sites,
        until=last,
        announced=told,
        segment=segment,
        minimum_sample=minimum_sample,
        note=note,
    )


def limit_on(limits: Iterable[Limit], on: date, site: str | None, segment: str | None) -> Limit | None:
    """Choose the limit in force: the closest fit that has begun by ``on``, newest first."""
    best: Limit | None = None
    best_key: tuple[int, date] | None = None
    for limit in limits:
        rank = limit.holds_for(site, segment)
        if not rank or limit.since > on or (limit.until is not None and limit.until < on):
            continue
        key = (rank, limit.since)
        if best_key is None or key > best_key:
            best, best_key = limit, key
    return best


def upcoming(limits: Iterable[Limit], on: date, site: str | None, segment: str | None) -> tuple[Limit, ...]:
    """Choose the limits that are known to begin after ``on``, in their order; announced ones alone.

    What nobody knew on that day does not hide what was known, and is not told either.
    """
    known = [each for each in limits if each.since <= on or each.announced is None or each.announced <= on]
    days = sorted({each.since for each in known if each.since > on and each.holds_for(site, segment)})
    chosen = ((first, limit_on(known, first, site, segment)) for first in days)
    return tuple(each for first, each in chosen if each is not None and each.since == first)


def delivered(target: Target, table: Limit | None) -> Limit:
    """Turn the target that came inside a document into a limit; it outranks the table.

    The table's warn level is kept where it still lies on the good side of the delivered line.
    """
    warn = table.warn if table is not None else None
    keep = (
        warn is not None and type(warn) is type(target.value) and target.comparator.holds(warn, target.value)
    )
    return Limit(
        since=table.since if table is not None else date.min,
        must_be=target.comparator,
        fail=target.value,
        warn=warn if keep else None,
        warn_trust=table.warn_trust if table is not None else Trust.SUGGESTED,
        source="document",
        trust=target.trust,
        minimum_sample=table.minimum_sample if table is not None else 0,
        origin=Origin.DOCUMENT,
    )


def differs(target: Target, table: Limit) -> bool:
    """Say whether a delivered target is not the one in the table: policy drift.

    Only the figures are compared: documents write 'greater than' where the policy says 'at least'.
    """
    return table.fail is not None and table.fail != target.value


def span(since: object, until: object, subject: str) -> tuple[date, date | None]:
    """Read the first and the last day of something dated; MetadataError names the field."""
    first = day(since, subject, "since")
    last = None if until is None else day(until, subject, "until")
    if last is not None and last < first:
        raise MetadataError(subject, "until", "must not come before since")
    return first, last


def places(sites: object, subject: str) -> None:
    """Require a tuple of at least one site."""
    if not isinstance(sites, tuple) or not sites:
        raise MetadataError(subject, "sites", "must be a tuple of at least one site")
    many(str, sites, subject, "sites")


def day(value: object, subject: str, field: str) -> date:
    """Read a date; MetadataError names the field."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        problem = f"must be a date such as 2026-11-22, not {value!r}"
        raise MetadataError(subject, field, problem) from None


def bound(value: object, subject: str, field: str) -> Bound | None:
    """Read a line of a limit; MetadataError names the field."""
    if value is None or isinstance(value, Rate):
        return value
    if isinstance(value, Decimal | str):
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite():
            return number
    problem = f"must be percent(...), ratio(...) or a decimal text, not {value!r}"
    raise MetadataError(subject, field, problem)
