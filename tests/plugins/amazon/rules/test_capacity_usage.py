from datetime import date
from decimal import Decimal

import pytest

from sellervitals.domain.measurement import Window
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.capacity_usage import RULE

DAY = "2026-11-22"
HUNDRED = (measurement("capacity_limit", 100, segment="standard"),)


def volume(value, first, last, segment="standard"):
    days = Window(date(2026, *first), date(2026, *last))
    return measurement("capacity_usage", Decimal(value), segment=segment, window=days)


def judged(now, *older, site="US", limit=HUNDRED):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    account = snapshot("amazon", [now, *limit], day=DAY, site=site)._replace(history=older)
    (found,) = engine.evaluate(account).findings
    return found


def test_held_against_the_limit_that_the_caller_gives():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(
                DAY,
                value="99.9",
                expect="pass",
                site="US",
                segment="standard",
                others=HUNDRED,
                says="0.1 cubic",
            ),
            case(
                DAY,
                value=100,
                expect="pass",
                site="US",
                segment="standard",
                others=HUNDRED,
                says="0 cubic feet",
            ),
            case(
                DAY,
                value="100.01",
                expect="fail",
                site="US",
                segment="standard",
                others=HUNDRED,
                severity="medium",
                says="at most 100 cubic feet",
            ),
            case(DAY, value=101, expect="fail", site="DE", segment="standard", others=HUNDRED),
            case(
                DAY,
                value=1,
                expect="no_data",
                site="US",
                segment="oversize",
                others=HUNDRED,
                says="no capacity",
            ),
            case(DAY, value=1, expect="no_data", site="US", others=HUNDRED),
            case(DAY, value=1, expect="no_data", site="US", segment="standard"),
            case(DAY, expect="no_data", site="US"),
        ]
    )


def test_a_limit_of_nothing_is_a_limit():
    nothing = [measurement("capacity_limit", 0, segment="standard")]
    assert judged(volume("0.5", (11, 22), (11, 22)), limit=nothing).outcome == "fail"
    assert judged(volume("0", (11, 22), (11, 22)), limit=nothing).outcome == "pass"


@pytest.mark.parametrize(
    ("site", "amount", "currency"), [("US", "200.00", "USD"), ("UK", "156.00", "GBP"), ("DE", None, None)]
)
def test_what_a_month_like_this_costs_by_store(site, amount, currency):
    found = judged(measurement("capacity_usage", 120, segment="standard"), site=site)
    assert found.outcome == "fail"
    assert [(f"{each.value}", each.unit) for each in found.estimates] == (
        [(amount, currency)] if amount else []
    )
    assert all("if the whole month" in each.says for each in found.estimates)


def test_row_23_the_days_of_the_month_are_weighed():
    first = volume(200, (11, 1), (11, 4))
    before = volume(900, (10, 1), (10, 31))
    other = volume(900, (11, 1), (11, 4), segment="oversize")
    (cost,) = judged(volume(120, (11, 5), (11, 30)), first, before, other).estimates
    assert cost.value == Decimal("306.67")  # (4 * 100 + 26 * 20) / 30 * 10
    assert "by the 30 days of it that are known" in cost.says
    assert "30.67 cubic feet" in cost.says


def test_days_below_the_limit_count_as_nothing():
    (cost,) = judged(volume(120, (11, 16), (11, 30)), volume(50, (11, 1), (11, 15))).estimates
    assert cost.value == 100


def test_within_the_limit_nothing_is_estimated():
    assert judged(volume(100, (11, 22), (11, 22)), volume(200, (11, 1), (11, 21))).estimates == ()
