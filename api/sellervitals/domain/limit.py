"""Dated bounds of a metric, each with its site, its source and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from sellervitals.domain.fault import MetadataError, described, many, one_of, text, whole
from sellervitals.domain.measurement import Better, Comparator, Measurement, Target
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Trust

EVERYWHERE = "*"


Bound = Rate | Decimal
"""The line of a rate, or of any other number."""


class Origin(StrEnum):
    """Where an applied limit came from."""

    __hash__ = str.__hash__  # the one of enumerations is slow

    DOCUMENT = "document"
    CALLER = "caller"
    TABLE = "table"
    PROFILE = "profile"
    """A limit of the caller's own, in a profile."""


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
    allowed: int | None = None
    warn_allowed: int | None = None
    allowed_part: str = ""
    warn_must_be: Comparator = Comparator.BELOW
    note: str = ""
    origin: Origin = Origin.TABLE

    @property
    def counts(self) -> bool:
        """Whether a number of events is allowed whatever the rate."""
        return self.allowed is not None or self.warn_allowed is not None

    def bad(self, measurement: Measurement) -> int | None:
        """Count the events that speak against a value, as it allows a number of them; None where unknown."""
        return measurement.bad(self.must_be.better, self.allowed_part)

    def runs(self, on: date) -> bool:
        """Say whether a day is between its first and its last."""
        return within(self.since, self.until, on)

    def met(self, value: Bound, bad: int | None) -> bool:
        """Say whether a value stands on the good side of ``fail``, or few enough events speak against it.

        ``bad`` is the number of events, see ``bad()``; None where it is not known.
        """
        if self.fail is None or self.must_be.holds(value, self.fail):
            return True
        return self.allowed is not None and bad is not None and bad <= self.allowed

    def clear(self, value: Bound, bad: int | None) -> bool:
        """Say whether a value is clear of the warn line."""
        if self.warn is None or self.warn_must_be.holds(value, self.warn):
            return True
        return self.warn_allowed is not None and bad is not None and bad <= self.warn_allowed

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
    allowed: int | None = None,
    warn_allowed: int | None = None,
    allowed_part: str = "",
    warn_must_be: str | None = None,
    note: str = "",
) -> Limit:
    """Write a bound that holds from a date on, until the next one of the same site and segment begins.

    Args:
        since: the first day it holds, ``2026-11-22``.
        must_be: what a value must be to pass, against ``fail``: below, at_most, at_least or above.
        source: a key of the rule's references.
        fail: the line itself; ``percent("1")`` for rates, a decimal text for numbers. None: warn only.
        warn: the line of the thin margin, on the good side of ``fail``; a value on it warns.
        trust: official, reported, disputed or suggested; the last two can only warn. Without ``fail`` it is
            ``warn_trust``, for there is nothing else to trust.
        warn_trust: how far ``warn`` can be trusted; marketplaces publish few warn levels.
        sites: the sites it holds for; ``("*",)`` means every site without a limit of its own.
        until: the last day it holds, where it ended without a successor.
        announced: the day it was published; before that day nobody is told of it. None: nobody knows when.
        segment: the only segment it holds for; None means all.
        minimum_sample: under this denominator the marketplace does not enforce it, so it cannot fail.
        allowed: up to so many bad events never break ``fail``, whatever the rate: '2 %, and more than 4'.
        warn_allowed: the same for ``warn``.
        allowed_part: the part of the numerator that is counted for it, such as ``buyers``; where it is not
            reported, the numerator itself is the most it can be.
        warn_must_be: what a value must be to be clear of ``warn``; by default a value on it warns where lower
            is better.
        note: what a reader must know about it.

    Raises:
        MetadataError: a field cannot be used; the message names it.
    """
    subject = f"limit {since}"
    comparator = one_of(Comparator, must_be, subject, "must_be")
    first, last = span(since, until, subject)
    told = None if announced is None else day(announced, subject, "announced")
    hard, soft = bound(fail, subject, "fail"), bound(warn, subject, "warn")
    _allowance(allowed, hard, subject, "allowed")
    _allowance(warn_allowed, soft, subject, "warn_allowed")
    clear = one_of(Comparator, warn_must_be or clear_of(comparator.better), subject, "warn_must_be")
    if clear.better is not comparator.better:
        raise MetadataError(subject, "warn_must_be", "asks for another direction than must_be")
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
    hard_trust, soft_trust = (
        _published(each, subject, field) for each, field in ((trust, "trust"), (warn_trust, "warn_trust"))
    )
    return Limit(
        since=first,
        must_be=comparator,
        source=text(source, subject, "source"),
        fail=hard,
        warn=soft,
        trust=soft_trust if hard is None else hard_trust,
        warn_trust=soft_trust,
        sites=sites,
        until=last,
        announced=told,
        segment=segment,
        minimum_sample=minimum_sample,
        allowed=allowed,
        warn_allowed=warn_allowed,
        allowed_part=text(allowed_part, subject, "allowed_part") if allowed_part else "",
        warn_must_be=clear,
        note=note,
    )


