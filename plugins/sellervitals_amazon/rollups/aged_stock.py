"""Aged stock out of the planning report: what the next 15th charges, and what may soon be charged more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from sellervitals import plugin as sdk
from sellervitals_amazon.bill import Bill
from sellervitals_amazon.documents.inventory_planning import TYPE
from sellervitals_amazon.documents.stock import Stock, Surcharge
from sellervitals_amazon.rates import aged_inventory

STEPS: tuple[tuple[int, int | None], ...] = ((181, 270), (271, 365), (366, None))
"""Ages that every generation of the report tells apart."""

AHEAD = 30
"""How many days the view of crossing a line goes ahead."""
_LINES = (180, 270, 365)
_SPLIT = date(2026, 1, 1), 455
"""Since when, and at which age, there is one more rate over a year."""
_SNAPSHOT = 15
_FREE = re.compile("apparel|cloth|shoe|bag|jewel|watch")
"""Product groups that pay nothing from 181 to 270 days."""
_OWN = "Amazon's estimate in the planning report"
_SELL = "Try to sell first: price cut with an end date, coupon, advertising."
_CLEAR = "What does not sell before {}: liquidate or remove it, above all what is older than 365 days."


class Step(NamedTuple):
    """What one item is charged in one range of ages; ``amount`` is Amazon's own, ``cost`` the table's."""

    first: int
    units: int
    amount: Decimal | None
    cost: aged_inventory.Cost | None


def surcharged(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Count the units that will be charged; none where no item tells of its ages."""
    rows: Sequence[Stock] = tables.rows(TYPE)
    rates = sdk.figures_on(aged_inventory.FIGURES, tables.day, tables.site)
    day = snapshot_after(tables.day)
    bill = Bill(_OWN)
    items: list[sdk.Item] = []
    units = silent = 0
    for stock in rows:
        steps = _steps(stock, rates)
        if steps is None:
            silent += 1
        elif charged := sum(step.units for step in steps):
            units += charged
            items.append(_item(stock, [step for step in steps if step.units], bill, day))
    if silent and not units:
        return
    says = (
        "Amazon counts stock older than 180 days for the aged-inventory surcharge, which it charges from the"
        f" 18th to the 22nd: {units:,} units, if none is sold or removed before."
    )
    deadlines = [sdk.Deadline(day, sdk.DeadlineKind.CHARGE, says)] if units else []
    yield sdk.Measurement(
        "surcharged_units",
        value=Decimal(units),
        document=TYPE,
        rebuilt_from=_from(silent),
        breakdown=sdk.Breakdown.of(items, worst=_cost, money=bill.total, deadlines=deadlines),
    )


def aging(tables: sdk.Tables) -> Iterator[sdk.Measurement]:
    """Count the units that may cross a line; the oldest are taken to sell first, as Amazon counts them."""
    since, line = _SPLIT
    lines = (*_LINES, line) if tables.day >= since else _LINES
    items = []
    units = silent = 0
    for stock in tables.rows(TYPE):
        if not stock.ages:
            silent += 1
        elif crossing := list(_crossing(stock, lines)):
            count = sum(some for _, some in crossing)
            units += count
            items.append(_aging_item(stock, crossing, count))
    if silent and not units:
        return
    yield sdk.Measurement(
        "aging_units",
        value=Decimal(units),
        document=TYPE,
        rebuilt_from=_from(silent),
        breakdown=sdk.Breakdown.of(items, worst=lambda item: item.units or 0),
    )


def snapshot_after(day: date) -> date:
    """Find the next day on which Amazon counts the aged stock: the 15th, and it may be today."""
    if day.day <= _SNAPSHOT:
        return day.replace(day=_SNAPSHOT)
    return (day.replace(day=1) + timedelta(days=31)).replace(day=_SNAPSHOT)


def _steps(stock: Stock, rates: Mapping[str, sdk.Figure]) -> list[Step] | None:
    """Work out what is charged by range of ages; None where the units of a range are not known."""
    if not stock.ages and not stock.surcharges:
        return None
    found = []
    for first, last in STEPS:
        bands = _bands(stock.surcharges, first, last)
        units = [each[2] for each in bands]
        amounts = [each[3] for each in bands]
        amount = sum((each or Decimal(0) for each in amounts), Decimal(0))
        aged = _aged(stock, first, last)
        own = bool(bands) and None not in amounts
        if bands and None not in units:
            charged = sum(each or 0 for each in units)
        elif aged is None:
            return None
        elif own:
            charged = aged if amount else 0
        else:
            free = first == STEPS[0][0] and _FREE.search((stock.product_group or "").casefold())
            charged = 0 if free else aged
        cost = None if own or not charged else _by_table(stock, bands, (first, last), charged, rates)
        found.append(Step(first, charged, amount if own else None, cost))
    return found


