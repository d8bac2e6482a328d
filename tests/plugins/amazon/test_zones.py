"""The zone that points stand in is computed by store and day, from the limits of the rule itself."""

from decimal import Decimal

import pytest

from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_amazon.level import level
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.account_health_rating import RULE
from sellervitals_amazon.zones import HEALTHY, RATING, ZONES

ENGINE = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))
DAY = "2026-11-22"


def account(points, site, day):
    return snapshot("amazon", [measurement(RATING, Decimal(points))], day=day, site=site)


def zones(points, site="US", day=DAY):
    return [
        (each.best.name, each.worst.name) for each in ENGINE.evaluate(account(points, site, day)).standings
    ]


@pytest.mark.parametrize(
    ("points", "zone"),
    [
        *(("1000", "HEALTHY"), ("200.1", "HEALTHY"), ("200", "HEALTHY")),
        *(("199.9", "AT_RISK"), ("100.1", "AT_RISK"), ("100", "AT_RISK")),
        *(("99.9", "UNHEALTHY"), ("0", "UNHEALTHY")),
    ],
)
@pytest.mark.parametrize("site", ["US", "CA", "DE", "JP", None])
def test_the_zone_is_computed_from_the_points(points, zone, site):
    assert zones(points, site) == [(zone, zone)]


@pytest.mark.parametrize(
    ("site", "before", "first"),
    [
        ("US", "2022-07-31", "2022-08-01"),
        ("CA", "2022-07-31", "2022-08-01"),
        ("DE", "2022-12-31", "2023-01-01"),
        (None, "2022-12-31", "2023-01-01"),
    ],
)
def test_there_is_no_zone_before_there_were_points(site, before, first):
    assert zones("150", site, before) == []
    assert zones("150", site, first) == [("AT_RISK", "AT_RISK")]
    assert level(account("150", site, before)) is None
    assert level(account("150", site, first)).name == "At risk"


def test_without_points_nothing_is_computed():
    word = snapshot("amazon", [measurement(RATING, verdict="GREAT")], day=DAY, site="US")
    assert ENGINE.evaluate(word).standings == ()


def test_rule_and_zones_share_one_table():
    assert RULE.limits is HEALTHY.needs[RATING]
    assert RULE.ladder is ZONES
    assert ZONES in AMAZON.ladders
