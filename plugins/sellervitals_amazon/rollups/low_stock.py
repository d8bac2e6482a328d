"""The low-inventory-level fee out of the planning report: who pays it, how much, and what ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import lru_cache, partial
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import storage_fee_charges
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rates import low_inventory
from sellervitals_amazon.rates.bill import UNKNOWN, Owed, total
from sellervitals_amazon.rates.low_inventory import BULKY, ENOUGH, FEWEST_SHIPPED, STANDARD
from sellervitals_amazon.rollups import stock_items

BY_FNSKU = date(2026, 1, 15)
"""From here on each FNSKU is measured, before it was its parent product; groceries are exempt since."""

_GROCERY = re.compile("grocer")
_TOO_LARGE = "extralarge"
"""A size, in letters alone, that the fee does not cover."""

_LETTERS = re.compile("[^a-z]+")
_TIERS: dict[str, tuple[str, ...]] = {
    _TOO_LARGE: (),
    "smallstandard": STANDARD[:1],
    "largestandard": STANDARD[1:],
    "standard": STANDARD,
    "smallbulky": BULKY[:1],
    "largebulky": BULKY[1:],
    "bulky": BULKY,
    "oversize": BULKY,
}
"""The size tiers that a name leaves possible, closest names first."""


class Paying(NamedTuple):
    """An item that pays, the rates of the size tiers it may have, and what 30 days cost."""

    stock: Stock
    rates: Sequence[sdk.Figure]
    owed: Owed


def paying(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Count the items that pay; gives nothing where the report tells of no item."""
    rows: Sequence[Stock] = tables.rows(TYPE)
    rates = sdk.figures_on(low_inventory.FIGURES, tables.day, tables.site)
    sizes = {each.fnsku: each.tier for each in tables.rows(storage_fee_charges.TYPE) if each.tier}
    of = lru_cache(maxsize=256)(partial(_rates, rates))
    cases: list[Paying] = []
    silent = 0
    for stock in rows:
        size = sizes.get(stock.fnsku) or stock.storage_type
        pays = _pays(stock, size, tables.day, rates)
        if pays is None:
            silent += 1
        elif pays:
            possible = of(size, low_inventory.below(_days(stock)))
            cases.append(Paying(stock, possible, _owed(stock, possible)))
    if not cases and (silent or not rows):
        return
    yield sdk.Measurement(
        "low_inventory_fee_skus",
        value=Decimal(len(cases)),
        numerator=len(cases),
        denominator=len(rows) - silent,
        document=TYPE,
        rebuilt_from=stock_items.rebuilt(silent),
        breakdown=sdk.Breakdown.of(
            cases,
            worst=lambda each: (each.owed.amount, each.stock.shipped_30 or 0),
            item=_item,
            money=total([each.owed for each in cases]),
        ),
    )


def _pays(stock: Stock, size: str | None, day: date, rates: Mapping[str, sdk.Figure]) -> bool | None:
    """Say whether the fee is charged: Amazon's own flags first; None where it cannot be known."""
    if stock.fee_applied is not None:
        return stock.fee_applied
    if stock.fee_exempt:
        return False
    if day < BY_FNSKU or not rates or stock.short_days is None or stock.long_days is None:
        return None
    if max(stock.short_days, stock.long_days) >= ENOUGH:
        return False
    if stock.shipped_7 is not None and stock.shipped_7 < rates[FEWEST_SHIPPED].value:
        return False
    return _TOO_LARGE not in _letters(size) and not _GROCERY.search((stock.product_group or "").casefold())


def tiers(name: str | None) -> tuple[str, ...]:
    """Name the size tiers that a storage type or size tier leaves possible; none for one that is unknown."""
    letters = _letters(name)
    return next((found for known, found in _TIERS.items() if known in letters), ())


@lru_cache(maxsize=256)
def _letters(name: str | None) -> str:
    return _LETTERS.sub("", (name or "").casefold())


def _rates(rates: Mapping[str, sdk.Figure], size: str | None, below: int | None) -> Sequence[sdk.Figure]:
    """Give the rate of each size tier that is possible; none where one of them is not known."""
    found = [low_inventory.rate(tier, below, rates) for tier in tiers(size)]
    known = [each for each in found if each is not None]
    return known if len(known) == len(found) else []


def _item(case: Paying) -> sdk.Item:
    stock, days = case.stock, _days(case.stock)
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation="low stock",
        units=_missing(stock),
        value=days,
        unit="" if days is None else "days of supply",
        money=case.owed.money,
        recommended=_recommended(stock),
        advice=tuple(_advice(stock, case.rates)),
        pointer=f"/row/{stock.number}",
    )


def _days(stock: Stock) -> Decimal | None:
    if stock.short_days is None or stock.long_days is None:
        return stock.history_days
    return max(stock.short_days, stock.long_days)


def _owed(stock: Stock, rates: Sequence[sdk.Figure]) -> Owed:
    """Charge the units of the last 30 days; where several size tiers are possible, at the least rate."""
    if not rates or stock.shipped_30 is None or stock.currency not in {None, low_inventory.CURRENCY}:
        return UNKNOWN
    least = min(each.value for each in rates)
    source = _source(rates[0], sure=all(each.value == least for each in rates))
    return Owed(least * stock.shipped_30, low_inventory.CURRENCY, source)


@lru_cache(maxsize=64)
def _source(rate: sdk.Figure, *, sure: bool) -> str:
    says = "" if sure else "at least, for the size tier is not known: "
    says += f"units shipped in 30 days by the fee table of {rate.since} (United States)"
    return f"{says}, which one third party alone gives" if rate.trust is sdk.Trust.DISPUTED else says


def _missing(stock: Stock) -> int | None:
    """How many more units must lie in stock, on average over 30 days, to end the fee."""
    if stock.short_days is None or not stock.shipped_30:
        return None
    more = low_inventory.missing(stock.short_days, Decimal(stock.shipped_30) / 30)
    return int(more.to_integral_value(ROUND_CEILING))


def _advice(stock: Stock, rates: Sequence[sdk.Figure]) -> Iterator[str]:
    more = _missing(stock)
    if more and stock.short_days is not None:
        yield (
            f"Hold {stock_items.pieces(more)} more on average over 30 days: that lifts"
            f" {sdk.display(stock.short_days, sdk.Unit.DAYS)} of supply to {ENOUGH}."
        )
    else:
        yield f"Send stock until the 30-day or the 90-day figure reaches {ENOUGH} days."
    if rates:
        values = sorted({each.value for each in rates})
        span = f"{values[0]}" if len(values) == 1 else f"{values[0]} to {values[-1]}"
        yield (
            f"The fee is {span} {low_inventory.CURRENCY} for each unit shipped; until the stock is there, a"
            " higher price or less advertising slows sales."
        )


def _recommended(stock: Stock) -> str:
    if stock.ship_in:
        return f"Ship in {stock_items.pieces(stock.ship_in)}" + (
            f" by {stock.ship_in_date}" if stock.ship_in_date else ""
        )
    return stock_items.recommended(stock)


ROLLUPS = (sdk.Rollup(metric="low_inventory_fee_skus", tables=(TYPE,), measure=paying),)
