"""What goes wrong between us and the database, as three errors; drivers' own never leave this package."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError


class StorageError(Exception):
    """The store could not do what was asked; nothing of it was done."""


class StorageUnavailableError(StorageError):
    """The database does not answer, or not in time; a later attempt may succeed."""


class StorageFullError(StorageError):
    """The database has no room left; an attempt may succeed once there is."""


class UnstorableError(StorageError):
    """A record cannot be stored at all: its id is taken, or a value is none that both databases can hold."""


DISK_FULL = "53100"
"""PostgreSQL's SQLSTATE."""
UNSTORABLE = (OverflowError, UnicodeEncodeError)
"""What drivers raise when a value cannot be sent: a count over 64 bits, a lone surrogate."""


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turn every error of a driver or of SQLAlchemy into a StorageError."""
    try:
        yield
    except UNSTORABLE as problem:
        raise UnstorableError(f"A value cannot be stored ({type(problem).__name__}).") from problem
    except SQLAlchemyError as problem:
        raise _storage_error(problem) from problem


def _storage_error(problem: SQLAlchemyError) -> StorageError:
    cause = getattr(problem, "orig", None)
    name = type(cause or problem).__name__
    # An extended result code carries the plain one in its low byte.
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or getattr(cause, "sqlstate", None) == DISK_FULL:
        return StorageFullError(f"The database is full ({name}).")
    if isinstance(problem, DataError | IntegrityError):
        return UnstorableError(f"A record cannot be stored ({name}).")
    return StorageUnavailableError(f"The database did not do its work ({name}).")
