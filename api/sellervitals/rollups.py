"""Running roll-ups: tables in, measurements out; one that breaks leaves its metric unknown."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import date

from sellervitals.checking import check_measurement
from sellervitals.domain.marketplace import Marketplace, Notice
from sellervitals.domain.measurement import Measurement, Metric, Window
from sellervitals.domain.table import Rollup, Table, Tables

log = logging.getLogger(__name__)

MOST_SEGMENTS = 100
"""Measurements that one roll-up may give for one account; each becomes a finding."""


def one_of_each(tables: Iterable[Table]) -> tuple[dict[str, Table], tuple[Notice, ...]]:
    """Keep one table of each type: the newest, else the first; adding them up would count twice."""
    kept: dict[str, Table] = {}
    notices = []
    for each in tables:
        other = kept.setdefault(each.name, each)
        if other is each:
            continue
        if (each.observed_on or date.min) > (other.observed_on or date.min):
            kept[each.name] = each
        message = f"{each.name} was given more than once; the newest counts, else the one given first."
        notices.append(Notice("duplicate_table", message, each.name))
    return kept, tuple(notices)


def roll_up(
    marketplace: Marketplace, tables: Tables, measured: Sequence[Measurement]
) -> tuple[tuple[Measurement, ...], tuple[Notice, ...]]:
    """Measure what tables tell and nobody reported as such; of two roll-ups the first that answers counts.

    Measurements without a window get the day of the table they name as ``document``. Whatever goes wrong
    inside a roll-up becomes a notice, and its metric stays unmeasured.
    """
    reported = {each.metric for each in measured}
    found: list[Measurement] = []
    notices = []
    for each in marketplace.rollups:
        if each.metric in reported or not any(name in tables for name in each.tables):
            continue
        try:
            rolled = _measured(each, marketplace.by_id[each.metric], tables)
        except (Exception, SystemExit) as problem:
            log.exception("roll-up of %s failed", each.metric)
            message = f"{each.metric} could not be worked out ({type(problem).__name__})."
            notices.append(Notice("rollup_failed", message))
            continue
        found.extend(rolled)
        reported.update(one.metric for one in rolled)
    return tuple(found), tuple(notices)


def _measured(rollup: Rollup, metric: Metric, tables: Tables) -> list[Measurement]:
    found: dict[str | None, Measurement] = {}
    for each in rollup.measure(tables):
        check_measurement(each, metric)
        if each.segment in found:
            raise ValueError(f"{metric.id} is measured twice for segment {each.segment}")
        if len(found) == MOST_SEGMENTS:
            raise ValueError(f"more than {MOST_SEGMENTS} segments")
        table = tables.by_name.get(each.document or "")
        day = None if table is None else table.observed_on
        dated = each._replace(window=Window(day, day)) if each.window is None and day else each
        found[each.segment] = dated._replace(site=tables.site)
    return list(found.values())
