"""Put the cells of the planning report together: one ``Stock`` for each row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import planning_columns as known
from sellervitals_amazon.documents.cells import Counts, Numbers
from sellervitals_amazon.documents.columns import Column, Group
from sellervitals_amazon.documents.stock import Age, Stock, Surcharge

CUBIC_FEET = frozenset({"cubic feet", "cubic foot", "cu ft", "ft3", "ft^3"})
PER_CUBIC_FOOT: Mapping[str, Decimal] = {
    **dict.fromkeys(("cubic inches", "cubic inch", "cu in", "in3", "in^3"), Decimal(1_728)),
    **dict.fromkeys(("cubic centimeters", "cubic centimetres", "cm3", "cm^3"), Decimal("28316.846592")),
    **dict.fromkeys(("cubic meters", "cubic metres", "m3", "m^3"), Decimal("0.028316846592")),
}
"""How many of a unit make a cubic foot; a foot is 0.3048 m by definition."""

_PLAIN = len(known.PLAIN)
_OWN = (known.VOLUME, known.STORAGE_VOLUME, known.VOLUME_UNIT, known.YOUR_PRICE, known.SALES_PRICE)
_AGES = _PLAIN + len(_OWN)
Span = tuple[int, int | None]


class Rows:
    """Makes rows of one report: ``wanted`` and ``group`` are its columns, ``make`` takes their values.

    ``unitless`` says that volumes name no unit and are taken for cubic feet; ``odd_units`` collects units
    that nobody knows.
    """

    def __init__(self, sheet: sdk.Sheet) -> None:
        ages = _apart(each for each in known.AGES if each[2] in sheet.columns)
        charges = _apart(each for each in known.SURCHARGES if not sheet.columns.keys().isdisjoint(each[2:]))
        self.wanted = (
            *known.PLAIN.values(),
            *_OWN,
            *(Column((name,), partial(_Units, first, last)) for first, last, name in ages),
        )
        self.group = Group(
            (
                *(Column((units,), Counts) for *_, units, _ in charges),
                *(Column((amount,), Numbers) for *_, amount in charges),
            ),
            partial(_surcharges, [each[:2] for each in charges]),
        )
        self.unitless = sheet.columns.keys().isdisjoint(known.VOLUME_UNIT.names)
        self.odd_units: dict[str, None] = {}

    def make(self, number: int, values: tuple[Any, ...]) -> Stock:
        """Give one row."""
        volume, stored, unit, usual, sale = values[_PLAIN:_AGES]
        if unit != "cubic feet":
            volume, stored = self._volume(volume, unit), self._volume(stored, unit)
        ages = values[_AGES:-1]
        if None in ages:
            ages = tuple([each for each in ages if each is not None])
        # no sale is written as a sale price of 0
        return Stock._make((number, *values[:_PLAIN], ages, values[-1], volume, stored, sale or usual))

    def _volume(self, volume: Decimal | None, unit: str | None) -> Decimal | None:
        small = "" if unit is None else unit.casefold()
        if volume is None or self.unitless or small in CUBIC_FEET:
            return volume
        if small in PER_CUBIC_FOOT:
            return volume / PER_CUBIC_FOOT[small]
        self.odd_units.setdefault(small[:60])
        return None


class _Units(Counts):
    """Units of one age."""

    def __init__(self, first: int, last: int | None) -> None:
        super().__init__()
        self._span = first, last

    def one(self, text: str) -> Age | None:  # type: ignore[override]
        units = super().one(text)
        return None if units is None else (*self._span, units)


def _apart(buckets: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Keep the buckets that do not overlap an earlier one, youngest first."""
    kept: list[tuple[Any, ...]] = []
    for each in buckets:
        if all(each[0] > (last or each[0]) or (each[1] or first) < first for first, last, *_ in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: int(each[0]))


def _surcharges(spans: Iterable[Span], cells: tuple[Any, ...]) -> tuple[Surcharge, ...]:
    half = len(cells) // 2
    return tuple(
        [
            (first, last, units, amount)
            for (first, last), units, amount in zip(spans, cells[:half], cells[half:], strict=True)
            if units is not None or amount is not None
        ]
    )
