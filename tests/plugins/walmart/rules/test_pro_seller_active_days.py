from sellervitals.testing import RuleTester, case
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.pro_seller_active_days import RULE

DAY = "2026-11-22"


def test_canada_asks_for_90_days_and_nobody_knows_of_the_us():
    RuleTester(RULE, marketplace=WALMART).run(
        [
            case(DAY, value=90, site="CA", expect="pass"),
            case(DAY, value=91, site="CA", expect="pass"),
            case(DAY, value=89, site="CA", expect="fail", severity="low"),
            case("2024-10-01", value=90, site="CA", expect="pass"),
            case("2024-09-30", value=90, site="CA", expect="not_applicable"),
            case(DAY, value=1, site="US", expect="not_applicable"),
            case(DAY, value=1000, site="US", expect="not_applicable"),
            case(DAY, site="CA", expect="no_data"),
        ]
    )
