"""Every line of every rule of every plugin: at it, just under and just over it, and around its days."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from sellervitals.domain.finding import Outcome
from sellervitals.domain.limit import EVERYWHERE, limit_on
from sellervitals.domain.measurement import Unit
from sellervitals.engine import Engine
from sellervitals.plugin import Rate
from sellervitals.plugins import Registry, discover
from sellervitals.testing import measurement, snapshot

REGISTRY = discover()
MANY = 10**7
"""Events in the denominator: one more or less is just beside a line, and no allowed number matters."""
WHOLE = {Unit.COUNT, Unit.DAYS}
LINES = [
    pytest.param(rule, limit, site, id=f"{rule.id}-{limit.since}-{site}-{limit.segment}")
    for rule in REGISTRY.rules.values()
    for limit in rule.limits
    for site in limit.sites
]
FAILING = [each for each in LINES if each.values[1].fail is not None]
WARNING = [each for each in LINES if each.values[1].warn is not None and each.values[0].evaluate is None]
ALLOWING = [each for each in LINES if each.values[1].counts]
DAY = timedelta(days=1)


def judged(rule, limit, site, day, value=None, **counts):
    """Ask about the account itself, and about all its segments together; the graver finding is the one."""
    marketplace = REGISTRY.marketplaces[rule.marketplace]
    engine = Engine(Registry(marketplaces={marketplace.id: marketplace}, rules={rule.id: rule}))
    metric = marketplace.by_id[rule.metric]
    place = None if site == EVERYWHERE else site

    def found(segments):
        given = [measurement(metric.id, value, segment=each, **counts) for each in segments]
        return engine.evaluate(snapshot(marketplace.id, given, day=day, site=place)).findings[0]

    alone = found([limit.segment])
    if limit.segment or not metric.segments:
        return alone
    return min(alone, found(metric.segments), key=lambda each: each.outcome.rank)


def around(rule, limit, line):
    """The line itself and its neighbours, as far as the metric can take them, with what to report of each."""
    metric = REGISTRY.marketplaces[rule.marketplace].by_id[rule.metric]
    if isinstance(line, Rate):
        at = line.numerator * MANY // line.denominator
        for top in (at - 1, at, at + 1):
            if top >= 0 and not (metric.bounded and top > MANY):
                value = Rate(top, MANY)
                yield value, {"numerator": top, "denominator": MANY} if limit.counts else {"value": value}
        return
    step = Decimal(1) if metric.unit in WHOLE else Decimal("0.001")
    for value in (line - step, line, line + step):
        if value >= 0 and not (metric.highest is not None and value > metric.highest):
            yield value, {"value": value}


@pytest.mark.parametrize(("rule", "limit", "site"), FAILING)
def test_u08_a_value_fails_beyond_the_line_and_only_there(rule, limit, site):
    neighbours = list(around(rule, limit, limit.fail))
    assert {limit.must_be.holds(value, limit.fail) for value, _ in neighbours} == {True, False}
    for value, given in neighbours:
        found = judged(rule, limit, site, limit.since, **given)
        broken = not limit.must_be.holds(value, limit.fail)
        assert found.limit is limit
        assert (found.outcome is Outcome.FAIL) == (broken and limit.trust.can_fail), found.message
        assert found.outcome in {Outcome.PASS, Outcome.WARN, Outcome.FAIL}
        assert found.outcome is not Outcome.PASS or not broken


@pytest.mark.parametrize(("rule", "limit", "site"), WARNING)
def test_u08_a_value_warns_beyond_the_level_and_only_there(rule, limit, site):
    for value, given in around(rule, limit, limit.warn):
        found = judged(rule, limit, site, limit.since, **given)
        clear = limit.warn_must_be.holds(value, limit.warn)
        met = limit.fail is None or limit.must_be.holds(value, limit.fail)
        assert (found.outcome is Outcome.PASS) == (clear and met), found.message


@pytest.mark.parametrize(("rule", "limit", "site"), ALLOWING)
def test_u08_so_many_events_are_allowed_whatever_the_rate_and_not_one_more(rule, limit, site):
    for allowed, harmless in ((limit.allowed, Outcome.FAIL), (limit.warn_allowed, Outcome.WARN)):
        for count in () if allowed is None else (allowed, allowed + 1):
            bad = count if limit.must_be in {"at_most", "below"} else 20 - count
            found = judged(rule, limit, site, limit.since, numerator=bad, denominator=20)
            grave = found.outcome.rank <= harmless.rank
            can = harmless is Outcome.WARN or limit.trust.can_fail
            assert grave == (count > allowed and can), found.message


@pytest.mark.parametrize(("rule", "limit", "site"), LINES)
def test_a_line_begins_on_its_first_day_and_ends_on_its_last(rule, limit, site):
    line = limit.warn if limit.fail is None else limit.fail
    place = None if site == EVERYWHERE else site
    before = judged(rule, limit, site, limit.since - DAY, line)
    assert before.limit is limit_on(rule.limits, limit.since - DAY, place, limit.segment)
    assert before.limit is not limit
    if limit.until is not None and limit.until < date.max:
        assert judged(rule, limit, site, limit.until, line).limit is limit
        assert judged(rule, limit, site, limit.until + DAY, line).limit is not limit


@pytest.mark.parametrize("name", REGISTRY.marketplaces)
def test_there_are_lines_of_every_marketplace(name):
    assert any(each.values[0].marketplace == name for each in LINES)
