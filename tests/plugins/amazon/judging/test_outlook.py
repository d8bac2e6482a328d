"""What a rating's finding says of its points."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.plugins import Registry
from sellervitals.testing import measurement, snapshot
from sellervitals_amazon.marketplace import AMAZON
from sellervitals_amazon.rules.account_health_rating import RULE

ENGINE = Engine(Registry(marketplaces={"amazon": AMAZON}, rules={RULE.id: RULE}))


def finding(score, *others, day="2026-11-22", orders=None, **more):
    told = [measurement("account_health_rating", score, **more), *others]
    if orders is not None:
        told.append(measurement("orders_180_days", orders))
    [found] = ENGINE.evaluate(snapshot("amazon", told, day=day, site="US")).findings
    return found


def estimates(*args, **more):
    return {each.name: each for each in finding(*args, **more).estimates}


def values(*args, **more):
    return {name: each.value for name, each in estimates(*args, **more).items()}


def test_row_14_points_lost_in_all_and_per_violation():
    found = estimates(310, measurement("received_ip_complaints", 3), orders=10_000)
    assert found["points_from_orders"].value == 400
    assert found["points_lost"].value == 90
    assert found["points_per_violation"].value == 30
    assert found["points_when_resolved"].value == 400
    assert found["points_lost"].basis is found["points_per_violation"].basis is sdk.Basis.INFERENCE
    assert "does not publish" in found["points_lost"].says


def test_row_14_how_many_points_back_are_enough():
    found = estimates(140, orders=3_200)
    assert found["points_lost"].value == 124
    assert "60 points back would be enough for 200" in found["points_lost"].says
    assert "points_per_violation" not in found


def test_row_13_orders_for_the_next_line():
    assert values(140)["orders_for_points"] == 3_000
    assert values(200)["orders_for_points"] == 2_600
    assert values(150)["orders_for_points"] == 2_600
    assert "orders_for_points" not in values(250)
    assert "orders_for_points" not in values(0)
    assert "orders_for_points" not in values(200, day="2022-08-01")


def test_row_15_when_everything_has_aged_out():
    window = sdk.Window(date(2026, 5, 22), date(2026, 11, 17))
    found = estimates(310, measurement("restricted_product_violations", 2, window=window))
    assert found["days_until_aged_out"].value == 175
    assert "By 2027-05-16" in found["days_until_aged_out"].says
    assert values(310, measurement("listing_policy_violations", 1))["days_until_aged_out"] == 180
    assert "days_until_aged_out" not in values(310, measurement("listing_policy_violations", 0))
    assert "days_until_aged_out" not in values(310, measurement("policy_violation_warnings", 5))


def test_row_15_when_no_more_orders_come():
    assert values(310, orders=10_000)["points_without_new_orders"] == 110
    assert values(400, orders=10_000)["points_without_new_orders"] == 200


def test_a_part_hidden_by_the_end_of_the_scale_is_said():
    assert estimates(900, orders=60_000)["points_lost"].says.startswith("At least")
    low = estimates(0, orders=1_000)["points_lost"]
    assert low.says.startswith("At least")
    assert "enough" not in low.says


@pytest.mark.parametrize("orders", [None, 0, 3_000])
def test_c5_a_rating_that_orders_cannot_explain_says_nothing_of_losses(orders):
    assert values(800, orders=orders).keys() == set()


def test_without_points_nothing_is_said_and_the_word_still_judged():
    found = finding(None, measurement("received_ip_complaints", 3), verdict="WARNED", orders=10_000)
    assert (found.outcome, found.estimates) == ("fail", ())


def test_c3_c5_estimates_change_no_verdict():
    for score in (99, 199, 240, 400):
        bare, full = finding(score), finding(score, measurement("document_requests", 2), orders=20_000)
        assert (bare.outcome, bare.severity, bare.health) == (full.outcome, full.severity, full.health)


@pytest.mark.parametrize("odd", [Decimal("0.5"), Decimal(10**15), Decimal("199.9")])
def test_odd_numbers_of_orders_and_violations_break_nothing(odd):
    found = finding(150, measurement("document_requests", odd), orders=odd)
    assert found.outcome == "fail"
