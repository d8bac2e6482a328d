"""A metric over time: every day once, with the limits that were in force on it."""

import json
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.store import account_id

PAYLOADS = Path(__file__).parents[1] / "plugins" / "amazon" / "payloads"
SHOP = """
    from sellervitals import plugin as sdk

    BY = {"a": sdk.Reference("Shop: rules", "https://shop.example/rules")}


    @sdk.hookimpl
    def sellervitals_marketplace():
        return sdk.Marketplace(
            id="wish", title="Wish", sites={"N": "North", "S": "South"},
            metrics=(
                sdk.Metric(id="late_rate", title="Late rate", unit="ratio", better="lower"),
                sdk.Metric(id="standing", title="Standing", unit="state", better="lower"),
                sdk.Metric(id="points", title="Points", unit="points", better="higher"),
            ),
            scorecard=sdk.Scorecard(version="wish-1", weights={"wish.late": 1}),
        )


    @sdk.hookimpl
    def sellervitals_rules():
        return [
            sdk.Rule(
                id="wish.late", title="Late", why="Sales stop.", severity="critical", metric="late_rate",
                references=BY, since="1.0", steps=(sdk.step("look", "low", "operations")("Look."),),
                limits=(
                    sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), source="a"),
                    sdk.limit("2026-03-01", must_be="below", fail=sdk.percent("3"), source="a"),
                    sdk.limit("2026-01-01", must_be="below", fail=sdk.percent("1"), source="a", sites=("S",)),
                ),
            ),
        ]
"""
OWN = account_id("default", "wish", "W1")


@pytest.fixture
def shop(install, database_url):
    install("wish", SHOP)
    made = create_app(Settings(database_url=database_url, log_level="ERROR"))
    yield made.test_client()
    made.extensions["sellervitals"].store.close()


def rate(value="2", **more):
    return {"value": value, "unit": "percent", **more}


def post(client, day, metrics, *, site="N", seller="W1", marketplace="wish"):
    account = {"marketplace": marketplace, "site": site, "seller_id": seller}
    body = {
        "account": {name: each for name, each in account.items() if each is not None},
        "as_of": day,
        "metrics": metrics,
    }
    response = client.post("/v1/evaluations", json=body)
    assert response.status_code == 201, response.json
    return response.json


def series(client, query="", metric="late_rate", account=OWN):
    response = client.get(f"/v1/accounts/{account}/metrics/{metric}{query}")
    assert response.status_code == 200, response.json
    return response.json


def test_each_point_has_the_limit_of_its_own_day_and_site(shop):
    for day in ("2026-03-01", "2026-02-28", "2019-12-31", "2020-01-01"):
        post(shop, day, {"late_rate": rate()})
    post(shop, "2026-02-28", {"late_rate": rate()}, site="S")
    found = series(shop)
    assert (found["account"], found["title"], found["better"]) == (OWN, "Late rate", "lower")
    assert sorted(
        (each["day"], each["site"], [one["limit"]["fail"] for one in each["limits"]])
        for each in found["data"]
    ) == [
        ("2019-12-31", "N", []),
        ("2020-01-01", "N", ["0.04"]),
        ("2026-02-28", "N", ["0.04"]),
        ("2026-02-28", "S", ["0.01"]),
        ("2026-03-01", "N", ["0.03"]),
    ]
    assert [each["day"] for each in found["data"]] == sorted(each["day"] for each in found["data"])
    (limit,) = found["data"][-1]["limits"]
    assert (limit["rule"], limit["limit"]["since"]) == ("wish.late", "2026-03-01")
    assert limit["limit"]["source"] == {"title": "Shop: rules", "url": "https://shop.example/rules"}


def test_a_point_says_what_was_measured_as_its_finding_does(shop):
    window = {"from": "2026-01-01", "to": "2026-01-31"}
    made = post(shop, "2026-02-10", {"late_rate": rate("1.1", numerator=11, denominator=1000, window=window)})
    (finding,) = [each for each in made["findings"] if each["rule"] == "wish.late"]
    (point,) = series(shop)["data"]
    for name in ("value", "unit", "display", "numerator", "denominator", "window"):
        assert point[name] == finding[name], name
    assert (point["day"], point["evaluation"]) == ("2026-01-31", made["id"])


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({"numerator": 1, "denominator": 3}, "0.3333333333"),
        ({**rate("1.1"), "numerator": 1, "denominator": 90}, "0.0111111111"),
        ({**rate("1.1"), "numerator": 50, "denominator": 1000}, "0.011"),
        ({"numerator": 0, "denominator": 0}, None),
    ],
    ids=["counts", "agreeing", "contradicting", "empty"],
)
def test_u11_the_value_is_the_one_that_decides_or_unknown(shop, given, value):
    made = post(shop, "2026-02-10", {"late_rate": given})
    (finding,) = [each for each in made["findings"] if each["rule"] == "wish.late"]
    (point,) = series(shop)["data"]
    assert point["value"] == finding["value"] == value
    assert (point["display"] is None) == (value is None)


