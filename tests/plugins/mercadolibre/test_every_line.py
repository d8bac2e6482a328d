"""Every line of every rule: at it, just under and just over it, on its first day and on the day before."""

from datetime import timedelta
from decimal import Decimal

import pytest

from sellervitals.domain.finding import Outcome
from sellervitals.domain.limit import limit_on
from sellervitals.engine import Engine
from sellervitals.plugin import Rate
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_mercadolibre.marketplace import MERCADOLIBRE
from sellervitals_mercadolibre.rules import ALL

LINES = [
    pytest.param(rule, limit, site, id=f"{rule.id}-{limit.since}-{site}-{limit.segment}")
    for rule in ALL
    for limit in rule.limits
    for site in limit.sites
]


def judged(rule, segment, value, day, site):
    engine = Engine(Registry(marketplaces={MERCADOLIBRE.id: MERCADOLIBRE}, rules={rule.id: rule}))
    place = None if site == "*" else site
    given = [measurement(rule.metric, value, segment=segment)]
    (found,) = engine.evaluate(snapshot(MERCADOLIBRE.id, given, day=day, site=place)).findings
    return found


def moved(value, towards):
    if isinstance(value, Rate):
        return Rate(value.numerator * 10**6 + towards * value.denominator, value.denominator * 10**6)
    return value + Decimal(towards)


@pytest.mark.parametrize(("rule", "limit", "site"), LINES)
def test_a_value_breaks_a_line_beyond_it_and_only_there(rule, limit, site):
    line = limit.fail if limit.fail is not None else limit.warn
    for towards in (-1, 0, 1):
        value = moved(line, towards)
        found = judged(rule, limit.segment, value, limit.since, site)
        assert found.limit is limit
        broken = not limit.must_be.holds(value, line)
        fails = limit.fail is not None and limit.trust.can_fail
        assert (found.outcome is Outcome.FAIL) == (broken and fails), found.message
        assert (found.outcome in {Outcome.WARN, Outcome.FAIL}) or not broken, found.message
        if limit.fail is None:
            assert (found.outcome is Outcome.WARN) == broken, found.message


@pytest.mark.parametrize(("rule", "limit", "site"), LINES)
def test_a_mercadolider_target_is_kept_on_the_line_itself(rule, limit, site):
    if limit.fail is None or limit.warn is None:
        return
    assert judged(rule, limit.segment, limit.warn, limit.since, site).outcome is Outcome.PASS
    assert judged(rule, limit.segment, moved(limit.warn, 1), limit.since, site).outcome is Outcome.WARN


@pytest.mark.parametrize(("rule", "limit", "site"), LINES)
def test_a_line_begins_on_its_first_day(rule, limit, site):
    before = limit.since - timedelta(days=1)
    found = judged(rule, limit.segment, limit.fail or limit.warn, before, site)
    assert found.limit is limit_on(rule.limits, before, None if site == "*" else site, limit.segment) is None
    assert found.outcome is Outcome.NOT_APPLICABLE
