from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.premium_on_time_delivery import RULE

DAY = "2026-11-22"


def test_each_store_and_day_has_its_line(around, silent_elsewhere):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *around("2024-01-01", "97", "at_least", site="US", bad="warn"),
            *around("2025-06-28", "97", "at_least", site="US", bad="warn"),
            *around("2025-06-29", "93.5", "at_least", site="US"),
            *around(DAY, "93.5", "at_least", site="US"),
            *around("2016-01-01", "92", "at_least", site="UK"),
            *around("2016-12-31", "92", "at_least", site="UK"),
            *around("2024-01-01", "97", "at_least", site="UK"),
            *around("2025-07-30", "97", "at_least", site="UK"),
            *around("2025-07-31", "92", "at_least", site="UK"),
            *around(DAY, "92", "at_least", site="UK"),
            *around("2021-01-01", "96", "at_least", site="JP"),
            *around(DAY, "96", "at_least", site="JP"),
            *silent_elsewhere("US", "UK", "JP"),
            *(
                case(day, value=percent("50"), site=site, expect="not_applicable")
                for site, day in (
                    ("US", "2023-12-31"),
                    ("UK", "2015-12-31"),
                    ("UK", "2017-01-01"),
                    ("UK", "2023-12-31"),
                    ("JP", "2020-12-31"),
                )
            ),
            case(
                DAY, value=percent("90"), site="US", expect="fail", severity="medium", says="at least 93.5 %"
            ),
            case("2025-06-28", value=percent("90"), site="US", expect="warn", says="disputed"),
            case(DAY, numerator=23, denominator=25, site="UK", expect="pass"),
            case(DAY, numerator=22, denominator=24, site="UK", expect="fail", says="22 of 24 premium orders"),
            case(DAY, numerator=0, denominator=0, site="UK", expect="no_data"),
            case(DAY, site="UK", expect="no_data"),
            case("2017-01-01", site="UK", expect="not_applicable"),
        ]
    )


def test_the_note_says_that_the_year_is_a_reading():
    [limit] = [each for each in RULE.limits if each.since.isoformat() == "2025-06-29"]
    assert "2025 is how it is read here" in limit.note
