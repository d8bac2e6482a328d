"""Keeps profiles by name; every call names its tenant."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Engine, delete, insert, select

from sellervitals.store.database import writing
from sellervitals.store.errors import storage_errors
from sellervitals.store.schema import profiles

IN_ITS_PLACE = (
    " ON CONFLICT (tenant, name) DO UPDATE SET marketplace = excluded.marketplace, content = excluded.content"
)


class ProfileRecord(NamedTuple):
    """A profile as it is kept; ``content`` is its JSON text, which the store does not read."""

    name: str
    marketplace: str
    content: str


class Profiles:
    """Creates, replaces, finds and removes profiles.

    Every method raises StorageError, and no other error of the database.
    """

    def __init__(self, engine: Engine) -> None:
        self._reads = engine
        self._writes = writing(engine)
        self._put = str(insert(profiles).compile(dialect=engine.dialect)) + IN_ITS_PLACE

    def put(self, tenant: str, record: ProfileRecord) -> bool:
        """Keep a profile in place of any other of its name; True where there was none."""
        known = select(profiles.c.name).where(profiles.c.tenant == tenant, profiles.c.name == record.name)
        with storage_errors(), self._writes.begin() as connection:
            created = connection.scalar(known) is None
            connection.exec_driver_sql(self._put, [(tenant, *record)])
        return created

    def get(self, tenant: str, name: str) -> ProfileRecord | None:
        """Find a profile; None when the tenant has none of that name."""
        it = profiles.c
        query = select(it.name, it.marketplace, it.content).where(it.tenant == tenant, it.name == name)
        with storage_errors(), self._reads.connect() as connection:
            found = connection.execute(query).one_or_none()
        return None if found is None else ProfileRecord(*found)

    def page(
        self, tenant: str, *, marketplace: str | None = None, after: str | None = None, limit: int
    ) -> list[ProfileRecord]:
        """List at most ``limit`` profiles by name, those after the name ``after``."""
        it = profiles.c
        query = select(it.name, it.marketplace, it.content).where(it.tenant == tenant)
        if marketplace is not None:
            query = query.where(it.marketplace == marketplace)
        if after is not None:
            query = query.where(it.name > after)
        with storage_errors(), self._reads.connect() as connection:
            return [ProfileRecord(*row) for row in connection.execute(query.order_by(it.name).limit(limit))]

    def delete(self, tenant: str, name: str) -> bool:
        """Remove a profile; False where there was none."""
        statement = delete(profiles).where(profiles.c.tenant == tenant, profiles.c.name == name)
        with storage_errors(), self._writes.begin() as connection:
            return connection.execute(statement).rowcount > 0