def test_words_and_numbers_have_a_series_too(shop):
    post(
        shop,
        "2026-02-10",
        {"standing": {"value": "AT_RISK"}, "points": {"value": "310.50", "unit": "points"}},
    )
    (word,) = series(shop, metric="standing")["data"]
    assert (word["value"], word["unit"], word["display"], word["limits"]) == (
        "AT_RISK",
        "state",
        "AT_RISK",
        [],
    )
    (points,) = series(shop, metric="points")["data"]
    assert (points["value"], points["display"]) == ("310.5", "310.5 points")


def test_the_same_said_again_is_there_once_and_a_correction_stands_beside_it(shop):
    window = {"from": "2026-01-01", "to": "2026-01-31"}
    first = post(shop, "2026-02-01", {"late_rate": rate(window=window)})
    for day in ("2026-02-01", "2026-02-02"):
        post(shop, day, {"late_rate": rate(window=window)})
    assert [each["evaluation"] for each in series(shop)["data"]] == [first["id"]]
    corrected = post(shop, "2026-02-03", {"late_rate": rate("2.1", window=window)})
    assert {(each["value"], each["evaluation"]) for each in series(shop)["data"]} == {
        ("0.02", first["id"]),
        ("0.021", corrected["id"]),
    }
    post(shop, "2026-02-04", {"late_rate": rate()})
    post(shop, "2026-02-05", {"late_rate": rate()})
    assert [each["day"] for each in series(shop)["data"]][2:] == ["2026-02-04", "2026-02-05"]


def test_a_series_is_narrowed_by_days_site_and_segment(shop):
    for day in range(1, 10):
        metrics = {"late_rate": [rate(), rate("3", segment="mfn")]}
        post(shop, f"2026-02-0{day}", metrics, site="N" if day < 9 else "S")
    for query, found in (
        ("", 18),
        ("?from=2026-02-08", 4),
        ("?to=2026-02-02", 4),
        ("?from=2026-02-02&to=2026-02-02", 2),
        ("?site=S", 2),
        ("?segment=mfn", 9),
        ("?segment=mfn&site=N&from=2026-02-08", 1),
        ("?segment=other", 0),
        ("?from=2027-01-01", 0),
    ):
        assert len(series(shop, query)["data"]) == found, query


def test_a06_a_walk_meets_every_point_once_whatever_is_stored_meanwhile(shop):
    days = [str(date(2026, 1, 1) + timedelta(days=each)) for each in range(9)]
    for day in days:
        post(shop, day, {"late_rate": [rate(), rate("3", segment="mfn")]})
    seen, address = [], f"/v1/accounts/{OWN}/metrics/late_rate?limit=4"
    while address:
        page = shop.get(address)
        seen += [(each["day"], each["segment"]) for each in page.json["data"]]
        post(shop, "2025-12-31", {"late_rate": rate(f"1.{len(seen)}")})
        link = page.headers.get("Link")
        assert (link is None) is (page.json["next_cursor"] is None) is not page.json["has_more"]
        address = link and link.removeprefix("<").partition(">")[0]
    assert len(seen) == len(set(seen)) == 18


def test_a_metric_without_points_is_empty_and_one_that_does_not_exist_is_not_found(shop):
    post(shop, "2026-02-10", {"late_rate": rate()})
    assert series(shop, metric="points")["data"] == []
    for metric in ("nope", "late-rate", "%00", "x" * 500, "Late_rate"):
        response = shop.get(f"/v1/accounts/{OWN}/metrics/{metric}")
        assert response.json["type"] == "/problems/not-found"


def test_a_series_outlives_its_plugin(shop, database_url):
    post(shop, "2026-02-10", {"late_rate": rate()})
    bare = create_app(Settings(database_url=database_url, log_level="ERROR", blocked_plugins=("wish",)))
    found = series(bare.test_client())
    assert (found["title"], found["better"]) == (None, None)
    assert (found["data"][0]["display"], found["data"][0]["limits"]) == ("2 %", [])
    bare.extensions["sellervitals"].store.close()


def test_a_target_that_came_along_is_the_limit_of_its_point(shop):
    own = {"parcels_lost": rate(target="3", comparator="below")}
    made = post(shop, "2026-02-10", own, site=None, marketplace="generic", seller="G1")
    (finding,) = [each for each in made["findings"] if each["segment"] == "parcels_lost"]
    (read,) = [each for each in made["coverage"]["read"] if each["segment"] == "parcels_lost"]
    account = account_id("default", "generic", "G1")
    (point,) = series(shop, "?segment=parcels_lost", read["metric"], account)["data"]
    assert {"rule": finding["rule"], "limit": finding["limit"]} in point["limits"]
    assert finding["limit"]["origin"] == "caller"


