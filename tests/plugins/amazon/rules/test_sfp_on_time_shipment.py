from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sfp_on_time_shipment import RULE

DAY = "2026-11-22"
EUROPE = ("UK", "DE", "ES")


def test_each_store_and_day_has_its_line(around, silent_elsewhere):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *around("2021-01-01", "99", "at_least", site="US"),
            *around("2022-12-31", "99", "at_least", site="US"),
            *around("2023-01-01", "99", "at_least", site="US", bad="warn"),
            *around("2023-12-31", "99", "at_least", site="US", bad="warn"),
            *(trial for site in EUROPE for trial in around(DAY, "99", "at_least", site=site)),
            *(trial for site in EUROPE for trial in around("2021-01-01", "99", "at_least", site=site)),
            *silent_elsewhere(*EUROPE),
            *(
                case(day, value=percent("50"), site="US", expect="not_applicable")
                for day in ("2020-12-31", "2024-01-01")
            ),
            *(case("2020-12-31", value=percent("50"), site=site, expect="not_applicable") for site in EUROPE),
            case(DAY, value=percent("90"), site="DE", expect="fail", severity="medium", says="at least 99 %"),
            case(DAY, numerator=99, denominator=100, site="DE", expect="pass"),
            case(DAY, numerator=98, denominator=99, site="DE", expect="fail"),
            case(DAY, numerator=0, denominator=0, site="DE", expect="no_data"),
            case(DAY, site="DE", expect="no_data"),
        ]
    )
