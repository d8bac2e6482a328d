"""What stands behind a number: single cases, money at stake, dates that count, what it implies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from heapq import nlargest
from typing import Any, NamedTuple

from sellervitals.domain.fault import MetadataError, described
from sellervitals.domain.rate import Rate

MOST_ITEMS = 50
"""Cases that a finding lists; how many there are in all is said beside them."""

LARGEST_AMOUNT = Decimal(10**15)
"""Far above all there is to pay, and exact in every currency."""

_CURRENCY = re.compile("[A-Z]{3}")
_NO_CURRENCY = frozenset({"XXX", "XTS"})
_DIGITS = {
    **dict.fromkeys(("CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND"), 0),
    **dict.fromkeys(("BHD", "JOD", "KWD", "OMR", "TND"), 3),
}
"""Decimal places of ISO 4217 where they are not two."""


@described
@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency; amounts of different currencies are never added or compared.

    Args:
        amount: rounded half-even to the decimal places that ISO 4217 gives the currency; reports carry
            estimates with more.
        currency: its three capital letters.
        source: where the figure comes from, for people: a column of the document, or a table with its date.
    """

    amount: Decimal
    currency: str
    source: str

    def __post_init__(self) -> None:
        if not isinstance(self.currency, str) or not _CURRENCY.fullmatch(self.currency):
            raise MetadataError("money", "currency", f"must be three capital letters, not {self.currency!r}")
        if self.currency in _NO_CURRENCY:
            raise MetadataError("money", "currency", f"{self.currency} stands for no currency")
        if not isinstance(self.amount, Decimal) or not self.amount.is_finite():
            raise MetadataError("money", "amount", f"must be a Decimal, not {self.amount!r}")
        if abs(self.amount) > LARGEST_AMOUNT:
            raise MetadataError("money", "amount", f"must be at most {LARGEST_AMOUNT:,}")
        places = Decimal(1).scaleb(-_DIGITS.get(self.currency, 2))
        rounded = self.amount.quantize(places, ROUND_HALF_EVEN)
        object.__setattr__(self, "amount", rounded or abs(rounded))  # there is no -0.00


class DeadlineKind(StrEnum):
    """What happens on a day."""

    ACTION = "action"
    """The seller must have done something by then."""
    CHARGE = "charge"
    """A fee is measured or charged."""
    REMOVAL = "removal"
    """The marketplace removes or disposes of goods."""
    REVIEW = "review"
    """The marketplace looks again."""
    RELEASE = "release"
    """Something comes back: funds, points, an old case that leaves the window."""
    LIMIT_CHANGE = "limit_change"
    """An announced limit begins."""


class Deadline(NamedTuple):
    """A day that counts, and what happens on it, in a sentence."""

    day: date
    kind: DeadlineKind
    says: str


class Basis(StrEnum):
    """How an estimate was made."""

    ARITHMETIC = "arithmetic"
    """It follows from what was reported."""
    TABLE = "table"
    """It applies a published table to what was reported."""
    INFERENCE = "inference"
    """It needs an assumption that the marketplace does not confirm; the sentence names it."""


class Estimate(NamedTuple):
    """A number that follows from a finding.

    ``name`` is snake_case, ``value`` a rate or a decimal in ``unit`` (a plain word such as ``orders``),
    ``says`` a sentence with its assumptions.
    """

    name: str
    value: Rate | Decimal
    unit: str
    says: str
    basis: Basis = Basis.ARITHMETIC


class Item(NamedTuple):
    """One case behind a number: a SKU, an order, a listing.

    ``id`` is the seller's own name of it, ``listing`` the marketplace's. ``units`` are pieces; ``value`` is
    what it is ranked by, in ``unit``. ``situation`` is a word such as ``excess``; ``advice`` what to do, best
    first; ``recommended`` the marketplace's own advice, quoted. ``pointer`` says where in the document it
    stands.
    """

    id: str
    listing: str | None = None
    situation: str = ""
    units: int | None = None
    value: Rate | Decimal | None = None
    unit: str = ""
    money: Money | None = None
    recommended: str = ""
    advice: tuple[str, ...] = ()
    deadline: date | None = None
    pointer: str = ""


class Breakdown(NamedTuple):
    """The worst cases behind a number, how many there are in all, and what they cost together."""

    items: tuple[Item, ...]
    total: int
    money: Money | None = None
    deadlines: tuple[Deadline, ...] = ()

    @classmethod
    def of(
        cls,
        cases: Iterable[Any],
        *,
        worst: Callable[[Any], Any],
        item: Callable[[Any], Item] | None = None,
        money: Money | None = None,
        deadlines: Iterable[Deadline] = (),
    ) -> Breakdown:
        """Keep the ``MOST_ITEMS`` for which ``worst`` gives the largest keys; ties stay in their order.

        Cases are items, or whatever ``item`` makes items of: it is asked about those that are kept alone.
        """
        listed = list(cases)
        kept = nlargest(MOST_ITEMS, listed, key=worst)
        items = tuple(kept if item is None else map(item, kept))
        return cls(items, len(listed), money, tuple(deadlines))
