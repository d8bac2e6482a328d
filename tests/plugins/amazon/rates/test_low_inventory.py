from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.rates import low_inventory
from sellervitals_amazon.rates.low_inventory import BULKY, FIGURES, STANDARD, below, missing


def rates(day, site="US"):
    return sdk.figures_on(FIGURES, date.fromisoformat(day), site)


def rate(tier, short, long, day="2026-11-22"):
    band = below(max(Decimal(short), Decimal(long)))
    found = low_inventory.rate(tier, band, rates(day))
    return None if found is None else f"{found.value}"


@pytest.mark.parametrize(
    ("short", "long", "expected"), [("18", "24", "0.36"), ("40", "20", None), ("12", "35", None)]
)
def test_row_20_amazons_examples_of_a_large_standard_item_of_6_ounces(short, long, expected):
    assert rate("large-standard-to-3-lb", short, long) == expected


@pytest.mark.parametrize(
    ("tier", "first", "second", "third"),
    [
        ("small-standard", "0.89", "0.63", "0.32"),
        ("large-standard-to-3-lb", "0.97", "0.70", "0.36"),
        ("large-standard-3-to-20-lb", "1.11", "0.87", "0.47"),
        ("small-bulky", "1.85", "1.02", "0.51"),
        ("large-bulky", "2.09", "1.15", "0.57"),
    ],
)
def test_row_20_at_just_under_and_just_over_each_band(tier, first, second, third):
    found = [rate(tier, 0, days) for days in ("0", "13.99", "14", "20.99", "21", "27.99", "28", "90")]
    assert found == [first, first, second, second, third, third, None, None]


@pytest.mark.parametrize(
    ("tiers", "day", "charged"),
    [
        (STANDARD, "2024-04-01", True),
        (STANDARD, "2024-03-31", False),
        (BULKY, "2026-01-15", True),
        (BULKY, "2026-01-14", False),
    ],
)
def test_from_when_a_size_is_charged(tiers, day, charged):
    assert all((rate(tier, 5, 5, day) is not None) is charged for tier in tiers)


def test_only_the_united_states_charge_it():
    assert low_inventory.rate("small-standard", 14, rates("2026-11-22", "UK")) is None


def test_row_21_units_missing_to_28_days():
    assert missing(Decimal("17.5"), Decimal("12.6")) == Decimal("132.3")
    assert missing(Decimal(28), Decimal("12.6")) == 0
    assert missing(Decimal(42), Decimal("5.8")) == 0
