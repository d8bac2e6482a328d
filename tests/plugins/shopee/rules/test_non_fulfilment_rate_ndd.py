from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.non_fulfilment_rate_ndd import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.BELOW, percent("5"))


def test_the_delivered_target_alone_decides():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=percent("99"), expect="not_applicable"),
            case(DAY, value=percent("4.99"), target=TARGET, expect="pass"),
            case(DAY, value=percent("5"), target=TARGET, expect="fail", severity="medium"),
            case(DAY, value=percent("5.01"), target=TARGET, expect="fail"),
            case(DAY, expect="no_data"),
        ]
    )


def test_its_parts_are_its_causes(judge_all):
    rate = measurement(
        "non_fulfilment_rate_ndd",
        percent("6"),
        target=TARGET,
        shares={"cancellation_rate_ndd": percent("6"), "return_refund_rate_ndd": percent("0")},
    )
    (found,) = (each for each in judge_all([rate]).findings if each.rule is RULE)
    assert found.causes == ("cancellation_rate_ndd",)
    assert found.steps[0].id == "list-cancelled"
