"""The low-inventory-level fee of the United States: rates by size tier and historical days of supply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sellervitals import plugin as sdk

CURRENCY = "USD"
ENOUGH = Decimal(28)
"""Days of supply from which on nothing is charged; the greater of the values over 30 and 90 days counts."""
STANDARD = ("small-standard", "large-standard-to-3-lb", "large-standard-3-to-20-lb")
BULKY = ("small-bulky", "large-bulky")

_BELOW = (14, 21, 28)
_LEAST_CERTAIN = "One third party alone gives it."
_RATES = (
    ("2024-04-01", "low-inventory-fee", "official", "", STANDARD[0], "0.89 0.63 0.32"),
    ("2024-04-01", "low-inventory-fee", "official", "", STANDARD[1], "0.97 0.70 0.36"),
    ("2024-04-01", "low-inventory-fee", "official", "", STANDARD[2], "1.11 0.87 0.47"),
    ("2026-01-15", "fee-card", "disputed", _LEAST_CERTAIN, BULKY[0], "1.85 1.02 0.51"),
    ("2026-01-15", "fee-card", "disputed", _LEAST_CERTAIN, BULKY[1], "2.09 1.15 0.57"),
)
_EXEMPT = (
    ("low-inventory-free-as-a-new-seller", "365", "first days of a new Professional seller"),
    ("low-inventory-free-as-a-new-parent", "180", "first days of a parent product in FBA New Selection"),
    ("low-inventory-free-from-awd", "70", "percent replenished from AWD by itself in 90 days, or more"),
)
FEWEST_SHIPPED = "low-inventory-fewest-units-in-7-days"


def _name(tier: str, below: int) -> str:
    return f"low-inventory-{tier}-under-{below}-days"


def _figures() -> Iterator[sdk.Figure]:
    for since, source, trust, note, tier, rates in _RATES:
        for below, rate in zip(_BELOW, rates.split(), strict=True):
            yield sdk.figure(
                since,
                name=_name(tier, below),
                value=rate,
                unit="USD per unit shipped",
                source=source,
                sites=("US",),
                trust=trust,
                note=note,
            )
    yield sdk.figure(
        "2024-05-15",
        name=FEWEST_SHIPPED,
        value="20",
        unit="units shipped in 7 days",
        source="low-inventory-fee",
        sites=("US",),
        note="What shipped fewer is exempt.",
    )
    for name, value, unit in _EXEMPT:
        yield sdk.figure(
            "2024-04-01", name=name, value=value, unit=unit, source="low-inventory-fee", sites=("US",)
        )


FIGURES = tuple(_figures())
"""Of a shipped unit, by size tier and by the greater of both days of supply."""


def below(days: Decimal | None) -> int | None:
    """Find the band of days of supply by its upper end, which is not in it; None where nothing is charged."""
    return None if days is None else next((end for end in _BELOW if days < end), None)


def rate(tier: str, band: int | None, rates: Mapping[str, sdk.Figure]) -> sdk.Figure | None:
    """Choose the rate of a shipped unit; None where nothing is charged, or no rate is in force.

    Args:
        tier: one of ``STANDARD`` or ``BULKY``.
        band: as ``below`` gives it, by the greater of the days of supply over 30 and 90 days.
        rates: the figures in force, by name.
    """
    return None if band is None else rates.get(_name(tier, band))


def missing(short: Decimal, shipped: Decimal) -> Decimal:
    """Say how many more units must lie in stock, on average over 30 days, for 28 days of supply.

    Args:
        short: historical days of supply over 30 days.
        shipped: average units shipped a day in these 30 days.
    """
    return max(ENOUGH - short, Decimal(0)) * shipped
