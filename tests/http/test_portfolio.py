"""All accounts at once: the figures of the latest evaluations, in an order that hides nothing unknown."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.store import account_id

PAYLOADS = Path(__file__).parents[1] / "plugins/amazon/payloads"
PERFORMANCE = json.loads(
    (PAYLOADS / "seller-performance.assembled-from-property-examples.json").read_text("utf-8")
)
PLANNING = (PAYLOADS / "fba-inventory-health.rows.csv").read_text("utf-8")
SHOP = """
    from sellervitals import plugin as sdk

    BY = {"a": sdk.Reference("Shop: rules", "https://shop.example/rules")}


    def rule(ident, metric, severity, evaluate=None):
        return sdk.Rule(
            id=ident, title=metric, why="Sales stop.", severity=severity, metric=metric, references=BY,
            since="1.0", steps=(sdk.step("look", "low", "operations")("Look."),), evaluate=evaluate,
            limits=(sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), source="a"),),
        )


    def breaks(case):
        raise ValueError("broken")


    @sdk.hookimpl
    def sellervitals_marketplace():
        names = ("late_rate", "lost_rate", "sold_rate", "odd_rate")
        return sdk.Marketplace(
            id="wish", title="Wish", sites={"N": "North", "S": "South"},
            metrics=tuple(sdk.Metric(id=each, title=each, unit="ratio", better="lower") for each in names),
            scorecard=sdk.Scorecard(
                version="wish-1", weights={"wish.late": 4, "wish.lost": 3, "wish.odd": 1},
            ),
        )


    @sdk.hookimpl
    def sellervitals_rules():
        return [
            rule("wish.late", "late_rate", "critical"), rule("wish.lost", "lost_rate", "medium"),
            rule("wish.sold", "sold_rate", "low"), rule("wish.odd", "odd_rate", "low", breaks),
        ]
