from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugin import percent
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.inventory_performance_index import RULE

TODAY = "2026-11-22"

# each table reaches every dated limit once
REACHED = [
    case("2018-07-01", value=999, expect="pass", site="US"),
    case("2020-01-01", value=999, expect="pass", site="US"),
    case("2020-05-14", value=999, expect="pass", site="UK"),
    case("2020-08-16", value=999, expect="pass", site="US"),
    case("2021-01-01", value=999, expect="pass", site="DE"),
    case("2022-01-01", value=999, expect="pass", site="US"),
    case("2023-03-01", value=999, expect="pass", site="JP"),
]
EXCESS = measurement("excess_inventory_share", percent("12.5"))
SELLING = measurement("sell_through_rate", percent("73"))
STOCKED = measurement("in_stock_rate", percent("60"))


def finding(points, day=TODAY, *others, site="US"):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
    account = [measurement("inventory_performance_index", points), *others]
    return engine.evaluate(snapshot("amazon", account, day=day, site=site)).findings[0]


@pytest.mark.parametrize(
    ("day", "outcome", "line", "since"),
    [
        ("2018-08-01", "pass", 350, "2018-07-01"),
        ("2020-07-15", "warn", 400, "2020-01-01"),
        ("2020-09-01", "fail", 500, "2020-08-16"),
        ("2021-06-01", "fail", 450, "2021-01-01"),
        ("2022-06-01", "warn", 400, "2022-01-01"),
        (TODAY, "warn", 400, "2023-03-01"),
    ],
)
def test_420_points_in_the_us_through_the_years(day, outcome, line, since):
    found = finding(420, day)
    assert (found.outcome, found.limit.fail, found.limit.since) == (
        outcome,
        Decimal(line),
        date.fromisoformat(since),
    )
    assert f"{line} points" in found.message
    assert found.limit.source in RULE.references


@pytest.mark.parametrize(
    ("before", "first", "site", "old", "new"),
    [
        ("2019-12-31", "2020-01-01", "US", 350, 400),
        ("2020-05-13", "2020-05-14", "UK", 350, 400),
        ("2020-08-15", "2020-08-16", "US", 400, 500),
        ("2020-12-31", "2021-01-01", "US", 500, 450),
        ("2020-12-31", "2021-01-01", "DE", 400, 450),
        ("2021-12-31", "2022-01-01", "US", 450, 400),
        ("2023-02-28", "2023-03-01", "FR", 400, 400),
    ],
)
def test_both_sides_of_each_date(before, first, site, old, new):
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            *(
                case(day, value=points, expect=outcome, site=site, says=f"at least {line} points")
                for day, line in ((before, old), (first, new))
                for points, outcome in (
                    (line - 1, "fail"),
                    (line, "warn" if line == 400 else "pass"),
                    (line + 1, "warn" if line == 400 else "pass"),
                )
            ),
            *REACHED,
        ]
    )


def test_bands_today():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case(TODAY, value=0, expect="fail", site="US", severity="medium"),
            case(TODAY, value="399.9", expect="fail", site="US", says=("capacity is at risk", "monthly")),
            case(TODAY, value=400, expect="warn", site="US", says="margin is thin"),
            case(TODAY, value=449, expect="warn", site="AU", says="margin is thin"),
            case(TODAY, value=450, expect="pass", site="US", says="That is good"),
            case(TODAY, value=549, expect="pass", site="US", says="That is good"),
            case(TODAY, value=550, expect="pass", site="US", says="That is strong"),
            case(TODAY, value=1000, expect="pass", says="That is strong"),
            case("2021-06-01", value=440, expect="fail", site="US", says="both checks of a quarter"),
            case(TODAY, expect="no_data", site="US"),
            *REACHED,
        ]
    )


def test_stores_without_a_published_line_are_not_judged_by_anothers():
    RuleTester(RULE, marketplace=AMAZON).run(
        [
            case("2018-06-30", value=1, expect="not_applicable", site="US"),
            case("2021-12-31", value=1, expect="not_applicable", site="JP"),
            case("2021-12-31", value=1, expect="not_applicable"),
            case("2022-01-01", value=399, expect="fail", site="JP"),
            *REACHED,
        ]
    )


def test_an_announced_line_is_told_from_the_day_of_its_announcement():
    assert finding(420, "2020-07-12").announced is None
    told = finding(420, "2020-07-13")
    assert (told.outcome, told.announced.limit.since) == ("warn", date(2020, 8, 16))
    assert "From 2020-08-16 this would fail" in told.message
    assert finding(380, "2019-10-14").announced is None
    assert "From 2020-01-01 this would fail" in finding(380, "2019-10-15").message


def test_the_factor_that_is_furthest_from_its_best_is_named_as_an_inference():
    (estimate,) = finding(390, TODAY, EXCESS, SELLING).estimates
    assert (estimate.name, estimate.value, estimate.basis) == ("weakest_factor", percent("73"), "inference")
    assert "slow sales" in finding(390, TODAY, EXCESS, SELLING).message
    assert "missing stock" in finding(390, TODAY, EXCESS, SELLING, STOCKED).message
    assert "excess stock" in finding(420, TODAY, EXCESS).message
    stranded = measurement("stranded_share", percent("30"))
    assert "stranded stock" in finding(390, TODAY, EXCESS, SELLING, stranded).message


def test_nothing_is_named_where_nothing_is_known_or_missing():
    assert finding(390).estimates == ()
    best = [
        measurement("excess_inventory_share", percent("0")),
        measurement("sell_through_rate", percent("150")),
    ]
    assert finding(390, TODAY, *best).estimates == ()
    assert finding(700, TODAY, EXCESS).estimates == ()


@pytest.mark.parametrize("site", ["CA", "IN"])
def test_canada_and_india_have_no_in_stock_factor(site):
    assert "excess stock" in finding(390, TODAY, EXCESS, STOCKED, site=site).message


def test_check_dates_only_where_they_were_published():
    days = [each.day for each in finding(300, "2018-08-20").deadlines]
    assert days == [date(2018, 9, 30), date(2018, 11, 19)]
    assert all(each.kind is sdk.DeadlineKind.REVIEW for each in finding(300, "2018-08-20").deadlines)
    assert finding(300, "2021-06-01").deadlines == ()
    assert finding(300).deadlines == ()
    assert finding(360, "2018-08-20").deadlines == ()


@pytest.mark.parametrize(("points", "health"), [(1000, 1), (800, 1), (450, "0.9"), (400, "0.5"), (0, 0)])
def test_the_curve_reaches_zero_at_zero_points(points, health):
    assert finding(points).health == Decimal(health)
