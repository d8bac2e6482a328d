from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.cancellation_rate import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.BELOW, percent("3"))


def test_the_example_of_shopee_is_a_suggestion_without_a_target():
    RuleTester(RULE, marketplace=SHOPEE, worst="warn").run(
        [
            case(DAY, value=percent("4.99"), expect="pass"),
            case(DAY, value=percent("5"), expect="warn", says="cannot fail"),
            case(DAY, value=percent("5.01"), expect="warn", says="cannot fail"),
            case("2024-11-05", value=percent("5"), expect="warn"),
            case("2024-11-04", value=percent("5"), expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def test_the_delivered_target_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=percent("4.99"), expect="pass"),
            case(DAY, value=percent("2.99"), target=TARGET, expect="pass"),
            case(DAY, value=percent("3"), target=TARGET, expect="fail", says="the target in the document"),
            case(DAY, value=percent("3.01"), target=TARGET, expect="fail", says="the target in the document"),
            case("2019-01-01", value=percent("3"), target=TARGET, expect="fail"),
            case(
                DAY,
                value=percent("2.99"),
                target=TARGET,
                history=[measurement("cancellation_rate", percent("3"))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
