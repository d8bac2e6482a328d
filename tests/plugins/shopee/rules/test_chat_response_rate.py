from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.chat_response_rate import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_LEAST, percent("85"))


def test_the_example_of_shopee_is_a_suggestion_without_a_target():
    RuleTester(RULE, marketplace=SHOPEE, worst="warn").run(
        [
            case(DAY, value=percent("70"), expect="pass"),
            case(DAY, value=percent("70.01"), expect="pass"),
            case(DAY, value=percent("69.99"), expect="warn", says="cannot fail"),
            case("2024-11-05", value=percent("69.99"), expect="warn"),
            case("2024-11-04", value=percent("69.99"), expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def test_the_delivered_target_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=percent("70"), expect="pass"),
            case(DAY, value=percent("85"), target=TARGET, expect="pass"),
            case(DAY, value=percent("85.01"), target=TARGET, expect="pass"),
            case(
                DAY, value=percent("84.99"), target=TARGET, expect="fail", says="the target in the document"
            ),
            case("2019-01-01", value=percent("84.99"), target=TARGET, expect="fail"),
            case(
                DAY,
                value=percent("85"),
                target=TARGET,
                history=[measurement("chat_response_rate", percent("84.99"))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
