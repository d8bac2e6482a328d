from datetime import date
from decimal import Decimal

import pytest

from sellervitals_shopee.documents.late_orders import read


def test_the_total_counts_and_not_the_page(payload):
    reading = read(payload("get_late_orders.sample"))
    (found,) = reading.measurements
    assert found.value == Decimal(19)
    assert found.breakdown.total == 19
    assert len(found.breakdown.items) == 10
    assert [each.code for each in reading.notices] == ["incomplete_page"]


def test_the_oldest_ship_by_date_comes_first(payload):
    (found,) = read(payload("get_late_orders.sample")).measurements
    days = [each.deadline for each in found.breakdown.items]
    assert days == sorted(days)
    assert days[0] == date(2022, 7, 30)
    assert found.window == (days[0], days[-1])


def test_no_late_order_is_a_count_of_zero(answered, judge_all):
    (found,) = read(answered(late_order_list=[], total_count=0)).measurements
    assert found.value == 0
    findings = {each.rule.id: each.outcome for each in judge_all([found]).findings}
    assert findings["shopee.late-orders"] == "pass"


def test_null_in_place_of_the_list_is_no_zero(answered):
    assert read(answered(late_order_list=None)).measurements == ()


def test_a_total_below_the_list_does_not_hide_orders(answered):
    (found,) = read(
        answered(late_order_list=[{"order_sn": "A"}, {"order_sn": "B"}], total_count=1)
    ).measurements
    assert found.value == 2


ODD = {
    "huge": 10**5000,
    "decimal": Decimal(7),
    "flag": True,
    "list": ["A"],
    "long": "x" * 81,
    "lines": "a\nb",
}


@pytest.mark.parametrize("name", ODD)
def test_b00_what_is_no_id_is_not_quoted(name):
    sn = ODD[name]
    content = {"error": "", "response": {"late_order_list": [{"order_sn": sn}], "total_count": 1}}
    (found,) = read(content).measurements
    assert found.breakdown.items[0].id == ""