"""


@pytest.fixture
def shop(install, database_url):
    install("wish", SHOP)
    made = create_app(Settings(database_url=database_url, log_level="ERROR"))
    yield made.test_client()
    made.extensions["sellervitals"].store.close()


def judge(client, seller, day="2026-11-22", site="N", tags=None, **rates):
    account = {"marketplace": "wish", "site": site, "seller_id": seller}
    body = {
        "account": account if tags is None else {**account, "tags": tags},
        "as_of": day,
        "metrics": {f"{name}_rate": {"value": value, "unit": "percent"} for name, value in rates.items()},
    }
    response = client.post("/v1/evaluations", json=body)
    assert response.status_code == 201, response.json
    return response.json


def portfolio(client, query=""):
    response = client.get(f"/v1/portfolio{query}")
    assert response.status_code == 200, response.json
    return response.json


def order(answer):
    return [each["seller_id"] for each in answer["ranking"]]


def test_without_accounts_there_is_nothing_and_no_number_is_made_up(shop):
    assert portfolio(shop) == {
        "accounts": 0,
        "sites": 0,
        "as_of": None,
        "marketplaces": [],
        "ranking": [],
        "next_cursor": None,
        "has_more": False,
    }


def test_every_figure_is_the_one_of_the_latest_evaluation(shop):
    given = {
        "account": {"seller_id": "A1", "site": "US", "name": "Lamps", "tags": ["b2b"]},
        "as_of": "2026-11-22",
        "documents": [{"content": PERFORMANCE}, {"content": PLANNING}],
    }
    judged = shop.post("/v1/evaluations", json=given).json
    older = {**given, "as_of": "2025-11-22", "documents": given["documents"][:1]}
    assert shop.post("/v1/evaluations", json=older).status_code == 201
    (entry,) = [each for each in portfolio(shop)["ranking"] if each["site"] == "US"]
    by = {
        outcome: [each for each in judged["findings"] if each["outcome"] == outcome]
        for outcome in ("fail", "warn", "error")
    }
    opened = by["fail"] + by["warn"]
    money = {}
    for each in opened:
        if each["money"]:
            money.setdefault(each["money"]["currency"], []).append(Decimal(each["money"]["amount"]))
    assert money, "the reports must speak of money"
    assert entry == {
        "account": account_id("default", "amazon", "A1"),
        "name": "Lamps",
        "marketplace": "amazon",
        "site": "US",
        "seller_id": "A1",
        "tags": ["b2b"],
        "evaluation": judged["id"],
        "as_of": "2026-11-22",
        "days_old": None,
        "score": judged["score"]["value"],
        "band": judged["score"]["band"],
        "coverage": judged["score"]["coverage"],
        "level": judged["level"] and judged["level"]["name"],
        "worst": by["fail"][0]["severity"],
        "failed": len(by["fail"]),
        "warned": len(by["warn"]),
        "errors": len(by["error"]),
        "expected_loss": {
            "points": f"{sum(Decimal(each['points_lost'] or 0) for each in opened).normalize():f}",
            "money": [
                {"currency": currency, "largest": f"{max(amounts)}", "findings": len(amounts)}
                for currency, amounts in sorted(money.items())
            ],
        },
    }


def test_failures_come_first_then_what_nobody_knows_then_what_is_well(shop):
    judge(shop, "well", late="1", lost="1", sold="1")
    judge(shop, "thin", sold="1")
    judge(shop, "broken", late="1", lost="1", odd="1")
    judge(shop, "low", late="1", lost="1", sold="9")
    judge(shop, "medium", late="1", lost="9")
    judge(shop, "critical", late="4.1", lost="1")
    judge(shop, "worse", late="7", lost="1")
    answer = portfolio(shop)
    assert order(answer) == ["worse", "critical", "medium", "low", "thin", "broken", "well"]
    by = {each["seller_id"]: each for each in answer["ranking"]}
    assert (by["thin"]["band"], by["thin"]["score"], by["thin"]["worst"]) == ("unknown", None, None)
    assert (by["broken"]["errors"], by["broken"]["worst"]) == (1, None)
    (rolled,) = answer["marketplaces"]
    assert [(each["severity"], each["known"], each["sites"]) for each in rolled["severities"]] == [
        ("critical", True, 2),
        ("medium", True, 1),
        ("low", True, 1),
        (None, False, 2),
        (None, True, 1),
    ]
    lowest = min(
        (each for each in answer["ranking"] if each["score"]), key=lambda each: Decimal(each["score"])
    )
    assert rolled["worst_of"] == {
        "band": "critical",
        "severity": "critical",
        "lowest": {name: lowest[name] for name in ("score", "band", "account", "site", "evaluation")},
    }
    assert rolled["coverage"] == {"lowest": "0", "below_half": 1}
    assert sum(each["sites"] for each in rolled["bands"]) == rolled["sites"] == answer["sites"] == 7


def test_u37_only_the_healthy_make_a_marketplace_healthy(shop):
    judge(shop, "well", late="0", lost="0")
    (rolled,) = portfolio(shop)["marketplaces"]
    assert rolled["worst_of"]["band"] == "healthy"
    judge(shop, "thin", sold="1")
    (rolled,) = portfolio(shop)["marketplaces"]
    assert rolled["worst_of"]["band"] == "unknown"
    assert rolled["worst_of"]["severity"] is None


def test_everything_is_narrowed_by_tag_marketplace_and_band(shop):
    judge(shop, "W1", late="9", lost="1", tags=["north", "b2b"])
    judge(shop, "W1", site="S", late="0", lost="0")
    judge(shop, "W2", late="0", lost="0", tags=["b2b"])
    for query, accounts, sites in (
        ("", 2, 3),
        ("?tag=north", 1, 2),
        ("?tag=b2b&band=critical", 1, 1),
        ("?marketplace=wish&band=healthy", 2, 2),
        ("?tag=south", 0, 0),
        ("?marketplace=ebay", 0, 0),
    ):
        answer = portfolio(shop, query)
        assert (answer["accounts"], answer["sites"], len(answer["ranking"])) == (accounts, sites, sites)
        assert sum(each["sites"] for each in answer["marketplaces"]) == sites


def test_a06_every_account_is_met_once_by_cursor(shop):
    for number in range(7):
        judge(shop, f"W{number}", late=str(number), lost="1", tags=["all"])
    whole = portfolio(shop, "?tag=all&limit=100")
    seen, query = [], "?tag=all&limit=2"
    while query:
        response = shop.get(f"/v1/portfolio{query}")
        seen += response.json["ranking"]
        assert response.json["accounts"] == 7, "the roll-up is of everything on every page"
        cursor = response.json["next_cursor"]
        query = cursor and f"?tag=all&limit=2&cursor={cursor}"
        assert ("Link" in response.headers) == bool(cursor)
    assert seen == whole["ranking"]
    cursor = portfolio(shop, "?limit=2")["next_cursor"]
    problem = shop.get(f"/v1/portfolio?tag=all&cursor={cursor}")
    assert (problem.status_code, problem.json["type"]) == (400, "/problems/invalid-cursor")


def test_age_is_counted_to_the_day_that_is_asked_for_and_to_no_clock(shop):
    judge(shop, "W1", day="2026-11-20", late="1")
    judge(shop, "W2", day="2020-01-31", late="1")
    answer = portfolio(shop, "?as_of=2026-11-22")
    assert {each["seller_id"]: each["days_old"] for each in answer["ranking"]} == {"W1": 2, "W2": 2487}
    assert answer["as_of"] == {"from": "2020-01-31", "to": "2026-11-20"}
    (entry, _) = portfolio(shop, "?as_of=2020-01-01")["ranking"]
    assert entry["days_old"] < 0
    assert {each["days_old"] for each in portfolio(shop)["ranking"]} == {None}


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("band=good", "band"),
        ("as_of=yesterday", "as_of"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("tag=", "tag"),
        ("tag=a&tag=b", "tag"),
        ("site=US", "site"),
        ("marketplace=%00", "marketplace"),
    ],
)
def test_b_a_query_that_cannot_be_used_is_refused_by_name(client, query, pointer):
    problem = client.get(f"/v1/portfolio?{query}")
    assert problem.status_code == 400
    assert [each["pointer"] for each in problem.json["errors"]] == [pointer]
