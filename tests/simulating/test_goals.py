"""Goals of every marketplace by name: what keeps an account from them, and what clears that."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sellervitals.judge import Judge
from sellervitals.plugin import Goal, MetadataError, Reference, limit, percent
from sellervitals.plugins import PluginError, discover
from sellervitals.problems import RefusedError
from sellervitals.simulating.goals import UnknownGoalError, goal_named, goals
from sellervitals.simulating.simulation import Base, simulate

JUDGE = Judge(discover())
NOW = datetime(2026, 11, 22, tzinfo=UTC)
NAMES = [
    ("amazon", "safe", "safe"),
    ("amazon", "Clean", "clean"),
    ("amazon", "AHA eligible", "aha-eligible"),
    ("amazon", "healthy", "account_health_zone:HEALTHY"),
    ("ebay", "Top Rated", "seller_level:TOP_RATED"),
    ("ebay", "above-standard", "seller_level:ABOVE_STANDARD"),
    ("walmart", "pro seller", "pro_seller_tier:Pro Seller"),
    ("walmart", "Advanced", "pro_seller_tier:Advanced"),
    ("mercadolibre", "green", "green"),
    ("mercadolibre", "reputation:5_GREEN", "reputation:5_green"),
    ("shopee", "no tier", "penalty_tier:No tier"),
    ("generic", "star seller", "star-seller"),
    ("amazon", "rule:amazon.order-defect-rate", "rule:amazon.order-defect-rate"),
]


def reached(account, metrics, goal, day="2026-11-22", **more):
    request = {"account": account, "as_of": date.fromisoformat(day), "metrics": metrics}
    wanted = {name: more.pop(name) for name in ("changes",) if name in more}
    asked = {**wanted, "goal": {"id": goal, **more}}
    return simulate(JUDGE, Base(request, NOW), asked)["goal"]


def alone(goal):
    return {
        (each["lever"], each["metric"] or each["denominator"]): each["amount"] for each in goal["singles"]
    }


@pytest.mark.parametrize(("marketplace", "name", "goal"), NAMES)
def test_a_goal_has_a_readable_name(marketplace, name, goal):
    found = goal_named(JUDGE.registry, JUDGE.registry.marketplaces[marketplace], name)
    assert found.id == goal


def test_every_goal_is_listed_once_and_is_found_by_its_own_name():
    for marketplace in JUDGE.registry.marketplaces.values():
        known = [each.id for each in goals(JUDGE.registry, marketplace)]
        assert len(known) == len(set(known))
        assert known[:2] == ["safe", "clean"]
        for name in known:
            assert goal_named(JUDGE.registry, marketplace, name).id == name


def test_a_name_on_several_ladders_is_not_guessed():
    with pytest.raises(UnknownGoalError, match="reputation:3_yellow, cross_border_reputation:3_yellow"):
        goal_named(JUDGE.registry, JUDGE.registry.marketplaces["mercadolibre"], "yellow")


EBAY = {"marketplace": "ebay", "site": "PROGRAM_US"}
TOP_RATED = {
    "transaction_defect_rate": {"numerator": 8, "denominator": 1000, "parts": {"buyers": 6}},
    "cases_closed_without_resolution_rate": {"numerator": 1, "denominator": 1000},
    "late_shipment_rate": {"numerator": 10, "denominator": 1000},
    "tracking_uploaded_on_time_rate": {"numerator": 940, "denominator": 1000},
    "transactions_12m": {"value": 98},
    "sales_12m": {"value": 1500},
    "days_on_site": {"value": 400},
}


def test_ebay_top_rated():
    goal = reached(EBAY, TOP_RATED, "Top Rated")
    assert (goal["id"], goal["met"], goal["clears"]) == ("seller_level:TOP_RATED", False, True)
    assert [each["metric"] for each in goal["blocking"]] == [
        "transaction_defect_rate",
        "tracking_uploaded_on_time_rate",
        "transactions_12m",
    ]
    # 3 of 8 defects go, or 600 good transactions come; 200 good ones lift tracking, or 10 misses forgiven
    assert goal["cheapest"]["changes"] == {
        "clean": {"transactions": 200},
        "metrics": {
            "transaction_defect_rate": [{"remove": 2}],
            "transactions_12m": [{"add": {"good": 2}}],
        },
    }
    assert goal["cheapest"]["effort"] == "252"
    then = reached(EBAY, TOP_RATED, "Top Rated", changes=goal["cheapest"]["changes"])
    assert then["met"]


def test_ebay_few_buyers_are_enough_whatever_the_rate():
    rates = {
        **TOP_RATED,
        "transaction_defect_rate": {"numerator": 8, "denominator": 100, "parts": {"buyers": 3}},
    }
    rates |= {
        "tracking_uploaded_on_time_rate": {"numerator": 99, "denominator": 100},
        "transactions_12m": {"value": 100},
    }
    assert reached(EBAY, rates, "Top Rated")["met"]
    rates["transaction_defect_rate"]["parts"] = {"buyers": 4}
    goal = reached(EBAY, rates, "Top Rated")
    # which buyers the removed defects are from is not known: 5 must go until 3 are left in all
    assert alone(goal)["remove", "transaction_defect_rate"] == 5
    assert alone(goal)["clean", "transaction_defect_rate"] == 1500


def test_ebay_above_standard_with_something_unknown():
    rates = {"transaction_defect_rate": {"numerator": 30, "denominator": 1000, "parts": {"buyers": 30}}}
    goal = reached(EBAY, rates, "Above Standard")
    assert alone(goal) == {
        ("clean", "transactions"): 500,
        ("clean", "transaction_defect_rate"): 500,
        ("remove", "transaction_defect_rate"): 10,
    }
    assert [each["metric"] for each in goal["unknown"]] == ["cases_closed_without_resolution_rate"]
    assert goal["cheapest"]["effort"] == "250"
    assert (goal["met"], goal["clears"]) == (False, False)


def test_time_on_site_is_not_bought():
    goal = reached(EBAY, {**TOP_RATED, "days_on_site": {"value": 30}}, "Top Rated")
    assert [(each["metric"], goal["cheapest"]) for each in goal["unreachable"]] == [("days_on_site", None)]
    assert "counted in days" in goal["unreachable"][0]["why"]


def test_walmart_pro_seller():
    account = {"marketplace": "walmart", "site": "US"}
    metrics = {
        "pro_seller_on_time_delivery_rate": {"numerator": 188, "denominator": 200},
        "pro_seller_cancellation_rate": {"numerator": 3, "denominator": 200},
        "pro_seller_response_rate": {"numerator": 99, "denominator": 100},
        "pro_seller_delivery_speed": {"numerator": 150, "denominator": 200},
        "pro_seller_content_score": {"value": 80},
        "pro_seller_price_score": {"value": 70},
        "pro_seller_orders": {"value": 200},
    }
    goal = reached(account, metrics, "Pro Seller")
    assert [each["metric"] for each in goal["blocking"]] == ["pro_seller_on_time_delivery_rate"]
    assert alone(goal)["clean", "pro_seller_on_time_delivery_rate"] == 40
    assert alone(goal)["remove", "pro_seller_on_time_delivery_rate"] == 2
    few = reached(
        account, {**metrics, "pro_seller_orders": {"value": 100}}, "Pro Seller", effort={"remove": None}
    )
    assert {"lever": "add", "metric": "pro_seller_orders", "amount": 1}.items() <= few["cheapest"]["steps"][
        -1
    ].items()


STAR = {
    "response_rate": {"numerator": 46, "denominator": 50},
    "on_time_shipment_rate": {"numerator": 97, "denominator": 100},
    "rating": {"value": "4.9"},
    "claim_rate": {"numerator": 4, "denominator": 100},
    "orders": {"value": 100},
    "sales": {"value": 4000},
    "days_since_first_sale": {"value": 400},
}


def test_etsy_star_seller():
    account = {"marketplace": "generic", "site": "etsy"}
    goal = reached(account, STAR, "Star Seller")
    assert [each["metric"] for each in goal["blocking"]] == ["response_rate", "claim_rate"]
    # 30 more messages in time lift 92 to 95 %; one case less leaves the 3 that are allowed
    assert goal["cheapest"]["changes"] == {
        "clean": {"messages": 30},
        "metrics": {"claim_rate": [{"remove": 1}]},
    }
    assert (goal["cheapest"]["effort"], goal["clears"]) == ("55", True)
    assert reached(account, STAR, "star-seller", changes=goal["cheapest"]["changes"])["met"]
    short = {name: given for name, given in STAR.items() if name != "sales"}
    assert [each["metric"] for each in reached(account, short, "star-seller")["unknown"]] == ["sales"]
    low = reached(account, {**STAR, "rating": {"value": "4.7"}}, "star-seller")
    assert [each["metric"] for each in low["unreachable"]] == ["rating"]
    with pytest.raises(RefusedError, match="no limit of star-seller is known for site kaufland"):
        reached({**account, "site": "kaufland"}, STAR, "star-seller")


def test_mercado_libre_green():
    account = {"marketplace": "mercadolibre", "site": "MLA"}
    metrics = {
        "claims_rate": {"numerator": 20, "denominator": 1000},
        "cancellations_rate": {"numerator": 12, "denominator": 1000},
        "delayed_handling_rate": {"numerator": 90, "denominator": 1000},
    }
    goal = reached(account, metrics, "green")
    # 2 % of claims may be 1.5 %, 1.2 % of cancellations 1 %; at most
    assert alone(goal) == {
        ("clean", "sales"): 334,
        **{
            (lever, f"{name}_rate"): None
            for lever in ("clean", "remove")
            for name in ("claims", "cancellations")
        },
    }
    assert goal["cheapest"]["steps"][0]["amount"] == 5
    assert reached(account, metrics, "green", changes=goal["cheapest"]["changes"])["met"]
    same = reached(account, metrics, "reputation:5_green")
    assert same["cheapest"] == goal["cheapest"]


def test_amazon_assurance_looks_back_and_is_not_bought():
    account = {"marketplace": "amazon", "site": "US"}
    goal = reached(account, {"account_health_rating": {"value": 240}}, "AHA eligible")
    assert [(each["rule"], each["display"]) for each in goal["blocking"]] == [(None, "240 points")]
    assert alone(goal) == {("add", "account_health_rating"): 10}
    assert [each["rule"] for each in goal["unknown"]] == ["amazon.account-health-assurance"]
    assert (goal["met"], goal["clears"]) == (False, False)


def test_amazon_zones_by_points():
    account = {"marketplace": "amazon", "site": "US"}
    goal = reached(account, {"account_health_rating": {"value": 140}}, "healthy", effort={"add": Decimal(50)})
    assert alone(goal) == {("add", "account_health_rating"): 60}
    assert goal["cheapest"]["effort"] == "3000"
    assert reached(account, {"account_health_rating": {"value": 140}}, "at risk")["met"]


def test_shopee_tiers_by_points():
    account = {"marketplace": "shopee", "site": "SG"}
    goal = reached(account, {"penalty_points": {"value": 9}}, "no tier")
    assert alone(goal) == {("remove", "penalty_points"): 7}  # below 3
    assert alone(reached(account, {"penalty_points": {"value": 9}}, "tier 2")) == {
        ("remove", "penalty_points"): 1
    }
    assert reached(account, {"penalty_points": {"value": 8}}, "tier 2")["met"]


def test_a_level_without_limits_on_the_site_is_refused():
    with pytest.raises(RefusedError, match="no limit of seller_level:TOP_RATED is known for site PROGRAM_DE"):
        reached({**EBAY, "site": "PROGRAM_DE"}, TOP_RATED, "Top Rated")


BY = {"a": Reference("Rules", "https://shop.example")}
FOUR = limit("2020-01-01", must_be="below", fail=percent("4"), source="a")


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"id": "No Kebab"}, "kebab-case"),
        ({"title": ""}, "title"),
        ({"needs": {}}, "cannot both be missing"),
        ({"references": {}}, "'a' is not among the references"),
        (
            {"needs": {"late": (limit("2020-01-01", must_be="below", warn=percent("4"), source="a"),)}},
            "fail line",
        ),
        ({"rules": ("late",)}, "rules[0]"),
    ],
)
def test_a_goal_that_cannot_be_used_is_named(fields, says):
    with pytest.raises(MetadataError) as caught:
        Goal(**{"id": "fast", "title": "Fast", "needs": {"late": (FOUR,)}, "references": BY, **fields})
    assert str(caught.value).startswith(f"goal {fields.get('id', 'fast')}: ")
    assert says in str(caught.value)


PLUGIN = """
    from sellervitals import plugin as sdk

    @sdk.hookimpl
    def sellervitals_marketplace():
        return sdk.Marketplace(
            id="wish", title="Wish",
            metrics=(sdk.Metric(id="late", title="Late", unit="ratio", better="lower"),),
            scorecard=sdk.Scorecard(version="1", weights={"wish.late": 1}),
            goals=(GOAL,),
        )

    @sdk.hookimpl
    def sellervitals_rules():
        return [sdk.Rule(
            id="wish.late", title="Late", why="So.", severity="high", metric="late", since="1",
            references={"a": sdk.Reference("A", "https://shop.example")},
            limits=(sdk.limit(
                "2020-01-01", must_be="below", fail=sdk.percent("4"), source="a", minimum_sample=50
            ),),
            steps=(sdk.step("look", "low", "operations")("Look."),),
        )]
