"""Put the columns of the planning report together: one ``Stock`` for each row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import repeat
from typing import Any, NamedTuple

from sellervitals_amazon.documents.cells import Memo
from sellervitals_amazon.documents.planning_columns import AGES, SURCHARGES
from sellervitals_amazon.documents.stock import Age, Stock, Surcharge

Values = Mapping[str, Sequence[Any]]

CUBIC_FEET = frozenset({"cubic feet", "cubic foot", "cu ft", "ft3", "ft^3"})
PER_CUBIC_FOOT: Mapping[str, Decimal] = {
    **dict.fromkeys(("cubic inches", "cubic inch", "cu in", "in3", "in^3"), Decimal(1_728)),
    **dict.fromkeys(("cubic centimeters", "cubic centimetres", "cm3", "cm^3"), Decimal("28316.846592")),
    **dict.fromkeys(("cubic meters", "cubic metres", "m3", "m^3"), Decimal("0.028316846592")),
}
"""How many of a unit make a cubic foot; a foot is 0.3048 m by definition."""


class Row(NamedTuple):
    """One row with what it says about itself: its store, as written, and the day it stands for."""

    marketplace: str | None
    day: date | None
    stock: Stock


class Rows:
    """Makes rows out of columns; ``odd_units`` collects units of volume that nobody knows."""

    def __init__(self) -> None:
        self.odd_units: dict[str, None] = {}
        self._ages = Memo(_ages)
        self._surcharges = Memo(_surcharges)

    def make(self, numbers: Sequence[int], values: Values) -> list[Row]:
        """Give the rows in their order."""
        nothing = repeat(None)
        found: dict[str, Iterable[Any]] = {
            **values,
            "number": numbers,
            "ages": self._aged(values),
            "surcharges": self._charged(values),
            "volume": self._volumes(values, "volume"),
            "storage_volume": self._volumes(values, "storage_volume"),
            "price": [
                sale or usual for usual, sale, _ in _together(values, ("your_price", "sales_price"), numbers)
            ],
        }
        stocks = map(Stock._make, zip(*(found.get(name, nothing) for name in Stock._fields), strict=False))
        days, stores = values.get("snapshot", nothing), values.get("marketplace", nothing)
        return list(map(Row._make, zip(stores, days, stocks, strict=False)))

    def _aged(self, values: Values) -> Iterable[tuple[Age, ...]]:
        there = _apart([each for each in AGES if each[2] in values])
        if not there:
            return repeat(())
        spans = tuple((first, last) for first, last, _ in there)
        units = zip(*(values[name] for *_, name in there), strict=True)
        return [self._ages[spans, each] for each in units]

    def _charged(self, values: Values) -> Iterable[tuple[Surcharge, ...]]:
        there = _apart([each for each in SURCHARGES if each[2] in values or each[3] in values])
        if not there:
            return repeat(())
        spans = tuple((first, last) for first, last, *_ in there)
        columns = (values.get(name, repeat(None)) for _, _, *names in there for name in names)
        return [self._surcharges[spans, each] for each in zip(*columns, strict=False)]

    def _volumes(self, values: Values, key: str) -> Iterable[Decimal | None]:
        volumes, units = values.get(key), values.get("volume_unit")
        if volumes is None:
            return repeat(None)
        if units is None:
            return volumes
        return [self._volume(*each) for each in zip(volumes, units, strict=True)]

    def _volume(self, volume: Decimal | None, unit: str | None) -> Decimal | None:
        small = "" if unit is None else unit.casefold()
        if volume is None or small in CUBIC_FEET:
            return volume
        if small in PER_CUBIC_FOOT:
            return volume / PER_CUBIC_FOOT[small]
        self.odd_units.setdefault(small[:60])
        return None


def _together(values: Values, names: Iterable[str], numbers: Sequence[int]) -> Iterable[tuple[Any, ...]]:
    return zip(*(values.get(name, repeat(None)) for name in names), numbers, strict=False)


def _apart(buckets: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Keep the buckets that do not overlap an earlier one, youngest first."""
    kept: list[tuple[Any, ...]] = []
    for each in buckets:
        if all(each[0] > (last or each[0]) or (each[1] or first) < first for first, last, *_ in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: int(each[0]))


def _ages(key: tuple[Sequence[tuple[int, int | None]], Sequence[int | None]]) -> tuple[Age, ...]:
    pairs = zip(*key, strict=True)
    return tuple((first, last, units) for (first, last), units in pairs if units is not None)


def _surcharges(
    key: tuple[Sequence[tuple[int, int | None]], Sequence[Any]],
) -> tuple[Surcharge, ...]:
    spans, cells = key
    pairs = zip(spans, cells[::2], cells[1::2], strict=True)
    return tuple(
        (first, last, units, amount)
        for (first, last), units, amount in pairs
        if units is not None or amount is not None
    )
