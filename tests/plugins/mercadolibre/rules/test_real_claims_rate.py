from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules.real_claims_rate import RULE

GREEN = {"MLA MLM": "1.5", "MLB": "2", "MLC MCO MLU": "3.5"}
REMOTE = {"MLA": "1.5", "MLB": "3", "MLM": "2", "MLC MCO": "4", "MLU": "3.5"}


def test_what_a_protection_leaves_out_warns_beyond_green_and_never_fails(forecasts):
    RuleTester(RULE, marketplace=MERCADOLIBRE).run(
        [
            *forecasts(GREEN),
            *forecasts(REMOTE, "remote"),
            *forecasts(REMOTE, "fulfillment"),
            case("2026-11-22", value=percent("99"), expect="not_applicable"),
            case("2026-11-22", numerator=24, site="MLA", expect="no_data"),
        ]
    )
