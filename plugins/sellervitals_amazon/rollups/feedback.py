"""Negative feedback of the 60 days up to the newest day in the feedback report, by order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.days import ANY, Order, read_days
from sellervitals_amazon.documents.seller_feedback import TYPE, Rating
from sellervitals_amazon.metrics.feedback import WINDOW_DAYS

NEGATIVE = 2
"""The most stars of a negative rating; 3 are neutral."""

_US = "US"
_MAY_BE_YEAR_FIRST = frozenset({None, "JP"})


def negative_feedback(tables: sdk.Tables) -> Iterable[sdk.Measurement]:
    """Count ratings of 1 or 2 stars; those whose day is not certain count as if they were new.

    A report tells by its newest day when it was made; without any certain day all of it is counted, and the
    measurement has no window.
    """
    rows: Sequence[Rating] = tables.rows(TYPE)
    days = _days(rows, tables.site)
    newest = max(days.values(), default=None)
    window = None
    if newest is not None:
        since = newest - timedelta(days=min(WINDOW_DAYS - 1, newest.toordinal() - 1))
        window = sdk.Window(since, newest)
        rows = [row for row in rows if days.get(row.day, newest) >= since]
    negative = [row for row in rows if row.stars <= NEGATIVE]
    items = {_item(row, days.get(row.day)): days.get(row.day, date.max).toordinal() for row in negative}
    yield sdk.Measurement(
        "negative_feedback",
        value=Decimal(len(negative)),
        window=window,
        document=TYPE,
        breakdown=sdk.Breakdown.of(items, worst=items.__getitem__),
        rebuilt_from="the feedback report",
    )


def _days(rows: Iterable[Rating], site: str | None) -> dict[str, date]:
    """Read the days; Amazon writes the month first in the US, and two digits of the year first in Japan."""
    possible = ANY if site in _MAY_BE_YEAR_FIRST else ANY - {Order.YEAR_FIRST}
    usual = Order.MONTH_FIRST if site == _US else None
    return read_days({row.day for row in rows if row.day}, possible=possible, usual=usual)


def _item(row: Rating, day: date | None) -> sdk.Item:
    stars = "1 star" if row.stars == 1 else f"{row.stars} stars"
    when = f" on {day}" if day else ""
    return sdk.Item(row.order or f"row {row.number}", situation=stars + when, pointer=f"/row/{row.number}")


ROLLUPS = (sdk.Rollup(metric="negative_feedback", tables=(TYPE,), measure=negative_feedback),)
