from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.premium_valid_tracking import RULE

DAY = "2026-11-22"


def test_each_store_and_day_has_its_line(around, silent_elsewhere):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *around("2016-01-01", "94", "at_least", site="UK"),
            *around("2016-12-31", "94", "at_least", site="UK"),
            *around("2025-07-31", "100", "at_least", site="UK"),
            *around(DAY, "100", "at_least", site="UK"),
            *around("2021-01-01", "94", "at_least", site="JP"),
            *around(DAY, "94", "at_least", site="JP"),
            *silent_elsewhere("UK", "JP"),
            *(
                case(day, value=percent("50"), site=site, expect="not_applicable")
                for site, day in (
                    ("UK", "2015-12-31"),
                    ("UK", "2017-01-01"),
                    ("UK", "2025-07-30"),
                    ("JP", "2020-12-31"),
                )
            ),
            case(
                DAY, value=percent("90"), site="UK", expect="fail", severity="medium", says="at least 100 %"
            ),
            case(DAY, numerator=100, denominator=100, site="UK", expect="pass"),
            case(DAY, numerator=99999, denominator=100000, site="UK", expect="fail"),
            case(DAY, numerator=0, denominator=0, site="UK", expect="no_data"),
            case(DAY, site="UK", expect="no_data"),
        ]
    )
