from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.ndd_listing_rate import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_LEAST, percent("30"), sdk.Trust.SUGGESTED)


def test_the_delivered_target_can_only_warn():
    RuleTester(RULE, marketplace=SHOPEE, worst="warn").run(
        [
            case(DAY, value=percent("30"), expect="not_applicable"),
            case(DAY, expect="no_data"),
            case(DAY, value=percent("30"), target=TARGET, expect="pass"),
            case(DAY, value=percent("30.01"), target=TARGET, expect="pass"),
            case(
                DAY, value=percent("29.99"), target=TARGET, expect="warn", says="the target in the document"
            ),
            case("2019-01-01", value=percent("29.99"), target=TARGET, expect="warn"),
            case(
                DAY,
                value=percent("30"),
                target=TARGET,
                history=[measurement("ndd_listing_rate", percent("29.99"))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
