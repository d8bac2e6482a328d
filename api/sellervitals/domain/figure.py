"""Dated figures that are no limits, such as the rates of a fee: data with a site, a source and a trust."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sellervitals.domain.fault import MetadataError, described, kebab, one_of, text
from sellervitals.domain.limit import EVERYWHERE, bound, places, span, within
from sellervitals.domain.standing import Trust


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figure:
    """A figure in force from a day on; written with ``figure()``, where each field is explained."""

    since: date
    name: str
    value: Decimal
    unit: str
    source: str
    sites: tuple[str, ...] = (EVERYWHERE,)
    until: date | None = None
    trust: Trust = Trust.OFFICIAL
    note: str = ""


@described
def figure(
    since: str,
    *,
    name: str,
    value: str,
    unit: str,
    source: str,
    sites: tuple[str, ...] = (EVERYWHERE,),
    until: str | None = None,
    trust: str = Trust.OFFICIAL,
    note: str = "",
) -> Figure:
    """Write a figure that holds from a day on, until the next one of the same name and site begins.

    Args:
        since: the first day it holds, ``2026-11-22``.
        name: kebab-case; figures of one name replace each other.
        value: a decimal text.
        unit: in words, such as ``USD per cubic foot and month``.
        source: a key of the rule's references.
        sites: the sites it holds for; ``("*",)`` means every site without one of its own.
        until: the last day it holds, where it ended without a successor.
        trust: how well it is founded.
        note: what a reader must know about it.

    Raises:
        MetadataError: a field cannot be used; the message names it.
    """
    subject = f"figure {name} of {since}"
    kebab(name, subject, "name")
    number = bound(value, subject, "value")
    if not isinstance(number, Decimal):
        raise MetadataError(subject, "value", f"must be a decimal text, not {value!r}")
    first, last = span(since, until, subject)
    places(sites, subject)
    return Figure(
        since=first,
        name=name,
        value=number,
        unit=text(unit, subject, "unit"),
        source=text(source, subject, "source"),
        sites=sites,
        until=last,
        trust=one_of(Trust, trust, subject, "trust"),
        note=note,
    )


def figures_on(figures: Iterable[Figure], on: date, site: str | None) -> dict[str, Figure]:
    """Choose the figures in force by name: the site's own before those of every site, newest first."""
    best: dict[str, tuple[bool, date]] = {}
    found: dict[str, Figure] = {}
    for each in figures:
        own = site is not None and site in each.sites
        if not (own or EVERYWHERE in each.sites) or not within(each.since, each.until, on):
            continue
        key = (own, each.since)
        if each.name not in best or key > best[each.name]:
            best[each.name], found[each.name] = key, each
    return found
