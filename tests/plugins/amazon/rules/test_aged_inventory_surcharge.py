from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.aged_inventory_surcharge import RULE

DAY = "2026-11-22"


def test_every_unit_is_charged_in_the_united_states_since_april_2023():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, value=0, expect="pass", site="US"),
            case(DAY, value=1, expect="fail", site="US", severity="medium", says="at most 0"),
            case(DAY, value=216, expect="fail", site="US"),
            case("2023-04-15", value=1, expect="fail", site="US"),
            case("2023-04-14", value=1, expect="not_applicable", site="US"),
            case(DAY, value=1, expect="not_applicable", site="DE"),
            case(DAY, value=1, expect="not_applicable"),
            case(DAY, expect="no_data", site="US"),
        ]
    )
