from sellervitals.testing import RuleTester, case
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.transaction_defect_count import RULE

DAY = "2026-11-22"


def test_up_to_4_defects_never_decide():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            case(DAY, site="PROGRAM_US", value=4, expect="pass"),
            case(DAY, site="PROGRAM_US", value=5, expect="warn", says="at most 4"),
            case(DAY, site="PROGRAM_US", value=5, verdict="ABOVE_STANDARD", good=True, expect="warn"),
            case(DAY, site="PROGRAM_GLOBAL", value=5, expect="warn"),
            case(DAY, site="PROGRAM_US", value=5, segment="projected", expect="warn", says="forecast"),
            case(DAY, site="PROGRAM_DE", value=5, expect="not_applicable"),
            case(DAY, site="PROGRAM_DE", value=5, verdict="TOP_RATED", good=True, expect="pass"),
            case("2016-02-19", site="PROGRAM_US", value=5, expect="not_applicable"),
            case(DAY, site="PROGRAM_US", expect="no_data"),
        ]
    )
    assert EBAY.scorecard.weights[RULE.id] == 0
