"""What is only forecast never fails, however far beyond a line."""

import pytest

from sellervitals.domain.finding import Outcome
from sellervitals.engine import Engine
from sellervitals.plugin import Rate
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules import ALL

LINES = [
    pytest.param(rule, limit, site, id=f"{rule.id}-{limit.since}-{site}")
    for rule in ALL
    for limit in rule.limits
    for site in limit.sites
    if limit.fail is not None
]


@pytest.mark.parametrize(("rule", "limit", "site"), LINES)
def test_a_forecast_warns_where_the_official_figure_fails(rule, limit, site):
    bad = {"numerator": 90, "denominator": 100} if isinstance(limit.fail, Rate) else {"value": limit.fail + 9}
    engine = Engine(Registry(marketplaces={EBAY.id: EBAY}, rules={rule.id: rule}))

    def outcome(segment):
        given = measurement(rule.metric, segment=segment, **bad)
        [found] = engine.evaluate(snapshot(EBAY.id, [given], day=limit.since, site=site)).findings
        return found.outcome

    official, forecast = outcome(None), outcome("projected")
    assert forecast is (Outcome.WARN if official is Outcome.FAIL else official)
