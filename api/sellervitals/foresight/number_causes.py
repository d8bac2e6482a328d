"""Causes that the numbers themselves show: rounding, units, counts, denominators, parts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from sellervitals.domain.measurement import Unit
from sellervitals.foresight.causes import Cause, CauseKind, Explains
from sellervitals.foresight.stated import HALF, WHOLE_PERCENT, Stated, enumerated, gap, rounds_to, shown

_SECONDS = {Unit.SECONDS: 1, Unit.MINUTES: 60, Unit.HOURS: 3_600, Unit.DAYS: 86_400, Unit.WEEKS: 604_800}
_FEW_DIGITS = 20
"""A number of which more than a twentieth may be rounding proves no factor."""


def rounding(left: Stated, right: Stated) -> Iterator[Cause]:
    """Both agree once the finer one is written with the digits of the coarser one."""
    if left.number is None or right.number is None:
        return
    for fine, coarse in ((left, right), (right, left)):
        if coarse.places is None or coarse.number is None or _finer(coarse, fine):
            continue
        values = (each for each in (fine.number, fine.exact) if each is not None and each != coarse.number)
        for value in values:
            if rounds_to(value, coarse.number, coarse.places):
                how = "rounded" if abs(value - coarse.number) * 10**coarse.places <= HALF else "cut off"
                message = (
                    f"The {coarse.name} number, {coarse.shown}, is the {fine.name} one,"
                    f" {shown(value, fine.metric.unit)}, {how} to {_digits(coarse)}."
                )
                typed = coarse.measurement.document == coarse.side.typed
                yield Cause(CauseKind.ROUNDING, Explains.ALL, message, certain=typed)
                return
    places = left.places
    if places is not None and places == right.places and abs(left.number - right.number) * 10**places == 1:
        message = f"They are one apart in the last of {_digits(left)}: one may be rounded, the other cut off."
        yield Cause(CauseKind.ROUNDING, Explains.POSSIBLE, message)


def _finer(one: Stated, other: Stated) -> bool:
    """Whether one number has more digits than the other; exact counts have most."""
    if other.places is None or (other.sound and other.exact != other.number):
        return False
    return one.places is None or one.places > other.places


def _digits(each: Stated) -> str:
    rate = each.metric.unit is Unit.RATIO
    places = (each.places or 0) - (WHOLE_PERCENT if rate else 0)
    unit = "percent" if rate else each.metric.unit.words
    if not places:
        return "whole percents" if rate else f"whole {unit}"
    return f"{places} decimal{'s' if places > 1 else ''} of {'a percent' if rate else unit}"


def unit(left: Stated, right: Stated) -> Iterator[Cause]:
    """One is 100 times the other, or as many times as an hour has minutes."""
    if not left.number or not right.number:
        return
    small, big = sorted((left, right), key=lambda each: each.number or 0)
    for factor, reading in _factors(small, big):
        for low, high in ((small.number, big.number), (small.exact, big.exact)):
            if low is None or high is None:
                continue
            exact = low * factor == high
            if not exact and not _within(low * factor, small.spread * factor, high, big.spread):
                continue
            about = "" if exact else "within rounding "
            message = (
                f"The {big.name} number, {shown(high, big.metric.unit)}, is {about}{factor:,} times"
                f" the {small.name} one, {shown(low, small.metric.unit)}: {reading}."
            )
            yield Cause(CauseKind.UNIT, Explains.ALL, message)  # a reading: it may be chance
            return


def _factors(small: Stated, big: Stated) -> Iterator[tuple[int, str]]:
    own = small.metric.unit
    if own is Unit.RATIO:
        yield 100, "one of them was read as a ratio where it is in percent, or the other way round"
    if own not in _SECONDS:
        return
    for other, seconds in _SECONDS.items():
        if seconds < _SECONDS[own] and not _SECONDS[own] % seconds:
            yield _SECONDS[own] // seconds, f"the {big.name} one is in {other.words}, not in {own.words}"
        if seconds > _SECONDS[own] and not seconds % _SECONDS[own]:
            yield seconds // _SECONDS[own], f"the {small.name} one is in {other.words}, not in {own.words}"


def _within(one: Fraction, spread: Fraction, other: Fraction, more: Fraction) -> bool:
    enough = spread * _FEW_DIGITS <= one and more * _FEW_DIGITS <= other
    return enough and abs(one - other) <= spread + more


def counts(left: Stated, right: Stated) -> Iterator[Cause]:
    """One side's rate is not what its own counts give."""
    for own, other in permutations((left, right)):
        said = _contradiction(own)
        if not said:
            continue
        alike = _same_counts(own, other)
        counted = None if own.metric.impossible(own.measurement) else own.counted
        closes = alike or (counted is not None and other.says(counted))
        tail = ""
        if closes:
            by = (
                f"counts the same {other.tally}"
                if alike
                else f"number, {other.shown}, is what these counts give"
            )
            tail = f" The {other.name} {'side ' if alike else ''}{by}."
        explains = Explains.ALL if closes else Explains.PART if _nearer(own, other) else Explains.POSSIBLE
        yield Cause(CauseKind.COUNTS, explains, said + tail, certain=closes)


