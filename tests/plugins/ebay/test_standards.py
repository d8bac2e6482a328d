"""The ladder of levels beside eBay's own word, in the one program whose whole table is known."""

from decimal import Decimal

import pytest

from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules import ALL

TOP = {
    "transaction_defect_rate": {"numerator": 5, "denominator": 1000},
    "cases_closed_without_resolution_rate": {"numerator": 3, "denominator": 1000},
    "late_shipment_rate": {"numerator": 30, "denominator": 1000},
    "tracking_uploaded_on_time_rate": {"value": percent("95")},
    "transactions_12m": {"value": 100},
    "sales_12m": {"value": Decimal(1000)},
    "days_on_site": {"value": 90},
}
ABOVE, BELOW = "ABOVE_STANDARD", "BELOW_STANDARD"
DEFECTS, CASES = "transaction_defect_rate", "cases_closed_without_resolution_rate"


def standings(site="PROGRAM_US", segment=None, word=None, **changed):
    given = [
        measurement(
            name, facts.get("value"), segment=segment, **{k: v for k, v in facts.items() if k != "value"}
        )
        for name, facts in (TOP | changed).items()
        if facts is not None
    ]
    if word is not None:
        given.append(measurement("seller_level", word, segment=segment))
    engine = Engine(Registry(marketplaces={"ebay": EBAY}, rules={rule.id: rule for rule in ALL}))
    return engine.evaluate(snapshot("ebay", given, day="2026-11-22", site=site)).standings


def computed(**given):
    [found] = standings(**given)
    return found.best.name, found.worst.name


def rate(top, bottom=1000, **more):
    return {"numerator": top, "denominator": bottom, **more}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "TOP_RATED"),
        ({DEFECTS: rate(6, parts={"buyers": 4})}, ABOVE),
        ({DEFECTS: rate(6, parts={"buyers": 3})}, "TOP_RATED"),
        ({DEFECTS: rate(21, parts={"buyers": 4})}, ABOVE),
        ({DEFECTS: rate(21, parts={"buyers": 5})}, BELOW),
        ({CASES: rate(4)}, BELOW),
        ({CASES: rate(2, 100)}, "TOP_RATED"),
        ({"late_shipment_rate": rate(31)}, ABOVE),
        ({"late_shipment_rate": rate(5, 50)}, "TOP_RATED"),
        ({"late_shipment_rate": rate(1000)}, ABOVE),
        ({"tracking_uploaded_on_time_rate": rate(0)}, ABOVE),
        ({"transactions_12m": {"value": 99}}, ABOVE),
        ({"sales_12m": {"value": Decimal("999.99")}}, ABOVE),
        ({"days_on_site": {"value": 89}}, ABOVE),
    ],
)
def test_the_level_that_the_numbers_give_in_the_us_program(changed, expected):
    assert computed(**changed) == (expected, expected)


def test_without_the_buyers_the_level_is_uncertain_and_says_why():
    [found] = standings(**{DEFECTS: rate(21)})
    assert (found.best.name, found.worst.name) == ("TOP_RATED", BELOW)
    assert found.unreported == (DEFECTS,)


def test_what_nobody_reported_is_neither_met_nor_broken():
    assert computed(days_on_site=None) == ("TOP_RATED", ABOVE)
    assert computed(**{CASES: None}) == ("TOP_RATED", BELOW)


def test_ebays_word_stands_beside_it_and_a_difference_is_said():
    [agreed] = standings(word="TOP_RATED")
    [differs] = standings(word=BELOW)
    assert (agreed.agrees, differs.agrees, differs.word) == (True, False, BELOW)
    [forecast] = standings(segment="projected", word="TOP_RATED")
    assert (forecast.segment, forecast.agrees) == ("projected", True)


@pytest.mark.parametrize("site", ["PROGRAM_UK", "PROGRAM_DE", "PROGRAM_GLOBAL", None])
def test_nothing_is_computed_where_the_table_is_not_known(site):
    assert standings(site=site) == ()
