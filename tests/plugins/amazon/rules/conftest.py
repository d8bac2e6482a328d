from datetime import date, timedelta
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import RuleTester, case, measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON

NONE_OPEN = sdk.Target(sdk.Comparator.AT_MOST, Decimal(0))
THREE_OPEN = sdk.Target(sdk.Comparator.AT_MOST, Decimal(3))


def _holds_nothing_open(rule, severity):
    """The table that every category of policy violations must hold."""
    assert rule.severity == severity
    RuleTester(rule, marketplace=AMAZON).run(
        [
            case("2026-11-22", value=0, expect="pass", site="US"),
            case("2026-11-22", value=1, expect="fail", site="US", severity=severity, says="at most 0"),
            case("2026-11-22", value=86, expect="fail", site="JP", severity=severity),
            case("2026-11-22", value=1, expect="fail"),
            case("2020-01-01", value=1, expect="fail", site="US"),
            case("2019-12-31", value=1, expect="not_applicable", site="US"),
            case("2019-12-31", value=1, expect="fail", site="US", target=NONE_OPEN, says="the document"),
            case("2026-11-22", value=3, expect="pass", site="US", target=THREE_OPEN, says="the document"),
            case("2026-11-22", value=4, expect="fail", site="US", target=THREE_OPEN, says="at most 3"),
            case("2026-11-22", value=8, expect="fail", verdict="GOOD", good=True),
            case("2026-11-22", expect="no_data", verdict="NONE"),
            case("2026-11-22", expect="no_data"),
        ]
    )


@pytest.fixture
def holds_nothing_open():
    return _holds_nothing_open


def _judge_weeks(rule, *weeks):
    """Judge the last of some weeks in a row, the others being its history; each is a value or two counts."""
    measured = []
    for number, week in enumerate(weeks):
        start = date(2026, 10, 4) + timedelta(weeks=number)
        more = {"window": sdk.Window(start, start + timedelta(days=6))}
        if isinstance(week, tuple):
            more |= dict(zip(("numerator", "denominator"), week, strict=True))
        measured.append(measurement(rule.metric, None if isinstance(week, tuple) else week, **more))
    *older, now = measured
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={rule.id: rule}))
    account = snapshot("amazon", [now], day="2026-11-22")._replace(history=tuple(older))
    [finding] = engine.evaluate(account).findings
    return finding


@pytest.fixture
def judge_weeks():
    return _judge_weeks
