from sellervitals.testing import RuleTester, case
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.sales import RULE

DAY = "2026-11-22"


def test_top_rated_asks_for_so_much_and_nobody_fails_with_less():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            case(DAY, site="PROGRAM_US", value="1000.01", expect="pass"),
            case(DAY, site="PROGRAM_US", value="1000", expect="pass"),
            case(DAY, site="PROGRAM_US", value="999.99", expect="warn", says="cannot fail"),
            case(DAY, site="PROGRAM_US", value="999.99", segment="projected", expect="warn", says="forecast"),
            case(DAY, site="PROGRAM_US", verdict="TOP_RATED", good=True, expect="pass", says="Top Rated"),
            case(DAY, site="PROGRAM_GLOBAL", value="999.99", verdict="ABOVE_STANDARD", expect="warn"),
            case(DAY, site="PROGRAM_GLOBAL", value="999.99", expect="not_applicable"),
            case("2016-02-19", site="PROGRAM_US", value="999.99", expect="not_applicable"),
            case(DAY, site="PROGRAM_US", expect="no_data"),
        ]
    )
    assert RULE.severity == "low"
