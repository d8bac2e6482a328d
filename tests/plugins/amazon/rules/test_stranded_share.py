from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.stranded_share import RULE


def test_any_share_above_none_warns_and_none_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2026-11-22", value=percent("0"), expect="pass", site="US"),
            case("2026-11-22", value=percent("0.0001"), expect="warn", site="US"),
            case("2026-11-22", value=percent("100"), expect="warn", says="cannot fail"),
            case("2026-11-22", numerator=0, denominator=500, expect="pass"),
            case("2026-11-22", numerator=1, denominator=500, expect="warn", says="1 of 500 available"),
            case("2026-11-22", numerator=0, denominator=0, expect="no_data"),
            case("2018-07-01", value=percent("1"), expect="warn"),
            case("2018-06-30", value=percent("1"), expect="not_applicable"),
            case("2026-11-22", expect="no_data"),
        ]
    )
