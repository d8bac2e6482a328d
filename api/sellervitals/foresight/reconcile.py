"""Why two numbers of one seller differ: each pair of numbers with the causes that exact arithmetic finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from sellervitals.domain.marketplace import Marketplace
from sellervitals.foresight import day_causes, number_causes, scope_causes
from sellervitals.foresight.causes import Cause, ordered
from sellervitals.foresight.pairing import pairs
from sellervitals.foresight.scope_causes import Others
from sellervitals.foresight.stated import Side, Stated, stated

_OF_TWO: tuple[Callable[[Stated, Stated], Iterable[Cause]], ...] = (
    number_causes.unit,
    number_causes.counts,
    number_causes.denominator,
    number_causes.parts,
    number_causes.complement,
    number_causes.rounding,
    scope_causes.site,
    day_causes.days,
    scope_causes.rebuilt,
)
_AMONG_OTHERS: tuple[Callable[[Stated, Stated, Others], Iterable[Cause]], ...] = (
    scope_causes.variant,
    scope_causes.channel,
    scope_causes.mistaken,
)


SEGMENTS = 100
"""Segments of a metric among which another's number is looked for; channels and windows are few."""


class Difference(NamedTuple):
    """Two numbers that stand against each other.

    ``equal`` is None where one of them is unknown. ``difference`` is left less right, in the unit of the
    metric (of the ratio, for a rate); None where one is unknown or a word.
    """

    left: Stated
    right: Stated
    equal: bool | None
    difference: Fraction | None
    causes: tuple[Cause, ...]


class Reconciliation(NamedTuple):
    """All pairs of two sides, and the numbers that stand against nothing."""

    differences: tuple[Difference, ...]
    unpaired: tuple[Stated, ...]


def reconcile(left: Side, right: Side, marketplace: Marketplace) -> Reconciliation:
    """Hold the numbers of two sides against each other, and say why they differ."""
    both = [list(_of(side, marketplace)) for side in (left, right)]
    others = {side.name: several for side, several in zip((left, right), both, strict=True)}
    found, alone = pairs(both[0], both[1], marketplace.families)
    near = {name: _near(several) for name, several in others.items()}
    return Reconciliation(
        tuple(_difference(one, other, near, marketplace) for one, other in found), tuple(alone)
    )


def _of(side: Side, marketplace: Marketplace) -> Iterator[Stated]:
    known = ((each, marketplace.by_id[each.metric]) for each in side.measurements)
    return stated(side, known)


def _near(several: Iterable[Stated]) -> dict[str, list[Stated]]:
    """Sort numbers by metric; one with very many segments is not searched for every number."""
    found: dict[str, list[Stated]] = {}
    for each in several:
        found.setdefault(each.metric.id, []).append(each)
    return {metric: numbers if len(numbers) <= SEGMENTS else [] for metric, numbers in found.items()}


def _difference(
    left: Stated, right: Stated, near: dict[str, dict[str, list[Stated]]], marketplace: Marketplace
) -> Difference:
    equal = _equal(left, right)
    one, other = left.number, right.number
    difference = (
        None if one is None or other is None or left.metric.unit is not right.metric.unit else one - other
    )
    if equal:
        return Difference(left, right, equal, difference, ())
    if equal is None:
        unknown = list(scope_causes.no_data(left, right))
        causes = [*unknown, *number_causes.counts(left, right)] if unknown else []
        return Difference(left, right, equal, None, ordered(causes))
    related = _related(left, right, marketplace)
    others = {
        name: [each for metric in related for each in metrics.get(metric, ())]
        for name, metrics in near.items()
    }
    causes = [cause for find in _OF_TWO for cause in find(left, right)]
    causes += [cause for find in _AMONG_OTHERS for cause in find(left, right, others)]
    return Difference(
        left,
        right,
        equal,
        difference,
        ordered(causes) or (scope_causes.unexplained(left, right, marketplace.families),),
    )


def _equal(left: Stated, right: Stated) -> bool | None:
    if left.word is not None and right.word is not None:
        return left.word == right.word
    if left.number is None or right.number is None:
        return None
    return left.number == right.number or left.exact == right.exact


def _related(left: Stated, right: Stated, marketplace: Marketplace) -> list[str]:
    """The metrics that may be taken for one of a pair."""
    found = {left.metric.id: None, right.metric.id: None}
    for each in (left.metric, right.metric):
        found.update(dict.fromkeys(each.variants))
        found.update(dict.fromkeys(one.id for one in marketplace.metrics if each.id in one.variants))
    return list(found)
