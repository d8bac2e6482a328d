from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.excess_inventory import RULE

DAY = "2026-11-22"


def test_any_unit_that_amazon_calls_excess_warns_and_none_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("0"), expect="pass", site="US"),
            case(DAY, numerator=0, denominator=756, expect="pass", site="US"),
            case(DAY, numerator=1, denominator=100_000, expect="warn", site="DE", severity="low"),
            case(DAY, numerator=95, denominator=756, expect="warn", says="95 of 756 available units"),
            case(DAY, value=percent("100"), expect="warn", says="cannot fail an account"),
            case("2018-07-01", value=percent("1"), expect="warn", site="US"),
            case("2018-06-30", value=percent("1"), expect="not_applicable", site="US"),
            case(DAY, numerator=0, denominator=0, expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )
