"""Adding up what items cost: never over currencies, and never as exact as it is not."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from sellervitals import plugin as sdk


class Owed(NamedTuple):
    """An amount, not rounded, and where it comes from; without a currency nobody knows it."""

    amount: Decimal = Decimal(0)
    currency: str | None = None
    source: str = ""

    @property
    def money(self) -> sdk.Money | None:
        """The amount as an item shows it; None where it is not known, or its currency is none."""
        return None if self.currency is None else priced(self.amount, self.currency, self.source)


UNKNOWN = Owed()


def total(owed: list[Owed]) -> sdk.Money | None:
    """Add up amounts, rounding once; None where none is known, and over several currencies."""
    known = [each for each in owed if each.currency is not None]
    if len({each.currency for each in known}) != 1:
        return None
    sources = list(dict.fromkeys(each.source for each in known))
    if len(known) < len(owed):
        sources.append("at least, for some have no amount")
    amount = sum((each.amount for each in known), Decimal(0))
    return priced(amount, known[0].currency or "", "; ".join(sources))


def priced(amount: Decimal, currency: str, source: str) -> sdk.Money | None:
    """Make money of what a document says; None where it cannot be any."""
    try:
        return sdk.Money(amount, currency, source)
    except sdk.MetadataError:  # three letters of a document that are no currency, or an amount beyond sense
        return None
