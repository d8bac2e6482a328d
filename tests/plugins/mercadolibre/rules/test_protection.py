from datetime import date

import pytest

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules.protection import RULE

DAY = "2026-11-22"
TESTER = RuleTester(RULE, marketplace=MERCADOLIBRE, worst="warn")


def protected(level=None, end=None, segment=None):
    found = []
    if level is not None:
        found.append(measurement("real_level", level, segment=segment))
    if end is not None:
        found.append(measurement("protection_end_date", end, segment=segment))
    return found


def test_a_protection_that_hides_something_warns_until_its_last_day():
    says = "The level is protected until 2026-11-22; the level without protection is red."
    TESTER.run(
        [
            case(DAY, others=protected("red", "2026-11-22"), expect="warn", says=says, severity="medium"),
            case(DAY, others=protected("red", "2026-11-23"), expect="warn"),
            case(
                DAY,
                others=protected("red", "2026-11-21"),
                expect="not_applicable",
                says="ended on 2026-11-21",
            ),
            case(DAY, others=protected("green", "2027-01-15"), expect="pass", says="is green"),
            case(DAY, others=protected("green_platinum", "2027-01-15"), expect="pass"),
            case(DAY, others=protected("Green_Gold", "2027-01-15"), expect="pass"),
            case(DAY, others=protected("yellow", "2027-01-15"), expect="warn"),
            case(DAY, others=protected("greenish", "2027-01-15"), expect="warn"),
            case(DAY, others=protected("light_green", "2027-01-15"), expect="warn"),
            case(
                DAY, others=protected("red"), expect="warn", says="The level is protected; the level without"
            ),
            case(DAY, others=protected(end="2027-01-15"), expect="warn", says="is not reported"),
            case(DAY, others=protected("red", "soon"), expect="warn"),
            case(DAY, expect="no_data"),
        ]
    )


@pytest.mark.parametrize(("level", "outcome"), [("red", "warn"), ("green", "pass")])
def test_the_end_is_a_deadline_with_the_days_left(level, outcome):
    engine = Engine(Registry(marketplaces={"mercadolibre": MERCADOLIBRE}, rules={RULE.id: RULE}))
    account = snapshot("mercadolibre", protected(level, "2027-01-15"), day=DAY, site="MLA")
    (found,) = engine.evaluate(account).findings
    (deadline,) = found.deadlines
    assert (found.outcome, deadline.day, deadline.kind) == (outcome, date(2027, 1, 15), "review")


def test_each_way_of_shipping_has_its_own():
    engine = Engine(Registry(marketplaces={"mercadolibre": MERCADOLIBRE}, rules={RULE.id: RULE}))
    given = protected("red", "2027-01-15", "remote") + protected("green", "2027-01-15", "fulfillment")
    found = engine.evaluate(snapshot("mercadolibre", given, day=DAY, site="MLM")).findings
    assert [(each.segment, each.outcome) for each in found] == [("remote", "warn"), ("fulfillment", "pass")]
