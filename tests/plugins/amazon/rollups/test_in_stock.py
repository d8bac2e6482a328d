from datetime import date
from decimal import Decimal

import pytest

from sellervitals_amazon.rollups import stock_items
from sellervitals_amazon.rollups.in_stock import ROLLUPS

(IN_STOCK,) = ROLLUPS
HERE = {"sku": "here", "available": 5, "shipped_60": 90}
GONE = {"sku": "gone", "available": 0, "shipped_60": 10}


def test_items_weigh_as_much_as_they_sell(rolled):
    found = rolled(IN_STOCK, HERE, GONE, {"available": 0, "shipped_60": 0}, {"available": 3})
    assert (found.numerator, found.denominator) == (90, 100)
    assert "of one day" in found.rebuilt_from
    assert "without 1 row that" in found.rebuilt_from
    (item,) = found.breakdown.items
    assert (item.id, item.situation, item.value) == ("gone", "out of stock", Decimal(10))


def test_nothing_sold_is_no_data(rolled):
    assert rolled(IN_STOCK) is None
    assert rolled(IN_STOCK, {"available": 5, "shipped_60": 0}) is None


@pytest.mark.parametrize("site", ["CA", "IN"])
def test_canada_and_india_have_no_such_factor(rolled, site):
    assert rolled(IN_STOCK, HERE, site=site) is None


def test_advice_knows_what_is_on_its_way_and_what_amazon_asks_for(rolled):
    def advice(**more):
        (item,) = rolled(IN_STOCK, {**GONE, **more}).breakdown.items
        return item

    assert advice().advice[0].startswith("Send stock for 30 to 60 days")
    asked = advice(ship_in=40, ship_in_date=date(2026, 12, 1))
    assert asked.advice[0] == "Send 40 units, as Amazon suggests."
    assert (asked.units, asked.deadline) == (40, date(2026, 12, 1))
    coming = advice(inbound=12)
    assert coming.advice == (
        "12 units on the way: see that the shipment is received.",
        "Meanwhile keep an offer that you ship yourself.",
    )


def test_one_unit_is_written_as_one():
    assert stock_items.pieces(1) == "1 unit"
    assert stock_items.pieces(1200) == "1,200 units"


@pytest.mark.parametrize("silent", [{"available": 0}, {"shipped_60": 10}, {}])
def test_all_in_stock_is_not_said_of_items_that_do_not_tell(rolled, silent):
    assert rolled(IN_STOCK, HERE, silent) is None
    assert rolled(IN_STOCK, HERE, GONE, silent).numerator == 90


@pytest.mark.parametrize("harmless", [{"available": 3}, {"shipped_60": 0}])
def test_items_that_cannot_be_missed_do_no_harm(rolled, harmless):
    found = rolled(IN_STOCK, HERE, harmless)
    assert (found.numerator, found.denominator) == (90, 90)
