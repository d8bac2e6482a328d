"""Keeps evaluations and accounts, in SQLite or PostgreSQL; the only package that knows a database exists."""

from sellervitals.store.accounts import Place, PointPlace
from sellervitals.store.errors import (
    StorageError,
    StorageFullError,
    StorageUnavailableError,
    UnstorableError,
)
from sellervitals.store.ids import account_id, new_id
from sellervitals.store.records import (
    AccountFilters,
    AccountRecord,
    EvaluationRecord,
    Filters,
    InputRecord,
    MeasurementRecord,
    Point,
    Span,
    Summary,
)
from sellervitals.store.store import Store

__all__ = [
    "AccountFilters",
    "AccountRecord",
    "EvaluationRecord",
    "Filters",
    "InputRecord",
    "MeasurementRecord",
    "Place",
    "Point",
    "PointPlace",
    "Span",
    "StorageError",
    "StorageFullError",
    "StorageUnavailableError",
    "Store",
    "Summary",
    "UnstorableError",
    "account_id",
    "new_id",
]
