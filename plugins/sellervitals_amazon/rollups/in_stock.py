"""The in-stock rate out of the planning report: which recent sales fall on items that are in stock now."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.judging.inventory_index import THREE_FACTORS
from sellervitals_amazon.rollups import stock_items

_HOW = " of one day, each item weighing its units shipped in 60 days; Amazon looks at all of 30 days"


def in_stock(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Weigh items in stock against all items that sell; none for stores whose index has no such factor."""
    if tables.site in THREE_FACTORS:
        return
    sold = held = silent = unsure = 0
    gone: list[Stock] = []
    for stock in tables.rows(TYPE):
        if stock.shipped_60 is None or stock.available is None:
            silent += 1
            unsure += stock.shipped_60 != 0 and not stock.available
            continue
        sold += stock.shipped_60
        if stock.available:
            held += stock.shipped_60
        elif stock.shipped_60:
            gone.append(stock)
    if not sold or (unsure and not gone):
        return  # items that do not tell may sell and be gone
    yield sdk.Measurement(
        "in_stock_rate",
        numerator=held,
        denominator=sold,
        document=TYPE,
        rebuilt_from=stock_items.rebuilt(silent, _HOW),
        breakdown=sdk.Breakdown.of(gone, worst=lambda row: row.shipped_60, item=_item),
    )


def _item(stock: Stock) -> sdk.Item:
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation="out of stock",
        units=stock.ship_in,
        value=Decimal(stock.shipped_60 or 0),
        unit="units shipped in 60 days",
        recommended=stock_items.recommended(stock),
        advice=tuple(_advice(stock)),
        deadline=stock.ship_in_date,
        pointer=f"/row/{stock.number}",
    )


def _advice(stock: Stock) -> Iterator[str]:
    if stock.inbound:
        yield f"{stock_items.pieces(stock.inbound)} on the way: see that the shipment is received."
    if stock.ship_in:
        yield f"Send {stock_items.pieces(stock.ship_in)}, as Amazon suggests."
    elif not stock.inbound:
        yield "Send stock for 30 to 60 days of sales, or mark the item as not to be replenished."
    yield "Meanwhile keep an offer that you ship yourself."


ROLLUPS = (sdk.Rollup(metric="in_stock_rate", tables=(TYPE,), measure=in_stock),)
