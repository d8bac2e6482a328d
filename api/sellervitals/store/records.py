"""Plain data in and out of the store."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple


class MeasurementRecord(NamedTuple):
    """One measurement of an account, as history needs it.

    ``day`` is the day it stands for. ``value`` is the one that decides, None where that is unknown. ``value``
    and ``target`` are texts: decimals of full length, or a state's word. Counts fit 64 bits. ``trust`` says
    how far the target can be trusted, ``origin`` who gave it.
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
    trust: str | None = None
    origin: str | None = None
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


class InputRecord(NamedTuple):
    """What an evaluation was made of, exactly as it came: a request's body with its Content-Type.

    ``context`` is what it was judged by beside that, as JSON: what was in force for its account.
    """

    content_type: str
    data: bytes
    context: bytes = b"{}"


class EvaluationRecord(NamedTuple):
    """An evaluation to be stored: its summary, the result's bytes exactly as sent, and its account's share.

    ``name`` and ``tags`` replace what the account had; None leaves it. Without a ``seller_id`` nobody knows
    whose measurements they are: the evaluation is kept, and no account gains anything. Without an ``input``
    it cannot be judged again.
    """

    summary: Summary
    result: bytes
    measurements: tuple[MeasurementRecord, ...] = ()
    name: str | None = None
    tags: tuple[str, ...] | None = None
    input: InputRecord | None = None


class Filters(NamedTuple):
    """What a page is narrowed to; None leaves a field open."""

    marketplace: str | None = None
    site: str | None = None
    seller_id: str | None = None
    band: str | None = None


class AccountRecord(NamedTuple):
    """An account as its evaluations made it; ``latest`` holds the newest evaluation of each site, by site.

    The newest is the one of the latest ``as_of``, and of those the one that was stored last. ``since`` is
    when the account was first stored, in UTC. ``tags`` are in alphabetical order.
    """

    id: str
    marketplace: str
    seller_id: str
    name: str | None
    since: datetime
    tags: tuple[str, ...] = ()
    latest: tuple[Summary, ...] = ()


class AccountFilters(NamedTuple):
    """What a page of accounts is narrowed to; None leaves a field open."""

    marketplace: str | None = None
    seller_id: str | None = None
    tag: str | None = None


class Span(NamedTuple):
    """Days, both included, and a site, empty for none; None leaves an end or the site open."""

    first: date | None = None
    last: date | None = None
    site: str | None = None


class Point(NamedTuple):
    """One measurement in the history of an account.

    ``digest`` names what it says; ``evaluation_id`` is the evaluation that said so first.
    """

    digest: bytes
    evaluation_id: str
    site: str | None
    measured: MeasurementRecord
