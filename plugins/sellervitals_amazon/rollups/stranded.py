"""Stranded units, with what to do about each item, and their share of the stock that could be sold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from heapq import nsmallest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE as PLANNING
from sellervitals_amazon.documents.stranded_inventory import TYPE, Stranded
from sellervitals_amazon.documents.stranding import ADVICE
from sellervitals_amazon.rates.bill import UNKNOWN, Owed, total
from sellervitals_amazon.sites import CURRENCIES

_PRICED = "your own price in the stranded report, for the units that could be sold"
_DAYS = 50
"""Days of auto-removal that are listed, the nearest first."""


def stranded_units(tables: sdk.Tables) -> Iterable[sdk.Measurement]:
    """Count the units at FBA without an offer, by reason; the items that go first stand first."""
    rows: Sequence[Stranded] = tables.rows(TYPE)
    by_reason: Counter[str] = Counter()
    for row in rows:
        by_reason[row.reason] += row.units
    owed = {row: _stock(row, tables.site) for row in rows if row.fulfillable}
    breakdown = sdk.Breakdown.of(
        (_item(row, owed.get(row, UNKNOWN)) for row in rows),
        worst=_urgency,
        money=total(list(owed.values())),
        deadlines=_removals(rows),
    )
    yield sdk.Measurement(
        "stranded_units",
        value=Decimal(by_reason.total()),
        parts={name: units for name, units in by_reason.items() if units},
        document=TYPE,
        breakdown=breakdown,
        rebuilt_from="the stranded report",
    )


def stranded_share(tables: sdk.Tables) -> Iterable[sdk.Measurement]:
    """Put stranded fulfillable units beside all; the stranded report alone does not know how many there are.

    An item of which the stranded report counts more than the planning report counts with the larger number,
    so that no unit is stranded without being there.
    """
    stock = tables.rows(PLANNING)
    if PLANNING not in tables or any(each.available is None for each in stock):
        return
    stranded: Counter[str] = Counter()
    for row in tables.rows(TYPE):
        stranded[row.name] += row.fulfillable
    units: Counter[str] = Counter()
    for each in stock:
        units[each.name] += each.available
    yield sdk.Measurement(
        "stranded_share",
        numerator=stranded.total(),
        denominator=(units | stranded).total(),
        document=TYPE,
        rebuilt_from="the stranded and the planning report",
    )


def _stock(row: Stranded, site: str | None) -> Owed:
    """What the units that could be sold are offered for."""
    currency = CURRENCIES.get(site or "")
    if row.price is None or currency is None:
        return UNKNOWN
    return Owed(row.price * row.fulfillable, currency, _PRICED)


def _item(row: Stranded, owed: Owed) -> sdk.Item:
    return sdk.Item(
        row.name,
        listing=row.asin,
        situation=row.reason,
        units=row.units,
        money=owed.money,
        recommended=row.action,
        advice=_advice(row.reason, row.removal),
        deadline=row.removal,
        pointer=f"/row/{row.number}",
    )


@lru_cache(maxsize=4096)
def _advice(reason: str, removal: date | None) -> tuple[str, ...]:
    before = f" before Amazon does from {removal} on" if removal else ""
    return ADVICE[reason], f"Remove what cannot be sold{before}."


def _urgency(item: sdk.Item) -> tuple[int, int]:
    return -(item.deadline or date.max).toordinal(), item.units or 0


def _removals(rows: Iterable[Stranded]) -> Iterable[sdk.Deadline]:
    units: Counter[date] = Counter()
    items: Counter[date] = Counter()
    for row in rows:
        if row.removal is not None:
            units[row.removal] += row.units
            items[row.removal] += 1
    for day in nsmallest(_DAYS, units):
        says = (
            f"Amazon may remove stranded stock from this day on: units {units[day]:,}, SKUs {items[day]:,}."
        )
        yield sdk.Deadline(day, sdk.DeadlineKind.REMOVAL, says)


ROLLUPS = (
    sdk.Rollup(metric="stranded_units", tables=(TYPE,), measure=stranded_units),
    sdk.Rollup(metric="stranded_share", tables=(TYPE,), measure=stranded_share),
)
