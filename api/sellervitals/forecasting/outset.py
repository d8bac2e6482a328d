"""What a forecast starts from: the newest measurements, the days they were reported on, and daily counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sellervitals.domain.marketplace import Marketplace, Notice, Snapshot
from sellervitals.domain.measurement import Better, Measurement, Metric, Unit
from sellervitals.foresight.rolling import Count, Rolling
from sellervitals.plain_metrics import DOCUMENT as TYPED

Series = tuple[str, str | None]
"""A metric and the segment that its days are counted under."""


class Reported(NamedTuple):
    """A measurement and the day of the report that brought it; ``sure``: somebody named that day."""

    measurement: Measurement
    day: date
    sure: bool = False

    def lag(self, metric: Metric) -> int:
        """Days from the end of its window to the day of the report.

        Where nobody named that day it may have been later than it looks, but not earlier than usual.
        """
        window = self.measurement.window
        if window is None or window.end is None:
            return metric.lag_days
        seen = max((self.day - window.end).days, 0)
        return seen if self.sure else max(seen, metric.lag_days)


class Outset(NamedTuple):
    """What is known of one account on one site on the day of the question."""

    marketplace: str
    site: str | None
    seller_id: str | None
    day: date
    reported: tuple[Reported, ...]
    daily: tuple[Measurement, ...] = ()
    notices: tuple[Notice, ...] = ()

    def of(self, metric: str) -> tuple[Reported, ...]:
        """All that was reported of one metric."""
        return tuple(each for each in self.reported if each.measurement.metric == metric)

    def by_metric(self) -> dict[str, tuple[Measurement, ...]]:
        """The measurements alone, by metric."""
        found: dict[str, tuple[Measurement, ...]] = {}
        for each, *_ in self.reported:
            found[each.metric] = (*found.get(each.metric, ()), each)
        return found

    def series(self, marketplace: Marketplace) -> dict[Series, Rolling]:
        """Put the days together by what they count."""
        found: dict[Series, dict[date, Count]] = {}
        for each in self.daily:
            metric = marketplace.by_id[each.metric]
            count, window = _count(each, metric), each.window
            if count is not None and window is not None and window.end is not None:
                key = (metric.id, metric.counted_as(each.segment))
                found.setdefault(key, {})[window.end] = count
        return {key: Rolling(days) for key, days in found.items()}


def _count(each: Measurement, metric: Metric) -> Count | None:
    """Count a day's bad events; None without counts, or with more than there can be."""
    top, bottom = each.numerator, each.denominator
    if metric.unit is Unit.COUNT:
        return None if top is None else Count(top, 0)
    if top is None or bottom is None or metric.impossible(each):
        return None
    return bad_among(metric, top, bottom)


def bad_among(metric: Metric, top: int, bottom: int) -> Count:
    """Count the bad events behind a rate's counts, whichever side its numerator counts."""
    return Count(top if metric.better is Better.LOWER else max(bottom - top, 0), bottom)


def one_day(each: Measurement) -> bool:
    """Say whether a measurement counts a single day."""
    return each.window is not None and each.window.days == 1 and each.numerator is not None


def judged(metric: Metric, segment: str | None) -> bool:
    """Say whether the marketplace judges a segment, which it does not with looks at other days."""
    if segment is None:
        return True
    return segment in metric.segments if metric.segments else segment not in metric.segment_days


def of_snapshot(snapshot: Snapshot, marketplace: Marketplace) -> Outset:
    """Start from what one request brought; daily counts that somebody named outrank those of documents."""
    counted = [*filter(one_day, snapshot.history), *snapshot.daily]
    day = _day(snapshot, counted, marketplace)
    reported = (Reported(each, day, snapshot.dated) for each in snapshot.measurements)
    known = tuple(each for each in counted if (_end(each) or day) <= day)
    notices = snapshot.notices
    if len(known) < len(counted):
        message = f"{len(counted) - len(known):,} daily counts of days after {day} were not used."
        notices = (*notices, Notice("days_to_come", message))
    return Outset(
        *(snapshot.marketplace, snapshot.site, snapshot.seller_id, day, tuple(reported)),
        *(known, notices),
    )


def _day(snapshot: Snapshot, counted: Iterable[Measurement], marketplace: Marketplace) -> date:
    """The day of the question: the one that was named, else that on which the newest window is reported.

    What somebody typed in without a window is of today.
    """
    today = snapshot.day
    typed_now = any(each.window is None and each.document == TYPED for each in snapshot.measurements)
    days = [*_reports(snapshot.measurements, marketplace), *filter(None, map(_end, counted))]
    return today if snapshot.dated or typed_now or not days else min(max(days), today)


def _reports(measured: Iterable[Measurement], marketplace: Marketplace) -> Iterator[date]:
    """The days on which windows are reported, as late as is usual."""
    for each in measured:
        end = _end(each)
        if end is not None:
            lag = timedelta(days=min(marketplace.by_id[each.metric].lag_days, (date.max - end).days))
            yield end + lag


def _end(each: Measurement) -> date | None:
    return None if each.window is None else each.window.end
