from datetime import date

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.expired_orders import RULE

DAY = "2026-11-22"


def test_one_warns_for_zero_is_only_suggested():
    everywhere = [
        case(DAY, value=value, site=site, expect=expect)
        for site in AMAZON.sites
        for value, expect in ((0, "pass"), (1, "warn"))
    ]
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *everywhere,
            case(DAY, value=0, expect="pass"),
            case(DAY, value=1, expect="warn", severity="low", says=("suggested", "at most 0")),
            case(DAY, value=500, expect="warn"),
            case("2015-01-01", value=1, expect="warn"),
            case("2014-12-31", value=1, expect="not_applicable"),
            case(DAY, expect="no_data"),
        ]
    )


def finding(count, window, day=DAY):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    given = measurement("expired_orders", count, window=window)
    return engine.evaluate(snapshot("amazon", [given], day=day, site="US")).findings[0]


def test_the_oldest_ship_by_date_gives_the_day_of_the_cancellation():
    found = finding(3, sdk.Window(date(2026, 11, 18), date(2026, 11, 20)))
    [deadline] = found.deadlines
    assert (deadline.day, deadline.kind) == (date(2026, 11, 27), "action")
    assert "to be shipped by 2026-11-18" in deadline.says
    assert "three business days" in deadline.says


@pytest.mark.parametrize(
    ("window", "count"),
    [
        (None, 3),
        (sdk.Window(None, date(2026, 11, 20)), 3),
        (sdk.Window(date(2026, 11, 18), date(2026, 11, 20)), 0),
    ],
)
def test_without_an_open_order_or_its_date_there_is_no_day(window, count):
    assert finding(count, window).deadlines == ()


def test_a_day_that_is_past_is_said_and_no_deadline():
    window = sdk.Window(date(2026, 11, 2), date(2026, 11, 20))  # seven business days later: 11 November
    assert finding(1, window, day="2026-11-11").deadlines[0].day == date(2026, 11, 11)
    late = finding(1, window, day="2026-11-12")
    assert late.deadlines == ()
    assert "ended on 2026-11-11" in late.message


def test_c7_the_three_days_of_one_source_are_shown_as_disputed():
    today = sdk.figures_on(RULE.figures, date(2026, 11, 22), "US")
    assert {name: (each.value, each.trust) for name, each in today.items()} == {
        "business-days-to-cancellation": (7, "official"),
        "business-days-to-cancellation-by-one-source": (3, "disputed"),
    }
    assert set(sdk.figures_on(RULE.figures, date(2024, 9, 15), "US")) == {"business-days-to-cancellation"}
    assert set(sdk.figures_on(RULE.figures, date(2020, 9, 30), "US")) == {"business-days-to-cancellation"}
    before = sdk.figures_on(RULE.figures, date(2020, 9, 29), "US")
    assert {name: each.value for name, each in before.items()} == {"days-to-cancellation": 30}
