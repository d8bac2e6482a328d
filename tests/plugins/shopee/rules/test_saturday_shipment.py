from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.saturday_shipment import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_LEAST, percent("60"))


def test_the_delivered_target_alone_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=percent("60"), expect="not_applicable"),
            case(DAY, expect="no_data"),
            case(DAY, value=percent("60"), target=TARGET, expect="pass"),
            case(DAY, value=percent("60.01"), target=TARGET, expect="pass"),
            case(
                DAY, value=percent("59.99"), target=TARGET, expect="fail", says="the target in the document"
            ),
            case("2019-01-01", value=percent("59.99"), target=TARGET, expect="fail"),
            case(
                DAY,
                value=percent("60"),
                target=TARGET,
                history=[measurement("saturday_shipment", percent("59.99"))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
