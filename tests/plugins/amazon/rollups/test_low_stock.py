from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents import storage_fee_charges
from sellervitals_amazon.documents.inventory_planning import TYPE, read
from sellervitals_amazon.documents.stock import Stock
from sellervitals_amazon.rollups.low_stock import paying, tiers

EXPORT = Path(__file__).parent.parent / "payloads" / "fba-inventory-health.rows.csv"
DAY = date(2026, 7, 1)
LOW = {"short_days": Decimal(18), "long_days": Decimal(24), "shipped_7": 88, "shipped_30": 378}
BEFORE = date(2026, 1, 14)


def stock(number=2, **more):
    known = {"currency": "USD", "storage_type": "Standard-Size", **LOW}
    return Stock(number, sku=f"SKU-{number}", fnsku=f"X{number}", **{**known, **more})


def tables(*rows, day=DAY, site="US", sizes=()):
    charges = [
        storage_fee_charges.Charge(2, None, fnsku, "US", tier, None, None, None, None, None, None, None)
        for fnsku, tier in sizes
    ]
    found = {TYPE: sdk.Table(TYPE, rows, site, day)}
    if charges:
        found[storage_fee_charges.TYPE] = sdk.Table(storage_fee_charges.TYPE, charges, site, day)
    return sdk.Tables(day, site, found)


def measured(*rows, **where):
    (found,) = paying(tables(*rows, **where))
    return found


def item(*rows, **where):
    (found,) = measured(*rows, **where).breakdown.items
    return found


def test_the_sample_rows_pay_where_amazon_says_so():
    (table,) = read(EXPORT.read_text("utf-8")).tables
    found = measured(*table.rows)
    assert found.value == 2
    assert [each.id for each in found.breakdown.items] == ["WIDGET-RED", "X001ABC4"]
    assert found.breakdown.money is None  # the export tells no historical days of supply
    assert found.breakdown.items[1].recommended == "Increase inventory"


@pytest.mark.parametrize(
    ("short", "long", "count"),
    [
        ("27.99", "27.99", 1),
        ("28", "0", 0),
        ("0", "28", 0),
        ("40", "20", 0),
        ("12", "35", 0),
        ("18", "24", 1),
    ],
)
def test_row_20_only_both_under_28_days_pay(short, long, count):
    days = {"short_days": Decimal(short), "long_days": Decimal(long)}
    assert measured(stock(**days)).value == count


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ({"fee_applied": False}, 0),
        ({"fee_applied": True, "short_days": Decimal(90)}, 1),
        ({"fee_exempt": True}, 0),
        ({"fee_exempt": False}, 1),
        ({"fee_exempt": True, "fee_applied": True}, 1),
        ({"shipped_7": 19}, 0),
        ({"shipped_7": 20}, 1),
        ({"shipped_7": None}, 1),
        ({"product_group": "gl_grocery"}, 0),
        ({"product_group": "gl_toy"}, 1),
        ({"storage_type": "Extra-Large"}, 0),
        ({"storage_type": "Extra-Large", "fee_applied": True}, 1),
        ({"storage_type": "Oversize"}, 1),
    ],
)
def test_amazons_flags_come_first_then_the_known_exemptions(more, count):
    assert measured(stock(**more)).value == count


def test_before_2026_the_parent_product_counted_which_rows_do_not_tell():
    assert list(paying(tables(stock(), day=BEFORE))) == []
    assert measured(stock(), day=date(2026, 1, 15)).value == 1
    assert measured(stock(fee_applied=True), day=BEFORE).value == 1
    assert measured(stock(fee_applied=False), day=BEFORE).value == 0


@pytest.mark.parametrize("site", ["UK", None])
def test_no_other_store_is_rebuilt(site):
    assert list(paying(tables(stock(), site=site))) == []


def test_unknown_is_neither_zero_nor_healthy():
    silent = stock(3, short_days=None)
    assert list(paying(tables(silent))) == []
    assert list(paying(tables(stock(fee_applied=False), silent))) == []
    found = measured(stock(), silent)
    assert (found.value, found.numerator, found.denominator) == (1, 1, 1)
    assert found.rebuilt_from == "the planning report, without 1 row that does not say"
    assert list(paying(tables())) == []


def test_row_21_the_item_says_how_many_units_are_missing():
    found = item(stock(short_days=Decimal("17.5"), long_days=Decimal(20)))
    assert "Hold 133 units more on average over 30 days" in found.advice[0]
    assert "17.5 days of supply to 28" in found.advice[0]
    assert (found.units, found.value, found.unit) == (133, 20, "days of supply")


def test_a_known_size_tier_gives_the_fee_of_thirty_days():
    found = item(stock(), sizes=[("X2", "Small Standard-Size")])
    assert found.money.amount == Decimal("120.96")  # 378 * 0.32
    assert found.money.source == "units shipped in 30 days by the fee table of 2024-04-01 (United States)"
    assert "The fee is 0.32 USD for each unit shipped" in found.advice[1]


def test_without_a_size_tier_the_lowest_rate_is_the_least():
    found = item(stock())
    assert found.money.amount == Decimal("120.96")
    assert found.money.source.startswith("at least, for the size tier is not known: ")
    assert "0.32 to 0.47 USD" in found.advice[1]


def test_bulky_items_have_rates_of_their_own():
    assert item(stock(storage_type="Oversize")).money.amount == Decimal("192.78")  # 378 * 0.51
    large = item(stock(), sizes=[("X2", "Large Bulky")]).money
    assert large.amount == Decimal("215.46")  # 378 * 0.57
    assert large.source.endswith(
        "by the fee table of 2026-01-15 (United States), which one third party alone gives"
    )


@pytest.mark.parametrize(
    "more",
    [
        {"storage_type": "Dangerous goods"},
        {"storage_type": None},
        {"shipped_30": None},
        {"currency": "CAD"},
        {"fee_applied": True, "short_days": None, "history_days": None},
        {"fee_applied": True, "short_days": Decimal(90)},
    ],
)
def test_no_money_is_made_up(more):
    found = measured(stock(**more))
    assert found.breakdown.items[0].money is None
    assert found.breakdown.money is None


def test_the_days_that_count_stand_in_for_both_windows():
    days = {"short_days": None, "long_days": None, "history_days": Decimal(10)}
    found = item(stock(fee_applied=True, **days), sizes=[("X2", "Small Standard-Size")])
    assert found.money.amount == Decimal("336.42")  # 378 * 0.89


def test_amazons_own_advice_is_quoted():
    told = stock(ship_in=120, ship_in_date=date(2026, 7, 20), recommended_action="Restock")
    assert item(told).recommended == "Ship in 120 units by 2026-07-20"
    assert item(stock(ship_in=120)).recommended == "Ship in 120 units"
    assert item(stock(recommended_action="Restock")).recommended == "Restock"


def test_the_dearest_comes_first():
    rows = [stock(2, shipped_30=1), stock(3, shipped_30=900), stock(4, shipped_30=30)]
    found = measured(*rows).breakdown
    assert [each.id for each in found.items] == ["SKU-3", "SKU-4", "SKU-2"]
    assert found.money.amount == Decimal("297.92")  # 931 * 0.32


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Small Standard-Size", ["small-standard"]),
        ("LargeStandardSize", ["large-standard-to-3-lb", "large-standard-3-to-20-lb"]),
        ("Standard-sized", ["small-standard", "large-standard-to-3-lb", "large-standard-3-to-20-lb"]),
        ("Small Bulky", ["small-bulky"]),
        ("Large bulky", ["large-bulky"]),
        ("Oversize", ["small-bulky", "large-bulky"]),
        ("Extra-Large 0 to 50 lb", []),
        ("Extra large bulky", []),
        ("", []),
        (None, []),
    ],
)
def test_a_name_leaves_size_tiers_possible(name, expected):
    assert list(tiers(name)) == expected
