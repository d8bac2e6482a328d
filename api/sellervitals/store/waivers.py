"""Keeps waivers of accounts; every call names its tenant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Engine, Select, delete, func, insert, select

from sellervitals.store.database import writing
from sellervitals.store.errors import storage_errors
from sellervitals.store.rows import EPOCH, MICROSECOND, moment
from sellervitals.store.schema import waivers


class WaiverRecord(NamedTuple):
    """A waiver of an account's findings. ``created_at`` is in UTC; ``until`` is its last day."""

    id: str
    created_at: datetime
    marketplace: str
    seller_id: str
    site: str | None
    rule: str
    segment: str | None
    owner: str
    reason: str
    note: str | None
    until: date


class WaiverFilters(NamedTuple):
    """What a page of waivers is narrowed to; None leaves a field open.

    ``in_force`` on ``today``: its last day is not over.
    """

    marketplace: str | None = None
    seller_id: str | None = None
    rule: str | None = None
    in_force: bool | None = None
    today: date = date.max


EVERY_WAIVER = WaiverFilters()
_COLUMNS = tuple(waivers.c[name] for name in WaiverRecord._fields)


class Waivers:
    """Creates, finds and ends waivers.

    Every method raises StorageError, and no other error of the database.
    """

    def __init__(self, engine: Engine) -> None:
        self._reads = engine
        self._writes = writing(engine)

    def add(self, tenant: str, record: WaiverRecord, *, most: int) -> bool:
        """Keep a waiver; False where the account has ``most`` of them already."""
        it = waivers.c
        count = select(func.count()).where(
            it.tenant == tenant, it.marketplace == record.marketplace, it.seller_id == record.seller_id
        )
        row = {**record._asdict(), "tenant": tenant}
        row["created_at"] = (record.created_at - EPOCH) // MICROSECOND
        with storage_errors(), self._writes.begin() as connection:
            if (connection.scalar(count) or 0) >= most:
                return False
            connection.execute(insert(waivers), [row])
        return True

    def get(self, tenant: str, waiver_id: str) -> WaiverRecord | None:
        """Find a waiver; None when the tenant has none of that id."""
        query = select(*_COLUMNS).where(waivers.c.tenant == tenant, waivers.c.id == waiver_id)
        return next(iter(self._found(query)), None)

    def of(self, tenant: str, marketplace: str, seller_id: str) -> list[WaiverRecord]:
        """List the waivers of an account, the oldest first."""
        it = waivers.c
        query = select(*_COLUMNS).where(
            it.tenant == tenant, it.marketplace == marketplace, it.seller_id == seller_id
        )
        return self._found(query.order_by(it.id))

    def page(
        self,
        tenant: str,
        *,
        filters: WaiverFilters = EVERY_WAIVER,
        before: str | None = None,
        limit: int,
    ) -> list[WaiverRecord]:
        """List at most ``limit`` waivers, newest first, those before the id ``before``."""
        it = waivers.c
        query = select(*_COLUMNS).where(it.tenant == tenant)
        for name in ("marketplace", "seller_id", "rule"):
            wanted = getattr(filters, name)
            if wanted is not None:
                query = query.where(it[name] == wanted)
        if filters.in_force is not None:
            over = it.until < filters.today
            query = query.where(~over if filters.in_force else over)
        if before is not None:
            query = query.where(it.id < before)
        return self._found(query.order_by(it.id.desc()).limit(limit))

    def delete(self, tenant: str, waiver_id: str) -> bool:
        """End a waiver; False where there was none."""
        statement = delete(waivers).where(waivers.c.tenant == tenant, waivers.c.id == waiver_id)
        with storage_errors(), self._writes.begin() as connection:
            return connection.execute(statement).rowcount > 0

    def _found(self, query: Select[Any]) -> list[WaiverRecord]:
        with storage_errors(), self._reads.connect() as connection:
            return [_record(row) for row in connection.execute(query)]


def _record(row: Sequence[Any]) -> WaiverRecord:
    it = WaiverRecord(*row)
    return it._replace(created_at=moment(row[1]))
