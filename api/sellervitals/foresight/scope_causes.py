"""Causes that lie in what the numbers are about: another site, channel or metric, or figures worked out."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import permutations

from sellervitals.domain.measurement import Metric
from sellervitals.foresight.causes import Cause, CauseKind, Explains
from sellervitals.foresight.day_causes import windows_by_name
from sellervitals.foresight.stated import NAME, TWO_DIGITS, Stated, enumerated, gap

Others = Mapping[str, Iterable[Stated]]
"""Everything that each side states, by side."""


def no_data(left: Stated, right: Stated) -> Iterator[Cause]:
    """A side has no value, which is neither zero nor good."""
    empty = [each for each in (left, right) if each.number is None and each.word is None]
    if len(empty) == 1:
        for each in empty:
            measurement = each.measurement
            why = measurement.missing or "it states no value"
            if each.metric.impossible(measurement) and measurement.value is None:
                why = f"its counts cannot be, {each.tally}"
            elif measurement.denominator == 0:
                why = f"it counts no {each.metric.denominator}"
            message = f"The {each.name} side has no number: {why}. That is unknown, not zero."
            yield Cause(CauseKind.NO_DATA, Explains.ALL, message, certain=True)


def site(left: Stated, right: Stated) -> Iterator[Cause]:
    """Both name a site, and not the same."""
    one, other = left.side.site, right.side.site
    if one is not None and other is not None and one != other:
        message = f"The left number is about {one}, the right one about {other}: each site is counted apart."
        yield Cause(CauseKind.SITE, Explains.PART, message, certain=True)


def variant(left: Stated, right: Stated, others: Others) -> Iterator[Cause]:
    """The plugin says that both are right and about different things."""
    if left.metric is not right.metric:
        why = why_variants(left.metric, right.metric)
        if why:
            closes = _made_of(left, right, others)
            explains = Explains.ALL if closes else Explains.PART
            yield Cause(CauseKind.VARIANT, explains, f"{why}{closes}", certain=True)
        return
    for word, why in left.metric.segment_variants.items():
        if _begins(left.measurement.segment, word) != _begins(right.measurement.segment, word):
            yield Cause(CauseKind.VARIANT, Explains.PART, why, certain=True)


def why_variants(one: Metric, other: Metric) -> str:
    """Why two metrics are taken for each other and differ; empty where nobody says so."""
    return one.variants.get(other.id, "") or other.variants.get(one.id, "")


def without(segment: str | None, word: str) -> str | None:
    """A segment without the word that it begins with, or is."""
    if segment is None or segment == word:
        return None
    return segment.removeprefix(f"{word} ")


def _begins(segment: str | None, word: str) -> bool:
    return segment is not None and (segment == word or segment.startswith(f"{word} "))


def _made_of(left: Stated, right: Stated, others: Others) -> str:
    """Say which third variant makes up the difference exactly, where one does."""
    if left.number is None or right.number is None:
        return ""
    whole, piece = (left, right) if left.number > right.number else (right, left)
    rest = abs(left.number - right.number)
    for side in others.values():
        for each in side:
            known = each.metric not in {left.metric, right.metric} and why_variants(whole.metric, each.metric)
            same = each.measurement.segment == piece.measurement.segment
            if known and same and rest and each.number == rest:
                return (
                    f" The difference of {gap(rest, whole.metric.unit)} is exactly the {each.name} side's"
                    f" {each.described}."
                )
    return ""


def mistaken(left: Stated, right: Stated, others: Others) -> Iterator[Cause]:
    """One side's number is what the other side states under another name: a variant or another segment."""
    for own, other in permutations((left, right)):
        for each in others[other.name]:
            if each.measurement is other.measurement:
                continue
            if not _is(own, each):
                yield from _same_events(own, other, each)
                continue
            message = (
                f"The {own.name} number, {own.shown}, is what the {other.name} side states as"
                f" {each.described}: {each.shown}."
            )
            if each.metric is not other.metric:
                why = why_variants(each.metric, other.metric)
                if why:
                    yield Cause(CauseKind.VARIANT, Explains.ALL, f"{message} {why}")
            elif each.measurement.segment != other.measurement.segment:
                yield Cause(_kind(each, other), Explains.ALL, message)


def _kind(one: Stated, other: Stated) -> CauseKind:
    """Say what the segments of a metric tell apart."""
    if windows_by_name(one.metric):
        return CauseKind.WINDOW
    return CauseKind.VARIANT if _other_kind(one, other) else CauseKind.CHANNEL


def _same_events(own: Stated, other: Stated, each: Stated) -> Iterator[Cause]:
    """One side counts as many events as the other side's variant of the metric."""
    events, why = own.measurement.numerator, why_variants(each.metric, other.metric)
    if why and events is not None and events >= TWO_DIGITS and events == each.measurement.numerator:
        message = f"The {own.name} side counts {events:,} {own.metric.numerator}, as many as the {other.name}"
        yield Cause(CauseKind.VARIANT, Explains.PART, f"{message} {each.described}. {why}")


