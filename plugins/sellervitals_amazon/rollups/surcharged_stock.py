"""What the aged-inventory surcharge will charge on the next 15th, out of the planning report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Age, Stock, Surcharge
from sellervitals_amazon.rates.aged_inventory import CURRENCY, FIGURES, Cost, is_fashion, surcharge
from sellervitals_amazon.rates.bill import UNKNOWN, Owed, total
from sellervitals_amazon.rollups import stock_items

Rates = Mapping[str, sdk.Figure]

RANGES: tuple[tuple[int, int | None], ...] = ((181, 270), (271, 365), (366, None))
"""Ages that every generation of the report tells apart."""

_OLD = RANGES[0][0]
_SNAPSHOT = 15
_OWN = "Amazon's estimate in the planning report"


class Charged(NamedTuple):
    """An item's units that will be charged, and what they cost."""

    stock: Stock
    units: int
    owed: Owed = UNKNOWN


class _Part(NamedTuple):
    """Units in one range of ages; ``amount`` is Amazon's own, else ``cost`` the table's."""

    ages: tuple[int, int | None]
    units: int
    amount: Decimal | None
    cost: Cost | None


def surcharged(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Count the units that will be charged; gives nothing where no item tells of its ages."""
    rates = sdk.figures_on(FIGURES, tables.day, tables.site)
    told = [_charged(stock, rates) for stock in tables.rows(TYPE)]
    known = [each for each in told if each is not None]
    cases = [each for each in known if each.units]
    silent = len(told) - len(known)
    if not cases and (silent or not told):
        return
    units = sum(each.units for each in cases)
    stored = sum(each.stock.available or 0 for each in known)
    day = snapshot_after(tables.day)
    says = (
        "Amazon counts stock older than 180 days for the aged-inventory surcharge, which it charges from the"
        f" 18th to the 22nd: {stock_items.pieces(units)}, if none is sold or removed before."
    )
    yield sdk.Measurement(
        "surcharged_units",
        value=Decimal(units),
        numerator=units if stored else None,
        denominator=stored or None,
        document=TYPE,
        rebuilt_from=stock_items.rebuilt(silent),
        breakdown=sdk.Breakdown.of(
            cases,
            worst=lambda each: (each.owed.amount, each.units),
            item=lambda each: _item(each, rates, day),
            money=total([each.owed for each in cases]),
            deadlines=(sdk.Deadline(day, sdk.DeadlineKind.CHARGE, says),) if units and day else (),
        ),
    )


def snapshot_after(day: date) -> date | None:
    """Find the next day on which Amazon counts the aged stock: the 15th, and it may be today.

    None where the calendar ends before it.
    """
    if day.day <= _SNAPSHOT:
        return day.replace(day=_SNAPSHOT)
    if (day.year, day.month) == (date.max.year, date.max.month):
        return None
    return (day.replace(day=1) + timedelta(days=31)).replace(day=_SNAPSHOT)


def _charged(stock: Stock, rates: Rates) -> Charged | None:
    """Work out one item; None where the units of some range are not known."""
    if stock.surcharges:
        firsts, lasts, units, amounts = zip(*stock.surcharges, strict=True)
        if _filled(firsts, lasts) == 0:
            with suppress(TypeError):  # one of them is None; comparing each Decimal with it is slow
                return Charged(stock, sum(units), Owed(sum(amounts), stock.currency, _OWN))
    elif stock.ages:
        firsts, lasts, units = zip(*stock.ages, strict=True)
        begin = _filled(firsts, lasts)
        if begin is not None and not any(units[begin:]):
            return Charged(stock, 0)
    parts = _parts(stock, rates)
    if parts is None:
        return None
    kept = [part for part in parts if part.units]
    return Charged(stock, sum(part.units for part in kept), _owed(stock, kept) if kept else UNKNOWN)


@lru_cache(maxsize=64)
def _filled(firsts: Sequence[int], lasts: Sequence[int | None]) -> int | None:
    """Find where ages of 181 days begin, if they go on from there without a gap and without an end."""
    begin = next((place for place, first in enumerate(firsts) if first >= _OLD), None)
    expected: int | None = _OLD
    for first, last in zip(firsts[begin:], lasts[begin:], strict=True):
        if first != expected:
            return None
        expected = None if last is None else last + 1
    return begin if expected is None else None


def _parts(stock: Stock, rates: Rates) -> list[_Part] | None:
    """Go through the ranges: Amazon's quantities and amounts first, then today's ages and the table."""
    if not stock.ages and not stock.surcharges:
        return None
    fashion = is_fashion(stock.product_group)
    found = []
    for first, last in RANGES:
        bands = _within(stock.surcharges, first, last)
        ages = [each for each in stock.ages if each[0] >= first and (last is None or each[0] <= last)]
        amounts = [amount for *_, amount in bands if amount is not None]
        amount = sum(amounts, Decimal(0)) if bands and len(amounts) == len(bands) else None
        counts = [(begins, ends, units) for begins, ends, units, _ in bands if units is not None]
        if not bands or len(counts) < len(bands):
            if not ages:
                return None
            free = amount == 0 or (amount is None and fashion and first == _OLD)
            counts = [] if free else ages
        units = sum(some for *_, some in counts)
        cost = None if amount is not None else _by_table(stock, counts, rates)
        found.append(_Part((first, last), units, amount, cost))
    return found


def _within(surcharges: Iterable[Surcharge], first: int, last: int | None) -> list[Surcharge]:
    """Pick the bands of a range, if they fill it without a gap."""
    bands = [each for each in surcharges if each[0] >= first and (last is None or each[0] <= last)]
    expected: int | None = first
    for begins, ends, *_ in bands:
        if begins != expected:
            return []
        expected = None if ends is None else ends + 1
    return bands if expected == (None if last is None else last + 1) else []


def _by_table(stock: Stock, counts: Iterable[Age], rates: Rates) -> Cost | None:
    """Apply the table to units by the finest ages that are known."""
    if stock.volume is None or stock.currency not in {None, CURRENCY}:
        return None
    charged = [each for each in counts if each[2]]
    costs = [surcharge(units, stock.volume, (begins, ends), rates) for begins, ends, units in charged]
    known = [each for each in costs if each is not None]
    if not known or len(known) < len(costs):
        return None
    least = sum((each.least for each in known), Decimal(0))
    most = sum((each.most for each in known), Decimal(0))
    return Cost(least, most, max(each.since for each in known))


def _owed(stock: Stock, parts: Sequence[_Part]) -> Owed:
    """Add up the ranges, and say what the sum is made of."""
    own = [part.amount for part in parts if part.amount is not None]
    costs = [part.cost for part in parts if part.cost is not None]
    if len(own) + len(costs) < len(parts):
        return UNKNOWN
    sources = [_OWN] if own else []
    if costs:
        sure = all(cost.least == cost.most for cost in costs)
        since = max(cost.since for cost in costs)
        sources.append(f"{'' if sure else 'at least, by '}the surcharge table of {since} (United States)")
    amount = sum(own, Decimal(0)) + sum((cost.least for cost in costs), Decimal(0))
    return Owed(amount, stock.currency if own else CURRENCY, " and ".join(sources))


def _item(charged: Charged, rates: Rates, day: date | None) -> sdk.Item:
    stock = charged.stock
    ages = [part.ages for part in _parts(stock, rates) or () if part.units]
    (first, _), (oldest, last) = ages[0], ages[-1]
    ending = f"{first} to over {oldest - 1} days" if len(ages) > 1 else f"over {oldest - 1} days"
    due = day if rates else None
    before = () if due is None else (f"Amazon counts them on {due}",)
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation=f"aged {ending if last is None else f'{first} to {last} days'}",
        units=charged.units,
        money=charged.owed.money,
        recommended=stock_items.recommended(stock),
        advice=(*stock_items.selling(stock), *stock_items.clearing(stock, *before)),
        deadline=due,
        pointer=f"/row/{stock.number}",
    )


ROLLUPS = (sdk.Rollup(metric="surcharged_units", tables=(TYPE,), measure=surcharged),)
