from sellervitals.testing import RuleTester, case
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules.listings_with_issues import RULE

DAY = "2026-11-22"


def test_any_of_them_warns_and_none_fails_for_no_line_is_published():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=0, expect="pass"),
            case(DAY, value=1, expect="warn", severity="medium", says="cannot fail"),
            case("2019-01-01", value=19, expect="warn"),
            case("2018-12-31", value=1, expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def test_the_reason_brings_its_steps_first():
    RuleTester(RULE, marketplace=SHOPEE).run(
        [
            case(DAY, value=0, expect="pass"),
            case(
                DAY,
                value=4,
                parts={"counterfeit": 1, "prohibited": 2, "mall_improvement": 1},
                expect="warn",
                causes=("prohibited", "counterfeit"),
            ),
        ]
    )
