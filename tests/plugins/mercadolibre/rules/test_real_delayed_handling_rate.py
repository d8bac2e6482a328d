from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules.real_delayed_handling_rate import RULE

GREEN = {"MLA MLM": "10", "MLB": "10", "MLC MCO MLU": "12"}
REMOTE = {"MLA": "10", "MLB MLM MLC MCO": "15", "MLU": "12"}


def test_what_a_protection_leaves_out_warns_beyond_green_and_never_fails(forecasts):
    RuleTester(RULE, marketplace=MERCADOLIBRE).run(
        [
            *forecasts(GREEN),
            *forecasts(REMOTE, "remote"),
            *forecasts(GREEN, "fulfillment"),
            case("2026-11-22", value=percent("99"), expect="not_applicable"),
            case("2026-11-22", numerator=24, site="MLA", expect="no_data"),
        ]
    )
