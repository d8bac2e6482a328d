from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules.claims_rate import RULE

DAY = "2026-11-22"
LINES = {
    "MLA MLM": ("1", "1.5", "3", "6"),
    "MLB": ("1", "2", "4.5", "8"),
    "MLC MCO MLU": ("2.5", "3.5", "5.5", "7"),
}
REMOTE = {"MLA": "1.5", "MLB": "3", "MLM": "2", "MLC": "4", "MCO": "4", "MLU": "3.5"}
FULFILLMENT = REMOTE


def test_each_line_of_each_site(by_colour, across_borders):
    RuleTester(RULE, marketplace=MERCADOLIBRE).run(
        [
            *by_colour(LINES),
            *across_borders("remote", REMOTE),
            *across_borders("fulfillment", FULFILLMENT),
            case(DAY, value=percent("99"), expect="not_applicable"),
            case(DAY, value=percent("99"), site="CBT", expect="not_applicable"),
            case(DAY, site="MLA", expect="no_data"),
        ]
    )


def test_the_delivered_rate_decides_and_no_count_makes_one():
    RuleTester(RULE, marketplace=MERCADOLIBRE).run(
        [
            case(DAY, value=percent("0"), numerator=2, site="MLA", expect="pass"),
            case(DAY, value=percent("99"), numerator=0, site="MLA", expect="fail"),
            case(DAY, numerator=7, site="MLA", expect="no_data"),
            *(
                case(DAY, value=percent("0"), site=site, segment=segment, expect="pass")
                for site in REMOTE
                for segment in ("remote", "fulfillment")
            ),
            *(
                case(DAY, value=percent("0"), site=site, expect="pass")
                for site in ("MLB", "MLM", "MLC", "MCO", "MLU")
            ),
        ]
    )
