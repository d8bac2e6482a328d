"""Records to rows and back, in the order of the tables' columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from zlib import compress, decompress

from sellervitals.store.errors import UnstorableError
from sellervitals.store.records import EvaluationRecord, MeasurementRecord, Summary

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
FASTEST = 1
"""The level of compression: a fifth of the bytes; harder levels cost much and save little more."""

Row = tuple[Any, ...]


class Rows(NamedTuple):
    """What one caller wants saved, ready for the driver."""

    evaluations: list[Row]
    measurements: list[Row]


def rows(tenant: str, records: Iterable[EvaluationRecord]) -> Rows:
    """Turn records into rows; UnstorableError for a NUL, which only one of the databases would refuse."""
    made = Rows([], [])
    for record in records:
        identifier = record.summary.id
        made.evaluations.append(_evaluation(tenant, record))
        made.measurements.extend(
            (tenant, identifier, ordinal, *_measurement(each))
            for ordinal, each in enumerate(record.measurements)
        )
    return made


def _evaluation(tenant: str, record: EvaluationRecord) -> Row:
    it = record.summary
    _refuse_nul(tenant, it.id, it.marketplace, it.site, it.seller_id, it.band, it.level)
    return (
        tenant,
        it.id,
        _microseconds(it.created_at),
        it.marketplace,
        it.site,
        it.seller_id,
        None if it.observed_at is None else _microseconds(it.observed_at),
        it.as_of.isoformat(),
        None if it.score is None else format(it.score, "f"),
        it.band,
        format(it.coverage, "f"),
        it.level,
        compress(record.result, FASTEST),
    )


def _measurement(it: MeasurementRecord) -> Row:
    _refuse_nul(it.metric, it.unit, it.segment, it.value, it.target, it.comparator, it.verdict)
    return (
        it.metric,
        it.day.isoformat(),
        it.unit,
        it.segment,
        _iso(it.window_from),
        _iso(it.window_to),
        it.value,
        it.numerator,
        it.denominator,
        it.target,
        it.comparator,
        it.verdict,
    )


def summary(row: Sequence[Any]) -> Summary:
    """Read a summary from a row of its columns."""
    it = Summary(*row)
    return it._replace(
        created_at=EPOCH + row[1] * MICROSECOND,
        observed_at=None if row[5] is None else EPOCH + row[5] * MICROSECOND,
        score=None if row[7] is None else Decimal(row[7]),
        coverage=Decimal(row[9]),
    )


def result(stored: bytes) -> bytes:
    """Read a result's bytes as they were sent."""
    return decompress(stored)


def _refuse_nul(*texts: str | None) -> None:
    if "\0" in "".join([text for text in texts if text]):
        raise UnstorableError("A text holds the character NUL.")


def _microseconds(at: datetime) -> int:
    return (at - EPOCH) // MICROSECOND


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
