from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sfp_on_time_delivery import RULE

DAY = "2026-11-22"


def test_each_store_and_day_has_its_line(around, silent_elsewhere):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *around("2021-01-01", "97", "at_least", site="US"),
            *around("2022-12-31", "97", "at_least", site="US"),
            *around("2023-01-01", "97", "at_least", site="US", bad="warn"),
            *around("2023-12-31", "97", "at_least", site="US", bad="warn"),
            *around("2024-01-01", "93.5", "at_least", site="US"),
            *around(DAY, "93.5", "at_least", site="US"),
            *(trial for site in ("UK", "DE", "ES") for trial in around(DAY, "97", "at_least", site=site)),
            *(
                trial
                for site in ("UK", "DE", "ES")
                for trial in around("2021-01-01", "97", "at_least", site=site)
            ),
            *around("2021-01-01", "96", "at_least", site="JP"),
            *around(DAY, "96", "at_least", site="JP"),
            *silent_elsewhere("US", "UK", "DE", "ES", "JP"),
            *(
                case("2020-12-31", value=percent("50"), site=site, expect="not_applicable")
                for site in ("US", "UK", "DE", "ES", "JP")
            ),
            case(
                DAY, value=percent("90"), site="US", expect="fail", severity="medium", says="at least 93.5 %"
            ),
            case("2023-06-01", value=percent("90"), site="US", expect="warn", says="disputed"),
            case(DAY, numerator=187, denominator=200, site="US", expect="pass"),
            case(
                DAY, numerator=186, denominator=200, site="US", expect="fail", says="186 of 200 Prime orders"
            ),
            case(DAY, numerator=0, denominator=0, site="US", expect="no_data"),
            case(DAY, site="US", expect="no_data"),
            case(DAY, site="JP", expect="no_data"),
            case("2020-12-31", site="US", expect="not_applicable"),
        ]
    )
