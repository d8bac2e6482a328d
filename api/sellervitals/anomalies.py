"""Anomalies: metrics that jump against their own history; information beside the findings, never policy."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import Better, Measurement, Unit
from sellervitals.domain.rate import Rate, plain
from sellervitals.domain.wording import display, subject
from sellervitals.foresight.anomaly import THRESHOLD, Departure, departure, exact

NO_POLICY = "This is no policy: it says what is unusual, not what is bad."
SCORE_PLACES = 4


class Direction(StrEnum):
    """Which way a value went."""

    BETTER = "better"
    WORSE = "worse"


class Anomaly(NamedTuple):
    """A value that departs from those before it; ``better`` is None for a metric that is no longer known."""

    metric: str
    title: str
    unit: Unit
    better: Better | None
    segment: str | None
    day: date
    found: Departure

    @property
    def direction(self) -> Direction | None:
        """Whether it went the good way or the bad one."""
        if self.better is None:
            return None
        rose = self.found.value > self.found.median
        return Direction.BETTER if rose is (self.better is Better.HIGHER) else Direction.WORSE


def anomalies(marketplace: Marketplace, snapshot: Snapshot) -> tuple[Anomaly, ...]:
    """Hold what was measured against the older values that came with it; nothing without any.

    Only values of one metric, segment and length of window are compared, and of one day the last counts.
    """
    if not snapshot.history:
        return ()
    older: dict[tuple[Any, ...], dict[date, Decimal]] = defaultdict(dict)
    for each in snapshot.history:
        value = marketplace.by_id[each.metric].decisive(each)
        if isinstance(value, Rate | Decimal) and each.window is not None and each.window.end is not None:
            older[_kind(each)][each.window.end] = exact(value)
    found = []
    for each in snapshot.measurements:
        metric = marketplace.by_id[each.metric]
        value = metric.decisive(each)
        before = older.get(_kind(each))
        if before is None or not isinstance(value, Rate | Decimal):
            continue
        day = (each.window and each.window.end) or snapshot.day
        earlier = [known for at, known in sorted(before.items()) if at < day]
        departed = departure(exact(value), earlier, metric.unit)
        if departed is not None:
            found.append(
                Anomaly(metric.id, metric.title, metric.unit, metric.better, each.segment, day, departed)
            )
    return tuple(found)


def _kind(each: Measurement) -> tuple[str, str | None, int | None, str]:
    return each.metric, each.segment, each.window.days if each.window else None, each.period


def described(each: Anomaly) -> dict[str, Any]:
    """Describe an anomaly as answers have it."""
    value, middle, spread, score, points = each.found
    return {
        "metric": each.metric,
        "segment": each.segment,
        "day": each.day,
        "value": plain(value),
        "unit": each.unit,
        "display": _display(value, each.unit),
        "median": plain(middle),
        "deviation": plain(spread),
        "score": None if score is None else plain(score, SCORE_PLACES),
        "threshold": plain(THRESHOLD),
        "points": points,
        "direction": each.direction,
        "message": _message(each),
        "policy": False,
    }


def _message(each: Anomaly) -> str:
    value, middle, spread, score, points = each.found
    about = subject(each.title, each.segment)
    now, usual = _display(value, each.unit), _display(middle, each.unit)
    if score is None:
        why = (
            f"More than half of the {points} values before are {usual}, so there is no spread to measure by;"
            f" it departs by {_distance(abs(value - middle), each.unit)}."
        )
    else:
        why = (
            f"The median of the {points} values before is {usual}, and at least half of them lie within"
            f" {_distance(spread, each.unit)} of it: a robust z-score of {plain(score, SCORE_PLACES)}, beyond"
            f" {plain(THRESHOLD)}."
        )
    return f"{about} was {now} on {each.day}. {why} {NO_POLICY}"


def _display(value: Decimal, unit: Unit) -> str:
    return display(Rate.ratio(value) if unit is Unit.RATIO else value, unit)


def _distance(value: Decimal, unit: Unit) -> str:
    return _display(value, unit).replace("%", "percentage points")
