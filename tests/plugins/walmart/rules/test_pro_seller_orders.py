from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.pro_seller_orders import RULE

DAY = "2026-11-22"


def test_below_rising_there_is_no_tier_and_below_pro_seller_no_badge():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value="99", site="US", expect="fail"),
            case(DAY, value="100", site="US", expect="fail"),
            case(DAY, value="101", site="US", expect="pass"),
            case("2024-09-26", value="100", site="US", expect="fail"),
            case("2024-09-25", value="100", site="US", expect="not_applicable"),
            case(DAY, value="100", site="CA", expect="not_applicable"),
            case(DAY, value="100", site="MX", expect="not_applicable"),
            case(DAY, site="US", expect="no_data"),
        ]
    )
