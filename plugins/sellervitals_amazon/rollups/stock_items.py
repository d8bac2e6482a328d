"""Single items of the planning report, as roll-ups list them: with money, Amazon's words and advice."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rates.bill import priced

SAVINGS = "Amazon's estimate in the planning report of what its recommended action saves"
STORAGE = "Amazon's estimate in the planning report of the item's storage cost next month"

_BY_ALERT = {
    "low traffic": "Few buyers see the offer: advertise it, and check that it can be found.",
    "low conversion": "Buyers look and do not buy: mend page, pictures and price.",
}


def rebuilt(silent: int, how: str = "") -> str:
    """Say what a number was worked out of, and how many rows say nothing about it."""
    rows = "1 row that does not say" if silent == 1 else f"{silent:,} rows that do not say"
    without = f", without {rows}" if silent else ""
    return f"the planning report{how}{without}"


def pieces(units: int) -> str:
    """Write a number of units: ``1 unit``, ``1,200 units``."""
    return "1 unit" if units == 1 else f"{units:,} units"


def stake(stock: Stock) -> sdk.Money | None:
    """What is at stake: what acting would save, else what the item costs to store."""
    if stock.currency is None:
        return None
    if stock.savings is not None and stock.savings > 0:
        return priced(stock.savings, stock.currency, SAVINGS)
    return None if stock.storage_cost is None else priced(stock.storage_cost, stock.currency, STORAGE)


def total(stocks: Sequence[Stock]) -> sdk.Money | None:
    """Add up the money of one kind, savings before storage, and say of how many; None across currencies."""
    savings, storage = [], []
    for each in stocks:
        if each.savings is not None and each.savings > 0:
            savings.append((each.currency, each.savings))
        if each.storage_cost is not None:
            storage.append((each.currency, each.storage_cost))
    found, kind = (savings, SAVINGS) if savings else (storage, STORAGE)
    currencies = {currency for currency, _ in found}
    currency = currencies.pop() if len(currencies) == 1 else None
    if currency is None:
        return None
    if len(found) < len(stocks):
        kind = f"{kind}, for {len(found):,} of {len(stocks):,} items"
    return priced(sum((amount for _, amount in found), Decimal(0)), currency, kind)


def recommended(stock: Stock) -> str:
    """Quote what Amazon says of an item."""
    return "; ".join(each for each in (stock.recommended_action, stock.alert) if each)


def selling(stock: Stock) -> tuple[str, ...]:
    """What to try before anything is cleared, as the item stands; first what would make clearing wrong."""
    advice = []
    if stock.seasonal:
        begins = f" on {stock.first}" if stock.first else " within three months"
        advice.append(f"Its season begins{begins}: clear nothing that will sell then.")
    if stock.no_sale_6_months:
        advice.append("Units have not sold for six months: check that the offer is open and can be found.")
    if stock.alert and (says := _BY_ALERT.get(stock.alert.casefold())):
        advice.append(says)
    advice.append(_sale(stock))
    return (*advice, "Advertise it, bundle it or give a coupon.")


def _sale(stock: Stock) -> str:
    if not stock.recommended_price or stock.currency is None:
        return "Cut the price, with an end date."
    days = f" for {stock.recommended_days} days" if stock.recommended_days else ""
    return f"Cut the price: Amazon suggests {stock.recommended_price:f} {stock.currency}{days}."


def clearing(stock: Stock, before: str = "they reach the next age step") -> tuple[str, ...]:
    """What to do with units that do not sell, and before what."""
    suggested = stock.recommended_removal
    units = f"{pieces(suggested)}, as Amazon suggests," if suggested else "them"
    if stock.seasonal:
        return ("Only what its season leaves over: liquidate or remove it then.",)
    return (f"Then liquidate or remove {units} before {before}.",)
