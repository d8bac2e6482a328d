import pytest

from sellervitals.testing import RuleTester, case
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules.reputation_level import RULE

DAY = "2026-11-22"


def test_every_colour_on_any_site_and_day():
    RuleTester(RULE, marketplace=MERCADOLIBRE).run(
        [
            case(DAY, value="5_green", site="MLA", expect="pass"),
            case(DAY, value="5_green", expect="pass"),
            case(DAY, value="5_green", site="CBT", expect="pass"),
            case("2021-04-15", value="5_green", site="MLA", expect="pass"),
            case(DAY, value="4_light_green", site="MLB", expect="warn", severity="medium", says="benefit"),
            case(DAY, value="3_yellow", site="MLB", expect="fail", severity="medium"),
            case(DAY, value="2_orange", site="MLM", expect="fail", severity="critical"),
            case(DAY, value="1_red", site="MLM", expect="fail", severity="critical"),
            case("2021-04-15", value="1_red", site="MLA", expect="fail", severity="critical"),
            case(DAY, value="1_red", site="MLM", segment="fulfillment", expect="fail"),
            case(DAY, site="MLC", expect="no_data"),
        ]
    )


@pytest.mark.parametrize("word", ["6_blue", "green", "", "not_green", "?"])
def test_a_word_that_nobody_knows_never_passes(word):
    RuleTester(RULE, marketplace=MERCADOLIBRE).run(
        [
            case(DAY, value=word, expect="warn"),
            case(DAY, value="5_green", expect="pass"),
            case(DAY, value="1_red", expect="fail"),
        ]
    )
