from decimal import Decimal

import pytest

from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.excess_inventory import RULE

DAY = "2026-11-22"


def test_any_unit_that_amazon_calls_excess_warns_and_none_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("0"), expect="pass", site="US"),
            case(DAY, numerator=0, denominator=756, expect="pass", site="US"),
            case(DAY, numerator=1, denominator=100_000, expect="warn", site="DE", severity="low"),
            case(DAY, numerator=95, denominator=756, expect="warn", says="95 of 756 available units"),
            case(DAY, value=percent("100"), expect="warn", says="cannot fail"),
            case("2018-07-01", value=percent("1"), expect="warn", site="US"),
            case("2018-06-30", value=percent("1"), expect="not_applicable", site="US"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )


@pytest.mark.parametrize(
    ("excess", "stock", "health"),
    [(1, 100_000, "0.9"), (95, 756, "0.8497"), (50_000, 100_000, "0.7"), (100_000, 100_000, "0.5")],
)
def test_a_little_excess_costs_less_than_nothing_but_excess(excess, stock, health):
    measured = measurement("excess_inventory_share", numerator=excess, denominator=stock)
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    (found,) = engine.evaluate(snapshot("amazon", [measured], day=DAY, site="US")).findings
    assert (found.outcome, found.health) == ("warn", Decimal(health))
