"""Unfulfillable stock out of the planning report: units that can be neither sold nor shipped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rollups import stock_items

_ADVICE = (
    "Look up why the units are unfulfillable, and mend the cause before more is sent.",
    "Have them removed: what is only opened or damaged in its packing may be sold again.",
)


def unfulfillable(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Count the units, over the items that tell of them."""
    rows: Sequence[Stock] = tables.rows(TYPE)
    told = [row for row in rows if row.unfulfillable is not None]
    piles = [row for row in told if row.unfulfillable]
    if not piles and (len(told) < len(rows) or not rows):
        return  # those that do not say may have some
    yield sdk.Measurement(
        "unfulfillable_units",
        value=Decimal(sum(row.unfulfillable or 0 for row in told)),
        document=TYPE,
        rebuilt_from=stock_items.rebuilt(len(rows) - len(told)),
        breakdown=sdk.Breakdown.of(piles, worst=lambda row: row.unfulfillable, item=_item),
    )


def _item(stock: Stock) -> sdk.Item:
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation="unfulfillable",
        units=stock.unfulfillable,
        recommended=stock_items.recommended(stock),
        advice=_ADVICE,
        pointer=f"/row/{stock.number}",
    )


ROLLUPS = (sdk.Rollup(metric="unfulfillable_units", tables=(TYPE,), measure=unfulfillable),)
