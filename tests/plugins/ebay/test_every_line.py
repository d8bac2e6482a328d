"""Every line of every rule: at it, just under and just over, by rate and by number, and its first day."""

from datetime import timedelta
from decimal import Decimal

import pytest

from sellervitals.domain.finding import Outcome
from sellervitals.domain.limit import limit_on
from sellervitals.domain.measurement import Unit
from sellervitals.engine import Engine
from sellervitals.plugin import Rate
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules import ALL

TINY = {Unit.RATIO: Rate(1, 10**6), Unit.COUNT: Decimal(1), Unit.DAYS: Decimal(1)}
MANY = 10**6
LINES = [
    pytest.param(rule, limit, site, id=f"{rule.id}-{limit.since}-{site}")
    for rule in ALL
    for limit in rule.limits
    for site in limit.sites
]
FAILING = [each for each in LINES if each.values[1].fail is not None]
ALLOWING = [each for each in LINES if each.values[1].allowed is not None]
WARNING = [each for each in LINES if each.values[1].warn is not None]


def judged(rule, site, day, value=None, **more):
    engine = Engine(Registry(marketplaces={EBAY.id: EBAY}, rules={rule.id: rule}))
    given = measurement(rule.metric, value, **more)
    [found] = engine.evaluate(snapshot(EBAY.id, [given], day=day, site=site)).findings
    return found


def around(rule, line):
    """The line itself and its neighbours, as a rate of a million or as a number."""
    if isinstance(line, Rate):
        top = line.numerator * MANY // line.denominator
        return [
            ({"numerator": top + step, "denominator": MANY}, Rate(top + step, MANY)) for step in (-1, 0, 1)
        ]
    step = TINY.get(EBAY.by_id[rule.metric].unit, Decimal("0.01"))
    return [({"value": line + move}, line + move) for move in (-step, Decimal(0), step)]


@pytest.mark.parametrize(("rule", "limit", "site"), FAILING)
def test_a_value_fails_beyond_the_line_and_only_there(rule, limit, site):
    for given, value in around(rule, limit.fail):
        found = judged(rule, site, limit.since, **given)
        broken = not limit.must_be.holds(value, limit.fail)
        assert found.limit is limit
        assert (found.outcome is Outcome.FAIL) == (broken and limit.trust.can_fail), found.message
        assert found.outcome is not Outcome.PASS or not broken
        assert judged(rule, site, limit.since, segment="projected", **given).outcome is not Outcome.FAIL


@pytest.mark.parametrize(("rule", "limit", "site"), ALLOWING)
def test_so_many_events_are_allowed_whatever_the_rate_and_not_one_more(rule, limit, site):
    for count, allowed in ((limit.allowed - 1, True), (limit.allowed, True), (limit.allowed + 1, False)):
        counts = {"numerator": count, "denominator": 20}
        found = judged(rule, site, limit.since, **counts)
        assert limit.met(found.value, count) == allowed
        assert (found.outcome is Outcome.FAIL) == (not allowed and limit.trust.can_fail), found.message
        if limit.allowed_part:
            part = {"numerator": 19, "denominator": 20, "parts": {limit.allowed_part: count}}
            assert judged(rule, site, limit.since, **part).outcome is found.outcome
    assert judged(rule, site, limit.since, limit.fail).outcome is not Outcome.FAIL
    assert judged(rule, site, limit.since, Rate(99, 100)).outcome is Outcome.WARN


@pytest.mark.parametrize(("rule", "limit", "site"), WARNING)
def test_a_value_warns_beyond_the_line_of_top_rated_and_only_there(rule, limit, site):
    for given, value in around(rule, limit.warn):
        found = judged(rule, site, limit.since, **given)
        assert found.outcome is (
            Outcome.PASS if limit.warn_must_be.holds(value, limit.warn) else Outcome.WARN
        )
    if limit.warn_allowed is not None:
        for count in (limit.warn_allowed, limit.warn_allowed + 1):
            found = judged(rule, site, limit.since, numerator=count, denominator=20)
            assert (found.outcome is Outcome.PASS) == (count == limit.warn_allowed)


@pytest.mark.parametrize(("rule", "limit", "site"), LINES)
def test_a_line_begins_on_its_first_day(rule, limit, site):
    before = limit.since - timedelta(days=1)
    line = limit.warn if limit.fail is None else limit.fail
    found = judged(rule, site, before, line)
    assert found.limit is not limit
    assert found.limit is limit_on(rule.limits, before, site, None)
    assert found.outcome is Outcome.NOT_APPLICABLE
