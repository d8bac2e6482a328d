from decimal import Decimal

from sellervitals_amazon.rollups.unfulfillable_stock import ROLLUPS

(UNFULFILLABLE,) = ROLLUPS


def test_units_are_added_and_items_listed_worst_first(rolled):
    found = rolled(
        UNFULFILLABLE,
        {"sku": "a", "unfulfillable": 2},
        {"sku": "b", "unfulfillable": 7},
        {"sku": "c", "unfulfillable": 0},
        {"sku": "d"},
    )
    assert found.value == Decimal(9)
    assert [item.id for item in found.breakdown.items] == ["b", "a"]
    assert found.breakdown.total == 2
    assert "without 1 row that" in found.rebuilt_from


def test_a_report_that_does_not_tell_is_not_0(rolled):
    assert rolled(UNFULFILLABLE, {"sku": "a"}) is None
    assert rolled(UNFULFILLABLE) is None
    assert rolled(UNFULFILLABLE, {"unfulfillable": 0}).value == 0


def test_none_is_not_said_of_items_that_do_not_tell(rolled):
    assert rolled(UNFULFILLABLE, {"unfulfillable": 0}, {"sku": "a"}) is None
    assert rolled(UNFULFILLABLE, {"unfulfillable": 1}, {"sku": "a"}).value == 1
