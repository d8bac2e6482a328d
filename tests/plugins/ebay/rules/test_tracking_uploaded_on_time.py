from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.tracking_uploaded_on_time import RULE

DAY = "2026-11-22"


def test_at_least_95_percent_for_top_rated_and_for_nothing_else():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            case(DAY, site="PROGRAM_US", value=percent("95.0001"), expect="pass"),
            case(DAY, site="PROGRAM_US", value=percent("95"), expect="pass"),
            case(DAY, site="PROGRAM_US", value=percent("94.9999"), expect="warn", says="cannot fail"),
            case(DAY, site="PROGRAM_US", numerator=141, denominator=158, expect="warn"),
            case(DAY, site="PROGRAM_US", value=percent("0"), expect="warn"),
            case(DAY, site="PROGRAM_US", value=percent("90"), segment="projected", expect="warn"),
            case(DAY, site="PROGRAM_UK", value=percent("90"), expect="not_applicable"),
            case("2016-02-19", site="PROGRAM_US", value=percent("90"), expect="not_applicable"),
            case(DAY, site="PROGRAM_US", expect="no_data"),
        ]
    )
