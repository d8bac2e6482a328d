from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.channel_fast_handover_rate import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_LEAST, percent("80"))


def test_the_delivered_target_alone_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=percent("80"), segment="sls", expect="not_applicable"),
            case(DAY, segment="sls", expect="no_data"),
            case(DAY, value=percent("80"), segment="sls", target=TARGET, expect="pass"),
            case(DAY, value=percent("80.01"), segment="sls", target=TARGET, expect="pass"),
            case(
                DAY,
                value=percent("79.99"),
                segment="sls",
                target=TARGET,
                expect="fail",
                says="the target in the document",
            ),
            case("2019-01-01", value=percent("79.99"), segment="sls", target=TARGET, expect="fail"),
            case(
                DAY,
                value=percent("80"),
                segment="sls",
                target=TARGET,
                history=[measurement("channel_fast_handover_rate", percent("79.99"), segment="sls")],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
