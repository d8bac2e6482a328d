from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.unfulfillable_inventory import RULE

DAY = "2026-11-22"


def test_any_unit_warns_and_none_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=0, expect="pass", site="US"),
            case(DAY, value=1, expect="warn", site="US", severity="low"),
            case(DAY, value=900, expect="warn", site="JP", says="cannot fail"),
            case("2018-07-01", value=1, expect="warn"),
            case("2018-06-30", value=1, expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )
