from sellervitals.testing import RuleTester, case
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules.sales_completed import RULE

DAY = "2026-11-22"


def test_ten_sales_bring_the_first_colour_by_a_page_that_cannot_fail_anybody():
    RuleTester(RULE, marketplace=MERCADOLIBRE).run(
        [
            case(DAY, value=0, site="MLC", expect="warn", severity="low"),
            case(DAY, value=9, site="MLC", expect="warn", says=("9", "at least 10")),
            case(DAY, value=10, site="MLC", expect="pass"),
            case(DAY, value=11, expect="pass"),
            case("2023-02-23", value=9, site="MLC", expect="warn"),
            case("2023-02-22", value=9, site="MLC", expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )
