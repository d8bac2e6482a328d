from decimal import Decimal

from sellervitals import plugin as sdk
from sellervitals.testing import RuleTester, case
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.severe_listing_violations import RULE

DAY = "2026-11-22"
TARGET = sdk.Target(sdk.Comparator.AT_MOST, Decimal(0))


def test_any_severe_violation_over_the_target_is_critical():
    RuleTester(RULE, marketplace=SHOPEE, worst="fail").run(
        [
            case(DAY, value=0, expect="pass"),
            case(DAY, value=1, expect="warn", says="cannot fail"),
            case("2024-11-04", value=1, expect="not_applicable"),
            case(DAY, value=0, target=TARGET, expect="pass"),
            case(
                DAY,
                value=3,
                target=TARGET,
                parts={"prohibited": 1, "counterfeit": 0, "spam": 2},
                expect="fail",
                severity="critical",
                causes=("spam", "prohibited"),
            ),
            case(DAY, expect="no_data"),
        ]
    )
