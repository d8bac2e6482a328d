"""Stranded units and their share: what is counted, what stands first, and what stays unknown."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import TYPE as PLANNING
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.documents.stranded_inventory import TYPE, Stranded
from sellervitals_amazon.documents.stranding import CLOSED, COMPLIANCE, OTHER
from sellervitals_amazon.rollups.stranded import stranded_share, stranded_units

DAY = date(2026, 11, 22)
FIRST, SECOND = date(2026, 12, 1), date(2026, 12, 5)


def stranded(name, units=1, *, reason=CLOSED, removal=None, number=2):
    return Stranded(number, name, f"B0{name}", units, units, reason, "Relist", removal)


def tables(*rows, stock=None):
    found = {TYPE: sdk.Table(TYPE, rows, "US")}
    if stock is not None:
        piles = [
            Stock(number, sku=sku, available=units) for number, (sku, units) in enumerate(stock.items(), 2)
        ]
        found[PLANNING] = sdk.Table(PLANNING, piles, "US", DAY)
    return sdk.Tables(DAY, "US", found)


def units(*rows):
    [found] = stranded_units(tables(*rows))
    return found


def test_units_by_reason_with_the_nearest_removal_first():
    found = units(
        stranded("A", 40),
        stranded("B", 6, reason=COMPLIANCE, removal=SECOND),
        stranded("C", 5, removal=FIRST),
        stranded("D", 9, removal=SECOND),
    )
    assert found.value == Decimal(60)
    assert found.parts == {CLOSED: 54, COMPLIANCE: 6}
    assert found.rebuilt_from == "the stranded report"
    items = found.breakdown.items
    assert [(each.id, each.units, each.deadline) for each in items] == [
        ("C", 5, FIRST),
        ("D", 9, SECOND),
        ("B", 6, SECOND),
        ("A", 40, None),
    ]
    assert items[2].situation == COMPLIANCE
    assert (items[2].recommended, items[2].pointer, items[2].listing) == ("Relist", "/row/2", "B0B")


@pytest.mark.parametrize(
    ("site", "prices", "items", "in_all"),
    [
        ("US", ("19.99", "5"), ["USD 799.60", "USD 10.00"], "USD 809.60"),
        ("DE", ("19.99", None), ["EUR 799.60", None], "EUR 799.60"),
        (None, ("19.99", "5"), [None, None], None),
    ],
)
def test_what_is_stranded_is_worth_its_price(site, prices, items, in_all):
    rows = [
        stranded(name, units)._replace(price=price and Decimal(price))
        for (name, units), price in zip((("A", 40), ("B", 2)), prices, strict=True)
    ]
    rows[0] = rows[0]._replace(units=99)  # those that cannot be sold are worth nothing
    [found] = stranded_units(sdk.Tables(DAY, site, {TYPE: sdk.Table(TYPE, rows, site)}))
    said = [each.money and f"{each.money.currency} {each.money.amount}" for each in found.breakdown.items]
    money = found.breakdown.money
    assert said == items
    assert (money and f"{money.currency} {money.amount}") == in_all
    assert money is None or ("at least" in money.source) == (None in prices)


def test_removal_dates_are_deadlines_with_their_units():
    found = units(
        stranded("A", 40),
        stranded("B", 6, removal=SECOND),
        stranded("C", 5, removal=FIRST),
        stranded("D", 9, removal=SECOND),
    )
    assert [(each.day, each.kind) for each in found.breakdown.deadlines] == [
        (FIRST, sdk.DeadlineKind.REMOVAL),
        (SECOND, sdk.DeadlineKind.REMOVAL),
    ]
    assert "units 15, SKUs 2" in found.breakdown.deadlines[1].says


def test_advice_first_sells_then_clears():
    [item] = units(stranded("A", removal=FIRST)).breakdown.items
    assert item.advice == (
        "Relist it under the same SKU, ASIN and condition.",
        "Remove what cannot be sold before Amazon does from 2026-12-01 on.",
    )
    [item] = units(stranded("A", reason=OTHER)).breakdown.items
    assert item.advice[1] == "Remove what cannot be sold."


def test_a_report_without_rows_is_no_stranded_unit():
    found = units()
    assert (found.value, found.breakdown.total, dict(found.parts)) == (Decimal(0), 0, {})


def test_days_of_removal_are_capped_at_the_nearest_50():
    rows = [
        stranded("A", removal=date(2027, 1, 1).replace(day=1 + n % 28, month=1 + n // 28)) for n in range(60)
    ]
    days = [each.day for each in units(*rows).breakdown.deadlines]
    assert len(days) == 50
    assert days == sorted(days)
    assert days[0] == date(2027, 1, 1)


def test_the_share_needs_the_planning_report():
    assert list(stranded_share(tables(stranded("A")))) == []


def test_the_share_is_rebuilt_from_both():
    [found] = stranded_share(tables(stranded("A", 5), stranded("A", 5), stock={"A": 20, "B": 80}))
    assert (found.numerator, found.denominator) == (10, 100)
    assert found.decisive == sdk.percent("10")
    assert found.rebuilt_from == "the stranded and the planning report"


@pytest.mark.parametrize(("stock", "all_units"), [({"B": 80}, 90), ({"A": 4, "B": 80}, 90), ({}, 10)])
def test_no_unit_is_stranded_without_being_there(stock, all_units):
    [found] = stranded_share(tables(stranded("A", 10), stock=stock))
    assert (found.numerator, found.denominator) == (10, all_units)


def test_nothing_at_all_is_no_share():
    [found] = stranded_share(tables(stock={}))
    assert found.decisive is None


def test_an_item_whose_units_are_unknown_leaves_the_share_unknown():
    assert list(stranded_share(tables(stranded("A"), stock={"A": 5, "B": None}))) == []
