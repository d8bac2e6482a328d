from decimal import Decimal

import pytest

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.historical_days_of_supply import RULE

DAY = "2026-11-22"
METRIC = "historical_days_of_supply"


def days(value, segment):
    return measurement(METRIC, Decimal(value), segment=segment)


def both(short, long, day=DAY):
    """Judge a 30-day value beside a 90-day value; both findings must agree."""
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    account = snapshot("amazon", [days(short, "30d"), days(long, "90d")], day=day, site="US")
    first, second = engine.evaluate(account).findings
    assert first.outcome == second.outcome
    return first


@pytest.mark.parametrize(
    ("short", "long", "outcome"),
    [
        ("27.99", "27.99", "fail"),
        ("28", "0", "warn"),
        ("0", "28", "warn"),
        ("0", "27.99", "fail"),
        ("34.99", "3", "warn"),
        ("35", "3", "pass"),
        ("3", "35", "pass"),
        ("35.01", "60", "pass"),
    ],
)
def test_the_greater_of_both_windows_decides(short, long, outcome):
    found = both(short, long)
    assert found.outcome == outcome
    assert f"30d: {short} days" in found.message
    assert f"90d: {long} days" in found.message


@pytest.mark.parametrize(("outcome", "short", "long", "health"), [("pass", 3, 40, 1), ("warn", 3, 30, "0.9")])
def test_a_window_that_decides_nothing_costs_nothing(outcome, short, long, health):
    found = both(short, long)
    assert (found.outcome, found.health) == (outcome, Decimal(health))


@pytest.mark.parametrize(
    ("short", "health"), [("27.99", "0.4993"), ("24", "0.2143"), ("21", "0"), ("3", "0")]
)
def test_a_failure_reads_the_curve_and_speaks_of_the_days_that_decide(short, health):
    for found in (both(short, "2"), both("2", short)):
        assert found.outcome == "fail"
        assert found.health == Decimal(health)
        assert found.message.startswith(
            f"Historical days of supply: {short} days; the limit is at least 28 days."
        )


def test_row_19_the_greater_value_of_amazons_example_keeps_the_fee_away():
    short, long = Decimal("220.5") / Decimal("12.6"), Decimal("243.6") / Decimal("5.8")
    assert (short, long) == (Decimal("17.5"), 42)
    assert both(short, long).outcome == "pass"


def test_a_window_alone_can_show_enough_but_never_too_little():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=35, expect="pass", site="US", segment="30d"),
            case(DAY, value="34.9", expect="warn", site="US", segment="30d"),
            case(DAY, value="28", expect="warn", site="US", segment="90d"),
            case(DAY, value="27.9", expect="warn", site="US", segment="90d", says="Only one window"),
            case(DAY, value=0, expect="warn", site="US", says="Only one window"),
            case(
                DAY,
                value="27.9",
                expect="fail",
                site="US",
                segment="30d",
                others=[days("27.9", "90d")],
                severity="low",
                says="at least 28 days",
            ),
            case("2024-04-01", value=3, expect="fail", site="US", segment="30d", others=[days(3, "90d")]),
            case("2024-03-31", value=3, expect="not_applicable", site="US", segment="30d"),
            case(DAY, value=3, expect="not_applicable", site="UK", segment="30d"),
            case(DAY, expect="no_data", site="US"),
        ]
    )
