"""One measurement of each metric and segment: which one counts when several were given."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sellervitals.domain.measurement import Measurement


class Repeat(NamedTuple):
    """Two measurements of one thing that differ: which stays, which gives way, and what decided."""

    stays: Measurement
    goes: Measurement
    why: str


def one_each(measured: Iterable[Measurement]) -> tuple[tuple[Measurement, ...], tuple[Repeat, ...]]:
    """Keep one measurement of each metric and segment of one account.

    The newest window counts; of several that end on one day the one that the marketplace calls bad, for
    bad news must not get lost; else the one given first. Bad news without a day counts over all days: nobody
    knows that it is older. The same said twice is not worth a word. Of two that state the same value, the one
    that counts takes over the parts that only the other knows.
    """
    kept: dict[tuple[str, str | None], Measurement] = {}
    repeats: list[Repeat] = []
    for each in measured:
        key = (each.metric, each.segment)
        other = kept.setdefault(key, each)
        if other is each or other._replace(document=each.document, pointer=each.pointer) == each:
            continue
        stays, goes = (each, other) if _precedence(each) > _precedence(other) else (other, each)
        kept[key] = _with_parts(stays, goes)
        why = "the one given first"
        if _precedence(stays) != _precedence(goes):
            dated = _undated_bad(stays) == _undated_bad(goes) and _end(stays) != _end(goes)
            why = "the newest window" if dated else "the one that the marketplace calls bad"
        repeats.append(Repeat(stays, goes, why))
    return tuple(kept.values()), tuple(repeats)


def _with_parts(stays: Measurement, goes: Measurement) -> Measurement:
    """Take over parts, unless they are those of an older window."""
    same = stays.value is not None and stays.value == goes.value and _end(goes) in {_end(stays), date.min}
    if same and goes.parts and not stays.parts:
        stays = stays._replace(parts=goes.parts, exclusive=goes.exclusive)
    if same and goes.shares and not stays.shares:
        stays = stays._replace(shares=goes.shares)
    return stays


def _precedence(measurement: Measurement) -> tuple[bool, date, bool]:
    return _undated_bad(measurement), _end(measurement), measurement.good is False


def _undated_bad(measurement: Measurement) -> bool:
    return measurement.good is False and _end(measurement) == date.min


def _end(measurement: Measurement) -> date:
    window = measurement.window
    return window.end if window is not None and window.end is not None else date.min
