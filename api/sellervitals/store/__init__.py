"""Keeps evaluations, in SQLite or PostgreSQL; the only package that knows a database exists."""

from sellervitals.store.errors import (
    StorageError,
    StorageFullError,
    StorageUnavailableError,
    UnstorableError,
)
from sellervitals.store.ids import new_id
from sellervitals.store.records import EvaluationRecord, Filters, MeasurementRecord, Summary
from sellervitals.store.store import Store

__all__ = [
    "EvaluationRecord",
    "Filters",
    "MeasurementRecord",
    "StorageError",
    "StorageFullError",
    "StorageUnavailableError",
    "Store",
    "Summary",
    "UnstorableError",
    "new_id",
]