def _bands(surcharges: Iterable[Surcharge], first: int, last: int | None) -> list[Surcharge]:
    """Pick the bands of a range, if they fill it without a gap."""
    bands = [each for each in surcharges if each[0] >= first and (last is None or each[0] <= last)]
    expected: int | None = first
    for begins, ends, *_ in bands:
        if begins != expected:
            return []
        expected = None if ends is None else ends + 1
    return bands if expected == (None if last is None else last + 1) else []


def _aged(stock: Stock, first: int, last: int | None) -> int | None:
    some = [units for begins, _, units in stock.ages if begins >= first and (last is None or begins <= last)]
    return sum(some) if some else None


def _by_table(
    stock: Stock,
    bands: Sequence[Surcharge],
    step: tuple[int, int | None],
    charged: int,
    rates: Mapping[str, sdk.Figure],
) -> aged_inventory.Cost | None:
    """Apply the table to units by the finest ages that are known."""
    if stock.volume is None or stock.currency not in {None, aged_inventory.CURRENCY}:
        return None
    first, last = step
    parts = [(begins, ends, units) for begins, ends, units, _ in bands if units]
    if not parts:
        parts = [each for each in stock.ages if each[0] >= first and (last is None or each[0] <= last)]
    costs = [
        aged_inventory.surcharge(units, stock.volume, (begins, ends), rates) for begins, ends, units in parts
    ]
    known = [each for each in costs if each is not None]
    if not charged or len(known) < len(costs):
        return None
    least = sum((each.least for each in known), Decimal(0))
    most = sum((each.most for each in known), Decimal(0))
    return aged_inventory.Cost(least, most, max(each.since for each in known))


def _item(stock: Stock, steps: Sequence[Step], bill: Bill, day: date) -> sdk.Item:
    oldest = STEPS[[first for first, _ in STEPS].index(steps[-1].first)]
    ages = "over 365 days" if oldest[1] is None else f"{oldest[0]} to {oldest[1]} days"
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation=f"aged {ages}",
        units=sum(step.units for step in steps),
        money=_money(stock, steps, bill),
        recommended=recommended(stock),
        advice=(_SELL, _CLEAR.format(day)),
        deadline=day,
        pointer=f"/row/{stock.number}",
    )


def _money(stock: Stock, steps: Sequence[Step], bill: Bill) -> sdk.Money | None:
    """Add up the ranges, Amazon's own amounts before the table's."""
    by_table = [step.cost for step in steps if step.amount is None]
    costs = [cost for cost in by_table if cost is not None]
    if len(costs) < len(by_table):
        return bill.add(None, None)
    own = [step.amount for step in steps if step.amount is not None]
    sources = [_OWN] if own else []
    if costs:
        known = all(cost.least == cost.most for cost in costs)
        since = max(cost.since for cost in costs)
        sources.append(f"{'' if known else 'at least, by '}the surcharge table of {since} (United States)")
    amount = sum(own, Decimal(0)) + sum((cost.least for cost in costs), Decimal(0))
    currency = stock.currency if own else aged_inventory.CURRENCY
    return bill.add(amount, currency, " and ".join(sources))


def _crossing(stock: Stock, lines: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give each line and how many units at most cross it, after what sells first is gone."""
    free = _FREE.search((stock.product_group or "").casefold())
    for line in lines:
        if free and line == _LINES[0]:
            continue
        near = sum(
            units
            for first, last, units in stock.ages
            if first <= line and (last or first + line) > line - AHEAD
        )
        beyond = sum(units for first, _, units in stock.ages if first > line)
        left = min(near, max(near + beyond - (stock.shipped_30 or 0), 0))
        if left:
            yield line, left


def _aging_item(stock: Stock, crossing: Sequence[tuple[int, int]], count: int) -> sdk.Item:
    listed = ", ".join(f"{units:,} cross {line} days" for line, units in crossing)
    return sdk.Item(
        stock.name,
        listing=stock.asin,
        situation="aging",
        units=count,
        recommended=recommended(stock),
        advice=(f"At most {listed} within {AHEAD} days; look up their exact ages.", _SELL),
        pointer=f"/row/{stock.number}",
    )


def recommended(stock: Stock) -> str:
    """Quote Amazon's own advice, with the units it would remove."""
    action = stock.recommended_action or ""
    if stock.recommended_removal:
        action = f"{action or 'Removal'} ({stock.recommended_removal:,} units)"
    return action


def _cost(item: sdk.Item) -> tuple[Decimal, int]:
    return (Decimal(0) if item.money is None else item.money.amount), item.units or 0


def _from(silent: int) -> str:
    return "the planning report" + (f" ({silent:,} of its items tell no ages)" if silent else "")


ROLLUPS = (
    sdk.Rollup(metric="surcharged_units", tables=(TYPE,), measure=surcharged),
    sdk.Rollup(metric="aging_units", tables=(TYPE,), measure=aging),
)
