"""Which number of one side stands against which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sellervitals.foresight.day_causes import windows_by_name
from sellervitals.foresight.scope_causes import why_variants, without
from sellervitals.foresight.stated import Stated

Pair = tuple[Stated, Stated]
Key = tuple[str, str | None]


def pairs(
    left: Sequence[Stated], right: Sequence[Stated], families: Iterable[str]
) -> tuple[list[Pair], list[Stated]]:
    """Pair the numbers of two sides, and give those that found no partner.

    First those of one metric and segment, then what is left of one metric, then declared variants.
    ``families`` are metrics whose segments name metrics: these have nothing to do with each other.
    """
    found = list(_equal(left, right))
    for partners in (_segments, _variants):
        used = {id(each) for pair in found for each in pair}
        rest = [[each for each in side if id(each) not in used] for side in (left, right)]
        found.extend(partners(rest[0], rest[1], frozenset(families)))
    used = {id(each) for pair in found for each in pair}
    return found, [each for each in (*left, *right) if id(each) not in used]


def _key(each: Stated) -> Key:
    return each.metric.id, each.measurement.segment


def _equal(left: Iterable[Stated], right: Iterable[Stated]) -> Iterator[Pair]:
    by_key = {_key(each): each for each in right}
    for each in left:
        other = by_key.get(_key(each))
        if other is not None:
            yield each, other


def _segments(left: Iterable[Stated], right: Iterable[Stated], families: frozenset[str]) -> Iterator[Pair]:
    """Pair what is left of one metric, where one segment can be taken for the other."""
    mine, theirs = _by_metric(left), _by_metric(right)
    for metric, ours in mine.items():
        others = theirs.get(metric, [])
        if metric in families or not others:
            continue
        if _comparable(ours, others):
            yield from ((one, other) for one in ours for other in others)
            continue
        by_segment = {each.measurement.segment: each for each in others}
        for one in ours:
            for segment in _forms(one):
                if segment in by_segment:
                    yield one, by_segment[segment]


def _by_metric(several: Iterable[Stated]) -> dict[str, list[Stated]]:
    found: dict[str, list[Stated]] = {}
    for each in several:
        found.setdefault(each.metric.id, []).append(each)
    return found


def _comparable(ours: Sequence[Stated], others: Sequence[Stated]) -> bool:
    """Whether each of one side is worth holding against each of the other.

    SKUs and categories are not: there may be thousands, and none is mistaken for another.
    """
    metric = ours[0].metric
    alone = len(ours) == 1 or len(others) == 1
    whole = any(each.measurement.segment is None for each in (*ours, *others))
    known = bool(metric.segments) and (windows_by_name(metric) or alone or whole)
    return known or (alone and (whole or len(ours) == len(others)))


def _forms(one: Stated) -> Iterator[str | None]:
    """The segments that stand for one with, and without, a word that makes a variant of it."""
    segment = one.measurement.segment
    for word in one.metric.segment_variants:
        bare = without(segment, word)
        yield bare if bare != segment else (word if segment is None else f"{word} {segment}")


def _variants(left: Iterable[Stated], right: Iterable[Stated], _: frozenset[str]) -> Iterator[Pair]:
    """Pair what is left with declared variants of one segment."""
    theirs: dict[str | None, list[Stated]] = {}
    for each in right:
        theirs.setdefault(each.measurement.segment, []).append(each)
    for one in left:
        for other in theirs.get(one.measurement.segment, ()):
            if one.metric is not other.metric and why_variants(one.metric, other.metric):
                yield one, other
