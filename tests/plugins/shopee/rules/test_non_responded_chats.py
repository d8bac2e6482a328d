from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.non_responded_chats import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.BELOW, Decimal(10))


def test_the_delivered_target_alone_decides():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value="10", expect="not_applicable"),
            case(DAY, expect="no_data"),
            case(DAY, value="9", target=TARGET, expect="pass"),
            case(DAY, value="10", target=TARGET, expect="fail", says="the target in the document"),
            case(DAY, value="11", target=TARGET, expect="fail", says="the target in the document"),
            case("2019-01-01", value="10", target=TARGET, expect="fail"),
            case(
                DAY,
                value="9",
                target=TARGET,
                history=[measurement("non_responded_chats", Decimal(10))],
                expect="pass",
                says="in the last period",
            ),
        ]
    )
