"""What a forecast starts from: the newest measurements, the days they were reported on, and daily counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from sellervitals.domain.marketplace import Marketplace, Notice, Snapshot
from sellervitals.domain.measurement import Better, Measurement, Metric, Unit
from sellervitals.foresight.rolling import Count, Rolling

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
    return Count(top if metric.better is Better.LOWER else max(bottom - top, 0), bottom)


def one_day(each: Measurement) -> bool:
    """Say whether a measurement counts a single day."""
    return each.window is not None and each.window.days == 1 and each.numerator is not None


def of_snapshot(snapshot: Snapshot, marketplace: Marketplace) -> Outset:
    """Start from what one request brought; daily counts that somebody named outrank those of documents."""
    day = _day(snapshot, marketplace)
    reported = (Reported(each, day, snapshot.dated) for each in snapshot.measurements)
    return Outset(
        *(snapshot.marketplace, snapshot.site, snapshot.seller_id, day, tuple(reported)),
        daily=(*filter(one_day, snapshot.history), *snapshot.daily),
        notices=snapshot.notices,
    )


def _day(snapshot: Snapshot, marketplace: Marketplace) -> date:
    """The day of the question: the one that was named, else that on which the newest window is reported."""
    if snapshot.dated:
        return snapshot.day
    return max(snapshot.as_of, *_reports(snapshot.measurements, marketplace, snapshot.day))


def _reports(measured: Iterable[Measurement], marketplace: Marketplace, today: date) -> Iterable[date]:
    yield date.min
    for each in measured:
        if each.window is not None and each.window.end is not None:
            lag = timedelta(days=marketplace.by_id[each.metric].lag_days)
            yield today if each.window.end > today - lag else each.window.end + lag
