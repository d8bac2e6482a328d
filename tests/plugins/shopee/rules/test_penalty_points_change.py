from decimal import Decimal

from sellervitals.testing import RuleTester, case
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.penalty_points_change import RULE

DAY = "2026-11-22"
TAKEN_BACK = Decimal(-3)


def test_points_of_one_event_fail_where_they_are_enough_for_a_tier():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=TAKEN_BACK, expect="pass"),
            case(DAY, value=0, expect="pass"),
            case(DAY, value=1, expect="warn"),
            case(DAY, value=2, expect="warn"),
            case(DAY, value=3, expect="fail", severity="high"),
            case("2019-01-22", value=3, expect="not_applicable"),
            case("2025-04-06", value=3, site="MY", expect="fail"),
            case("2025-04-07", value=3, site="MY", expect="warn", says="disputed"),
            case(DAY, expect="no_data"),
        ]
    )