"""


NEEDS = """sdk.Goal(
    id="x", title="X", references={"a": sdk.Reference("A", "")},
    needs={"lost": (sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), source="a"),)},
)"""


@pytest.mark.parametrize(
    ("goal", "says"),
    [
        ('sdk.Goal(id="x", title="X", rules=("wish.lost",))', "goal x: rules names 'wish.lost'"),
        ('sdk.Goal(id="x", title="X", rules=("amazon.order-defect-rate",))', "goal x: rules names 'amazon."),
        (NEEDS.replace("\n", ""), "goals[0] lost is none of the metrics"),
    ],
)
def test_a_goal_of_what_is_not_there_keeps_the_service_from_starting(install, goal, says):
    install("wish", PLUGIN.replace("GOAL", goal))
    with pytest.raises(PluginError) as caught:
        discover()
    assert says in str(caught.value)


def test_a_goal_of_a_plugin_is_asked_for_and_a_larger_sample_can_break_what_was_not_enforced(install):
    install("wish", PLUGIN.replace("GOAL", 'sdk.Goal(id="fast", title="Fast", rules=("wish.late",))'))
    judge = Judge(discover())
    request = {"account": {"marketplace": "wish"}, "metrics": {"late": {"numerator": 3, "denominator": 40}}}

    def ask(goal, **changes):
        asked = {"goal": {"id": goal}, "changes": changes}
        return simulate(judge, Base(request, NOW), asked)["goal"]

    assert ask("safe")["met"]  # too few to be enforced, so it warns
    assert not ask("fast")["met"]
    assert alone(ask("fast"))["clean", "late"] == 36
    assert ask("safe", clean_orders=9)["met"]
    assert not ask("safe", clean_orders=10)["met"]
    assert alone(ask("safe", clean_orders=10))["clean", "late"] == 26
