"""Sell-through out of the planning report: what was shipped in 90 days by what was on hand meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rollups import stock_items

EXCESS_DAYS = 90
"""Stock for more days of expected demand is excess to Amazon."""

_HOW = ": an item's average stock is what its own sell-through rate implies, else what is available now"


def sell_through(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Divide the units shipped by the average units on hand, which the report only implies.

    Amazon gives each item's rate, rounded: units shipped by that rate are its average. Where nothing was
    shipped, or no rate is given, what is available now stands in.
    """
    shipped_at: dict[Decimal, int] = defaultdict(int)
    shipped = idle = silent = 0
    slow: list[Stock] = []
    for stock in tables.rows(TYPE):
        units, rate = stock.shipped_90, stock.sell_through
        if units and rate:
            shipped_at[rate] += units
        elif units is not None and stock.available is not None:
            idle += stock.available
        else:
            silent += 1
            continue
        shipped += units
        if stock.available and _idle(stock) > 0 and not _sells_soon(stock):
            slow.append(stock)
    average = round(idle + sum((units / rate for rate, units in shipped_at.items()), Decimal(0)))
    if not average:
        return
    yield sdk.Measurement(
        "sell_through_rate",
        numerator=shipped,
        denominator=average,
        document=TYPE,
        rebuilt_from=stock_items.rebuilt(silent, _HOW),
        breakdown=sdk.Breakdown.of(slow, worst=_idle, item=_item, money=stock_items.total(slow)),
    )


def _sells_soon(stock: Stock) -> bool:
    """Whether Amazon expects the stock to sell within the 90 days at which excess begins."""
    return stock.days_of_supply is not None and stock.days_of_supply <= EXCESS_DAYS


def _idle(stock: Stock) -> Decimal:
    """How many units more it holds on average than it ships in 90 days."""
    units, rate = stock.shipped_90 or 0, stock.sell_through
    return (units / rate if units and rate else Decimal(stock.available or 0)) - units


def _item(stock: Stock) -> sdk.Item:
    rate = stock.sell_through
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation="slow",
        units=stock.available,
        value=None if rate is None else sdk.ratio(rate),
        unit="" if rate is None else "sell-through",
        money=stock_items.stake(stock),
        recommended=stock_items.recommended(stock),
        advice=(*stock_items.selling(stock), "Send less, and more often, until it moves."),
        pointer=f"/row/{stock.number}",
    )


ROLLUPS = (sdk.Rollup(metric="sell_through_rate", tables=(TYPE,), measure=sell_through),)
