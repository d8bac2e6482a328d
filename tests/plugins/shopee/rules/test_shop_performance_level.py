from sellervitals.testing import RuleTester, case
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.shop_performance_level import RULE

DAY = "2026-11-22"


def test_the_rating_is_judged_by_its_own_word():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value="Excellent", expect="pass"),
            case(DAY, value="Good", expect="pass"),
            case(DAY, value="ImprovementNeeded", expect="warn", severity="medium"),
            case(DAY, value="Poor", expect="fail", severity="high"),
            case(DAY, value="Rating 5", expect="warn", says="no known word"),
            case(DAY, expect="no_data"),
        ]
    )
