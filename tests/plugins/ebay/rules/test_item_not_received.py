from sellervitals.testing import RuleTester, case
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.item_not_received import RULE

DAY = "2026-11-22"


def test_ebays_rating_is_mirrored_by_region():
    RuleTester(RULE, marketplace=EBAY).run(
        [
            case(DAY, value="LOW", segment="Domestic", expect="pass"),
            case(DAY, value="AVERAGE", segment="Domestic", expect="pass"),
            case(DAY, value="HIGH", segment="Domestic", expect="warn"),
            case(
                DAY, value="VERY_HIGH", segment="Domestic", expect="fail", severity="medium", says="estimates"
            ),
            case(DAY, value="VERY_HIGH", segment="projected Domestic", expect="warn", says="forecast"),
            case(DAY, value="NOT_APPLICABLE", segment="Domestic", expect="no_data"),
            case(DAY, expect="no_data"),
        ]
    )
