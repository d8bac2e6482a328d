"""Early signals through the real engine: the newest period beside the earlier ones, never a failure."""

from datetime import date, timedelta

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.claims_granted import RULE as CLAIMS
from sellervitals_amazon.rules.refund_rate import RULE as REFUNDS


def judged(rule, now, *older):
    engine = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={rule.id: rule}))
    account = snapshot("amazon", [now] if now else [], day="2026-11-22", site="US")
    [finding] = engine.evaluate(account._replace(history=older)).findings
    return finding


def week(number, **more):
    start = date(2026, 10, 4) + timedelta(weeks=number)
    return more | {"window": sdk.Window(start, start + timedelta(days=6))}


def claims(*counts):
    return [measurement("claims_granted", count, **week(number)) for number, count in enumerate(counts)]


def refunds(*counts, ordered=100):
    return [
        measurement("refund_rate", numerator=count, denominator=ordered, **week(number))
        for number, count in enumerate(counts)
    ]


def whole(measured):
    top = sum(each.numerator for each in measured)
    window = sdk.Window(measured[0].window.start, measured[-1].window.end)
    bottom = sum(each.denominator for each in measured)
    return measurement("refund_rate", numerator=top, denominator=bottom, window=window)


def test_worse_than_every_earlier_period_warns_and_says_so():
    weeks = refunds(2, 3, 1, 4)
    found = judged(REFUNDS, whole(weeks), *weeks)
    assert found.outcome == "warn"
    assert "units refunded: 10 of 400 units ordered" in found.message
    assert "from 2026-10-25 to 2026-10-31 has 4 %" in found.message
    assert "the 3 before it, which had at most 3 %" in found.message


def test_as_bad_as_an_earlier_one_passes():
    weeks = refunds(2, 4, 1, 4)
    found = judged(REFUNDS, whole(weeks), *weeks)
    assert (found.outcome, found.severity) == ("pass", "low")
    assert "the most in the 3 before it was 4 %" in found.message


def test_a_small_newest_period_does_not_warn():
    weeks = [*refunds(0, 0, 0), refunds(0, 0, 0, 1, ordered=29)[3]]
    found = judged(REFUNDS, whole(weeks), *weeks)
    assert found.outcome == "pass"
    assert "of only 29 units ordered" in found.message
    weeks[3] = refunds(0, 0, 0, 1, ordered=30)[3]
    assert judged(REFUNDS, whole(weeks), *weeks).outcome == "warn"


@pytest.mark.parametrize("counts", [(5,), (0, 3), (0, 1, 9)])
def test_too_few_periods_judge_nothing(counts):
    *older, now = claims(*counts)
    found = judged(CLAIMS, now, *older)
    assert found.outcome == "not_applicable"
    assert "Amazon sets no target" in found.message


def test_typed_windows_are_compared_too():
    *older, now = claims(0, 1, 0, 2)
    found = judged(CLAIMS, now, *older)
    assert found.outcome == "warn"
    assert "has 2, more than each of the 3 before it" in found.message


def test_a_period_without_orders_is_no_comparison():
    weeks = [*refunds(1, 1), *refunds(0, 0, 0, 0, ordered=0)[2:3], refunds(1, 1, 1, 9)[3]]
    assert judged(REFUNDS, whole(weeks), *weeks).outcome == "not_applicable"


def test_what_has_no_days_is_compared_with_nothing():
    undated = [measurement("claims_granted", count) for count in (0, 0, 0)]
    assert judged(CLAIMS, measurement("claims_granted", 1), *undated).outcome == "not_applicable"


def test_nothing_reported_is_no_data():
    assert judged(CLAIMS, None).outcome == "no_data"
    assert judged(REFUNDS, measurement("refund_rate", numerator=0, denominator=0)).outcome == "no_data"
