"""SKUs that are out of stock or about to be, with what Amazon advises to send and the sales at stake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.restock_recommendations import (
    ALERTS,
    OUT_OF_STOCK,
    REORDER_NOW,
    TYPE,
    Restock,
)
from sellervitals_amazon.rates.bill import priced
from sellervitals_amazon.rollups import stock_items


def out_of_stock(tables: sdk.Tables) -> Iterable[sdk.Measurement]:
    """Count the SKUs that Amazon marks as out of stock; those with most sales in 30 days stand first."""
    return _marked(tables, "out_of_stock_skus", OUT_OF_STOCK, _most_sales)


def reorder(tables: sdk.Tables) -> Iterable[sdk.Measurement]:
    """Count the SKUs that Amazon asks to reorder now; those with the fewest days of supply stand first."""
    return _marked(tables, "reorder_skus", REORDER_NOW, _fewest_days)


def _marked(tables: sdk.Tables, metric: str, alert: str, worst: Any) -> Iterable[sdk.Measurement]:
    rows: Sequence[Restock] = tables.rows(TYPE)
    items = [_item(row) for row in rows if row.alert == alert]
    if not items and any(row.alert not in ALERTS for row in rows):
        return  # the words that nobody knows may be this one in another language
    yield sdk.Measurement(
        metric,
        value=Decimal(len(items)),
        document=TYPE,
        breakdown=sdk.Breakdown.of(items, worst=worst, money=_total(items)),
        rebuilt_from="the restock report",
    )


def _item(row: Restock) -> sdk.Item:
    return sdk.Item(
        row.sku,
        listing=row.asin,
        situation=row.alert.replace("_", " "),
        units=row.quantity,
        value=row.days_of_supply,
        unit="" if row.days_of_supply is None else "days of supply",
        money=_sales(row),
        recommended=row.action or "",
        advice=_advice(row),
        deadline=row.ship_day,
        pointer=f"/row/{row.number}",
    )


def _sales(row: Restock) -> sdk.Money | None:
    """What the item sold for in 30 days: as the report says, else its price by its units."""
    if row.currency is None:
        return None
    if row.sales is not None:
        return priced(row.sales, row.currency, "sales of the last 30 days in the restock report")
    if row.price is None or row.units_sold is None:
        return None
    source = "price by units sold in the last 30 days in the restock report"
    return priced(row.price * row.units_sold, row.currency, source)


def _advice(row: Restock) -> tuple[str, ...]:
    if not row.quantity:
        return ("Decide whether to replenish it; Amazon advises no quantity.",)
    by = f", to be shipped by {row.ship_day or row.ship_by}" if row.ship_by else ""
    written = " (as the report writes it)" if row.ship_by and row.ship_day is None else ""
    return (f"Send in {stock_items.pieces(row.quantity)}{by}{written}.",)


def _total(items: Iterable[sdk.Item]) -> sdk.Money | None:
    """All sales together, where they are in one currency."""
    known = [each.money for each in items if each.money is not None]
    if len({each.currency for each in known}) != 1:
        return None
    amount = sum((each.amount for each in known), Decimal(0))
    return priced(amount, known[0].currency, "sales of the last 30 days in the restock report")


def _most_sales(item: sdk.Item) -> tuple[Decimal, int]:
    return (item.money.amount if item.money else Decimal(0)), item.units or 0


def _fewest_days(item: sdk.Item) -> tuple[bool, Decimal, Decimal]:
    days = item.value if isinstance(item.value, Decimal) else None
    return days is not None, -(days or Decimal(0)), _most_sales(item)[0]


ROLLUPS = (
    sdk.Rollup(metric="out_of_stock_skus", tables=(TYPE,), measure=out_of_stock),
    sdk.Rollup(metric="reorder_skus", tables=(TYPE,), measure=reorder),
)
