"""Adding up what items cost: never over currencies, and never as exact as it is not."""

from __future__ import annotations

from decimal import Decimal

from sellervitals import plugin as sdk


class Bill:
    """The amounts of items and their sum.

    Args:
        source: where they come from, for people, unless an amount says otherwise.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._sums: dict[str, Decimal] = {}
        self._sources: dict[str, None] = {}
        self._unknown = False

    def add(self, amount: Decimal | None, currency: str | None, source: str = "") -> sdk.Money | None:
        """Take an item's amount, not rounded; None where nobody knows it, or in which currency it is."""
        if amount is None or currency is None:
            self._unknown = True
            return None
        try:
            money = sdk.Money(amount, currency, source or self._source)
        except sdk.MetadataError:  # three letters of a document that are no currency
            self._unknown = True
            return None
        self._sums[currency] = self._sums.get(currency, Decimal(0)) + amount
        self._sources.setdefault(money.source)
        return money

    @property
    def total(self) -> sdk.Money | None:
        """All amounts together, rounded once; None without any, and over several currencies."""
        if len(self._sums) != 1:
            return None
        ((currency, amount),) = self._sums.items()
        said = "; ".join(self._sources)
        return sdk.Money(
            amount, currency, f"{said}; at least, for some have no amount" if self._unknown else said
        )