def _nearer(own: Stated, other: Stated) -> bool:
    """Whether the other side's number is nearer to what the counts give than to what is stated."""
    counted, number, theirs = own.counted, own.number, other.exact
    if counted is None or number is None or theirs is None or own.metric.impossible(own.measurement):
        return False
    return abs(theirs - counted) < abs(theirs - number)


def _contradiction(own: Stated) -> str:
    each, metric = own.measurement, own.metric
    if metric.unit is not Unit.RATIO:
        return ""
    if metric.impossible(each):
        too_many = f"{metric.numerator} exceed all {metric.denominator}"
        return f"The {own.name} counts cannot be: {own.tally} ({too_many})."
    if own.number == 0 and each.numerator and each.denominator is None:
        return f"The {own.name} side states {own.shown} beside {own.tally}: few events are shown as none."
    if not each.counts_agree and own.counted is not None:
        given = shown(own.counted, metric.unit)
        return f"The {own.name} side states {own.shown}, but its own counts, {own.tally}, are {given}."
    return ""


def _same_counts(one: Stated, other: Stated) -> bool:
    mine, theirs = one.measurement, other.measurement
    if mine.numerator is None or mine.numerator != theirs.numerator:
        return False
    return mine.denominator is None or mine.denominator == theirs.denominator


def denominator(left: Stated, right: Stated) -> Iterator[Cause]:
    """Both count the same events and divide them by different numbers."""
    if left.metric.unit is not Unit.RATIO or right.metric.unit is not Unit.RATIO:
        return
    events = left.measurement.numerator
    if events and events == right.measurement.numerator:
        yield from _divided(events, left, right)
        return
    for own, other in permutations((left, right)):
        top, bottom = own.measurement.numerator, other.measurement.denominator
        if not own.sound or not top or not bottom or other.measurement.numerator is not None:
            continue
        if bottom != own.measurement.denominator and other.says(Fraction(top, bottom)):
            message = (
                f"The {own.name} {top:,} {own.metric.numerator} by the {other.name} {bottom:,}"
                f" {other.metric.denominator}, instead of {own.measurement.denominator:,}, are {other.shown}."
            )
            yield Cause(CauseKind.DENOMINATOR, Explains.ALL, message)


def _divided(events: int, left: Stated, right: Stated) -> Iterator[Cause]:
    if not all(each.sound or each.measurement.denominator is None for each in (left, right)):
        return  # its counts contradict it, which is said elsewhere
    spans = [_bottoms(events, each) for each in (left, right)]
    if None in spans:
        return
    (low, high), (least, most) = (each for each in spans if each is not None)
    if low <= most and least <= high:
        return  # one number could be both
    sound = left.sound and right.sound
    said = " and the ".join(f"{each.name} side divides by {_bottom(events, each)}" for each in (left, right))
    message = f"Both count {events:,} {left.metric.numerator}; the {said}."
    if sound:
        apart = abs((left.measurement.denominator or 0) - (right.measurement.denominator or 0))
        if apart == events:
            message += f" The {apart:,} between them are the {left.metric.numerator} themselves."
    yield Cause(CauseKind.DENOMINATOR, Explains.ALL, message, certain=sound and _of_one_thing(left, right))


