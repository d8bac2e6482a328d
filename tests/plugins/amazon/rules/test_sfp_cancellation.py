from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sfp_cancellation import RULE

DAY = "2026-11-22"
HALF = ("US", "UK", "DE", "ES")


def test_each_store_and_day_has_its_line(around, silent_elsewhere):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *(trial for site in HALF for trial in around(DAY, "0.5", "at_most", site=site)),
            *(trial for site in HALF for trial in around("2021-01-01", "0.5", "at_most", site=site)),
            *around("2023-06-01", "0.5", "at_most", site="US"),
            *around(DAY, "1", "at_most", site="JP"),
            *around("2021-01-01", "1", "at_most", site="JP"),
            *silent_elsewhere(*HALF, "JP"),
            *(
                case("2020-12-31", value=percent("50"), site=site, expect="not_applicable")
                for site in (*HALF, "JP")
            ),
            case(DAY, value=percent("3"), site="US", expect="fail", severity="medium", says="at most 0.5 %"),
            case(DAY, numerator=0, denominator=0, site="US", expect="no_data"),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_200_orders_bear_one_cancellation():
    assert RULE.minimum_sample == 200
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, numerator=1, denominator=200, site="US", expect="pass"),
            case(DAY, numerator=1, denominator=199, site="US", expect="fail"),
            case(DAY, numerator=1, denominator=200, site="DE", expect="pass"),
            case(DAY, numerator=1, denominator=100, site="JP", expect="pass"),
            case(DAY, numerator=1, denominator=99, site="JP", expect="fail"),
        ]
    )
