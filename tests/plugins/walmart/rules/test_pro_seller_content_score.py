from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.pro_seller_content_score import RULE

DAY = "2026-11-22"


def test_below_rising_there_is_no_tier_and_below_pro_seller_no_badge():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value="64.9", site="US", expect="fail"),
            case(DAY, value="65", site="US", expect="warn"),
            case(DAY, value="65.1", site="US", expect="warn"),
            case(DAY, value="74.9", site="US", expect="warn"),
            case(DAY, value="75", site="US", expect="pass"),
            case(DAY, value="75.1", site="US", expect="pass"),
            case("2024-09-26", value="65", site="US", expect="warn"),
            case("2024-09-25", value="65", site="US", expect="not_applicable"),
            case(DAY, value="65", site="CA", expect="not_applicable"),
            case(DAY, value="65", site="MX", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )
