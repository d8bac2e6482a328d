"""Levels computed from what was measured: certain, or at best and at worst; beside the marketplace's word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sellervitals.domain.ladder import Ladder, Rung, meets
from sellervitals.domain.limit import Limit, limit_on
from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import Measurement, Metric
from sellervitals.domain.words import folded


class Standing(NamedTuple):
    """Where an account stands on a ladder.

    ``best`` and ``worst`` are one rung where everything that matters was reported. ``held_by`` are the
    metrics that keep from the next better rung, ``unreported`` those that decide between best and worst.
    ``word`` is the marketplace's own, ``agrees`` whether it is possible by what was measured.
    """

    ladder: Ladder
    segment: str | None
    best: Rung
    worst: Rung
    held_by: tuple[str, ...]
    unreported: tuple[str, ...]
    word: str | None
    agrees: bool | None


class _Demands(NamedTuple):
    """What a rung asks for and does not get, or nobody knows."""

    broken: tuple[str, ...]
    unknown: tuple[str, ...]


def standings(marketplace: Marketplace, snapshot: Snapshot) -> tuple[Standing, ...]:
    """Place an account on every ladder that has limits for its site and day, and something to go by."""
    found = []
    for ladder in marketplace.ladders:
        for segment in ladder.segments:
            measured = {each.metric: each for each in snapshot.measurements if each.segment == segment}
            standing = _standing(ladder, segment, marketplace.by_id, measured, snapshot)
            if standing is not None:
                found.append(standing)
    return tuple(found)


def _standing(
    ladder: Ladder,
    segment: str | None,
    metrics: Mapping[str, Metric],
    measured: Mapping[str, Measurement],
    snapshot: Snapshot,
) -> Standing | None:
    if ladder.metrics.isdisjoint(measured):
        return None
    asked = [in_force(rung.needs, snapshot.site, segment, snapshot.as_of) for rung in ladder.rungs]
    needed = {metric for limits in asked for metric in limits}
    if not any(
        metric in measured and metrics[metric].decisive(measured[metric]) is not None for metric in needed
    ):
        return None
    demands = [_demands(limits, metrics, measured) for limits in asked]
    best = next(place for place, each in enumerate(demands) if not each.broken)
    worst = next(place for place, each in enumerate(demands) if not each.broken and not each.unknown)
    between = {metric for each in demands[best:worst] for metric in each.unknown}
    own = measured.get(ladder.metric)
    word = own.value if own is not None and isinstance(own.value, str) else None
    rungs = {folded(rung.name): place for place, rung in enumerate(ladder.rungs)}
    place = None if word is None else rungs.get(folded(word))
    return Standing(
        ladder=ladder,
        segment=segment,
        best=ladder.rungs[best],
        worst=ladder.rungs[worst],
        held_by=demands[best - 1].broken if best else (),
        unreported=tuple(sorted(between)),
        word=word,
        agrees=None if place is None else best <= place <= worst,
    )


def in_force(
    needs: Mapping[str, tuple[Limit, ...]], site: str | None, segment: str | None, day: date
) -> dict[str, Limit]:
    """Give the limit of each metric that is needed on a site and day, where there is one."""
    found = ((metric, limit_on(limits, day, site, segment)) for metric, limits in needs.items())
    return {metric: limit for metric, limit in found if limit is not None}


def _demands(
    limits: Mapping[str, Limit], metrics: Mapping[str, Metric], measured: Mapping[str, Measurement]
) -> _Demands:
    broken: list[str] = []
    unknown: list[str] = []
    for metric, limit in limits.items():
        measurement = measured.get(metric)
        value = None if measurement is None else metrics[metric].decisive(measurement)
        if measurement is None or value is None:
            unknown.append(metric)
        elif not meets(limit, measurement, value):
            (unknown if may_hold(limit, measurement) else broken).append(metric)
    return _Demands(tuple(broken), tuple(unknown))


def may_hold(limit: Limit, measurement: Measurement) -> bool:
    """Say whether a number of events is allowed, and nobody knows how many there are."""
    if limit.allowed is None:
        return False
    if limit.allowed_part:
        return limit.allowed_part not in measurement.parts
    return limit.bad(measurement) is None
