"""What was read, sorted by the site it is about; a number without a site belongs to the primary one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sellervitals.domain.document import Reading
from sellervitals.domain.marketplace import Notice
from sellervitals.domain.measurement import Measurement
from sellervitals.domain.repeats import one_each
from sellervitals.domain.table import Table, Tables
from sellervitals.limits import HISTORY, READ, SITES
from sellervitals.plain_metrics import DOCUMENT
from sellervitals.problems import Fault
from sellervitals.rollups import one_of_each

_TOMORROW, _MONTH = timedelta(days=1), timedelta(days=31)
"""How far ahead a document may speak: dates run ahead around the world, periods end with their month."""


class Found(NamedTuple):
    """Everything that was read about one site. ``history`` is older than ``measurements``, oldest first."""

    site: str | None
    measurements: tuple[Measurement, ...]
    history: tuple[Measurement, ...]
    tables: Mapping[str, Table]
    notices: tuple[Notice, ...]

    def tables_on(self, as_of: date | None, today: date) -> Tables:
        """Give the tables with the day whose policy counts: the caller's, else their own, else today.

        A day to come, such as the last one of the running month, counts as today.
        """
        days = (each.observed_on for each in self.tables.values() if each.observed_on is not None)
        return Tables(as_of or min(max(days, default=today), today), self.site, self.tables)


def by_site(named: str | None, readings: Sequence[Reading], typed: Sequence[Measurement]) -> list[Found]:
    """Put each site's measurements and tables together, the primary site first.

    Primary is the site that the caller named, else the one that a document calls the main one, else the only
    one of which more is told than a word, else the one with most measurements, else with most rows.
    """
    measured: dict[str | None, list[Measurement]] = {None: []}
    older: dict[str | None, list[Measurement]] = {}
    tables: dict[str | None, list[Table]] = {}
    for one in readings:
        for site in one.sites:
            measured.setdefault(site, [])
        for each in one.measurements:
            measured.setdefault(each.site, []).append(each)
        for each in one.history:
            measured.setdefault(each.site, [])
            older.setdefault(each.site, []).append(each)
        for table in one.tables:
            measured.setdefault(table.site, [])
            tables.setdefault(table.site, []).append(table)

    def weight(site: str) -> tuple[int, int]:
        return len(measured[site]), sum(len(each.rows) for each in tables.get(site, ()))

    sites = [site for site in measured if site is not None]
    primary = named or _main_site(readings) or _told_of(readings) or max(sites, key=weight, default=None)
    measured.setdefault(primary, [])
    if primary is not None:
        measured[primary] += measured.pop(None)
        older[primary] = older.get(primary, []) + older.pop(None, [])
        tables[primary] = tables.get(primary, []) + tables.pop(None, [])
    current, past = _current(typed)
    measured[primary] += current
    older.setdefault(primary, []).extend(past)
    ordered = [primary, *(site for site in measured if site != primary)]
    return [_found(site, measured[site], older.get(site, []), tables.get(site, [])) for site in ordered]


def _current(typed: Iterable[Measurement]) -> tuple[list[Measurement], list[Measurement]]:
    """Tell typed numbers from older ones: of those about one thing, the one without a window is today's."""
    today = {(each.metric, each.segment) for each in typed if each.window is None}
    current: list[Measurement] = []
    past: list[Measurement] = []
    for each in typed:
        older = each.window is not None and (each.metric, each.segment) in today
        (past if older else current).append(each)
    return current, past


def _found(
    site: str | None, measured: Iterable[Measurement], older: Iterable[Measurement], tables: Iterable[Table]
) -> Found:
    """Keep one measurement of each metric and segment, and say which ones gave way.

    Of typed numbers about several windows the newest counts and the others are history, as is meant.
    """
    kept, repeats = one_each(measured)
    history, notices = list(older), []
    for stays, goes, why in repeats:
        if stays.document == goes.document == DOCUMENT:
            history.append(goes)
            continue
        message = f"{goes.metric} was given more than once; {why} counts."
        notices.append(Notice("duplicate_measurement", message, goes.document, goes.pointer))
    by_name, twice = one_of_each(tables)
    history.sort(key=_end)
    return Found(site, kept, tuple(history), by_name, (*notices, *twice))


