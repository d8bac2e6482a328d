"""Saves evaluations and finds them again; every call names its tenant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sqlalchemy import Engine, select

from sellervitals.store.accounts import Accounts
from sellervitals.store.commit import GroupCommit
from sellervitals.store.database import connect, writing
from sellervitals.store.errors import StorageUnavailableError, storage_errors
from sellervitals.store.migration import migrate as bring_up_to_date
from sellervitals.store.migration import revision
from sellervitals.store.migrations import HEAD
from sellervitals.store.records import EvaluationRecord, Filters, InputRecord, Summary
from sellervitals.store.rows import Rows, input_record, result, rows, summary
from sellervitals.store.schema import evaluations, inputs
from sellervitals.store.writing import Writer

Durability = Literal["full", "process-crash-only"]

EVERYTHING = Filters()


class Store:
    """Evaluations, immutable once saved, and what they make of their accounts: see ``accounts``.

    Safe to use from several threads. Open it after a fork, never before: processes cannot share connections.
    Every method raises StorageError, and no other error of the database.

    Args:
        engine: from ``database.connect``.
        durability: what a commit outlives: ``full`` a power failure, ``process-crash-only`` no more than the
            end of the process.
    """

    def __init__(self, engine: Engine, durability: Durability = "full") -> None:
        self.durability = durability
        self._reads = engine
        self._writes = writing(engine)
        self._group = GroupCommit(self._write)
        self._writer = Writer(engine)
        self.accounts = Accounts(engine)

    @classmethod
    def open(cls, url: str, *, synchronous: str = "FULL", migrate: bool = True) -> Store:
        """Open the store behind a database URL.

        Args:
            url: ``sqlite:///path``, ``sqlite://`` (in memory), ``postgresql://...`` or ``postgres://...``.
            synchronous: ``NORMAL`` makes SQLite quicker, and lets a power failure undo the last commits.
            migrate: bring the database to the newest revision; several processes may do so at once. Without
                it nothing is connected yet.

        Raises:
            ValueError: the URL is of no database that we know, or ``synchronous`` no mode that is safe.
            StorageUnavailableError: the database cannot be reached, or is newer than this software.
        """
        engine = connect(url, synchronous)
        if migrate:
            try:
                with storage_errors():
                    bring_up_to_date(engine)
            except BaseException:
                engine.dispose()
                raise
        waits = engine.dialect.name != "sqlite" or synchronous == "FULL"
        return cls(engine, "full" if waits else "process-crash-only")

    def save(self, tenant: str, records: Sequence[EvaluationRecord]) -> None:
        """Save evaluations, accounts and history, all or none; they are durable when this returns.

        UnstorableError for an id that is taken, a NUL, a lone surrogate or a count over 64 bits.
        """
        self._group.commit(rows(tenant, records))

    def _write(self, batch: Sequence[Rows]) -> None:
        with storage_errors(), self._writes.begin() as connection:
            self._writer.write(connection, batch)

    def get(self, tenant: str, evaluation_id: str) -> bytes | None:
        """Find an evaluation's result, byte for byte as saved; None when the tenant has none of that id."""
        query = select(evaluations.c.result).where(
            evaluations.c.tenant == tenant, evaluations.c.id == evaluation_id
        )
        with storage_errors(), self._reads.connect() as connection:
            found = connection.scalar(query)
        return None if found is None else result(found)

    def input(self, tenant: str, evaluation_id: str) -> InputRecord | None:
        """Find what an evaluation was made of; None when it was not kept, or there is no such evaluation."""
        same = (inputs.c.tenant == evaluations.c.tenant) & (inputs.c.digest == evaluations.c.input)
        query = select(inputs.c.content_type, inputs.c.data, evaluations.c.context).join(inputs, same)
        query = query.where(evaluations.c.tenant == tenant, evaluations.c.id == evaluation_id)
        with storage_errors(), self._reads.connect() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else input_record(row)

    def page(
        self, tenant: str, *, filters: Filters = EVERYTHING, before: str | None = None, limit: int
    ) -> list[Summary]:
        """List at most ``limit`` evaluations, newest first.

        Args:
            tenant: whose.
            filters: what to narrow the list to.
            before: the id of the last evaluation of the page before. Ids sort by time, so this is all that a
                cursor needs; rows saved meanwhile neither shift nor repeat anything.
            limit: at least 1.
        """
        query = select(*(evaluations.c[name] for name in Summary._fields))
        query = query.where(evaluations.c.tenant == tenant)
        for name, wanted in filters._asdict().items():
            if wanted is not None:
                query = query.where(evaluations.c[name] == wanted)
        if before is not None:
            query = query.where(evaluations.c.id < before)
        query = query.order_by(evaluations.c.id.desc()).limit(limit)
        with storage_errors(), self._reads.connect() as connection:
            return [summary(row) for row in connection.execute(query)]

    def ping(self) -> None:
        """Return when the database answers and is at the revision we need; else StorageUnavailableError."""
        with storage_errors(), self._reads.connect() as connection:
            found = revision(connection)
        if found != HEAD:
            raise StorageUnavailableError(f"The database is at revision {found}, not {HEAD}: migrate it.")

    def close(self) -> None:
        """Close every connection."""
        self._reads.dispose()
