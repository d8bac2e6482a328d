from datetime import date

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_walmart.marketplace import WALMART
from sellervitals_walmart.rules.pro_seller_tier import RULE

DAY = "2026-11-22"


def eligible(word):
    return [measurement("pro_seller_eligible_tier", word)]


def test_a_tier_passes_unless_the_next_refresh_takes_it():
    RuleTester(RULE, marketplace=WALMART, worst="warn").run(
        [
            case(DAY, value="Pro Seller", expect="pass"),
            case(DAY, value="Advanced", expect="pass", site="US"),
            case(DAY, value="Rising", expect="pass", site="CA"),
            case(DAY, value="PRO_SELLER", expect="pass", site="MX"),
            case(DAY, value="Pro Seller", others=eligible("Pro Seller"), expect="pass"),
            case(DAY, value="Rising", others=eligible("Advanced"), expect="pass"),
            case(DAY, value="Pro Seller", others=eligible("Advanced"), expect="warn", says="only Advanced"),
            case(DAY, value="Pro Seller", others=eligible("Rising"), expect="warn", severity="medium"),
            case(DAY, value="Rising", others=eligible("None"), expect="warn", says="only None"),
            case(DAY, value="None", expect="warn", says="none of the tiers"),
            case(DAY, value="Splendid", expect="warn", says="none of the tiers"),
            case(DAY, expect="no_data"),
        ]
    )


def judged(refresh, day):
    engine = Engine(Registry(marketplaces={"walmart": WALMART}, rules={RULE.id: RULE}))
    tier = measurement("pro_seller_tier", "Pro Seller")
    told = [tier, *eligible("Rising"), measurement("pro_seller_next_refresh", refresh)]
    [found] = engine.evaluate(snapshot("walmart", told, day=day, site="US")).findings
    return [each.day for each in found.deadlines]


def test_the_day_of_the_refresh_comes_from_the_document_and_the_calendar():
    assert judged("2026-12-07", DAY) == [date(2026, 12, 7), date(2026, 12, 5), date(2026, 12, 20)]


def test_a_refresh_that_the_calendar_knows_is_told_once():
    assert judged("2026-12-05", DAY) == [date(2026, 12, 5), date(2026, 12, 20)]


def test_a_refresh_that_is_over_is_no_deadline():
    assert judged("2025-02-19", DAY) == [date(2026, 12, 5), date(2026, 12, 20)]


def test_a_refresh_that_is_no_day_is_no_deadline():
    assert judged("soon", DAY) == [date(2026, 12, 5), date(2026, 12, 20)]
