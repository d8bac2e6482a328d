import pytest

from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.in_stock_rate import RULE

DAY = "2026-11-22"


def test_below_nine_tenths_warns():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("100"), expect="pass", site="US"),
            case(DAY, value=percent("90"), expect="pass", site="US"),
            case(DAY, value=percent("90.1"), expect="pass", site="US"),
            case(DAY, value=percent("89.9"), expect="warn", site="US", severity="low"),
            case(DAY, value=percent("0"), expect="warn", site="JP", says="cannot fail"),
            case("2018-07-01", value=percent("1"), expect="warn", site="US"),
            case("2018-06-30", value=percent("1"), expect="not_applicable", site="US"),
            case(DAY, expect="no_data", site="US"),
        ]
    )


@pytest.mark.parametrize("site", ["CA", "IN", None])
def test_canada_and_india_have_no_such_factor(site):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("50"), expect="not_applicable", site=site),
            case(DAY, expect="not_applicable", site=site),
            case(DAY, value=percent("50"), expect="warn", site="US"),
            case(DAY, value=percent("95"), expect="pass", site="US"),
        ]
    )
