"""A number as one side states it, with how exactly it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, tzinfo
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sellervitals.domain.measurement import SURE_DIGITS, Measurement, Metric, Unit
from sellervitals.domain.rate import Rate, plain
from sellervitals.domain.wording import display, subject
from sellervitals.domain.words import folded

HALF = Fraction(1, 2)
TWO_DIGITS = 10
LISTED, NAME = 10, 120
"""Things that a sentence lists, and characters of each."""
WHOLE_PERCENT = 2
"""Decimals of a ratio that everybody shows at least."""


class Side(NamedTuple):
    """What one side says of an account.

    ``as_of`` is the day that the caller named, ``zone`` the time zone of its days; None where not said.
    ``typed`` is the document name of numbers that the caller typed in.
    """

    name: str
    measurements: tuple[Measurement, ...]
    site: str | None = None
    as_of: date | None = None
    zone: tzinfo | None = None
    typed: str = "metrics"


class Stated(NamedTuple):
    """One number of a side.

    ``places`` is the number of decimals that it is known to (a rate as a ratio); None where it is exact.
    ``behind`` is how many days before the newest day in its document its window ends.
    """

    side: Side
    measurement: Measurement
    metric: Metric
    places: int | None
    behind: int = 0

    @property
    def name(self) -> str:
        """The side, for sentences."""
        return self.side.name

    @property
    def word(self) -> str | None:
        """A state's word, in one spelling."""
        value = self.measurement.value
        return folded(value) if isinstance(value, str) else None

    @property
    def number(self) -> Fraction | None:
        """What is stated: the reported value, else what the counts give; None where there is neither."""
        value = self.measurement.value
        if self.measurement.denominator == 0 or isinstance(value, str):
            return None
        if value is None:
            counted = self.measurement.counted
            return None if counted is None or self.metric.impossible(self.measurement) else _fraction(counted)
        return _fraction(value)

    @property
    def counted(self) -> Fraction | None:
        """What the counts give, whatever was reported beside them."""
        counted = self.measurement.counted
        return None if counted is None else _fraction(counted)

    @property
    def sound(self) -> bool:
        """Whether there are counts that may be calculated with: both, possible, and in line with the rate."""
        each = self.measurement
        return each.counted is not None and each.counts_agree and not self.metric.impossible(each)

    @property
    def exact(self) -> Fraction | None:
        """The number as exactly as it is known: by its counts where they agree with it."""
        return self.counted if self.sound else self.number

    @property
    def shown(self) -> str:
        """The number for people."""
        value = self.number
        if value is None:
            given = self.measurement.value
            return given if isinstance(given, str) else "no value"
        return shown(value, self.metric.unit)

    @property
    def described(self) -> str:
        """The metric and segment, for people."""
        return subject(self.metric.title, self.measurement.segment)

    @property
    def tally(self) -> str:
        """The counts for people: ``12 of 1,000 orders``."""
        top, bottom = self.measurement.numerator, self.measurement.denominator
        if top is None:
            return "" if bottom is None else f"{bottom:,} {self.metric.denominator}"
        if bottom is None:
            return f"{top:,} {self.metric.numerator}"
        return f"{top:,} of {bottom:,} {self.metric.denominator}"

    def says(self, value: Fraction) -> bool:
        """Whether ``value`` is what is stated, equal or within the rounding of what is stated."""
        number = self.number
        return number is not None and rounds_to(value, number, self.places)

    def tells(self, value: Fraction) -> bool:
        """Whether a number is one of its kind: two digits at least, and not all there is.

        0 %, 100 % and small counts are met everywhere, so that two of them agree by chance.
        """
        whole = self.metric.unit is Unit.RATIO and value == 1
        return not whole and abs(value) * 10 ** (self.places or 0) >= TWO_DIGITS

    @property
    def spread(self) -> Fraction:
        """How far the true value may be from the stated one by rounding."""
        return Fraction(0) if self.places is None else HALF / 10**self.places


def enumerated(several: Iterable[str], by: str = " and ") -> str:
    """Write a list for people; what is too long for a sentence is counted."""
    words = [each[:NAME] for each in several]
    more = len(words) - LISTED
    return by.join(words[:LISTED]) + (f"{by}{more:,} more" if more > 0 else "")


def shown(value: Fraction, unit: Unit) -> str:
    """Write a number for people."""
    if unit is Unit.RATIO:
        return Rate(*value.as_integer_ratio()).display()
    return display(Decimal(value.numerator) / Decimal(value.denominator), unit)


def gap(value: Fraction, unit: Unit) -> str:
    """Write a difference for people: ``0.16 percentage points``."""
    if unit is not Unit.RATIO:
        return shown(value, unit)
    text = Rate(*value.as_integer_ratio())
    return text.display().replace("%", "percentage points")


def as_text(value: Fraction) -> str:
    """Write a difference as JSON carries it: an exact decimal of at most 10 places."""
    return plain(Decimal(str(Rate(*value.as_integer_ratio()))))


def rounds_to(value: Fraction, coarse: Fraction, places: int | None) -> bool:
    """Whether ``value`` gives ``coarse`` once rounded, or cut off, to so many places."""
    if places is None:
        return value == coarse
    if coarse < 0:
        value, coarse = -value, -coarse
    return -HALF <= (value - coarse) * Fraction(10) ** places < 1


def stated(side: Side, metrics: Iterable[tuple[Measurement, Metric]]) -> Iterator[Stated]:
    """Say of each number of a side how exactly it is known.

    A document drops the zeros at the end of a number, so that its rates are known as exactly as the one of
    them that is written with most digits. A caller's own number is known as exactly as it was typed.
    """
    several = list(metrics)
    newest = _newest(each for each, _ in several if each.document != side.typed)
    finest: dict[str | None, int] = {}
    for each, _ in several:
        if isinstance(each.value, Rate) and each.document != side.typed:
            digits = each.digits if each.digits is not None else _decimals(_fraction(each.value))
            finest[each.document] = max(finest.get(each.document, WHOLE_PERCENT), digits or 0)
    for each, metric in several:
        last, end = newest.get(each.document), None if each.window is None else each.window.end
        behind = 0 if last is None or end is None else (last - end).days
        yield Stated(side, each, metric, _places(each, metric, finest.get(each.document)), behind)


def _newest(measurements: Iterable[Measurement]) -> dict[str | None, date]:
    """Give the last day that each document speaks of."""
    found: dict[str | None, date] = {}
    for each in measurements:
        if each.window is not None and each.window.end is not None:
            found[each.document] = max(found.get(each.document, date.min), each.window.end)
    return found


def _places(each: Measurement, metric: Metric, finest: int | None) -> int | None:
    value = each.value
    if isinstance(value, Rate):
        if finest is None:
            finest = each.digits if each.digits is not None else _decimals(_fraction(value))
        return None if finest is None else min(max(finest, WHOLE_PERCENT), SURE_DIGITS)
    if isinstance(value, Decimal) and metric.unit is not Unit.COUNT:
        exponent = value.as_tuple().exponent
        return max(-exponent, 0) if isinstance(exponent, int) else None
    return None


def _decimals(value: Fraction) -> int | None:
    """Count the decimals that a number is written with; None where they never end."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def _fraction(value: Rate | Decimal) -> Fraction:
    if isinstance(value, Rate):
        return Fraction(value.numerator, value.denominator)
    return Fraction(value)
