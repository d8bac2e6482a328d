"""Changes of an account that nobody has seen yet: events that would come, bad ones that would go."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from sellervitals.domain.marketplace import Marketplace, Snapshot
from sellervitals.domain.measurement import NO_PARTS, NO_SHARES, Better, Measurement, Metric, Unit
from sellervitals.plain_metrics import DOCUMENT

EVENTS = frozenset({Unit.COUNT, Unit.POINTS})
"""The units of numbers, no rates, that single events move."""


class ImpossibleError(Exception):
    """A change cannot happen; ``field`` is what asks for it, ``problem`` ends a sentence on why."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(problem)
        self.field = field
        self.problem = problem


class Move(NamedTuple):
    """Events that would come to one measurement, or go: ``removed`` bad ones leave, their orders stay."""

    metric: str
    segment: str | None
    bad: int = 0
    good: int = 0
    removed: int = 0

    @property
    def nothing(self) -> bool:
        """Whether it changes nothing."""
        return not (self.bad or self.good or self.removed)


def uncounted(measurement: Measurement, metric: Metric) -> str:
    """Say why nobody knows what one event more would do to a measurement; empty where it is known."""
    if metric.unit is Unit.RATIO:
        if measurement.numerator is None or measurement.denominator is None:
            return "was reported without its counts"
        if metric.impossible(measurement):
            return "has counts that cannot be"
        return "" if measurement.counts_agree else "has counts that contradict the reported rate"
    if metric.unit not in EVENTS:
        return (
            "is a word" if metric.unit is Unit.STATE else f"is counted in {metric.unit.words}, not in events"
        )
    return "" if isinstance(measurement.value, Decimal) else "has no value"


def moved(measurement: Measurement, metric: Metric, move: Move) -> Measurement:
    """Let events happen to a measurement; ImpossibleError where they cannot.

    From then on its counts alone decide, and what the marketplace said of it no longer holds.
    """
    if move.nothing:
        return measurement
    why = uncounted(measurement, metric)
    if why:
        field = "removed" if move.removed else "bad" if move.bad else "good"
        raise ImpossibleError(field, f"{metric.id} {why}; `set` it first")
    rate = metric.unit is Unit.RATIO
    return _rate(measurement, metric, move) if rate else _number(measurement, metric, move)


def _rate(measurement: Measurement, metric: Metric, move: Move) -> Measurement:
    lower = metric.better is Better.LOWER
    top = (measurement.numerator or 0) + (move.bad if lower else move.good)
    bottom = (measurement.denominator or 0) + move.bad + move.good
    bad = top if lower else bottom - top
    if move.removed > bad:
        raise ImpossibleError("removed", f"is more than the {bad:,} bad events that there are")
    top += -move.removed if lower else move.removed
    more = move.bad if lower else move.good + move.removed
    return altered(measurement, numerator=top, denominator=bottom, parts=_parts(measurement, top, more))


def _number(measurement: Measurement, metric: Metric, move: Move) -> Measurement:
    value = Decimal(str(measurement.value))
    if metric.better is Better.LOWER:
        if move.good:
            raise ImpossibleError("good", f"means nothing: {metric.id} counts bad events alone")
        value, more = value + move.bad, move.bad
        if move.removed > value:
            raise ImpossibleError("removed", f"is more than the {value:f} that there are")
        value -= move.removed
    else:
        if move.removed:
            raise ImpossibleError("removed", f"means nothing: {metric.id} counts no bad events")
        value, more = value + move.good, move.good
        if move.bad > value:
            raise ImpossibleError("bad", f"is more than the {value:f} that there are")
        value -= move.bad
        if metric.highest is not None and value > metric.highest:
            raise ImpossibleError("good", f"makes {value:f}, and {metric.id} is {metric.highest:,} at most")
    return altered(measurement, value=value, parts=_parts(measurement, int(value), more))


def _parts(measurement: Measurement, total: int, more: int) -> dict[str, int]:
    """Give the most that each part can be; nobody said which of them the events belong to."""
    if measurement.exclusive:
        return {}
    return {name: min(count + more, total) for name, count in measurement.parts.items()}


def altered(measurement: Measurement, **new: object) -> Measurement:
    """Replace what was measured, and leave out what was said of it before."""
    typed = measurement.document == DOCUMENT
    told: dict[str, Any] = dict.fromkeys(("value", "digits", "numerator", "denominator"))
    told |= {"parts": NO_PARTS, **new}
    return measurement._replace(
        verdict=None,
        good=None,
        breakdown=None,
        shares=NO_SHARES,
        quotes=(),
        missing="",
        severity=measurement.severity if typed else None,
        exclusive=measurement.exclusive and bool(told["parts"]),
        **told,
    )


def apply(marketplace: Marketplace, snapshot: Snapshot, moves: Iterable[Move]) -> Snapshot:
    """Let events happen to a snapshot; each move names a measurement of it."""
    measured = list(snapshot.measurements)
    places = {(each.metric, each.segment): place for place, each in enumerate(measured)}
    for move in moves:
        place = places[move.metric, move.segment]
        measured[place] = moved(measured[place], marketplace.by_id[move.metric], move)
    return snapshot._replace(measurements=tuple(measured))


def sharing(marketplace: Marketplace, snapshot: Snapshot, what: str) -> list[Measurement]:
    """List the rates that count the same thing, such as ``orders``, and can be counted on; by their names."""
    return [
        each
        for each in sorted(snapshot.measurements, key=lambda each: (each.metric, each.segment or ""))
        if (metric := marketplace.by_id[each.metric]).unit is Unit.RATIO
        and metric.denominator == what
        and not uncounted(each, metric)
    ]


def words(marketplace: Marketplace, snapshot: Snapshot) -> tuple[str, ...]:
    """List what the rates of a snapshot count, such as ``orders``, where there are counts."""
    rates = (marketplace.by_id[each.metric] for each in snapshot.measurements)
    found = {each.denominator for each in rates if each.unit is Unit.RATIO}
    return tuple(each for each in sorted(found) if sharing(marketplace, snapshot, each))
