"""The low-inventory-level fee out of the planning report: who pays it, how much, and what ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.bill import Bill
from sellervitals_amazon.documents import storage_fee_charges
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rates import low_inventory
from sellervitals_amazon.rates.low_inventory import BULKY, ENOUGH, FEWEST_SHIPPED, STANDARD

BY_FNSKU = date(2026, 1, 15)
"""From here on each FNSKU is measured, before it was its parent product; groceries are exempt since."""

_GROCERY = re.compile("grocer")
_LETTERS = re.compile("[^a-z]+")
_TIERS: dict[str, tuple[str, ...]] = {
    "extralarge": (),
    "smallstandard": STANDARD[:1],
    "largestandard": STANDARD[1:],
    "standard": STANDARD,
    "smallbulky": BULKY[:1],
    "largebulky": BULKY[1:],
    "bulky": BULKY,
    "oversize": BULKY,
}
"""The size tiers that a name leaves possible, closest names first."""


def paying(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Count the items that pay; none where the report tells of no item."""
    rows: Sequence[Stock] = tables.rows(TYPE)
    rates = sdk.figures_on(low_inventory.FIGURES, tables.day, tables.site)
    sizes = {each.fnsku: each.tier for each in tables.rows(storage_fee_charges.TYPE) if each.tier}
    bill = Bill("")
    items: list[sdk.Item] = []
    silent = 0
    for stock in rows:
        pays = _pays(stock, tables.day, rates)
        if pays is None:
            silent += 1
        elif pays:
            items.append(_item(stock, sizes.get(stock.fnsku) or stock.storage_type, rates, bill))
    if silent and not items:
        return
    told = f" ({silent:,} of its items tell neither the fee nor both days of supply)" if silent else ""
    yield sdk.Measurement(
        "low_inventory_fee_skus",
        value=Decimal(len(items)),
        document=TYPE,
        rebuilt_from=f"the planning report{told}",
        breakdown=sdk.Breakdown.of(items, worst=_cost, money=bill.total),
    )


def _pays(stock: Stock, day: date, rates: Mapping[str, sdk.Figure]) -> bool | None:
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
    return not _GROCERY.search((stock.product_group or "").casefold())


def tiers(name: str | None) -> tuple[str, ...]:
    """Name the size tiers that a storage type or size tier leaves possible; none for one that is unknown."""
    letters = _LETTERS.sub("", (name or "").casefold())
    return next((found for known, found in _TIERS.items() if known in letters), ())


def _item(stock: Stock, size: str | None, rates: Mapping[str, sdk.Figure], bill: Bill) -> sdk.Item:
    days = _days(stock)
    fees = [] if days is None else [low_inventory.fee(each, days, days, rates) for each in tiers(size)]
    known = [each for each in fees if each is not None]
    if len(known) < len(fees):
        known = []
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation="low stock",
        units=stock.shipped_30,
        value=days,
        unit="" if days is None else "days of supply",
        money=_money(stock, known, bill),
        recommended=_recommended(stock),
        advice=tuple(_advice(stock, known)),
        pointer=f"/row/{stock.number}",
    )


def _days(stock: Stock) -> Decimal | None:
    if stock.short_days is None or stock.long_days is None:
        return stock.history_days
    return max(stock.short_days, stock.long_days)


def _money(stock: Stock, fees: Sequence[sdk.Figure], bill: Bill) -> sdk.Money | None:
    """Charge the units of the last 30 days; where several size tiers are possible, at the least rate."""
    if not fees or stock.shipped_30 is None or stock.currency not in {None, low_inventory.CURRENCY}:
        return bill.add(None, None)
    rates = {each.value for each in fees}
    least = "" if len(rates) == 1 else "at least, for the size tier is not known: "
    table = f"the fee table of {fees[0].since} (United States)"
    if fees[0].trust is sdk.Trust.DISPUTED:
        table = f"{table}, which one third party alone gives"
    source = f"{least}units shipped in 30 days by {table}"
    return bill.add(min(rates) * stock.shipped_30, low_inventory.CURRENCY, source)


def _advice(stock: Stock, fees: Sequence[sdk.Figure]) -> Iterator[str]:
    if stock.short_days is not None and stock.shipped_30 and stock.short_days < ENOUGH:
        more = low_inventory.missing(stock.short_days, Decimal(stock.shipped_30) / 30)
        yield (
            f"Hold {more.to_integral_value(ROUND_CEILING):,} more units on average over 30 days: that lifts"
            f" {sdk.display(stock.short_days, sdk.Unit.DAYS)} of supply to {ENOUGH}."
        )
    else:
        yield f"Send stock until the 30-day or the 90-day figure reaches {ENOUGH} days."
    if fees:
        rates = sorted({each.value for each in fees})
        span = f"{rates[0]}" if len(rates) == 1 else f"{rates[0]} to {rates[-1]}"
        yield (
            f"The fee is {span} {low_inventory.CURRENCY} for each unit shipped; until the stock is there, a"
            " higher price or less advertising slows sales."
        )


def _recommended(stock: Stock) -> str:
    if stock.ship_in:
        return f"Ship in {stock.ship_in:,} units" + (
            f" by {stock.ship_in_date}" if stock.ship_in_date else ""
        )
    return stock.recommended_action or ""


def _cost(item: sdk.Item) -> tuple[Decimal, int]:
    return (Decimal(0) if item.money is None else item.money.amount), item.units or 0


ROLLUPS = (sdk.Rollup(metric="low_inventory_fee_skus", tables=(TYPE,), measure=paying),)
