"""Measurements as the history of an account tells them again."""

from __future__ import annotations

from decimal import Decimal

from sellervitals.domain.limit import Origin
from sellervitals.domain.marketplace import Marketplace
from sellervitals.domain.measurement import Comparator, Measurement, Target, Unit, Value, Window
from sellervitals.domain.rate import Rate
from sellervitals.domain.standing import Trust
from sellervitals.plain_metrics import DOCUMENT as TYPED
from sellervitals.store import Point

_COMPARATORS = {each.value: each for each in Comparator}
_STORED_DIGITS = 10
"""Decimals of a stored rate; where counts agreed it is theirs, to the last of them."""


def without_value(point: Point, unit: Unit) -> Measurement:
    """Give as much of a measurement as its limit depends on."""
    it = point.measured
    target = None
    if it.target is not None and it.comparator is not None:
        line = read_value(it.target, unit)
        if not isinstance(line, str):
            target = Target(_COMPARATORS[it.comparator], line, Trust(it.trust or Trust.OFFICIAL))
    days = it.window_from is not None or it.window_to is not None
    window = Window(it.window_from, it.window_to) if days else None
    document = TYPED if it.origin == Origin.CALLER else None
    return Measurement(it.metric, it.segment, window=window, target=target, document=document)


def measured(point: Point, marketplace: Marketplace) -> Measurement | None:
    """Give a measurement with its value and counts; None where its metric is another one today."""
    it = point.measured
    metric = marketplace.by_id.get(it.metric)
    if metric is None or metric.unit != it.unit:
        return None
    return without_value(point, metric.unit)._replace(
        value=None if it.value is None else read_value(it.value, metric.unit),
        numerator=it.numerator,
        denominator=it.denominator,
        digits=_STORED_DIGITS,
        verdict=it.verdict,
    )


def read_value(text: str, unit: Unit) -> Value:
    """Read a stored number in its unit; a state is its word."""
    if unit is Unit.STATE:
        return text
    return Rate.ratio(text) if unit is Unit.RATIO else Decimal(text)
