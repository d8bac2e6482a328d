"""Every line of every rule: at it, just under and just over it, on its first day and on the day before."""

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
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules import ALL

TINY = {Unit.RATIO: Rate(1, 10**6), Unit.COUNT: Decimal(1)}
LINES = [
    pytest.param(rule, limit, site, id=f"{rule.id}-{limit.since}-{site}-{limit.segment}")
    for rule in ALL
    for limit in rule.limits
    for site in limit.sites
    if limit.fail is not None
]


def judged(rule, segment, value, day, site):
    engine = Engine(Registry(marketplaces={SHOPEE.id: SHOPEE}, rules={rule.id: rule}))
    store = None if site == "*" else site
    # one of a segment where the line is for one
    segments = [segment] if segment else SHOPEE.by_id[rule.metric].segments or [None]
    given = [measurement(rule.metric, value, segment=each) for each in segments]
    found, *others = engine.evaluate(snapshot(SHOPEE.id, given, day=day, site=store)).findings
    assert {each.outcome for each in others} <= {found.outcome}
    return found


def moved(value, step, towards):
    if isinstance(value, Rate):
        bottom = value.denominator * step.denominator
        return Rate(value.numerator * step.denominator + towards * step.numerator * value.denominator, bottom)
    return value + towards * step


def around(rule, limit):
    """The line itself and its neighbours, as far as the metric can take them."""
    metric = SHOPEE.by_id[rule.metric]
    step = TINY.get(metric.unit, Decimal("0.001"))
    for towards in (-1, 0, 1):
        value = moved(limit.fail, step, towards)
        number = Decimal(value.numerator) if isinstance(value, Rate) else value
        most = metric.highest is not None and number > metric.highest
        above = isinstance(value, Rate) and metric.bounded and value.numerator > value.denominator
        if number >= 0 and not most and not above:
            yield value


@pytest.mark.parametrize(("rule", "limit", "site"), LINES)
def test_a_value_fails_beyond_the_line_and_only_there(rule, limit, site):
    values = list(around(rule, limit))
    assert len(values) >= 2
    assert {limit.must_be.holds(value, limit.fail) for value in values} == {True, False}
    for value in values:
        found = judged(rule, limit.segment, value, limit.since, site)
        assert found.limit is limit
        broken = not limit.must_be.holds(value, limit.fail)
        assert (found.outcome is Outcome.FAIL) == (broken and limit.trust.can_fail), found.message
        assert found.outcome in {Outcome.PASS, Outcome.WARN, Outcome.FAIL}
        assert found.outcome is not Outcome.PASS or not broken


@pytest.mark.parametrize(("rule", "limit", "site"), LINES)
def test_a_line_begins_on_its_first_day(rule, limit, site):
    before = limit.since - timedelta(days=1)
    store = None if site == "*" else site
    found = judged(rule, limit.segment, limit.fail, before, site)
    assert found.limit is not limit
    assert found.limit is limit_on(rule.limits, before, store, limit.segment)
    if limit.until is not None:
        after = judged(rule, limit.segment, limit.fail, limit.until + timedelta(days=1), site)
        assert after.limit is not limit
