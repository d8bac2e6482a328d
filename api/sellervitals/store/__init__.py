"""Keeps evaluations and accounts, in SQLite or PostgreSQL; the only package that knows a database exists."""

from sellervitals.store.accounts import Place, PointPlace
from sellervitals.store.errors import (
    StorageError,
    StorageFullError,
    StorageUnavailableError,
    UnstorableError,
)
from sellervitals.store.ids import account_id, ids_in_order, new_id
from sellervitals.store.portfolio import Rank, rank_of
from sellervitals.store.profiles import ProfileRecord
from sellervitals.store.records import (
    AccountFilters,
    AccountRecord,
    EvaluationRecord,
    Filters,
    InputRecord,
    MarketplaceRecord,
    MeasurementRecord,
    Point,
    PortfolioFilters,
    Span,
    StandingRecord,
    Summary,
    Tally,
)
from sellervitals.store.store import Store
from sellervitals.store.waivers import WaiverFilters, WaiverRecord

__all__ = [
    "AccountFilters",
    "AccountRecord",
    "EvaluationRecord",
    "Filters",
    "InputRecord",
    "MarketplaceRecord",
    "MeasurementRecord",
    "Place",
    "Point",
    "PointPlace",
    "PortfolioFilters",
    "ProfileRecord",
    "Rank",
    "Span",
    "StandingRecord",
    "StorageError",
    "StorageFullError",
    "StorageUnavailableError",
    "Store",
    "Summary",
    "Tally",
    "UnstorableError",
    "WaiverFilters",
    "WaiverRecord",
    "account_id",
    "ids_in_order",
    "new_id",
    "rank_of",
]