def _end(measurement: Measurement) -> date:
    window = measurement.window
    return date.min if window is None or window.end is None else window.end


def unplaced(named: str | None, readings: Sequence[Reading], typed: Sequence[Measurement]) -> Iterable[Fault]:
    """Refuse to guess which of several sites a number without one belongs to."""
    sites = _in_question(named, readings, typed)
    if sites and _main_site(readings) is None and _told_of(readings) is None:
        listed = ", ".join(sorted(sites))
        detail = f"is missing: the documents speak of {listed}, and some numbers name no site."
        yield Fault("/account/site", "validation-failed", detail)


def assumed(
    named: str | None, readings: Sequence[Reading], typed: Sequence[Measurement]
) -> tuple[Notice, ...]:
    """Say where numbers without a site went, where documents mention other sites in passing."""
    if not _in_question(named, readings, typed):
        return ()
    main = _main_site(readings)
    why = "a document calls it the main one" if main else "of the others nothing but a word was reported"
    message = f"What names no site was taken to be about {main or _told_of(readings)}: {why}."
    return (Notice("site_assumed", message),)


def to_come(measured: Iterable[Measurement], today: date) -> Iterator[Notice]:
    """Say once for each document where it speaks of days to come; what is left of a running month is none."""
    said: set[str | None] = set()
    for each in measured:
        start, end = each.window or (None, None)
        begins, ends = start or end or today, end or start or today
        if each.document not in said and (begins - today > _TOMORROW or ends - today > _MONTH):
            said.add(each.document)
            message = f"{each.metric} is about {ends}, a day to come: check the dates in the document."
            yield Notice("day_to_come", message, each.document, each.pointer)


def _in_question(
    named: str | None, readings: Sequence[Reading], typed: Sequence[Measurement]
) -> frozenset[str]:
    """Give the sites that numbers without one may belong to; none where that is no question."""
    if named is not None or not _loose(readings, typed):
        return frozenset()
    sites = frozenset(site for site in _sites(readings) if site is not None)
    return sites if len(sites) > 1 else frozenset()


def _loose(readings: Sequence[Reading], typed: Sequence[Measurement]) -> bool:
    """Say whether anything is about no site in particular."""
    parts = [each.site for one in readings for each in (*one.measurements, *one.history)]
    return bool(typed) or None in parts or any(each.site is None for one in readings for each in one.tables)


def _main_site(readings: Iterable[Reading]) -> str | None:
    """Give the site that the documents call the main one, unless they call several so."""
    called = {one.main_site for one in readings if one.main_site is not None}
    return called.pop() if len(called) == 1 else None


def _told_of(readings: Sequence[Reading]) -> str | None:
    """Give the only site of which more is told than a single state, such as the account's status."""
    told: set[str | None] = set()
    for one in readings:
        told.update(
            each.site for each in (*one.measurements, *one.history) if not isinstance(each.value, str)
        )
        told.update(each.site for each in one.tables)
    told.discard(None)
    return told.pop() if len(told) == 1 else None


def too_many(readings: Sequence[Reading], typed: Sequence[Measurement]) -> Iterable[Fault]:
    """Refuse what would make an answer out of all proportion: work and answer grow with these numbers."""
    sites = len(_sites(readings))
    measurements = len(typed) + sum(len(one.measurements) for one in readings)
    history = sum(len(one.history) for one in readings)
    for count, most, what in (
        (sites, SITES, "sites"),
        (measurements, READ, "measurements"),
        (history, HISTORY, "older measurements"),
    ):
        if count > most:
            detail = f"speak of {count:,} {what}, more than {most:,}."
            yield Fault("/documents", "limit-exceeded", detail)


def _sites(readings: Iterable[Reading]) -> set[str | None]:
    """Every site that anything is about."""
    found: set[str | None] = set()
    for one in readings:
        found.update(one.sites, (each.site for each in (*one.measurements, *one.history)))
        found.update(table.site for table in one.tables)
    return found
