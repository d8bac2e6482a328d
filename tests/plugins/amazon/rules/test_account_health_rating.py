from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.account_health_rating import RULE

DAY = "2026-11-22"
POINTS_300 = sdk.Target(sdk.Comparator.AT_LEAST, Decimal(300))
POINTS_150 = sdk.Target(sdk.Comparator.AT_LEAST, Decimal(150))

# each table reaches every dated limit once
REACHED = [
    case("2022-08-01", value=400, expect="pass", site="US"),
    case("2022-11-01", value=400, expect="pass", site="US"),
    case(DAY, value=400, expect="pass", site="DE"),
]


def finding(points=None, **more):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    account = [measurement("account_health_rating", points, **more)]
    return engine.evaluate(snapshot("amazon", account, day=DAY, site="US")).findings[0]


def test_points_at_every_line():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, value=1000, expect="pass", site="US"),
            case(DAY, value=251, expect="pass", site="US"),
            case(DAY, value=250, expect="pass", site="US"),
            case(DAY, value=249, expect="warn", site="US", severity="critical", says="250 points"),
            case(DAY, value="249.9", expect="warn", site="US"),
            case(DAY, value=201, expect="warn", site="US"),
            case(DAY, value=200, expect="warn", site="US", says="at least 200 points"),
            case(DAY, value=199, expect="fail", site="US", severity="high", says="at risk zone"),
            case(DAY, value="199.9", expect="fail", site="US", severity="high"),
            case(DAY, value=101, expect="fail", site="US", severity="high"),
            case(DAY, value=100, expect="fail", site="US", severity="high", says="at risk zone"),
            case(DAY, value="99.9", expect="fail", site="US", severity="critical"),
            case(DAY, value=99, expect="fail", site="US", severity="critical", says="unhealthy zone"),
            case(DAY, value=0, expect="fail", site="US", severity="critical"),
            case(DAY, value=250, expect="pass", site="DE"),
            case(DAY, value=249, expect="warn", site="DE"),
            case(DAY, value=200, expect="warn", site="DE"),
            case(DAY, value=199, expect="fail", site="DE", severity="high"),
            case(DAY, expect="no_data", site="US"),
        ]
    )


def test_points_exist_from_august_2022_in_north_america_and_from_2023_elsewhere():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case("2022-07-31", value=150, expect="not_applicable", site="US", says="US on 2022-07-31"),
            case("2022-08-01", value=150, expect="fail", site="US"),
            case("2022-08-01", value=250, expect="pass", site="CA"),
            case("2022-12-31", value=150, expect="not_applicable", site="DE"),
            case("2022-12-31", value=150, expect="not_applicable"),
            case("2023-01-01", value=150, expect="fail", site="DE"),
            case("2023-01-01", value=150, expect="fail"),
            case("2022-07-31", value=150, verdict="WARNED", expect="fail", site="US", says="WARNED"),
            case("2022-07-31", expect="not_applicable", site="US"),
        ]
    )


def test_no_assurance_line_before_there_was_assurance():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case("2022-10-31", value=200, expect="pass", site="US"),
            case("2022-10-31", value=199, expect="fail", site="CA", severity="high"),
            case("2022-11-01", value=249, expect="warn", site="US"),
            case("2022-11-01", value=250, expect="pass", site="CA"),
            case("2023-01-01", value=249, expect="warn", site="DE"),
        ]
    )


def test_without_points_the_word_decides():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, verdict="GREAT", good=True, expect="pass", site="US", says="GREAT"),
            case(DAY, verdict="GOOD", expect="pass", site="US"),
            case(DAY, verdict="Green", expect="pass", site="US"),
            case(DAY, verdict="HEALTHY", expect="pass", site="US"),
            case(DAY, verdict="NORMAL", expect="pass", site="US"),
            case(DAY, verdict="WARNED", expect="fail", site="DE", severity="high", says="cannot be excluded"),
            case(DAY, verdict="FAIR", expect="warn", severity="high", says="no source settles"),
            case(DAY, verdict="AT RISK", expect="fail", severity="high"),
            case(DAY, verdict="AT_RISK_OF_DEACTIVATION", expect="fail", severity="critical"),
            case(DAY, verdict="UNHEALTHY", expect="fail", severity="critical", says="deactivated"),
            case(DAY, verdict="CRITICAL", expect="fail", severity="critical"),
            case(DAY, verdict="red", expect="fail", severity="critical"),
            case(DAY, verdict="DEACTIVATED", expect="fail", severity="critical"),
            case(DAY, verdict="NONE", expect="no_data", says="NONE"),
            case(DAY, verdict="PURPLE", expect="no_data", says="PURPLE"),
            case("2020-11-19", verdict="WARNED", expect="fail", site="US", severity="high"),
            *REACHED,
        ]
    )


def test_points_decide_over_the_word():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *REACHED,
            case(DAY, value=310, verdict="AT_RISK", good=False, expect="pass", site="US"),
            case(DAY, value=150, verdict="GREAT", good=True, expect="fail", site="US"),
            case(DAY, value=150, verdict="PURPLE", expect="fail", site="DE"),
        ]
    )
    assert finding(150, verdict="GREAT", good=True).agrees is False


def test_a_target_in_the_document_outranks_the_table():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=299, target=POINTS_300, expect="fail", site="US", severity="high", says="300"),
            case(DAY, value=300, target=POINTS_300, expect="pass", site="US"),
            case(DAY, value=150, target=POINTS_150, expect="warn", site="US"),
            *REACHED,
        ]
    )


@pytest.mark.parametrize(
    ("points", "health"),
    [(1000, 1), (400, 1), (325, "0.95"), (250, "0.9"), (225, "0.7"), (200, "0.5"), (100, "0.25"), (0, 0)],
)
def test_the_curve_reaches_zero_at_zero_points(points, health):
    assert finding(points).health == Decimal(health)
