from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.preparation_time import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.BELOW, Decimal("1.5"))


def test_the_example_of_shopee_is_a_suggestion_without_a_target():
    RuleTester(RULE, marketplace=SHOPEE, worst="warn").run(
        [
            case(DAY, value="1.99", expect="pass"),
            case(DAY, value="2", expect="warn", says="cannot fail"),
            case(DAY, value="2.01", expect="warn", says="cannot fail"),
            case("2024-11-05", value="2", expect="warn"),
            case("2024-11-04", value="2", expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def test_the_delivered_target_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value="1.99", expect="pass"),
            case(DAY, value="1.49", target=TARGET, expect="pass"),
            case(DAY, value="1.5", target=TARGET, expect="fail", says="the target in the document"),
            case(DAY, value="1.51", target=TARGET, expect="fail", says="the target in the document"),
            case("2019-01-01", value="1.5", target=TARGET, expect="fail"),
            case(
                DAY,
                value="1.49",
                target=TARGET,
                history=[measurement("preparation_time", Decimal("1.5"))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
