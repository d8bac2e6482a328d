"""Brings a database to the newest revision; several processes may try at once."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from sellervitals.store.database import writing
from sellervitals.store.errors import StorageUnavailableError
from sellervitals.store.migrations import HEAD

LOCK = 0x5E11E21
"""The key of PostgreSQL's advisory lock; any number that is ours alone."""


def revision(connection: Connection) -> str | None:
    """Read the revision that the database is at; None for one that was never migrated."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def migrate(engine: Engine) -> None:
    """Bring the database to ``HEAD``, whole or not at all.

    StorageUnavailableError when a newer version of this software has been here.
    """
    with engine.connect() as connection:
        if revision(connection) == HEAD:
            return
    with writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            # SQLite's transaction holds the write lock already.
            connection.execute(text("SET LOCAL statement_timeout = 0"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    # A process that finds its database up to date, as nearly all do, is spared alembic.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "sellervitals.store:migrations")
    try:
        command.upgrade(config, "head")
    except CommandError as problem:
        raise StorageUnavailableError(
            f"The database cannot be brought to revision {HEAD}: {problem}"
        ) from problem
