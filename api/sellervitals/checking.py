"""What plugins hand over, checked before anything is made of it: it must be storable, sendable and small."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from sellervitals.domain.breakdown import MOST_ITEMS, Breakdown, Deadline, DeadlineKind, Item, Money
from sellervitals.domain.document import Reading, UnreadableError
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import Measurement, Metric, Quote, Unit, Window
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Severity
from sellervitals.domain.table import Table
from sellervitals.limits import LARGEST_COUNT

LONGEST_TEXT = 4096
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
_UNSENDABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def check_text(text: object) -> None:
    """Refuse what cannot be stored and sent: other types, control characters, lone surrogates."""
    if not isinstance(text, str) or len(text) > LONGEST_TEXT or _UNSENDABLE.search(text):
        raise TypeError("a text of at most 4,096 characters is expected")


def check_number(value: object) -> None:
    """Refuse what is neither a rate nor a finite decimal."""
    if not isinstance(value, Rate) and not (isinstance(value, Decimal) and value.is_finite()):
        raise TypeError(f"a rate or a finite decimal is expected, not {value!r:.80}")


def check_deadline(deadline: object) -> None:
    """Refuse what is no deadline, or has another day than a date."""
    if not isinstance(deadline, Deadline) or type(deadline.day) is not date:
        raise TypeError(f"a Deadline on a date is expected, not {type(deadline).__name__}")
    if not isinstance(deadline.kind, DeadlineKind):
        raise TypeError("the kind of a deadline is a DeadlineKind")
    check_text(deadline.says)


def check_breakdown(breakdown: Breakdown | None) -> None:
    """Refuse what could not be sent, or would make an answer out of all proportion."""
    if breakdown is None:
        return
    if not isinstance(breakdown, Breakdown) or not isinstance(breakdown.items, tuple):
        raise TypeError("a Breakdown with a tuple of items is expected")
    _check_count(breakdown.total)
    if not len(breakdown.items) <= min(MOST_ITEMS, breakdown.total):
        raise ValueError(f"at most {MOST_ITEMS} items are expected, and no more than their total")
    for item in breakdown.items:
        _check_item(item)
    _check_money(breakdown.money)
    for deadline in breakdown.deadlines:
        check_deadline(deadline)


def check_measurement(measurement: object, metric: Metric) -> None:
    """Refuse what is no measurement of a metric, or has a value of another kind."""
    if not isinstance(measurement, Measurement) or measurement.metric != metric.id:
        raise TypeError(f"a Measurement of {metric.id} is expected, not {measurement!r:.80}")
    _check_value(measurement, metric)
    if metric.unit is Unit.STATE and measurement.value is not None:
        check_text(measurement.value)
    counts = [each for each in (measurement.numerator, measurement.denominator) if each is not None]
    for count in (*counts, *measurement.parts.values()):
        _check_count(count)
    _check_texts(
        measurement.segment,
        measurement.verdict,
        measurement.document,
        measurement.pointer,
        measurement.rebuilt_from,
        *measurement.parts,
    )
    check_breakdown(measurement.breakdown)
    _check_beside(measurement)


def check_reading(reading: object, marketplace: Marketplace | None) -> None:
    """Refuse what is no reading, names metrics that the marketplace does not have, or could not be sent."""
    if not isinstance(reading, Reading):
        raise TypeError(f"a Reading is expected, not {type(reading).__name__}")
    known = marketplace.by_id if marketplace is not None else {}
    for each in (*reading.measurements, *reading.history):
        metric = known.get(each.metric)
        if metric is None:
            raise ValueError(f"{each.metric!r:.80} is none of the metrics")
        _check_value(each, metric)
        if max(each.numerator or 0, each.denominator or 0, *each.parts.values()) > LARGEST_COUNT:
            raise UnreadableError(each.pointer, f"{metric.id} counts more than 10^15 in all.")
        if each.breakdown is not None:
            check_breakdown(each.breakdown)
        _check_beside(each)
    for table in reading.tables:
        if not isinstance(table, Table):
            raise TypeError(f"a Table is expected, not {type(table).__name__}")
        check_text(table.name)
        _check_day(table.observed_on)


def _check_value(measurement: Measurement, metric: Metric) -> None:
    """Refuse what could not be compared: another kind of value, NaN, a window of moments."""
    value, window = measurement.value, measurement.window
    if value is not None:
        kind = _KINDS.get(metric.unit, Decimal)
        if not isinstance(value, kind):
            raise TypeError(f"the value of {metric.id} is a {kind.__name__}, not {value!r:.80}")
        if kind is Decimal:
            check_number(value)
    if window is not None:
        if not isinstance(window, Window):
            raise TypeError("a Window is expected")
        _check_day(window.start)
        _check_day(window.end)


def _check_beside(measurement: Measurement) -> None:
    """Refuse shares that are no rates, quotes that could not be sent, and days that are none."""
    shares, quotes, severity = measurement.shares, measurement.quotes, measurement.severity
    words = (measurement.period, measurement.missing)
    others = (measurement.exempt_until, severity)
    if words == ("", "") and others == (None, None) and not shares and not quotes:
        return
    for each in words:
        check_text(each)
    if max(len(shares), len(quotes)) > MOST_ITEMS:
        raise ValueError(f"at most {MOST_ITEMS} shares and quotes are expected")
    for name, share in shares.items():
        check_text(name)
        if not isinstance(share, Rate):
            raise TypeError(f"a share is a Rate, not {share!r:.80}")
    for quote in quotes:
        if not isinstance(quote, Quote):
            raise TypeError(f"a Quote is expected, not {type(quote).__name__}")
        check_text(quote.text)
        check_text(quote.url)
    _check_day(measurement.exempt_until)
    if severity is not None and not isinstance(severity, Severity):
        raise TypeError("a severity is a Severity")


_KINDS: dict[Unit, type] = {Unit.RATIO: Rate, Unit.STATE: str}


def _check_item(item: object) -> None:
    if not isinstance(item, Item):
        raise TypeError(f"an Item is expected, not {type(item).__name__}")
    texts = (item.id, item.listing or "", item.situation, item.unit, item.recommended, item.pointer)
    for each in (*texts, *item.advice):
        _check_quoted(each)
    if item.units is not None:
        _check_count(item.units)
    if item.value is not None:
        check_number(item.value)
    _check_money(item.money)
    _check_day(item.deadline)


def _check_quoted(text: object) -> None:
    """Refuse what cannot be stored; a name out of a document may hold what a sentence of ours may not."""
    if not isinstance(text, str) or len(text) > LONGEST_TEXT or _UNSTORABLE.search(text):
        raise TypeError("a text of at most 4,096 characters is expected")


def _check_money(money: object) -> None:
    if money is None:
        return
    if not isinstance(money, Money):
        raise TypeError(f"Money is expected, not {type(money).__name__}")
    check_text(money.source)


def _check_day(day: object) -> None:
    """Refuse moments too: they compare with no date."""
    if day is not None and type(day) is not date:
        raise TypeError(f"a date is expected, not {type(day).__name__}")


def _check_count(count: object) -> None:
    if type(count) is not int or not 0 <= count <= LARGEST_COUNT:
        raise TypeError(f"a whole number from 0 up is expected, not {count!r:.80}")


def _check_texts(*texts: object) -> None:
    for each in texts:
        if each is not None:
            check_text(each)
