from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.on_time_delivery_rate_logistics import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_LEAST, percent("90"))


def test_the_delivered_target_alone_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=percent("90"), expect="not_applicable"),
            case(DAY, expect="no_data"),
            case(DAY, value=percent("90"), target=TARGET, expect="pass"),
            case(DAY, value=percent("90.01"), target=TARGET, expect="pass"),
            case(
                DAY, value=percent("89.99"), target=TARGET, expect="fail", says="the target in the document"
            ),
            case("2019-01-01", value=percent("89.99"), target=TARGET, expect="fail"),
            case(
                DAY,
                value=percent("90"),
                target=TARGET,
                history=[measurement("on_time_delivery_rate_logistics", percent("89.99"))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
