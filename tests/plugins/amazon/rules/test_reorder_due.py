from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.reorder_due import RULE


def test_any_such_sku_warns_and_none_can_fail():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2026-11-22", value=0, expect="pass", site="US"),
            case("2026-11-22", value=1, expect="warn", site="US", says="at most 0", severity="low"),
            case("2026-11-22", value=5_000, expect="warn", says="cannot fail"),
            case("2018-07-01", value=1, expect="warn"),
            case("2018-06-30", value=1, expect="not_applicable"),
            case("2026-11-22", expect="no_data"),
        ]
    )
    assert RULE.programme == "FBA"
