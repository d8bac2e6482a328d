from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.rates.aged_inventory import AGES, FIGURES, surcharge


def rates(day, site="US"):
    return sdk.figures_on(FIGURES, date.fromisoformat(day), site)


IN_2026 = rates("2026-11-15")


@pytest.mark.parametrize(
    ("units", "volume", "age", "amount"),
    [
        (40, "0.125", (366, 455), "34.50"),
        (40, "0.125", (456, None), "39.50"),
        (50, "0.0412", (366, 455), "15.00"),
        (50, "0.0412", (456, None), "17.50"),
    ],
)
def test_row_22_the_greater_of_volume_and_units_over_a_year(units, volume, age, amount):
    cost = surcharge(units, Decimal(volume), age, IN_2026)
    assert (cost.least, cost.most) == (Decimal(amount), Decimal(amount))
    assert cost.since == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-04-15", "0.50 1.00 1.50 3.80 4.00 4.20 6.90 6.90"),
        ("2023-12-31", "0.50 1.00 1.50 3.80 4.00 4.20 6.90 6.90"),
        ("2024-01-01", "0.50 1.00 1.50 5.45 5.70 5.90 6.90 6.90"),
        ("2025-12-31", "0.50 1.00 1.50 5.45 5.70 5.90 6.90 6.90"),
        ("2026-01-01", "0.50 1.00 1.50 5.45 5.70 5.90 6.90 7.90"),
    ],
)
def test_a_cubic_foot_by_age_on_both_sides_of_each_date(day, expected):
    costs = [surcharge(1, Decimal(1), age, rates(day)) for age in AGES]
    assert [cost.least for cost in costs] == [Decimal(each) for each in expected.split()]


def test_a_unit_over_a_year_on_both_sides_of_2026():
    tiny = Decimal("0.0001")
    assert surcharge(10, tiny, (366, 455), rates("2025-12-31")).least == Decimal("1.50")
    assert surcharge(10, tiny, (456, None), rates("2025-12-31")).least == Decimal("1.50")
    assert surcharge(10, tiny, (366, 455), rates("2026-01-01")).least == Decimal("3.00")
    assert surcharge(10, tiny, (456, None), rates("2026-01-01")).least == Decimal("3.50")


def test_an_age_over_several_rates_gives_the_least_and_the_most():
    cost = surcharge(10, Decimal(1), (181, 270), IN_2026)
    assert (cost.least, cost.most) == (5, 15)
    cost = surcharge(10, Decimal(1), (366, None), IN_2026)
    assert (cost.least, cost.most) == (69, 79)


def test_an_open_age_is_sure_where_its_rates_agree():
    cost = surcharge(10, Decimal(1), (366, None), rates("2025-12-31"))
    assert (cost.least, cost.most) == (69, 69)


@pytest.mark.parametrize(("day", "site"), [("2023-04-14", "US"), ("2026-11-15", "DE"), ("2026-11-15", None)])
def test_no_rate_before_the_table_or_in_another_store(day, site):
    assert surcharge(1, Decimal(1), (181, 210), rates(day, site)) is None


def test_younger_stock_has_no_rate():
    assert surcharge(1, Decimal(1), (0, 180), IN_2026) is None
