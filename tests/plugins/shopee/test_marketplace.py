import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals.testing import measurement
from sellervitals_shopee.codes.performance import BY_NAME, KNOWN, TOP, spelled
from sellervitals_shopee.documents import ALL as DOCUMENTS
from sellervitals_shopee.marketplace import SHOPEE
from sellervitals_shopee.rules import ALL as RULES
from sellervitals_shopee.scorecard import SCORECARD

# the ids of the policy, each with the number that Shopee gives it
POLICY = {
    "non_fulfilment_rate": {3},
    "cancellation_rate": {42},
    "return_refund_rate": {43},
    "late_shipment_rate": {1},
    "preparation_time": {4, 2033},
    "fast_handover_rate": {25},
    "channel_fast_handover_rate": {2001, 2002, 2003},
    "pickup_failure_rate": {27},
    "pickup_failure_days": {28},
    "late_shipment_rate_ndd": {85},
    "non_fulfilment_rate_ndd": {88},
    "cancellation_rate_ndd": {91},
    "return_refund_rate_ndd": {92},
    "on_time_delivery_rate_logistics": {2036},
    "on_time_delivery_rate_dd": {2037},
    "saturday_shipment": {2032},
    "severe_listing_violations": {52},
    "severe_violations_by_kind": {54, 55, 56},
    "other_listing_violations": {53},
    "poor_quality_products": {2011},
    "pre_order_listing_rate": {12},
    "pre_order_violation_days": {15},
    "sdd_listing_rate": {96},
    "ndd_listing_rate": {97},
    "hd_listing_rate": {2030},
    "hd_free_shipping_rate": {2031},
    "chat_response_rate": {11},
    "chat_response_time": {21, 29},
    "non_responded_chats": {23},
    "shop_rating": {22},
    "customer_satisfaction": {95},
}
PARENTS = {42: 3, 43: 3, 2001: 25, 2002: 25, 2003: 25, 28: 27, 91: 88, 92: 88, 54: 52, 55: 52, 56: 52, 15: 12}


def test_every_number_of_the_policy_is_known():
    found = {}
    for number, known in KNOWN.items():
        found.setdefault(known.metric, set()).add(number)
    assert found == POLICY


def test_names_are_of_one_metric_each():
    names = [name for known in KNOWN.values() for name in known.names]
    assert len(set(names)) == len(names) == len(BY_NAME)
    assert all(spelled(name) == name for name in names)


@pytest.mark.parametrize(
    "written", ["Late Shipment Rate", "late-shipment-rate", " LATE_SHIPMENT_RATE ", "%late shipment rate"]
)
def test_the_spelling_of_a_name_makes_no_difference(written):
    assert BY_NAME[spelled(written)] == 1


def test_parts_weigh_nothing_and_wholes_weigh():
    assert {number: known.parent for number, known in KNOWN.items() if known.parent} == PARENTS
    by_metric = {rule.metric: rule.id for rule in RULES}
    for number, known in KNOWN.items():
        weight = SCORECARD.weights[by_metric[known.metric]]
        assert (weight == 0) == (number in PARENTS or known.advice), known.metric
        assert ((known.metric, known.segment) in TOP) == (number not in PARENTS)


def test_about_a_hundred_points_are_given_and_penalties_weigh_most():
    weights = SCORECARD.weights
    assert 95 <= sum(weights.values()) <= 110
    assert weights.keys() == {rule.id for rule in RULES}
    assert max(weights, key=weights.get) == "shopee.penalty-points"
    penalties = ("penalty-points", "punishments", "penalty-tier", "penalty-points-change")
    assert sum(weights[f"shopee.{name}"] for name in penalties) == 33


def test_the_sites_are_the_eight_countries():
    assert list(SHOPEE.sites) == ["SG", "MY", "TH", "ID", "VN", "PH", "TW", "BR"]


@pytest.mark.parametrize(
    ("given", "name", "display"),
    [
        ([("shop_performance_level", "Good")], "Good", "Good (3 of 4)"),
        (
            [("shop_performance_level", "ImprovementNeeded")],
            "ImprovementNeeded",
            "Improvement needed (2 of 4)",
        ),
        ([("shop_performance_level", "Rating 5")], "Rating 5", "Rating 5"),
        ([("penalty_tier", "Tier 3")], "Tier 3", "Tier 3"),
        ([("penalty_tier", "Tier 3"), ("shop_performance_level", "Poor")], "Poor", "Poor (1 of 4)"),
        ([("penalty_tier", None)], None, None),
        ([], None, None),
    ],
)
def test_the_level_is_the_rating_else_the_tier(judge_all, given, name, display):
    level = judge_all([measurement(*each) for each in given]).level
    assert (level and level.name, level and level.display) == (name, display)


def test_a_tier_named_by_shopee_caps_an_otherwise_fine_shop(judge_all):
    target = sdk.Target(sdk.Comparator.BELOW, percent("10"))
    fine = [
        measurement("late_shipment_rate", percent("0"), target=target),
        measurement("non_fulfilment_rate", percent("0"), target=target),
    ]
    assert judge_all(fine).score.value == 100
    assert judge_all([*fine, measurement("penalty_tier", "Tier 2")]).score.value == 49
    assert judge_all([*fine, measurement("penalty_tier", "Tier 1")]).score.value <= 79


def test_there_is_a_document_for_each_call_and_the_push():
    assert {each.type.removeprefix("shopee.") for each in DOCUMENTS} == {
        *("shop-performance", "metric-source-detail", "late-orders", "listings-with-issues"),
        *("penalty-point-history", "punishment-history", "penalty-push", "shop-penalty", "error-answer"),
    }
