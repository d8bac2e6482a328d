import pytest

from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case, measurement
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules.mercadolider import RULE

DAY = "2026-11-22"
TESTER = RuleTester(RULE, marketplace=MERCADOLIBRE, worst="warn")


def reported(claims="0", cancellations="0", delays="0", sales=1000, segment=None):
    return [
        measurement("claims_rate", percent(claims), segment=segment),
        measurement("cancellations_rate", percent(cancellations), segment=segment),
        measurement("delayed_handling_rate", percent(delays), segment=segment),
        measurement("sales_completed", sales, segment=segment),
    ]


@pytest.mark.parametrize("site", ["MLA", "MLM"])
def test_a_medal_stays_while_every_rate_is_below_its_gate(site):
    just_below = reported("0.9999", "0.4999", "7.9999")
    TESTER.run(
        [
            case(DAY, value="platinum", site=site, others=just_below, expect="pass", says="says platinum"),
            case(DAY, value="gold", site=site, others=reported("1"), expect="warn", says="below 1 %"),
            case(DAY, value="gold", site=site, others=reported("1.0001"), expect="warn"),
            case(DAY, value="gold", site=site, others=reported("0", "0.5"), expect="warn", says="0.5 %"),
            case(
                DAY, value="gold", site=site, others=reported("0", "0", "8"), expect="warn", says="below 8 %"
            ),
            case(
                DAY, value="gold", site=site, others=reported("2", "2"), expect="warn", says=("claims", "and")
            ),
            case("2023-04-11", value="gold", site=site, others=reported("99"), expect="pass"),
            case("2023-04-12", value="gold", site=site, others=reported("99"), expect="warn"),
        ]
    )


@pytest.mark.parametrize(
    ("site", "medal", "orders"),
    [
        ("MLA", "silver", 60),
        ("MLA", "gold", 180),
        ("MLA", "platinum", 415),
        ("MLM", "silver", 100),
        ("MLM", "gold", 250),
        ("MLM", "platinum", 750),
    ],
)
def test_a_medal_asks_for_orders(site, medal, orders):
    TESTER.run(
        [
            case(
                DAY,
                value=medal,
                site=site,
                others=reported(sales=orders - 1),
                expect="warn",
                says=f"{orders}",
            ),
            case(DAY, value=medal, site=site, others=reported(sales=orders), expect="pass"),
        ]
    )


def test_elsewhere_and_without_figures_the_medal_is_mirrored():
    TESTER.run(
        [
            case(DAY, value="gold", site="MCO", others=reported("99", sales=0), expect="pass"),
            case(DAY, value="silver", others=reported("99"), expect="pass"),
            case(DAY, value="gold", site="MLA", expect="pass"),
            case(DAY, value="diamond", site="MLA", expect="warn", says="no known medal"),
            case(DAY, value="", site="MLA", expect="warn"),
            case(DAY, site="MLA", others=reported("99"), expect="no_data"),
        ]
    )


def test_another_way_of_shipping_breaks_no_gate():
    TESTER.run(
        [
            case(
                DAY,
                value="gold",
                site="MLM",
                segment="remote",
                others=reported("9", segment="remote"),
                expect="warn",
            ),
            case(DAY, value="gold", site="MLM", segment="remote", others=reported("9"), expect="pass"),
        ]
    )
