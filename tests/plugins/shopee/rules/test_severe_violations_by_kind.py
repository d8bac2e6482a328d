from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.severe_violations_by_kind import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_MOST, Decimal(1))


def test_the_example_of_shopee_is_a_suggestion_without_a_target():
    RuleTester(RULE, marketplace=SHOPEE, worst="warn").run(
        [
            case(DAY, value="0", segment="spam", expect="pass"),
            case(DAY, value="1", segment="spam", expect="warn", says="cannot fail"),
            case("2024-11-05", value="1", segment="spam", expect="warn"),
            case("2024-11-04", value="1", segment="spam", expect="not_applicable"),
            case(DAY, segment="spam", expect="no_data"),
        ]
    )


def test_the_delivered_target_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value="0", segment="spam", expect="pass"),
            case(DAY, value="1", segment="spam", target=TARGET, expect="pass"),
            case(DAY, value="0", segment="spam", target=TARGET, expect="pass"),
            case(
                DAY,
                value="2",
                segment="spam",
                target=TARGET,
                expect="fail",
                says="the target in the document",
            ),
            case("2019-01-01", value="2", segment="spam", target=TARGET, expect="fail"),
            case(
                DAY,
                value="1",
                segment="spam",
                target=TARGET,
                history=[measurement("severe_violations_by_kind", Decimal(2), segment="spam")],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
