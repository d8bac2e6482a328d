"""Excess stock out of the planning report: more units than Amazon expects to sell in 90 days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rollups import stock_items


def excess(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Compare excess units with available units, over the items that tell of both."""
    rows: Sequence[Stock] = tables.rows(TYPE)
    told = [row for row in rows if row.excess is not None and row.available is not None]
    if not told:
        return
    piles = [row for row in told if row.excess]
    if not piles and any(_may_be_excess(row) for row in rows):
        return  # none is known, and none would be the best there is
    yield sdk.Measurement(
        "excess_inventory_share",
        numerator=sum(row.excess or 0 for row in told),
        denominator=sum(row.available or 0 for row in told),
        document=TYPE,
        rebuilt_from=stock_items.rebuilt(len(rows) - len(told)),
        breakdown=sdk.Breakdown.of(
            piles, worst=lambda row: row.excess, item=_item, money=stock_items.total(piles)
        ),
    )


def _may_be_excess(stock: Stock) -> bool:
    """Say whether an item that does not tell of both numbers may have units in excess."""
    return bool(stock.available is None and stock.excess) or (stock.excess is None and stock.available != 0)


def _item(stock: Stock) -> sdk.Item:
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation="excess",
        units=stock.excess,
        value=stock.days_of_supply,
        unit="" if stock.days_of_supply is None else "days of supply",
        money=stock_items.stake(stock),
        recommended=stock_items.recommended(stock),
        advice=(*stock_items.selling(stock), *stock_items.clearing(stock)),
        pointer=f"/row/{stock.number}",
    )


ROLLUPS = (sdk.Rollup(metric="excess_inventory_share", tables=(TYPE,), measure=excess),)