@pytest.mark.parametrize(("target", "origin"), [("2", "table"), ("0.5", "caller")])
def test_a_target_of_the_callers_own_loosens_nothing_in_the_series_either(client, target, origin):
    account = {"marketplace": "generic", "site": "kaufland", "seller_id": f"asks-{origin}"}
    metrics = {"cancellation_rate": rate("1.5", target=target, comparator="below")}
    body = {"account": account, "as_of": "2026-11-22", "metrics": metrics}
    made = client.post("/v1/evaluations", json=body).json
    (finding,) = [each for each in made["findings"] if each["rule"] == "generic.cancellation-rate"]
    found = series(
        client, metric="cancellation_rate", account=account_id("default", "generic", f"asks-{origin}")
    )
    (point,) = found["data"]
    assert finding["limit"]["origin"] == origin
    assert {"rule": finding["rule"], "limit": finding["limit"]} in point["limits"]


def test_a_document_of_history_fills_the_series_with_the_policy_of_each_day(client):
    last = date(2026, 11, 19)

    def period(back):
        day = str(last - timedelta(days=back))
        figures = {"accountHealthRatingScore": {"value": 300 + back % 7}}
        metrics = [{"groupByKey": {"marketplaceId": "ATVPDKIKX0DER"}, "metrics": {"accountHealth": figures}}]
        return {"startDate": day, "endDate": day, "totals": {}, "metrics": metrics}

    periods = [period(back) for back in range(180)]
    body = {"account": {"seller_id": "kiosk"}, "documents": [{"content": periods}]}
    for _ in range(2):
        assert client.post("/v1/evaluations", json=body).status_code == 201
    account = account_id("default", "amazon", "kiosk")
    found = series(client, metric="account_health_rating", account=account)["data"]
    assert [each["day"] for each in found] == [
        str(last - timedelta(days=back)) for back in reversed(range(180))
    ]
    assert [each["value"] for each in found] == [str(300 + back % 7) for back in reversed(range(180))]
    for each in found:
        (limit,) = [one["limit"] for one in each["limits"] if one["rule"] == "amazon.account-health-rating"]
        assert limit["since"] <= each["day"]


REPORT = json.loads(next(PAYLOADS.glob("seller-performance.assembled*.json")).read_text("utf-8"))


def test_every_finding_of_a_whole_report_has_its_value_and_its_limit_in_the_series(client):
    body = {"account": {"seller_id": "whole"}, "documents": [{"content": REPORT}]}
    made = client.post("/v1/evaluations", json=body).json
    account, compared = account_id("default", "amazon", "whole"), 0
    for ident in (made["id"], *(each["id"] for each in made["other_sites"])):
        result = client.get(f"/v1/evaluations/{ident}").json
        site = result["account"]["site"]
        for finding in result["findings"]:
            metric = client.get(f"/v1/rules/{finding['rule']}").json["metric"]
            if metric is None or finding["value"] is None or finding["rebuilt_from"]:
                continue
            points = series(client, f"?site={site}", metric, account)["data"]
            (point,) = [each for each in points if each["segment"] == finding["segment"]]
            assert point["value"] == finding["value"]
            limits = {each["rule"]: each["limit"] for each in point["limits"]}
            assert limits.get(finding["rule"]) == finding["limit"], finding["rule"]
            compared += 1
    assert compared > 20


FAST = 0.05
"""Seconds: the promise for a year of days."""


def test_a_year_of_daily_evaluations_is_answered_in_50_ms(client):
    first = date(2025, 11, 20)
    for day in range(365):
        body = {
            "account": {"marketplace": "amazon", "site": "US", "seller_id": "daily"},
            "as_of": str(first + timedelta(days=day)),
            "documents": [{"content": REPORT}],
            "metrics": {"in_stock_rate": rate(f"{90 + day % 9}.{day % 10}")},
        }
        response = client.post("/v1/evaluations", json=body)
        assert response.status_code == 201, response.json
    account = account_id("default", "amazon", "daily")

    def took(path):
        best = 1.0
        for _ in range(5):
            began = perf_counter()
            response = client.get(f"/v1/accounts/{account}{path}")
            best = min(best, perf_counter() - began)
            assert response.status_code == 200, response.json
        return best, response.json

    times = {}
    times["series"], found = took("/metrics/in_stock_rate?site=US")
    assert len(found["data"]) == 365
    times["diff"], changed = took(f"/diff?from={first}&to=2026-11-19&site=US")
    assert len(changed["unchanged"]) > 40
    times["history"], _ = took("/history?limit=100")
    print(times)  # noqa: T201 - shown with -s
    assert max(times.values()) < FAST, times
