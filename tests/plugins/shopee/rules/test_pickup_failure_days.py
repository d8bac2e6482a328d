from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.pickup_failure_days import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_MOST, Decimal(0))


def test_the_delivered_target_alone_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value="0", expect="not_applicable"),
            case(DAY, expect="no_data"),
            case(DAY, value="0", target=TARGET, expect="pass"),
            case(DAY, value="1", target=TARGET, expect="fail", says="the target in the document"),
            case("2019-01-01", value="1", target=TARGET, expect="fail"),
            case(
                DAY,
                value="0",
                target=TARGET,
                history=[measurement("pickup_failure_days", Decimal(1))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
