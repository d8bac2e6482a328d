from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.sfp_valid_tracking import RULE

DAY = "2026-11-22"


def test_each_store_and_day_has_its_line(around, silent_elsewhere):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *around("2024-01-01", "99", "at_least", site="US"),
            *around(DAY, "99", "at_least", site="US"),
            *around("2021-01-01", "94", "at_least", site="JP"),
            *around(DAY, "94", "at_least", site="JP"),
            *silent_elsewhere("US", "JP"),
            case("2023-12-31", value=percent("50"), site="US", expect="not_applicable"),
            case("2020-12-31", value=percent("50"), site="JP", expect="not_applicable"),
            case(DAY, value=percent("98"), site="US", expect="fail", severity="medium", says="at least 99 %"),
            case(DAY, site="US", expect="no_data"),
        ]
    )


def test_row_8_100_packages_bear_one_without_tracking():
    assert RULE.minimum_sample == 100
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, numerator=99, denominator=100, site="US", expect="pass"),
            case(DAY, numerator=98, denominator=99, site="US", expect="fail"),
            case(DAY, numerator=0, denominator=0, site="US", expect="no_data"),
            case(DAY, value=percent("94"), site="JP", expect="pass"),
        ]
    )
