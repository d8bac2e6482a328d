from sellervitals.testing import RuleTester, case
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.item_not_as_described import RULE

DAY = "2026-11-22"
BOOKS, SOON = "Books", "projected Books"
REASONS = {"ARRIVED_DAMAGED": 3, "DEFECTIVE_ITEM": 11, "NOT_AS_DESCRIBED": 0, "WRONG_ITEM": 1}
LARGEST_FIRST = ("DEFECTIVE_ITEM", "ARRIVED_DAMAGED", "WRONG_ITEM")


def test_ebays_rating_is_mirrored_by_category():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            case(DAY, value="LOW", segment=BOOKS, expect="pass"),
            case(DAY, value="AVERAGE", segment=BOOKS, expect="pass"),
            case(DAY, value="HIGH", segment=BOOKS, expect="warn", says="Very High has consequences"),
            case(DAY, value="VERY_HIGH", segment=BOOKS, expect="fail", severity="medium", says="fee"),
            case(DAY, value="Very High", site="PROGRAM_US", segment=BOOKS, expect="fail"),
            case(DAY, value="VERY_HIGH", segment=SOON, expect="warn", says="forecast"),
            case(DAY, value="NOT_APPLICABLE", segment=BOOKS, expect="no_data", says="too few"),
            case(DAY, value="WORST", segment=BOOKS, expect="warn", says="no known word"),
            case(DAY, expect="no_data"),
            # the reasons of buyers choose the first steps
            case(DAY, value="VERY_HIGH", segment=BOOKS, parts=REASONS, expect="fail", causes=LARGEST_FIRST),
            case(DAY, value="LOW", segment=BOOKS, parts=REASONS, expect="pass", causes=()),
        ]
    )
    assert set(RULE.causes) == set(EBAY.by_id["inad_rating"].parts)