def _of_one_thing(left: Stated, right: Stated) -> bool:
    """Whether nothing says that the numbers are about different events, which may be as many by chance."""
    one, other = left.measurement, right.measurement
    windows = {each.window for each in (one, other) if each.window is not None}
    sites = {each.side.site for each in (left, right) if each.side.site is not None}
    same = left.metric is right.metric and one.segment == other.segment
    return same and len(windows) < 2 and len(sites) < 2  # noqa: PLR2004 - two different ones


def _bottoms(events: int, each: Stated) -> tuple[Fraction, Fraction] | None:
    """The denominators that a rate leaves room for."""
    if each.sound:
        known = Fraction(each.measurement.denominator or 0)
        return known, known
    number = each.number
    if not number or number <= each.spread:
        return None
    return events / (number + each.spread), events / (number - each.spread)


def _bottom(events: int, each: Stated) -> str:
    if each.sound:
        return f"{each.measurement.denominator:,} {each.metric.denominator}"
    about = round(events / each.number) if each.number else 0
    return f"about {about:,} (its rate of {each.shown} says so)"


def parts(left: Stated, right: Stated) -> Iterator[Cause]:
    """One side adds up, leaves out, or counts only, parts of what the other counts."""
    for own, other in permutations((left, right)):
        yield from _summed(own, other)
        yield from _left_out(own, other)


def _summed(own: Stated, other: Stated) -> Iterator[Cause]:
    each, theirs = own.measurement, other.measurement
    total = each.total(own.metric)
    events = theirs.total(other.metric)
    if total is None or events is None or events == total or own.metric is not other.metric:
        return
    base = each.denominator == theirs.denominator
    added = sum(each.parts.values())
    if len(each.parts) > 1 and events == added and not each.exclusive and total < added:
        listed = enumerated((f"{count:,} {name}" for name, count in each.parts.items()), " + ")
        message = (
            f"The {other.name} side counts {events:,}, which is {listed}; the {own.name} side counts"
            f" {total:,} {own.metric.numerator}, each once: {added - total:,} are counted twice."
        )
        sound = all(part.sound or part.metric.unit is Unit.COUNT for part in (own, other))
        explains = Explains.ALL if sound and base else Explains.PART
        yield Cause(CauseKind.PARTS, explains, message, certain=base)
    for name, count in each.parts.items():
        if base and count == events:
            message = (
                f"The {other.name} side counts {events:,}, as many as {name} among the {own.name} {total:,}."
            )
            yield Cause(CauseKind.PARTS, Explains.POSSIBLE, message)


def _left_out(own: Stated, other: Stated) -> Iterator[Cause]:
    """The rates of a group of parts make the difference."""
    shares, mine, theirs = own.measurement.shares, own.number, other.number
    if mine is None or theirs is None or own.metric.unit is not Unit.RATIO:
        return
    groups: dict[str, list[Fraction]] = {}
    for name, share in shares.items():
        group, dot, _ = name.rpartition(".")
        if dot:
            groups.setdefault(group, []).append(Fraction(share.numerator, share.denominator))
    for group, several in groups.items():
        added = sum(several, Fraction(0))
        if added and abs(abs(mine - theirs) - added) <= other.spread:
            message = (
                f"The difference of {gap(abs(mine - theirs), own.metric.unit)} is what the {own.name} side"
                f" lists under {group}: one of them leaves it out."
            )
            yield Cause(CauseKind.PARTS, Explains.ALL, message)


def complement(left: Stated, right: Stated) -> Iterator[Cause]:
    """One is the share of the good events, the other that of the bad ones."""
    one, other = left.exact, right.exact
    if left.metric.unit is not Unit.RATIO or not one or not other or one == other:
        return
    coarse = left if right.places is None or (left.places or 99) < right.places else right
    if one + other == 1 or coarse.says(1 - (other if coarse is left else one)):
        message = (
            f"Together they make 100 %: one of {left.shown} and {right.shown} is the share of the others."
        )
        yield Cause(CauseKind.COMPLEMENT, Explains.ALL, message)
