"""Plain data in and out of the store."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple


class MeasurementRecord(NamedTuple):
    """One measurement of an evaluation, as history needs it.

    ``day`` is the day it stands for. ``value`` and ``target`` are texts: decimals of full length, or a
    state's word. Counts fit 64 bits.
    """

    metric: str
    day: date
    unit: str
    segment: str | None = None
    window_from: date | None = None
    window_to: date | None = None
    value: str | None = None
    numerator: int | None = None
    denominator: int | None = None
    target: str | None = None
    comparator: str | None = None
    verdict: str | None = None


class Summary(NamedTuple):
    """An evaluation without its result; what a page lists.

    Times are aware and in UTC, to the microsecond. ``score`` is None where nothing could be judged.
    """

    id: str
    created_at: datetime
    marketplace: str
    site: str | None
    seller_id: str | None
    observed_at: datetime | None
    as_of: date
    score: Decimal | None
    band: str
    coverage: Decimal
    level: str | None


class EvaluationRecord(NamedTuple):
    """An evaluation to be stored: its summary, the result's bytes exactly as sent, and its measurements."""

    summary: Summary
    result: bytes
    measurements: tuple[MeasurementRecord, ...] = ()


class Filters(NamedTuple):
    """What a page is narrowed to; None leaves a field open."""

    marketplace: str | None = None
    site: str | None = None
    seller_id: str | None = None
    band: str | None = None