def _published(trust: object, subject: str, field: str) -> Trust:
    """Read how far a source can be trusted; a limit of policy is nobody's own."""
    found = one_of(Trust, trust, subject, field)
    if found is Trust.OWN:
        raise MetadataError(subject, field, "must not be own, which is for limits of the caller's profile")
    return found


def _allowance(count: int | None, line: Bound | None, subject: str, field: str) -> None:
    """Require a count that belongs to a line of a rate, or none."""
    if count is None:
        return
    whole(count, subject, field)
    if not isinstance(line, Rate):
        raise MetadataError(subject, field, "is given, and no rate that it belongs to")


def limit_on(limits: Iterable[Limit], on: date, site: str | None, segment: str | None) -> Limit | None:
    """Choose the limit in force: the closest fit that has begun by ``on``, newest first."""
    best: Limit | None = None
    best_key: tuple[int, date] | None = None
    for limit in limits:
        rank = limit.holds_for(site, segment)
        if not rank or not limit.runs(on):
            continue
        key = (rank, limit.since)
        if best_key is None or key > best_key:
            best, best_key = limit, key
    return best


def upcoming(limits: Iterable[Limit], on: date, site: str | None, segment: str | None) -> tuple[Limit, ...]:
    """Choose the limits that are known to begin after ``on``, in their order; announced ones alone.

    What nobody knew on that day does not hide what was known, and is not told either.
    """
    known = known_on(limits, on)
    days = sorted({each.since for each in known if each.since > on and each.holds_for(site, segment)})
    chosen = ((first, limit_on(known, first, site, segment)) for first in days)
    return tuple(each for first, each in chosen if each is not None and each.since == first)


def known_on(limits: Iterable[Limit], on: date) -> list[Limit]:
    """Leave out the limits that begin after a day and were announced after it: nobody knew them then."""
    return [each for each in limits if each.since <= on or each.announced is None or each.announced <= on]


def delivered(target: Target, table: Limit | None, origin: Origin = Origin.DOCUMENT) -> Limit:
    """Turn the target that came with a value, inside a document or typed in, into a limit.

    It outranks the table.

    Of the table is kept what the target says nothing about: the warn level, where it still lies on the good
    side of the delivered line, and what is enforced and allowed at small numbers.
    """
    warn, better = None if table is None else table.warn, target.comparator.better
    if table is None or table.warn_must_be.better is not better or not _inside(warn, target):
        warn = None
    return Limit(
        since=date.min if table is None else table.since,
        must_be=target.comparator,
        fail=target.value,
        warn=warn,
        warn_must_be=clear_of(better) if table is None or warn is None else table.warn_must_be,
        warn_trust=Trust.SUGGESTED if table is None else table.warn_trust,
        source=origin.value,
        trust=target.trust,
        minimum_sample=0 if table is None else table.minimum_sample,
        allowed=None if table is None else table.allowed,
        warn_allowed=None if table is None or warn is None else table.warn_allowed,
        allowed_part="" if table is None else table.allowed_part,
        origin=origin,
    )


def _inside(warn: Bound | None, target: Target) -> bool:
    """Say whether a warn level lies on the good side of a delivered line."""
    return (
        warn is not None and type(warn) is type(target.value) and target.comparator.holds(warn, target.value)
    )


def clear_of(better: Better) -> Comparator:
    """What a value must be to be clear of a warn level, where nobody says it: a value on it warns."""
    return Comparator.BELOW if better is Better.LOWER else Comparator.AT_LEAST


def differs(target: Target, table: Limit) -> bool:
    """Say whether a delivered target is not the one in the table: policy drift.

    Only the figures are compared: documents write 'greater than' where the policy says 'at least'.
    """
    return table.fail is not None and table.fail != target.value


def loosens(given: Limit, table: Limit | None) -> bool:
    """Say whether a caller asks for less than a limit in the table that can fail; nobody talks it away."""
    if given.origin is not Origin.CALLER or table is None or table.fail is None or given.fail is None:
        return False
    return (
        table.trust.can_fail
        and table.must_be.better is given.must_be.better
        and given.must_be.holds(table.fail, given.fail)
    )


def within(first: date, last: date | None, on: date) -> bool:
    """Say whether something dated holds on a day; without a last day it goes on."""
    return first <= on and (last is None or on <= last)


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
