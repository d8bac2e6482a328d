from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.pro_seller_cancellation import RULE

DAY = "2026-11-22"


def test_below_rising_there_is_no_tier_and_below_pro_seller_no_badge():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value=percent("2.4999"), site="US", expect="warn"),
            case(DAY, value=percent("2.5"), site="US", expect="warn"),
            case(DAY, value=percent("2.5001"), site="US", expect="fail"),
            case(DAY, value=percent("1.4999"), site="US", expect="pass"),
            case(DAY, value=percent("1.5"), site="US", expect="pass"),
            case(DAY, value=percent("1.5001"), site="US", expect="warn"),
            case("2024-09-26", value=percent("2.5"), site="US", expect="warn"),
            case("2024-09-25", value=percent("2.5"), site="US", expect="not_applicable"),
            case(DAY, value=percent("2.5"), site="CA", expect="not_applicable"),
            case(DAY, value=percent("2.5"), site="MX", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )
