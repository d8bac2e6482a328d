from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sfp_buy_shipping import RULE

DAY = "2026-11-22"
EUROPE = ("UK", "DE", "ES")


def test_each_store_and_day_has_its_line(around, silent_elsewhere):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *around("2021-01-01", "99", "at_least", site="US"),
            *around("2022-12-31", "99", "at_least", site="US"),
            *around("2023-01-01", "99", "at_least", site="US", bad="warn"),
            *around("2023-12-31", "99", "at_least", site="US", bad="warn"),
            *(trial for site in EUROPE for trial in around(DAY, "98", "at_least", site=site)),
            *(trial for site in EUROPE for trial in around("2021-01-01", "98", "at_least", site=site)),
            *silent_elsewhere(*EUROPE),
            *(
                case(day, value=percent("50"), site="US", expect="not_applicable")
                for day in ("2020-12-31", "2024-01-01")
            ),
            *(case("2020-12-31", value=percent("50"), site=site, expect="not_applicable") for site in EUROPE),
            case(DAY, value=percent("90"), site="UK", expect="fail", severity="medium", says="at least 98 %"),
            case(DAY, numerator=49, denominator=50, site="UK", expect="pass"),
            case(DAY, numerator=48, denominator=49, site="UK", expect="fail"),
            case(DAY, numerator=0, denominator=0, site="UK", expect="no_data"),
            case(DAY, site="UK", expect="no_data"),
        ]
    )
