"""The aged-inventory surcharge of the United States: rates by age, and what units of an age cost a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sellervitals import plugin as sdk

CURRENCY = "USD"
AGES = ((181, 210), (211, 240), (241, 270), (271, 300), (301, 330), (331, 365), (366, 455), (456, None))
"""Days in stock, both ends included; the last band is open."""

_ONLY_YEAR = "The day on which this rate began is not published."
_SPLIT = f"{_ONLY_YEAR} A rate card of October 2026 still shows 0.15 for everything over a year."
_PER_FOOT = (
    ("2023-04-15", "storage-2023", "", "0.50 1.00 1.50 3.80 4.00 4.20 6.90 6.90"),
    ("2024-01-01", "fee-card", _ONLY_YEAR, "0.50 1.00 1.50 5.45 5.70 5.90 6.90 6.90"),
    ("2026-01-01", "aged-surcharge-2026", _ONLY_YEAR, "0.50 1.00 1.50 5.45 5.70 5.90 6.90 7.90"),
)
_PER_UNIT = (
    ("2023-04-15", "storage-2023", "", "0.15 0.15"),
    ("2026-01-01", "aged-surcharge-2026", _SPLIT, "0.30 0.35"),
)


_FASHION = re.compile("apparel|cloth|shoe|bag|jewel|watch")


@lru_cache(maxsize=1024)
def is_fashion(group: str | None) -> bool:
    """Say whether a product group pays nothing from 181 to 270 days."""
    return bool(_FASHION.search((group or "").casefold()))


class Cost(NamedTuple):
    """What units cost a month: the least and the most; they differ where an age is not known well enough.

    ``since`` is the first day of the table that says so.
    """

    least: Decimal
    most: Decimal
    since: date


def _per_foot(first: int) -> str:
    return f"aged-from-{first}-days-per-cubic-foot"


def _per_unit(first: int) -> str:
    return f"aged-from-{first}-days-per-unit"


def _figures() -> Iterator[sdk.Figure]:
    for table, name, unit, ages in (
        (_PER_FOOT, _per_foot, "USD per cubic foot and month", AGES),
        (_PER_UNIT, _per_unit, "USD per unit and month", AGES[-2:]),
    ):
        for since, source, note, rates in table:
            for (first, _), rate in zip(ages, rates.split(), strict=True):
                yield sdk.figure(
                    since,
                    name=name(first),
                    value=rate,
                    unit=unit,
                    source=source,
                    sites=("US",),
                    trust="reported",
                    note=note,
                )


FIGURES = tuple(_figures())
"""Of a cubic foot by age; over 365 days also of a unit, and the greater of the two is charged."""


def surcharge(
    units: int, volume: Decimal, age: tuple[int, int | None], rates: Mapping[str, sdk.Figure]
) -> Cost | None:
    """Work out a month's surcharge in US dollars by the table, not rounded.

    Args:
        units: pieces of one item.
        volume: cubic feet of one piece.
        age: first and last day in stock; an open end is None.
        rates: the figures in force, by name.

    Returns:
        None where no rate is in force for such an age.
    """
    first, last = age
    costs, days = [], []
    for begins, ends in AGES:
        if (last is not None and last < begins) or (ends is not None and first > ends):
            continue
        if (by_volume := rates.get(_per_foot(begins))) is None:
            return None
        by_unit = rates.get(_per_unit(begins))
        least = Decimal(0) if by_unit is None else by_unit.value
        costs.append(units * max(volume * by_volume.value, least))
        days.append(by_volume.since)
    return Cost(min(costs), max(costs), max(days)) if costs else None