def _is(own: Stated, each: Stated) -> bool:
    """Whether a number is another one, by more than chance."""
    number, exact = own.number, each.exact
    if number is None or exact is None or own.metric.unit is not each.metric.unit or not own.tells(number):
        return False
    mine, theirs = own.measurement, each.measurement
    if None not in {mine.denominator, theirs.denominator} and mine.denominator != theirs.denominator:
        return False
    return own.says(exact) or each.number == number


def channel(left: Stated, right: Stated, others: Others) -> Iterator[Cause]:
    """The numbers are about different parts of the account, or about a part and the whole."""
    one, other = left.measurement.segment, right.measurement.segment
    if left.metric is not right.metric or _other_kind(left, right):
        return
    if one == other:
        yield from _mixed(left, right, others)
    elif one is not None and other is not None:
        message = f"The left number is about {one}, the right one about {other}: each is counted apart."
        yield Cause(CauseKind.CHANNEL, Explains.PART, message, certain=True)
    else:
        whole, part = (left, right) if one is None else (right, left)
        yield _part_of(whole, part, others)


def _other_kind(left: Stated, right: Stated) -> bool:
    """Whether the segments tell windows or variants apart, and no parts of an account."""
    if windows_by_name(left.metric):
        return True
    one, other = left.measurement.segment, right.measurement.segment
    return any(_begins(one, word) != _begins(other, word) for word in left.metric.segment_variants)


def _parts(of: Stated, others: Others) -> list[Stated]:
    """All parts of a side's metric, with the one given."""
    metric = of.metric
    return [
        each for each in others[of.name] if each.metric is metric and each.measurement.segment is not None
    ]


def _part_of(whole: Stated, part: Stated, others: Others) -> Cause:
    all_, some = whole.measurement, part.measurement
    begins = (
        f"The {whole.name} number names no part of the account, the {part.name} one is about"
        f" {some.segment} alone"
    )
    several = _parts(part, others)
    summed = _sum(several)
    if summed and summed == (all_.numerator, all_.denominator):
        listed = enumerated(f"{each.tally} ({each.measurement.segment})" for each in several)
        message = (
            f"{begins}. The {whole.name} counts, {whole.tally}, are the sum of the {part.name} {listed}."
        )
        return Cause(CauseKind.CHANNEL, Explains.ALL, message, certain=True)
    tops, bottoms = (all_.numerator, some.numerator), (all_.denominator, some.denominator)
    if None in tops or None in bottoms:
        return Cause(CauseKind.CHANNEL, Explains.PART, f"{begins}.")
    events = (all_.numerator or 0) - (some.numerator or 0)
    base = (all_.denominator or 0) - (some.denominator or 0)
    if events < 0 or base < 0 or (whole.metric.bounded and events > base):
        message = (
            f"{begins}. That alone cannot be it: a part counts no more than the whole, but there are"
            f" {part.tally} in it and {whole.tally} in all."
        )
        return Cause(CauseKind.CHANNEL, Explains.POSSIBLE, message)
    rest = f"{events:,} {whole.metric.numerator} of {base:,} {whole.metric.denominator}"
    return Cause(CauseKind.CHANNEL, Explains.PART, f"{begins}; {rest} are then in the rest.")


def _mixed(left: Stated, right: Stated, others: Others) -> Iterator[Cause]:
    """One side states the sum of several parts under the name of one of them."""
    for own, other in permutations((left, right)):
        several = _parts(other, others)
        mine = own.measurement
        counted = (mine.numerator, mine.denominator)
        if len(several) > 1 and None not in counted and _sum(several) == counted:
            listed = enumerated(str(each.measurement.segment) for each in several)
            message = f"The {own.name} counts, {own.tally}, are the sum of the {other.name} {listed}."
            yield Cause(CauseKind.CHANNEL, Explains.ALL, message)


def _sum(several: Iterable[Stated]) -> tuple[int, int] | None:
    """Add up the counts of parts; None where one has none."""
    tops = [each.measurement.numerator for each in several]
    bottoms = [each.measurement.denominator for each in several]
    if not tops or None in tops or None in bottoms:
        return None
    return sum(each or 0 for each in tops), sum(each or 0 for each in bottoms)


def rebuilt(left: Stated, right: Stated) -> Iterator[Cause]:
    """One side's number was worked out of other figures, where the other's was reported."""
    one, other = left.measurement.rebuilt_from, right.measurement.rebuilt_from
    if bool(one) == bool(other):
        return
    each = left if one else right
    message = f"Nobody reported the {each.name} number: it was worked out of {one or other}."
    yield Cause(CauseKind.REBUILT, Explains.POSSIBLE, message)


def unexplained(left: Stated, right: Stated, families: Container[str] = ()) -> Cause:
    """Say plainly that nothing known explains a difference, and what is known.

    ``families`` are metrics that say nothing of what is counted, as it is the caller's own.
    """
    said = [
        f"{each.name} {each.shown[:NAME]}" + (f" ({each.tally})" if each.tally else "")
        for each in (left, right)
    ]
    message = f"Nothing that was given explains it: {', '.join(said)}."
    if left.metric is right.metric and left.metric.description and left.metric.id not in families:
        message += f" What is counted: {left.metric.description}"
    return Cause(CauseKind.UNEXPLAINED, Explains.NOTHING, message)
