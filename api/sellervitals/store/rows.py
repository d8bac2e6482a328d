"""Records to rows and back, in the order of the tables' columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import blake2s
from typing import Any, NamedTuple
from zlib import compress, decompress

from sellervitals.store.errors import UnstorableError
from sellervitals.store.ids import NAMING_BYTES, account_id, naming
from sellervitals.store.records import EvaluationRecord, InputRecord, MeasurementRecord, Point, Summary

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
FASTEST = 1
"""The level of compression: a fifth of the bytes; harder levels cost much and save little more."""

Row = tuple[Any, ...]


class Rows(NamedTuple):
    """What one caller wants saved, ready for the driver.

    ``inputs`` by digest, ``tags`` by tenant and account.
    """

    inputs: dict[bytes, Row]
    evaluations: list[Row]
    accounts: list[Row]
    sites: list[Row]
    tags: dict[tuple[str, str], tuple[str, ...]]
    history: list[Row]


def rows(tenant: str, records: Iterable[EvaluationRecord]) -> Rows:
    """Turn records into rows; UnstorableError for a NUL, which only one of the databases would refuse."""
    made = Rows({}, [], [], [], {}, [])
    for record in records:
        it = record.summary
        made.evaluations.append(_evaluation(tenant, record, _input(tenant, record.input, made.inputs)))
        if it.seller_id is None:
            continue
        account = account_id(tenant, it.marketplace, it.seller_id)
        _refuse_nul(record.name, *(record.tags or ()))
        since = _microseconds(it.created_at)
        made.accounts.append((tenant, account, it.marketplace, it.seller_id, record.name, since))
        made.sites.append((tenant, account, it.site or "", it.as_of.isoformat(), it.id))
        if record.tags is not None:
            made.tags[tenant, account] = record.tags
        made.history.extend(_point(tenant, account, it.id, it.site, each) for each in record.measurements)
    return made


def _input(tenant: str, given: InputRecord | None, inputs: dict[bytes, Row]) -> bytes | None:
    """Name an input by what it holds; the sites of one request share it."""
    if given is None:
        return None
    _refuse_nul(given.content_type)
    digest = blake2s(given.content_type.encode() + b"\n" + given.data, digest_size=NAMING_BYTES).digest()
    if digest not in inputs:
        inputs[digest] = (tenant, digest, given.content_type, compress(given.data, FASTEST))
    return digest


def _evaluation(tenant: str, record: EvaluationRecord, digest: bytes | None) -> Row:
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
        digest,
        None if record.input is None else record.input.context,
    )


def _point(tenant: str, account: str, evaluation: str, site: str | None, it: MeasurementRecord) -> Row:
    _refuse_nul(it.metric, it.unit, it.segment, it.value, it.target, it.comparator, it.verdict)
    said = (
        site,
        it.unit,
        it.segment,
        _iso(it.window_from),
        _iso(it.window_to),
        it.value,
        it.numerator,
        it.denominator,
        it.target,
        it.comparator,
        it.trust,
        it.origin,
        it.verdict,
    )
    return (tenant, account, it.day.isoformat(), it.metric, naming(said), evaluation, *said)


def point(row: Sequence[Any]) -> Point:
    """Read a point from a row of ``history`` without tenant and account."""
    day, metric, digest, evaluation, site, unit, *said = row
    return Point(bytes(digest), evaluation, site, MeasurementRecord(metric, day, unit, *said))


def summary(row: Sequence[Any]) -> Summary:
    """Read a summary from a row of its columns."""
    it = Summary(*row)
    return it._replace(
        created_at=moment(row[1]),
        observed_at=None if row[5] is None else moment(row[5]),
        score=None if row[7] is None else Decimal(row[7]),
        coverage=Decimal(row[9]),
    )


def moment(microseconds: int) -> datetime:
    """Read a time, in UTC."""
    return EPOCH + microseconds * MICROSECOND


def result(stored: bytes) -> bytes:
    """Read a result's bytes as they were sent."""
    return decompress(stored)


def input_record(row: Sequence[Any]) -> InputRecord:
    """Read an input from its Content-Type, its bytes and the context of an evaluation."""
    content_type, data, context = row
    return InputRecord(content_type, decompress(data), bytes(context))


def _refuse_nul(*texts: str | None) -> None:
    if "\0" in "".join(filter(None, texts)):
        raise UnstorableError("A text holds the character NUL.")


def _microseconds(at: datetime) -> int:
    return (at - EPOCH) // MICROSECOND


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
