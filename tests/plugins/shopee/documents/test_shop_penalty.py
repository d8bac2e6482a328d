from decimal import Decimal

from sellervitals_shopee.documents.shop_penalty import read


def test_ten_points_and_tier_2_are_both_shown_and_the_contradiction_is_said(payload, judge_all):
    points, punishments, tier = read(payload("shop_penalty.legacy.fixture")).measurements
    assert (points.value, punishments.value, tier.value) == (Decimal(10), 1, "Tier 2")
    judged = judge_all([points, punishments, tier])
    (computed,) = judged.standings
    assert (computed.best.name, computed.word, computed.agrees) == ("Tier 3", "Tier 2", False)
    assert judged.level.name == "Tier 2"
    (said,) = (each for each in judged.findings if each.rule.id == "shopee.penalty-points")
    assert "Shopee itself names Tier 2, which counts: the two do not agree." in said.message


def test_the_kinds_of_the_points_are_its_parts(payload):
    points, *_ = read(payload("shop_penalty.legacy.fixture")).measurements
    assert points.parts == {
        "late_shipments": 3,
        "unfulfilled_orders": 2,
        "failed_pickups": 1,
        "listing_violations": 2,
        "conduct": 2,
    }


def test_kinds_that_do_not_sum_up_are_a_contradiction(answered):
    reading = read(answered(penalty_points={"overall_penalty_points": 5, "others": 2}))
    assert reading.measurements[0].value == 5
    assert [each.code for each in reading.notices] == ["contradiction"]


def test_days_left_have_no_date(payload):
    _, punishments, _ = read(payload("shop_penalty.legacy.fixture")).measurements
    (item,) = punishments.breakdown.items
    assert (item.value, item.unit, item.deadline) == (Decimal(15), "days left", None)


def test_no_ongoing_punishment_is_zero_and_null_is_not(answered):
    (found,) = read(answered(ongoing_punishment=[])).measurements
    assert found.value == 0
    assert read(answered(ongoing_punishment=None)).measurements == ()
    assert read(answered(ongoing_punishment={})).measurements == ()
