from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.late_shipment_rate_ndd import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.BELOW, percent("5"))


def test_the_delivered_target_alone_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=percent("5"), expect="not_applicable"),
            case(DAY, expect="no_data"),
            case(DAY, value=percent("4.99"), target=TARGET, expect="pass"),
            case(DAY, value=percent("5"), target=TARGET, expect="fail", says="the target in the document"),
            case(DAY, value=percent("5.01"), target=TARGET, expect="fail", says="the target in the document"),
            case("2019-01-01", value=percent("5"), target=TARGET, expect="fail"),
            case(
                DAY,
                value=percent("4.99"),
                target=TARGET,
                history=[measurement("late_shipment_rate_ndd", percent("5"))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
