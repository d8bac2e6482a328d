from decimal import Decimal

from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sell_through import RULE

DAY = "2026-11-22"


def test_stock_for_more_than_90_days_warns():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=percent("150"), expect="pass", site="US"),
            case(DAY, value=percent("100.1"), expect="pass", site="US"),
            case(DAY, value=percent("100"), expect="pass", site="US"),
            case(DAY, value=percent("99.9"), expect="warn", site="US", severity="low"),
            case(DAY, numerator=1648, denominator=2250, expect="warn", says="units on hand"),
            case(DAY, numerator=90, denominator=30, expect="pass", site="DE"),
            case(DAY, value=percent("0"), expect="warn", says="cannot fail"),
            case("2018-07-01", value=percent("1"), expect="warn", site="US"),
            case("2018-06-30", value=percent("1"), expect="not_applicable", site="US"),
            case(DAY, expect="no_data"),
        ]
    )


def test_full_health_is_60_days_of_sales_on_hand():
    assert RULE.ideal == Decimal(90) / 60
