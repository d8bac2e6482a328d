from decimal import Decimal

import pytest

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.aged_inventory_surcharge import RULE


def judged(value, everything=None):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    given = measurement("surcharged_units", value)
    if everything is not None:
        given = given._replace(numerator=value, denominator=everything)
    (found,) = engine.evaluate(snapshot("amazon", [given], day="2026-11-22", site="US")).findings
    return found


@pytest.mark.parametrize(
    ("value", "everything", "health"),
    [
        (1, 100_000, "0.5000"),
        (2, 1_000, "0.4990"),
        (1, 4, "0.3750"),
        (4, 4, "0"),
        (5, 4, "0"),
        (1, None, "0.5"),
        (2, None, "0"),
    ],
)
def test_any_unit_fails_and_few_of_many_weigh_little(value, everything, health):
    found = judged(value, everything)
    assert (found.outcome, found.health) == ("fail", Decimal(health))


def test_the_share_is_said():
    assert judged(1, 8).message.endswith("These are 12.5 % of 8 units in stock.")
    assert "These are" not in judged(9, 8).message


def test_more_than_there_are_is_no_contradiction():
    """Amazon counts on the 15th, and the report tells the stock of its own day."""
    metric = AMAZON.by_id["surcharged_units"]
    assert not metric.impossible(measurement("surcharged_units", 9)._replace(numerator=9, denominator=8))


def test_nothing_charged_passes():
    assert judged(0, 8).outcome == "pass"
