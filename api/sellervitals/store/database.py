"""Which database a URL means, and the engine for it."""

from __future__ import annotations

from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import ArgumentError


def connect(address: str, synchronous: str) -> Engine:
    """Build the engine for a URL; nothing is connected yet.

    Args:
        address: ``sqlite:///path``, ``sqlite://`` (in memory), ``postgresql://...`` or ``postgres://...``.
        synchronous: what SQLite waits for at a commit: ``FULL`` or ``NORMAL``.

    Returns:
        An engine whose plain connections only read; ``writing(engine)`` gives those that write.

    Raises:
        ValueError: the URL is of no database that we know, or ``synchronous`` of no known mode.
    """
    if synchronous not in {"FULL", "NORMAL"}:
        raise ValueError(f"synchronous is FULL or NORMAL, not {synchronous!r}")
    try:
        url = make_url(address)
    except ArgumentError:
        raise ValueError("The database URL cannot be read.") from None
    return _engine(url, synchronous)


def _engine(url: URL, synchronous: str) -> Engine:
    # The driver of the other database is never imported: a worker's memory counts.
    if url.drivername in {"sqlite", "sqlite+pysqlite"}:
        from sellervitals.store import sqlite  # noqa: PLC0415

        return sqlite.engine(url, synchronous)
    if url.drivername in {"postgresql", "postgres", "postgresql+psycopg"}:
        from sellervitals.store import postgresql  # noqa: PLC0415

        return postgresql.engine(url)
    raise ValueError(f"{url.drivername} is no database that is supported; use sqlite or postgresql.")


def writing(engine: Engine) -> Engine:
    """Give the same engine for transactions that write."""
    return engine.execution_options(writes=True)


def of_one_moment(engine: Engine) -> Engine:
    """Give the same engine for reads that belong together: all of a connection see the same commits."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(of_one_moment=True)
    return engine.execution_options(isolation_level="REPEATABLE READ")
