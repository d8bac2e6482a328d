from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE, read
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rollups.aging_stock import aging

EXPORT = Path(__file__).parent.parent / "payloads" / "fba-inventory-health.rows.csv"
DAY = date(2026, 7, 1)
YEARS = ((181, 270, 1), (271, 365, 2), (366, 455, 3), (456, None, 4))
NOTHING_OLD = ((0, 90, 10), (91, 180, 0), (181, 270, 0), (271, 365, 0), (366, None, 0))


def tables(*rows, day=DAY, site="US"):
    return sdk.Tables(day, site, {TYPE: sdk.Table(TYPE, rows, site, day)})


def stock(number=2, **more):
    return Stock(number, sku=f"SKU-{number}", **{"currency": "USD", "volume": Decimal(1), **more})


def measured(measure, *rows, **where):
    (found,) = measure(tables(*rows, **where))
    return found


def none(measure, *rows):
    return list(measure(tables(*rows))) == []


def sample():
    (table,) = read(EXPORT.read_text("utf-8")).tables
    return tables(*table.rows)


def test_the_sample_rows():
    """Sales take the oldest first: of GADGET-PRO 72 sell in 30 days, so the 40 over a year are gone."""
    (found,) = aging(sample())
    (item,) = found.breakdown.items
    assert (item.id, item.units, found.value) == ("GADGET-PRO", 168, 168)
    assert item.advice[0].startswith("At most 60 cross 180 days, 80 cross 270 days, 28 cross 365 days")


def test_the_assumption_is_said():
    ages = ((91, 180, 5),)
    (item,) = measured(aging, stock(ages=ages)).breakdown.items
    assert item.advice[0] == "At most 5 cross 180 days within 30 days; look up their exact ages."
    (item,) = measured(aging, stock(ages=ages, shipped_30=2)).breakdown.items
    assert "At most 3 cross 180 days within 30 days, if it sells as in the last 30;" in item.advice[0]


def test_whole_bands_count_while_sales_are_unknown():
    ages = ((91, 180, 1), (181, 270, 2), (271, 365, 3), (366, 455, 4), (456, None, 5))
    assert measured(aging, stock(ages=ages)).value == 1 + 2 + 3 + 4
    assert measured(aging, stock(ages=ages, shipped_30=0)).value == 1 + 2 + 3 + 4


def test_455_days_count_since_2026():
    ages = ((366, 455, 4),)
    assert measured(aging, stock(ages=ages), day=date(2026, 1, 1)).value == 4
    assert measured(aging, stock(ages=ages), day=date(2025, 12, 31)).value == 0


def test_an_open_last_band_may_hold_units_that_cross_455_days():
    assert measured(aging, stock(ages=((366, None, 4),))).value == 4


@pytest.mark.parametrize(("shipped", "left"), [(0, 5), (9, 5), (10, 5), (11, 4), (14, 1), (15, 0), (99, 0)])
def test_sales_take_the_older_units_first(shipped, left):
    ages = ((91, 180, 5), (456, None, 10))
    assert measured(aging, stock(ages=ages, shipped_30=shipped)).value == left


def test_young_stock_crosses_nothing():
    assert measured(aging, stock(ages=((0, 90, 500), (456, None, 3)))).value == 0


def test_fashion_crosses_no_line_at_180_days():
    ages = ((91, 180, 5), (181, 270, 2))
    assert measured(aging, stock(ages=ages, product_group="gl_shoes")).value == 2


def test_unknown_is_neither_zero_nor_healthy():
    assert none(aging)
    assert none(aging, stock())
    assert none(aging, stock(ages=((0, 90, 5),)), stock(3))
    assert measured(aging, stock(ages=((91, 180, 5),)), stock(3)).rebuilt_from == (
        "the planning report, without 1 row that does not say"
    )
