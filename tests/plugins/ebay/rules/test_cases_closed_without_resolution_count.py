from sellervitals.testing import RuleTester, case
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.cases_closed_without_resolution_count import RULE

DAY = "2026-11-22"


def test_up_to_2_cases_never_decide():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            case(DAY, site="PROGRAM_US", value=2, expect="pass"),
            case(DAY, site="PROGRAM_US", value=3, expect="warn", says="at most 2"),
            case(DAY, site="PROGRAM_GLOBAL", value=3, expect="warn"),
            case(DAY, site="PROGRAM_UK", value=3, expect="not_applicable"),
            case("2016-02-19", site="PROGRAM_US", value=3, expect="not_applicable"),
            case(DAY, site="PROGRAM_US", expect="no_data"),
        ]
    )
    assert EBAY.scorecard.weights[RULE.id] == 0
