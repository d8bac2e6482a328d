"""Units that may soon cross an age line: at most so many, for the planning report tells ages in bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rates.aged_inventory import is_fashion
from sellervitals_amazon.rollups import stock_items

AHEAD = 30
"""How many days are looked ahead."""

LINES = (180, 270, 365)
LATER_LINE, SINCE = 455, date(2026, 1, 1)
"""A further line, and since when a dearer rate begins there."""


class Aging(NamedTuple):
    """An item, how many units at most cross a line, and how many of them cross which, oldest first."""

    stock: Stock
    units: int
    crossing: Sequence[tuple[int, int]]


def aging(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Count the units that may cross a line; the oldest are taken to sell first, as Amazon counts them."""
    lines = (*LINES, LATER_LINE) if tables.day >= SINCE else LINES
    rows: Sequence[Stock] = tables.rows(TYPE)
    told = [stock for stock in rows if stock.ages]
    silent = len(rows) - len(told)
    cases = [
        Aging(stock, sum([units for _, units in crossing]), crossing)
        for stock in told
        if (crossing := _crossing(stock, lines))
    ]
    if not cases and (silent or not told):
        return
    yield sdk.Measurement(
        "aging_units",
        value=Decimal(sum(each.units for each in cases)),
        document=TYPE,
        rebuilt_from=stock_items.rebuilt(silent),
        breakdown=sdk.Breakdown.of(cases, worst=lambda each: each.units, item=_item),
    )


def _crossing(stock: Stock, lines: tuple[int, ...]) -> list[tuple[int, int]]:
    """Sell the oldest units at the pace of the last 30 days, and see what is left of each band at a line."""
    to_sell = stock.shipped_30 or 0
    found = []
    for first, last, units in reversed(stock.ages):
        if units <= to_sell:
            to_sell -= units
            continue
        left = units - to_sell
        to_sell = 0
        line = _line(first, last, lines)
        if line is not None and not (line == LINES[0] and is_fashion(stock.product_group)):
            found.append((line, left))
    return found


@lru_cache(maxsize=256)
def _line(first: int, last: int | None, lines: tuple[int, ...]) -> int | None:
    """Find the line that units of a band may cross within the days ahead."""
    return next((each for each in lines if first <= each and (last is None or last > each - AHEAD)), None)


def _item(case: Aging) -> sdk.Item:
    stock = case.stock
    pace = "" if stock.shipped_30 is None else ", if it sells as in the last 30"
    listed = ", ".join(f"{units:,} cross {line} days" for line, units in reversed(case.crossing))
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation="aging",
        units=case.units,
        recommended=stock_items.recommended(stock),
        advice=(
            f"At most {listed} within {AHEAD} days{pace}; look up their exact ages.",
            *stock_items.selling(stock),
            *stock_items.clearing(stock),
        ),
        pointer=f"/row/{stock.number}",
    )


ROLLUPS = (sdk.Rollup(metric="aging_units", tables=(TYPE,), measure=aging),)
