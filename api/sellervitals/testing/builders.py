"""Measurements and snapshots in one line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from sellervitals.domain.marketplace import Snapshot
from sellervitals.domain.measurement import Measurement, Value
from sellervitals.domain.rate import Rate

Given = Rate | Decimal | str | int
"""What a value may be written as; whole numbers become decimals."""


def measurement(metric: str, value: Given | None = None, **more: Any) -> Measurement:
    """Write one measurement.

    Args:
        metric: the metric's id.
        value: ``percent("1.2")`` for a rate, an int or Decimal for a number, a text for a state.
        more: any further field of ``Measurement``, such as ``segment`` or ``denominator``.

    Raises:
        TypeError: for a float, or a field that a measurement does not have.
    """
    return Measurement(metric, value=exact(value), **more)


def snapshot(
    marketplace: str,
    measurements: Iterable[Measurement],
    *,
    day: str | date,
    site: str | None = None,
    seller_id: str | None = None,
    history: Iterable[Measurement] = (),
) -> Snapshot:
    """Write an account's measurements on one site; ``day`` chooses the limits, whatever windows say.

    ``history`` are older measurements, oldest first.
    """
    when = day if isinstance(day, date) else date.fromisoformat(day)
    older = tuple(history)
    return Snapshot(marketplace, site, seller_id, tuple(measurements), when, dated=True, history=older)


def exact(value: Given | None) -> Value | None:
    """Make whole numbers decimals; TypeError for floats, whose last digits nobody wrote."""
    if isinstance(value, bool | float):
        raise TypeError(f"{value!r} is no exact value: write percent(...), a Decimal, an int or a text")
    return Decimal(value) if isinstance(value, int) else value
