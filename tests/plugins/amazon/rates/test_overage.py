from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.rates.overage import average_excess, fee

DAY = date(2026, 11, 30)


def amount(excess, on=DAY, site="US"):
    found = fee(excess, on, site)
    return None if found is None else (found.value, found.unit)


def test_row_23_a_steady_excess_of_31_days():
    assert amount(average_excess([(Decimal(100), 31)])) == (Decimal("1000.00"), "USD")


def test_row_23_an_excess_that_changes_is_weighed_by_its_days():
    average = average_excess([(Decimal(100), 4), (Decimal(20), 27)])
    assert round(average, 2) == Decimal("30.32")
    assert amount(average) == (Decimal("303.23"), "USD")


@pytest.mark.parametrize(
    ("on", "site", "expected"),
    [
        (date(2018, 7, 1), "US", (Decimal("1000.00"), "USD")),
        (date(2018, 6, 30), "US", None),
        (date(2020, 8, 1), "UK", (Decimal("780.00"), "GBP")),
        (date(2020, 7, 31), "UK", None),
        (DAY, "DE", None),
        (DAY, None, None),
    ],
)
def test_a_rate_holds_in_its_store_from_its_day(on, site, expected):
    assert amount(Decimal(100), on, site) == expected


def test_the_estimate_says_its_table():
    found = fee(Decimal(100), DAY, "UK")
    assert found.basis is sdk.Basis.TABLE
    assert "7.80 GBP per cubic foot and month (rate of 2020-08-01)" in found.says
