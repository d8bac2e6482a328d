"""Every line of every profile: at it, just under and just over it, on its first day and on the day before."""

from datetime import timedelta
from decimal import Decimal

import pytest

from sellervitals.domain.finding import Outcome
from sellervitals.domain.measurement import Unit
from sellervitals.engine import Engine
from sellervitals.plugin import Rate
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_generic.marketplace import GENERIC
from sellervitals_generic.rules import ALL

TINY = {Unit.RATIO: Rate(1, 10**6), Unit.COUNT: Decimal(1)}
LINES = [
    pytest.param(rule, limit, id=f"{rule.id}-{limit.sites[0]}")
    for rule in ALL
    for limit in rule.limits
    if limit.fail is not None
]


def judged(rule, value, day, site):
    engine = Engine(Registry(marketplaces={GENERIC.id: GENERIC}, rules={rule.id: rule}))
    given = [measurement(rule.metric, value)]
    (found,) = engine.evaluate(snapshot(GENERIC.id, given, day=day, site=site)).findings
    return found


def moved(value, step, towards):
    if isinstance(value, Rate):
        bottom = value.denominator * step.denominator
        return Rate(value.numerator * step.denominator + towards * step.numerator * value.denominator, bottom)
    return value + towards * step


@pytest.mark.parametrize(("rule", "limit"), LINES)
def test_u08_a_value_fails_beyond_the_line_and_only_there(rule, limit):
    step = TINY.get(GENERIC.by_id[rule.metric].unit, Decimal("0.001"))
    values = [moved(limit.fail, step, towards) for towards in (-1, 0, 1)]
    values = [each for each in values if isinstance(each, Rate) or each >= 0]
    assert {limit.must_be.holds(value, limit.fail) for value in values} == {True, False}
    for value in values:
        found = judged(rule, value, limit.since, limit.sites[0])
        broken = not limit.must_be.holds(value, limit.fail)
        assert found.limit is limit
        assert (found.outcome is Outcome.FAIL) == (broken and limit.trust.can_fail), found.message
        assert found.outcome.judged
        assert found.outcome is not Outcome.PASS or not broken


@pytest.mark.parametrize(("rule", "limit"), LINES)
def test_a_line_holds_from_its_first_to_its_last_day_and_nowhere_else(rule, limit):
    before = judged(rule, limit.fail, limit.since - timedelta(days=1), limit.sites[0])
    assert before.outcome is Outcome.NOT_APPLICABLE
    if limit.until is not None:
        assert judged(rule, limit.fail, limit.until, limit.sites[0]).limit is limit
        after = judged(rule, limit.fail, limit.until + timedelta(days=1), limit.sites[0])
        assert after.outcome is Outcome.NOT_APPLICABLE
    for site in GENERIC.sites.keys() - {*limit.sites}:
        assert judged(rule, limit.fail, limit.since, site).limit is not limit
