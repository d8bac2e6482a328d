"""What was measured: a value with its counts, window, target and the marketplace's own word."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, Self

from sellervitals.domain.breakdown import Breakdown
from sellervitals.domain.fault import (
    MetadataError,
    described,
    distinct,
    many,
    one_of,
    snake,
    table,
    text,
    whole,
)
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Severity, Trust

Value = Rate | Decimal | str
"""A rate, a plain number (points, counts, days) or a state's word."""

NO_PARTS: Mapping[str, int] = MappingProxyType({})
NO_SHARES: Mapping[str, Rate] = MappingProxyType({})
SURE_DIGITS = 15
"""What a binary floating-point number is sure of; the 17th decimal of 0.42857142857142855 is noise."""


class Unit(StrEnum):
    """What a value is counted in; only ``ratio`` values are rates."""

    __hash__ = str.__hash__  # the one of enumerations is slow

    RATIO = "ratio"
    POINTS = "points"
    COUNT = "count"
    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    STARS = "stars"
    """A mean of ratings."""
    CUBIC_FEET = "cubic_feet"
    USD = "usd"
    """Money; amounts of other currencies have no unit, so that nothing compares them."""
    STATE = "state"

    @property
    def words(self) -> str:
        """The unit as people write it after a number."""
        return "USD" if self is Unit.USD else self.value.replace("_", " ")


class Better(StrEnum):
    """The direction of good."""

    __hash__ = str.__hash__  # the one of enumerations is slow

    LOWER = "lower"
    HIGHER = "higher"


class Comparator(StrEnum):
    """What a value must be to pass, as a word: 'under 1 %' and '1 % or less' differ where it matters.

    ``better`` is the direction that it asks for.
    """

    __hash__ = str.__hash__  # the one of enumerations is slow

    better: Better
    _compare: Callable[[Any, Any], Any]

    def __new__(cls, word: str, better: Better, compare: Callable[[Any, Any], Any]) -> Self:  # noqa: D102
        self = str.__new__(cls, word)
        self._value_, self.better, self._compare = word, better, compare
        return self

    BELOW = "below", Better.LOWER, operator.lt
    AT_MOST = "at_most", Better.LOWER, operator.le
    AT_LEAST = "at_least", Better.HIGHER, operator.ge
    ABOVE = "above", Better.HIGHER, operator.gt

    def holds(self, value: Value, bound: Value) -> bool:
        """Say whether ``value`` stands on the good side of ``bound``; both of one kind."""
        return bool(self._compare(value, bound))


_PERIOD = re.compile("([1-9][0-9]{0,3}) days?")
"""A period that says how many days it has."""


class Window(NamedTuple):
    """The days a value covers, both ends included; either end may be unknown."""

    start: date | None
    end: date | None

    @property
    def days(self) -> int | None:
        """The number of days covered; None when an end is unknown or the window runs backwards."""
        if self.start is None or self.end is None or self.end < self.start:
            return None
        return (self.end - self.start).days + 1


class Target(NamedTuple):
    """The bound that came with a value; it outranks every table.

    One that the marketplace only recommends is ``suggested``: it can warn, and not fail.
    """

    comparator: Comparator
    value: Rate | Decimal
    trust: Trust = Trust.OFFICIAL


class Quote(NamedTuple):
    """The marketplace's own advice about a value, word for word, and where it points to."""

    text: str
    url: str = ""


