from datetime import date

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import RuleTester, case
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.premium_cancellation import RULE

DAY = "2026-11-22"


def test_each_store_and_day_has_its_line(around, silent_elsewhere):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *around("2016-01-01", "1.5", "below", site="UK"),
            *around("2016-12-31", "1.5", "below", site="UK"),
            *around("2025-07-31", "0.5", "below", site="UK"),
            *around(DAY, "0.5", "below", site="UK"),
            *around("2021-01-01", "1", "below", site="JP"),
            *around(DAY, "1", "below", site="JP"),
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
            case(DAY, value=percent("3"), site="UK", expect="fail", severity="medium", says="below 0.5 %"),
            case(DAY, numerator=0, denominator=0, site="UK", expect="no_data"),
            case(DAY, site="UK", expect="no_data"),
        ]
    )


def test_201_orders_bear_one_cancellation_in_the_uk():
    assert RULE.minimum_sample == 201
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(DAY, numerator=1, denominator=201, site="UK", expect="pass"),
            case(DAY, numerator=1, denominator=200, site="UK", expect="fail"),
            case("2016-06-01", numerator=1, denominator=200, site="UK", expect="pass"),
            case(DAY, numerator=1, denominator=101, site="JP", expect="pass"),
            case(DAY, numerator=1, denominator=100, site="JP", expect="fail"),
        ]
    )


def test_the_order_defect_rate_asked_in_2016_is_a_figure():
    found = sdk.figures_on(RULE.figures, date(2016, 6, 1), "UK")
    assert {name: str(each.value) for name, each in found.items()} == {"order-defect-rate": "0.5"}
    assert sdk.figures_on(RULE.figures, date(2017, 1, 1), "UK") == {}
    assert sdk.figures_on(RULE.figures, date(2016, 6, 1), "JP") == {}
