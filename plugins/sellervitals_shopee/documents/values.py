"""Values of the shop's performance in the unit of their metric: Shopee says in a number what unit it uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from sellervitals import plugin as sdk

NUMBER, PERCENT, SECOND, DAY, HOUR = 1, 2, 3, 4, 5
"""Shopee's units."""

_PER_DAY = {SECOND: 86400, DAY: 1, HOUR: 24}
Value = sdk.Rate | Decimal


def _rate(number: Decimal, unit: int) -> Value | None:
    found = sdk.percent(number) if unit == PERCENT else None
    return found if found is None or found <= sdk.ratio(1) else None


def _days(number: Decimal, unit: int) -> Value | None:
    # 28 digits: value and target keep their order, however they are written
    return number / _PER_DAY[unit] if unit in _PER_DAY else None


def _count(number: Decimal, unit: int) -> Value | None:
    return number if unit == NUMBER and number == number.to_integral_value() else None


def _stars(number: Decimal, unit: int) -> Value | None:
    return number if unit == NUMBER else None


_READ: Mapping[sdk.Unit, Callable[[Decimal, int], Value | None]] = {
    sdk.Unit.RATIO: _rate,
    sdk.Unit.DAYS: _days,
    sdk.Unit.COUNT: _count,
    sdk.Unit.STARS: _stars,
}


def value_of(metric: sdk.Metric, number: Decimal | None, unit: int | None) -> Value | None:
    """Convert a number to the unit of a metric; None for what cannot be one.

    Seconds and hours become days. Rates over 100 %, fractions of an event and more stars than there are
    cannot be, nor can another unit.
    """
    if number is None or unit is None:
        return None
    found = _READ[metric.unit](number, unit)
    above = metric.highest is not None and isinstance(found, Decimal) and found > metric.highest
    return None if above else found
