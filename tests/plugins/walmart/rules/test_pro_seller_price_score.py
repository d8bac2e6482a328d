from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.pro_seller_price_score import RULE

DAY = "2026-11-22"


def test_below_rising_there_is_no_tier_and_below_pro_seller_no_badge():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value="59.9", site="US", expect="fail"),
            case(DAY, value="60", site="US", expect="pass"),
            case(DAY, value="60.1", site="US", expect="pass"),
            case("2024-09-26", value="60", site="US", expect="pass"),
            case("2024-09-25", value="60", site="US", expect="not_applicable"),
            case(DAY, value="60", site="CA", expect="not_applicable"),
            case(DAY, value="60", site="MX", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )
