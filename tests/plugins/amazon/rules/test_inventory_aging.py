from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.inventory_aging import RULE

DAY = "2026-11-22"


def test_units_near_a_line_only_ever_warn():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=0, expect="pass", site="US"),
            case(DAY, value=1, expect="warn", site="US", severity="low", says="suggested"),
            case(DAY, value=100_000, expect="warn", site="US", says="cannot fail"),
            case("2023-04-15", value=1, expect="warn", site="US"),
            case("2023-04-14", value=1, expect="not_applicable", site="US"),
            case(DAY, value=1, expect="not_applicable", site="UK"),
            case(DAY, expect="no_data", site="US"),
        ]
    )