class Measurement(NamedTuple):
    """One metric of one account, as one source reported it.

    ``value`` is what was reported, or None when only counts came. ``digits`` is the number of decimals of a
    reported ratio, for comparing it with its counts. ``verdict`` is the marketplace's own word as written;
    ``good`` is what that word means (None: no verdict). ``parts`` are counts that belong to ``numerator``, or
    to the value of a count; ``exclusive`` says that no event is in two parts. ``shares`` are rates of such
    parts, where the document counts none. ``document`` and ``pointer`` say where it stood. ``breakdown``
    holds the single cases behind it; ``rebuilt_from`` says what it was worked out of, where nobody reported
    it as such. ``period`` is how long the window is in the marketplace's words, ``60 days``, where nobody
    knows its days; ``missing`` says why there is no value, where that is known. ``quotes`` is what the
    marketplace advises. Until ``exempt_until``, that day included, it does not enforce its target;
    ``severity`` is what whoever reported it says is at stake.
    """

    metric: str
    segment: str | None = None
    value: Value | None = None
    numerator: int | None = None
    denominator: int | None = None
    window: Window | None = None
    target: Target | None = None
    verdict: str | None = None
    good: bool | None = None
    parts: Mapping[str, int] = NO_PARTS
    exclusive: bool = False
    digits: int | None = None
    document: str | None = None
    pointer: str = ""
    site: str | None = None
    breakdown: Breakdown | None = None
    rebuilt_from: str = ""
    shares: Mapping[str, Rate] = NO_SHARES
    quotes: tuple[Quote, ...] = ()
    exempt_until: date | None = None
    severity: Severity | None = None
    period: str = ""
    missing: str = ""

    @property
    def source(self) -> str:
        """Where it stood, for people: the document with the pointer inside it, or ``metrics``."""
        return f"{self.document or 'metrics'}{'#' if self.pointer else ''}{self.pointer}"

    @property
    def counted(self) -> Rate | None:
        """The rate that the counts give; None without both or with an empty denominator."""
        if self.numerator is None or not self.denominator:
            return None
        return Rate(self.numerator, self.denominator)

    @property
    def days(self) -> int | None:
        """How many days it covers: those of its window, else of its period; None where neither says it."""
        if self.window is not None and self.window.days is not None:
            return self.window.days
        named = _PERIOD.fullmatch(self.period)
        return int(named[1]) if named else None

    def total(self, metric: Metric) -> int | None:
        """All events that ``parts`` are parts of: those of a rate's numerator, or a count itself."""
        if metric.unit is Unit.COUNT:
            return int(self.value) if isinstance(self.value, Decimal) else None
        return self.numerator

    def bad(self, better: Better, part: str = "") -> int | None:
        """Count the events that speak against a rate; None without counts, and where they contradict it.

        ``part`` names the part of the numerator that is meant, such as the buyers behind its defects. Where
        it was not counted the numerator is the most it can be.
        """
        if not self.counts_agree:
            return None
        if part in self.parts:
            return self.parts[part]
        if better is Better.LOWER or self.numerator is None:
            return self.numerator
        return None if self.denominator is None else max(self.denominator - self.numerator, 0)

    @property
    def counts_agree(self) -> bool:
        """Whether value and counts tell the same story: equal within the rounding of the last digit.

        A rate that was cut off instead of rounded agrees too. Rates without decimals count as whole percents.
        Decimals beyond ``SURE_DIGITS`` prove nothing. True when there is nothing to compare.
        """
        top, bottom, value = self.numerator, self.denominator, self.value
        if top is None or not bottom or not isinstance(value, Rate):
            return True
        step: int = 10 ** min(self.digits or 2, SURE_DIGITS)
        # counted - value, in units of the last digit: at least -1/2 and under 1
        gap = (top * value.denominator - value.numerator * bottom) * step
        scale = bottom * value.denominator
        return -scale <= 2 * gap and gap < scale

    @property
    def decisive(self) -> Value | None:
        """The value that decides: exact counts where they agree or stand alone, else what was reported.

        None means no data, which an empty denominator always is.
        """
        top, bottom, value = self.numerator, self.denominator, self.value
        if bottom == 0:
            return None
        if top is None or bottom is None:
            return value
        if value is None or (isinstance(value, Rate) and self.counts_agree):
            return Rate(top, bottom)
        return value


@described
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Metric:
    """The definition of a metric inside its marketplace.

    Args:
        id: snake_case.
        title: for people, capitalised as in a sentence.
        unit: a rate is ``ratio``.
        better: the direction of good; states have none that a machine could use, say ``lower``.
        window_days: the length of the marketplace's own window, if it has one.
        lag_days: how many days before the day of the report its window ends: the newest days are not in it.
        segment_days: the length of the window by segment, for segments that differ in nothing else, such as
            ``{"10d": 10, "30d": 30}``; the events of a day are the same in all of them.
        rolling: whether an event counts for that many days from its own day on, and then no more; an open
            finding then says when all that is counted has left.
        segments: the segments a caller may name; empty means any.
        parts: the names of the counts that its numerator, or a count itself, is made of; a caller may give
            them.
        numerator: what a count, or a rate's numerator, counts, in the plural, such as ``late shipments``.
        denominator: what its denominator counts.
        bounded: False for a rate that may lawfully exceed 100 %.
        highest: the largest value there can be, for points on a scale.
        variants: metrics of the same marketplace that people take for this one, by id, each with a sentence
            on why both are right and still differ. One side is enough: it holds both ways.
        segment_variants: the same for a word that a segment begins with, or is, such as ``projected``: the
            figure with it and the one without it.
        states: the words a state metric may hold; empty means any.
    """

    id: str
    title: str
    unit: Unit
    better: Better
    description: str = ""
    window_days: int | None = None
    lag_days: int = 0
    segment_days: Mapping[str, int] = field(default_factory=dict)
    rolling: bool = False
    segments: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    numerator: str = "events"
    denominator: str = "orders"
    bounded: bool = True
    highest: int | None = None
    states: tuple[str, ...] = ()
    variants: Mapping[str, str] = field(default_factory=dict)
    segment_variants: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        subject = f"metric {self.id}"
        snake(self.id, subject, "id")
        for name in ("title", "numerator", "denominator"):
            text(getattr(self, name), subject, name)
        object.__setattr__(self, "unit", one_of(Unit, self.unit, subject, "unit"))
        object.__setattr__(self, "better", one_of(Better, self.better, subject, "better"))
        if self.window_days is not None:
            whole(self.window_days, subject, "window_days", least=1)
        elif self.rolling:
            raise MetadataError(subject, "window_days", "is missing, and its window is said to be rolling")
        whole(self.lag_days, subject, "lag_days")
        table(int, self.segment_days, subject, "segment_days")
        for segment, days in self.segment_days.items():
            whole(days, subject, f"segment_days[{segment!r}]", least=1)
        object.__setattr__(self, "segment_days", MappingProxyType(dict(self.segment_days)))
        if self.highest is not None:
            whole(self.highest, subject, "highest", least=1)
        for name in ("segments", "parts", "states"):
            many(str, getattr(self, name), subject, name)
            distinct(getattr(self, name), subject, name)
        self._check_variants(subject)

    def _check_variants(self, subject: str) -> None:
        for name in ("variants", "segment_variants"):
            table(str, getattr(self, name), subject, name)
            for key, why in getattr(self, name).items():
                text(why, subject, f"{name}[{key!r}]")
        if self.id in self.variants:
            raise MetadataError(subject, "variants", "names the metric itself")
        for word in self.segment_variants:
            if self.segments and word not in self.segments:
                raise MetadataError(subject, "segment_variants", f"names {word!r}, which is no segment of it")

    def days_of(self, segment: str | None) -> int | None:
        """Give the length of the window of a segment; None where it is not known."""
        return self.window_days if segment is None else self.segment_days.get(segment, self.window_days)

    def counted_as(self, segment: str | None) -> str | None:
        """Give the segment whose days a segment counts: those that differ in length alone share theirs."""
        return None if segment in self.segment_days else segment

    def impossible(self, measurement: Measurement) -> bool:
        """Whether more events were counted than there can be."""
        top, bottom = measurement.numerator, measurement.denominator
        return self.bounded and top is not None and bottom is not None and top > bottom

    def left_by(self, window: Window | None) -> date | None:
        """The first day on which nothing that a window counts is counted any more; None where unknown."""
        if not self.rolling or self.window_days is None or window is None or window.end is None:
            return None
        if window.start is not None and window.days is None:
            return None  # it runs backwards
        length = timedelta(days=self.window_days + self.lag_days)
        return None if window.end > date.max - length else window.end + length

    def decisive(self, measurement: Measurement) -> Value | None:
        """The value that decides, as in ``Measurement.decisive``; more than all there is decides nothing."""
        value = measurement.decisive
        if self.bounded and isinstance(value, Rate) and value.numerator > value.denominator:
            return None
        return value
