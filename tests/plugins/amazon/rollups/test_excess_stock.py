from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import ratio
from sellervitals_amazon.documents.inventory_planning import read
from sellervitals_amazon.rollups.excess_stock import ROLLUPS

(EXCESS,) = ROLLUPS
EXPORT = Path(__file__).parent.parent / "payloads" / "fba-inventory-health.rows.csv"
GADGET = {"sku": "G", "available": 240, "excess": 95}


def advice(rolled, **more):
    (item,) = rolled(EXCESS, {**GADGET, **more}).breakdown.items
    return item.advice


def test_row_25_the_four_sample_rows_give_95_of_756():
    (table,) = read(EXPORT.read_text("utf-8")).tables
    (found,) = EXCESS.measure(sdk.Tables(date(2026, 7, 1), "US", {table.name: table}))
    assert (found.numerator, found.denominator) == (95, 756)
    assert found.decisive.display() == "12.5661 %"
    assert found.rebuilt_from == "the planning report"
    (item,) = found.breakdown.items
    assert (item.id, item.listing, item.units, item.pointer) == ("GADGET-PRO", "B0CHILD003", 95, "/row/4")
    assert item.recommended == "Create removal order"
    assert (item.value, item.unit) == (Decimal(100), "days of supply")
    assert item.money == found.breakdown.money == sdk.Money(Decimal("21.75"), "USD", item.money.source)
    assert "storage cost next month" in item.money.source


def test_rows_that_do_not_tell_are_left_out_and_said(rolled):
    found = rolled(EXCESS, GADGET, {"available": 5}, {"excess": 3})
    assert (found.numerator, found.denominator) == (95, 240)
    assert "without 2 rows" in found.rebuilt_from
    assert rolled(EXCESS, {"available": 5}) is None
    assert rolled(EXCESS) is None


def test_nothing_available_is_no_data_and_not_0(rolled):
    assert rolled(EXCESS, {"available": 0, "excess": 0}).decisive is None


def test_no_excess_is_0(rolled):
    found = rolled(EXCESS, {"available": 5, "excess": 0})
    assert (found.decisive, found.breakdown.total, found.breakdown.money) == (ratio("0"), 0, None)


def test_items_are_listed_worst_first_and_capped_with_their_number(rolled):
    found = rolled(EXCESS, *({"sku": f"S{n}", "available": 900, "excess": n} for n in range(101)))
    assert found.breakdown.total == 100
    assert [item.units for item in found.breakdown.items] == list(range(100, 50, -1))


def test_savings_come_before_storage_and_are_never_mixed_with_it(rolled):
    one = {**GADGET, "currency": "USD", "savings": Decimal("4.5"), "storage_cost": Decimal(9)}
    two = {**GADGET, "currency": "USD", "storage_cost": Decimal(90)}
    found = rolled(EXCESS, one, two)
    assert found.breakdown.money.amount == Decimal("4.50")
    assert "recommended action saves" in found.breakdown.money.source
    assert [item.money.amount for item in found.breakdown.items] == [Decimal("4.50"), Decimal("90.00")]


def test_money_of_several_currencies_is_not_added(rolled):
    cost = {**GADGET, "storage_cost": Decimal(9)}
    assert rolled(EXCESS, {**cost, "currency": "USD"}, {**cost, "currency": "CAD"}).breakdown.money is None
    assert rolled(EXCESS, cost).breakdown.items[0].money is None


def test_first_try_to_sell_then_clear(rolled):
    sell, promote, clear = advice(rolled)
    assert sell.startswith("Cut the price")
    assert "coupon" in promote
    assert "liquidate or remove" in clear


def test_amazons_own_figures_are_quoted(rolled):
    found = advice(
        rolled,
        currency="USD",
        recommended_price=Decimal("19.99"),
        recommended_days=14,
        recommended_removal=40,
    )
    assert found[0] == "Cut the price: Amazon suggests 19.99 USD for 14 days."
    assert "remove 40 units, as Amazon suggests" in found[-1]


@pytest.mark.parametrize(
    ("alert", "says"), [("Low traffic", "Few buyers"), ("low conversion", "Buyers look"), ("Odd", "Cut the")]
)
def test_an_alert_says_what_is_missing(rolled, alert, says):
    assert advice(rolled, alert=alert)[0].startswith(says)
    (item,) = rolled(EXCESS, {**GADGET, "alert": alert, "recommended_action": "Sale"}).breakdown.items
    assert item.recommended == f"Sale; {alert}"


def test_a_season_ahead_keeps_stock_from_being_cleared(rolled):
    found = advice(rolled, seasonal=True, first=date(2026, 12, 1))
    assert found[0] == "Its season begins on 2026-12-01: clear nothing that will sell then."
    assert found[-1] == "Only what its season leaves over: liquidate or remove it then."
    assert "within three months" in advice(rolled, seasonal=True)[0]


def test_what_has_not_sold_for_months_has_its_offer_checked_first(rolled):
    assert "six months" in advice(rolled, no_sale_6_months=True)[0]


@pytest.mark.parametrize("silent", [{"available": 5}, {"excess": 3}, {}])
def test_no_excess_is_not_said_of_items_that_do_not_tell(rolled, silent):
    assert rolled(EXCESS, {"available": 5, "excess": 0}, silent) is None


def test_an_item_without_stock_has_no_excess_either(rolled):
    found = rolled(EXCESS, {"available": 5, "excess": 0}, {"available": 0})
    assert found.decisive == ratio("0")


@pytest.mark.parametrize(
    ("currency", "cost"), [("XXX", Decimal(9)), ("USD", Decimal(10) ** 15 * 2), ("XTS", Decimal(0))]
)
def test_money_that_is_none_does_not_cost_the_units(rolled, currency, cost):
    odd = {**GADGET, "currency": currency, "storage_cost": cost}
    for found in (rolled(EXCESS, odd), rolled(EXCESS, {**odd, "savings": cost or Decimal(1)})):
        assert (found.numerator, found.breakdown.money) == (95, None)
        assert found.breakdown.items[0].money is None
