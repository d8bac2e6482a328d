"""Halves of a period: in order, each day once, and a total is none of them."""

from datetime import date

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_ebay.marketplace import EBAY
from sellervitals_ebay.rules.click_through_rate import RULE


def on(first, last, top, bottom):
    window = sdk.Window(date(2026, 11, first), date(2026, 11, last))
    return measurement("click_through_rate", numerator=top, denominator=bottom, window=window)


def judged(now, *history):
    engine = Engine(Registry(marketplaces={"ebay": EBAY}, rules={RULE.id: RULE}))
    [found] = engine.evaluate(snapshot("ebay", [now], day="2026-11-22", history=history)).findings
    return found


DAYS = [on(1, 1, 500, 9_000), on(2, 2, 300, 9_000), on(3, 3, 200, 9_000)]


def test_the_middle_of_an_odd_number_is_left_out():
    found = judged(on(1, 3, 1000, 27_000), *DAYS)
    assert found.outcome == "warn"
    assert "2.2222 % (200 of 9,000 impressions in the search)" in found.message
    assert "5.5556 % (500 of 9,000)" in found.message


def test_the_order_of_days_and_a_day_given_twice_change_nothing():
    first = judged(on(1, 3, 1000, 27_000), *DAYS).message
    assert judged(on(1, 3, 1000, 27_000), *reversed(DAYS), DAYS[1]).message == first


def test_a_newer_week_typed_in_is_one_of_the_periods():
    found = judged(on(8, 14, 700, 50_000), on(1, 7, 1500, 50_000))
    assert found.outcome == "warn"
    assert "700 of 50,000" in found.message
    assert "1,500 of 50,000" in found.message


def test_one_period_alone_is_compared_with_nothing():
    assert judged(on(1, 7, 1500, 50_000)).outcome == "not_applicable"
