"""SQLite: write-ahead log, synchronous as asked for, and a write lock for those alone that write."""

from __future__ import annotations

from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event

BUSY_SECONDS = 5
"""How long a writer waits for another process's transaction."""
POOL_SECONDS = 2
MEMORY = {None, "", ":memory:"}


def engine(url: URL, synchronous: str) -> Engine:
    """Build an engine for a file, or for a database in memory that lives as long as the engine."""
    # The one connection to a database in memory must never be closed, nor used by two threads at once.
    pool = {"pool_size": 1, "max_overflow": 0} if url.database in MEMORY else {}
    made = create_engine(
        url.set(drivername="sqlite"),
        poolclass=QueuePool,
        pool_timeout=POOL_SECONDS,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,
        **pool,
    )

    @event.listens_for(made, "connect")
    def _set_up(connection: Any, _record: object) -> None:
        # The driver must not begin transactions by itself; Python 3.11 has no autocommit= for that.
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        # Without a BEGIN each read sees the newest commit and holds nothing. A deferred one is only for those
        # that read: it would take the write lock too late, where SQLite fails at once instead of waiting.
        options = connection.get_execution_options()
        if options.get("writes"):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        elif options.get("of_one_moment"):
            connection.exec_driver_sql("BEGIN")

    return made
