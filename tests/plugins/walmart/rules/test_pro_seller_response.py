from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.pro_seller_response import RULE

DAY = "2026-11-22"


def test_below_rising_there_is_no_tier_and_below_pro_seller_no_badge():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value=percent("89.9999"), site="US", expect="fail"),
            case(DAY, value=percent("90"), site="US", expect="warn"),
            case(DAY, value=percent("90.0001"), site="US", expect="warn"),
            case(DAY, value=percent("94.9999"), site="US", expect="warn"),
            case(DAY, value=percent("95"), site="US", expect="pass"),
            case(DAY, value=percent("95.0001"), site="US", expect="pass"),
            case("2024-09-26", value=percent("90"), site="US", expect="warn"),
            case("2024-09-25", value=percent("90"), site="US", expect="not_applicable"),
            case(DAY, value=percent("90"), site="CA", expect="not_applicable"),
            case(DAY, value=percent("90"), site="MX", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )
