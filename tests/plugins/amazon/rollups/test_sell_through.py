from datetime import date
from decimal import Decimal
from pathlib import Path

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.inventory_planning import read
from sellervitals_amazon.rollups.sell_through import ROLLUPS

(SELL_THROUGH,) = ROLLUPS
EXPORT = Path(__file__).parent.parent / "payloads" / "fba-inventory-health.rows.csv"


def test_the_average_stock_follows_from_each_items_own_rate():
    (table,) = read(EXPORT.read_text("utf-8")).tables
    (found,) = SELL_THROUGH.measure(sdk.Tables(date(2026, 7, 1), "US", {table.name: table}))
    # 880 / 0.85 + 540 / 1.10 + 210 / 0.30 + 18 / 0.75 = 2,250.2
    assert (found.numerator, found.denominator) == (880 + 540 + 210 + 18, 2250)
    assert "what its own sell-through rate implies" in found.rebuilt_from


def test_without_a_rate_what_is_available_now_stands_in(rolled):
    found = rolled(
        SELL_THROUGH,
        {"shipped_90": 100, "sell_through": Decimal(2), "available": 7},
        {"shipped_90": 0, "sell_through": Decimal(0), "available": 30},
        {"shipped_90": 20, "available": 20},
        {"available": 5},
        {"shipped_90": 4},
    )
    assert (found.numerator, found.denominator) == (120, 50 + 30 + 20)
    assert "without 2 rows" in found.rebuilt_from


def test_more_can_be_shipped_than_is_ever_on_hand(rolled):
    found = rolled(SELL_THROUGH, {"shipped_90": 90, "sell_through": Decimal(3), "available": 1})
    assert (found.numerator, found.denominator) == (90, 30)


def test_nothing_on_hand_is_no_data(rolled):
    assert rolled(SELL_THROUGH) is None
    assert rolled(SELL_THROUGH, {"shipped_90": 0, "available": 0}) is None
    assert rolled(SELL_THROUGH, {"sku": "A"}) is None


def test_slow_items_are_those_with_most_idle_stock(rolled):
    found = rolled(
        SELL_THROUGH,
        {"sku": "fast", "shipped_90": 90, "sell_through": Decimal("1.5"), "available": 60},
        {"sku": "slow", "shipped_90": 10, "sell_through": Decimal("0.5"), "available": 20},
        {"sku": "dead", "shipped_90": 0, "available": 300},
        {"sku": "gone", "shipped_90": 10, "sell_through": Decimal("0.5"), "available": 0},
    )
    assert [item.id for item in found.breakdown.items] == ["dead", "slow"]
    slow = found.breakdown.items[1]
    assert (slow.value, slow.units, slow.situation) == (sdk.ratio("0.5"), 20, "slow")
    assert slow.advice[-1] == "Send less, and more often, until it moves."


def test_no_price_cut_for_what_amazon_expects_to_sell_within_90_days(rolled):
    item = {"shipped_90": 10, "sell_through": Decimal("0.5"), "available": 20}
    for days, listed in ((90, 0), (91, 1)):
        found = rolled(SELL_THROUGH, {**item, "days_of_supply": Decimal(days)})
        assert found.breakdown.total == listed
