"""When a line breaks, and when it holds again, as a range of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Why(StrEnum):
    """Why there is no day."""

    ALREADY = "already"
    """The line is broken on the day of the question."""
    NOT_BROKEN = "not_broken"
    """It holds on the day of the question, so that there is nothing to recover from."""
    NOT_WITHIN_HORIZON = "not_within_horizon"
    """It does not come to that on the days that were looked at; later it may."""
    NEVER = "never"
    """All that is counted today has left by then, and the inflow alone does not bring it about."""
    NOTHING_LEFT = "nothing_left"
    """Nothing at all is counted any more, so that there is no rate to judge."""


class End(NamedTuple):
    """A day, or why there is none."""

    day: date | None
    why: Why | None = None


class Range(NamedTuple):
    """The earliest, the expected and the latest day."""

    earliest: End
    expected: End
    latest: End


States = Sequence["bool | None"]
"""For each day of a path whether the line is broken; None where there is nothing to judge."""


class Scenarios(NamedTuple):
    """The states of a path at the low, the expected and the high end of the bad events."""

    low: States
    expected: States
    high: States


def breach(days: Sequence[date], broken: Scenarios, *, settled: bool) -> Range:
    """Give the days on which the line breaks; the more comes in, the earlier.

    Args:
        days: the days of the path, the first one is that of the question.
        broken: whether the line is broken on each of them.
        settled: whether the last day says how it goes on for ever.
    """
    return Range(*(_breach(days, each, settled=settled) for each in reversed(broken)))


def recovery(days: Sequence[date], broken: Scenarios, *, settled: bool) -> Range:
    """Give the first days on which a line that is broken today holds; the less comes in, the earlier."""
    return Range(*(_recovery(days, each, settled=settled) for each in broken))


def relapse(days: Sequence[date], broken: States) -> date | None:
    """Give the first day on which a line that is broken today, and holds again later, breaks anew."""
    if not broken[0]:
        return None
    whole = iter(zip(days, broken, strict=True))
    held = any(state is False for _, state in whole)
    return next((day for day, state in whole if state), None) if held else None


def _breach(days: Sequence[date], broken: States, *, settled: bool) -> End:
    if broken[0]:
        return End(None, Why.ALREADY)
    return _first(days, broken, wanted=True, settled=settled)


def _recovery(days: Sequence[date], broken: States, *, settled: bool) -> End:
    if not broken[0]:
        return End(None, Why.NOT_BROKEN)
    return _first(days, broken, wanted=False, settled=settled)


def _first(days: Sequence[date], broken: States, *, wanted: bool, settled: bool) -> End:
    found = next((day for day, state in zip(days, broken, strict=True) if state is wanted), None)
    if found is not None:
        return End(found)
    if not settled:
        return End(None, Why.NOT_WITHIN_HORIZON)
    return End(None, Why.NOTHING_LEFT if broken[-1] is None else Why.NEVER)
