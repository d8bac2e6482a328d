"""SKUs out of stock and to be reordered: counted by Amazon's alert, with quantities and sales."""

from datetime import date
from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.restock_recommendations import TYPE, Restock
from sellervitals_amazon.rollups.restock import out_of_stock, reorder

EMPTY = Restock(2, "A", "B0A", "out_of_stock", 227, None, None, None, None, None, None, None, None)
DUE = EMPTY._replace(alert="reorder_now")


def measured(measure, *rows):
    found = list(measure(sdk.Tables(date(2026, 11, 22), "UK", {TYPE: sdk.Table(TYPE, rows, "UK")})))
    return found[0] if found else None


def test_alerts_are_counted_each_for_itself():
    rows = (EMPTY, DUE, DUE._replace(sku="B"), EMPTY._replace(alert=""))
    assert measured(out_of_stock, *rows).value == Decimal(1)
    assert measured(reorder, *rows).value == Decimal(2)
    assert measured(out_of_stock).value == Decimal(0)


def test_sales_of_30_days_are_at_stake_most_first():
    rows = [
        EMPTY._replace(sku="A", sales=Decimal("245.00"), currency="GBP"),
        EMPTY._replace(sku="B", sales=Decimal(300), currency="GBP"),
        EMPTY._replace(sku="C"),
    ]
    found = measured(out_of_stock, *rows).breakdown
    assert [each.id for each in found.items] == ["B", "A", "C"]
    assert (found.money.amount, found.money.currency) == (Decimal("545.00"), "GBP")
    assert "last 30 days" in found.money.source
    assert found.items[2].money is None


def test_without_sales_the_price_by_the_units_sold():
    [item] = measured(
        out_of_stock, EMPTY._replace(price=Decimal("9.99"), units_sold=24, currency="GBP")
    ).breakdown.items
    assert item.money.amount == Decimal("239.76")
    assert item.money.source.startswith("price by units sold")


def test_no_money_without_currency_and_no_total_of_two():
    assert measured(out_of_stock, EMPTY._replace(sales=Decimal(5))).breakdown.money is None
    two = [EMPTY._replace(sales=Decimal(5), currency=each) for each in ("GBP", "USD")]
    assert measured(out_of_stock, *two).breakdown.money is None


def test_what_to_send_and_by_when():
    certain = EMPTY._replace(ship_by="07/07/2026", ship_day=date(2026, 7, 7))
    quoted = EMPTY._replace(ship_by="04/07/2026")
    [first, second, third, fourth] = measured(
        out_of_stock, certain, quoted, EMPTY, EMPTY._replace(quantity=0)
    ).breakdown.items
    assert first.advice == ("Send in 227 units, to be shipped by 2026-07-07.",)
    assert (first.units, first.deadline) == (227, date(2026, 7, 7))
    assert second.advice == ("Send in 227 units, to be shipped by 04/07/2026 (as the report writes it).",)
    assert second.deadline is None
    assert third.advice == ("Send in 227 units.",)
    assert fourth.advice == ("Decide whether to replenish it; Amazon advises no quantity.",)


def test_the_fewest_days_of_supply_stand_first():
    rows = [
        DUE._replace(sku="A", days_of_supply=Decimal(10)),
        DUE._replace(sku="B"),
        DUE._replace(sku="C", days_of_supply=Decimal(0)),
    ]
    items = measured(reorder, *rows).breakdown.items
    assert [each.id for each in items] == ["C", "A", "B"]
    assert (items[0].value, items[0].unit) == (Decimal(0), "days of supply")


def test_alerts_that_nobody_knows_are_never_taken_for_full_shelves():
    odd = EMPTY._replace(alert="rupture")
    assert measured(out_of_stock, odd) is None
    assert measured(reorder, odd) is None
    assert measured(out_of_stock, odd, EMPTY).value == Decimal(1)


def test_money_that_is_none_does_not_cost_the_count():
    rows = (
        EMPTY._replace(sales=Decimal(1), currency="XXX"),
        EMPTY._replace(price=Decimal(10**14), units_sold=999, currency="GBP"),
    )
    found = measured(out_of_stock, *rows)
    assert (found.value, found.breakdown.money) == (Decimal(2), None)
    assert [each.money for each in found.breakdown.items] == [None, None]
