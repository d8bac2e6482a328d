"""Values that jump against their own history: said beside the findings, and never a reason for one."""

import json
from datetime import date, timedelta
from pathlib import Path

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
                sdk.Metric(id="points", title="Points", unit="points", better="higher"),
                sdk.Metric(id="standing", title="Standing", unit="state", better="lower"),
            ),
            scorecard=sdk.Scorecard(version="wish-1", weights={"wish.late": 1}),
        )


    @sdk.hookimpl
    def sellervitals_rules():
        return [
            sdk.Rule(
                id="wish.late", title="Late", why="Sales stop.", severity="critical", metric="late_rate",
                references=BY, since="1.0", steps=(sdk.step("look", "low", "operations")("Look."),),
                limits=(sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("40"), source="a"),),
            ),
        ]
"""
OWN = account_id("default", "wish", "W1")
FIRST = date(2026, 1, 1)
CALM = ["1", "1.1", "0.9", "1", "1.2", "0.8", "1", "1.1"]


@pytest.fixture
def shop(install, database_url):
    install("wish", SHOP)
    made = create_app(Settings(database_url=database_url, log_level="ERROR"))
    yield made.test_client()
    made.extensions["sellervitals"].store.close()


def measured(values, *, days=30, unit="percent", **more):
    """One value a day, each with a window of so many days."""
    return [
        {
            "value": value,
            "unit": unit,
            "window": {
                "from": str(FIRST + timedelta(number) - timedelta(days - 1)),
                "to": str(FIRST + timedelta(number)),
            },
            **more,
        }
        for number, value in enumerate(values)
    ]


def judge(client, metrics, *, site="N", seller="W1", as_of="2026-02-01", store=True):
    account = {"marketplace": "wish", "site": site, "seller_id": seller}
    body = {"account": account, "as_of": as_of, "metrics": metrics, "store": store}
    response = client.post("/v1/evaluations", json=body)
    assert response.status_code in {200, 201}, response.json
    return response.json


def asked(client, query="", account=OWN):
    response = client.get(f"/v1/accounts/{account}/anomalies{query}")
    assert response.status_code == 200, response.json
    return response.json


def test_u36_a_jump_is_said_and_changes_no_finding_score_or_action(shop):
    quiet = judge(shop, {"late_rate": measured(CALM[:7] + ["9"])}, store=False)
    loud = judge(shop, {"late_rate": measured([*CALM, "9"])}, store=False)
    (anomaly,) = loud["anomalies"]
    assert quiet["anomalies"] == [], "seven values before are too few"
    assert {name: each for name, each in anomaly.items() if name != "message"} == {
        "metric": "late_rate",
        "segment": None,
        "day": "2026-01-09",
        "value": "0.09",
        "unit": "ratio",
        "display": "9 %",
        "median": "0.01",
        "deviation": "0.001",
        "score": "53.96",
        "threshold": "3.5",
        "points": 8,
        "direction": "worse",
        "policy": False,
    }
    assert anomaly["message"] == (
        "Late rate was 9 % on 2026-01-09. The median of the 8 values before is 1 %, and at least half of them"
        " lie within 0.1 percentage points of it: a robust z-score of 53.96, beyond 3.5."
        " This is no policy: it says what is unusual, not what is bad."
    )
    (finding,) = loud["findings"]
    assert finding["outcome"] == "pass"
    for part in ("score", "actions", "level"):
        assert loud[part] == quiet[part]


def test_what_rose_above_a_constant_series_is_said_without_a_score(shop):
    loud = judge(shop, {"late_rate": measured(["0"] * 8 + ["0.5"])}, store=False)
    (anomaly,) = loud["anomalies"]
    assert (anomaly["score"], anomaly["deviation"], anomaly["median"]) == (None, "0", "0")
    assert "More than half of the 8 values before are 0 %" in anomaly["message"]
    assert "it departs by 0.5 percentage points" in anomaly["message"]
    assert judge(shop, {"late_rate": measured(["0"] * 8 + ["0.09"])}, store=False)["anomalies"] == []


def test_the_direction_is_that_of_the_metric(shop):
    for value, direction in (("900", "better"), ("10", "worse")):
        series = measured(["300", "301", "299", "302", "298", "300", "301", "299", value], unit="points")
        (anomaly,) = judge(shop, {"points": series}, store=False)["anomalies"]
        assert (anomaly["direction"], anomaly["score"][0] == "-") == (direction, direction == "worse")


def test_only_what_is_alike_is_compared(shop):
    other = measured(CALM, segment="b")
    for series in (
        [*measured(CALM, days=7), *measured(["1"] * 8 + ["9"])[-1:]],
        [*other, *measured(["1"] * 8 + ["9"], segment="a")[-1:]],
        [*measured(CALM), {"value": "9", "unit": "percent"}],
    ):
        assert judge(shop, {"late_rate": series}, store=False)["anomalies"] == []
    states = [{**each, "value": f"S{at}"} for at, each in enumerate(measured([*CALM, "9"]))]
    for each in states:
        del each["unit"]
    assert judge(shop, {"standing": states}, store=False)["anomalies"] == []


def test_counts_that_decide_are_what_is_compared(shop):
    series = measured([*CALM, "9"])
    series[-1] |= {"numerator": 9001, "denominator": 100_000}
    (anomaly,) = judge(shop, {"late_rate": series}, store=False)["anomalies"]
    assert anomaly["value"] == "0.09001"


def test_a_native_document_with_history_is_looked_at_too(client):
    lines = (PAYLOADS / "data-kiosk.seller-analytics.days.jsonl").read_text("utf-8").splitlines()
    one = json.loads(lines[0])
    periods = []
    for number in range(12):
        day = str(date(2026, 11, 1) + timedelta(number))
        figures = {"accountHealthRatingScore": {"value": 900 + number % 3 if number < 11 else 400}}
        metrics = [{"groupByKey": {"marketplaceId": "ATVPDKIKX0DER"}, "metrics": {"accountHealth": figures}}]
        periods.append({**one, "startDate": day, "endDate": day, "metrics": metrics})
    body = {"account": {"seller_id": "kiosk-jump"}, "documents": [{"content": periods}]}
    (anomaly,) = client.post("/v1/evaluations", json=body).json["anomalies"]
    assert (anomaly["metric"], anomaly["value"], anomaly["points"]) == ("account_health_rating", "400", 11)
    account = account_id("default", "amazon", "kiosk-jump")
    (stored,) = asked(client, account=account)["data"]
    assert {name: stored[name] for name in anomaly} == anomaly, "both doors say the same"


def test_dated_snapshots_become_a_history_that_is_looked_at(shop):
    values = [*CALM, "9", *CALM]
    for number, value in enumerate(values):
        metrics = {"late_rate": {"value": value, "unit": "percent"}, "points": {"value": 5, "unit": "points"}}
        judge(shop, metrics, as_of=str(FIRST + timedelta(number)))
        judge(shop, metrics, as_of=str(FIRST + timedelta(number)), seller="W2")
    calm = {"late_rate": {"value": "1", "unit": "percent"}}
    for number in range(12):
        judge(shop, calm, as_of=str(FIRST + timedelta(number)), site="S")
    answer = asked(shop)
    (anomaly,) = answer["data"]
    assert (anomaly["day"], anomaly["site"], anomaly["metric"]) == ("2026-01-09", "N", "late_rate")
    assert (anomaly["points"], anomaly["score"], anomaly["policy"]) == (8, "53.96", False)
    assert shop.get(f"/v1/evaluations/{anomaly['evaluation']}").json["as_of"] == "2026-01-09"
    assert (answer["complete"], answer["points"], answer["looked_back_to"]) == (True, 46, "2026-01-01")
    for query, number in (
        ("?from=2026-01-09&to=2026-01-09", 1),
        ("?from=2026-01-10", 0),
        ("?to=2026-01-08", 0),
        ("?site=N", 1),
        ("?site=S", 0),
        ("?metric=late_rate", 1),
        ("?metric=points", 0),
        ("?metric=standing", 0),
    ):
        assert len(asked(shop, query)["data"]) == number, query


def test_of_one_day_what_was_stored_last_counts(shop):
    for number, value in enumerate([*CALM, "9"]):
        metrics = {"late_rate": {"value": value, "unit": "percent"}}
        judge(shop, metrics, as_of=str(FIRST + timedelta(number)))
    assert len(asked(shop)["data"]) == 1
    judge(shop, {"late_rate": {"value": "1.05", "unit": "percent"}}, as_of="2026-01-09")
    assert asked(shop)["data"] == [], "the marketplace corrected itself"


def test_a06_a_walk_meets_every_anomaly_once(shop):
    late = measured([*CALM, *(str(each) for each in range(10, 30))])
    points = measured(["300"] * 8 + [str(each) for each in range(400, 420)], unit="points")
    judge(shop, {"late_rate": late, "points": points})
    whole = asked(shop, "?limit=100")
    assert len(whole["data"]) > 5
    days = [each["day"] for each in whole["data"]]
    assert days == sorted(days, reverse=True)
    assert len({(each["day"], each["metric"]) for each in whole["data"]}) == len(days)
    seen, query = [], "?limit=3"
    while query:
        page = asked(shop, query)
        seen += page["data"]
        query = page["next_cursor"] and f"?limit=3&cursor={page['next_cursor']}"
    assert seen == whole["data"]


def test_more_than_can_be_read_is_said(shop, monkeypatch):
    judge(shop, {"late_rate": measured([*CALM, "9", *CALM])})
    monkeypatch.setattr("sellervitals.routes.anomalies.ANOMALY_POINTS", 16)
    answer = asked(shop)
    assert (answer["complete"], answer["points"], answer["looked_back_to"]) == (False, 16, "2026-01-02")
    monkeypatch.setattr("sellervitals.routes.anomalies.ANOMALY_POINTS", 17)
    assert asked(shop)["complete"] is True


def test_a_metric_that_no_plugin_knows_any_more_has_no_direction(shop, database_url):
    judge(shop, {"late_rate": measured([*CALM, "9"])})
    blocked = create_app(Settings(database_url=database_url, log_level="ERROR", blocked_plugins=("wish",)))
    (anomaly,) = asked(blocked.test_client())["data"]
    assert (anomaly["metric"], anomaly["direction"], anomaly["display"]) == ("late_rate", None, "9 %")
    assert anomaly["message"].startswith("late_rate was 9 %")
    assert asked(blocked.test_client(), "?metric=late_rate")["data"]
    blocked.extensions["sellervitals"].store.close()


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("metric=unheard_of", "metric"),
        ("metric=", "metric"),
        ("from=x", "from"),
        ("to=2026-02-30", "to"),
        ("limit=0", "limit"),
        ("segment=a", "segment"),
    ],
)
def test_b_a_query_that_cannot_be_used_is_refused_by_name(shop, query, pointer):
    judge(shop, {"late_rate": measured(CALM)})
    problem = shop.get(f"/v1/accounts/{OWN}/anomalies?{query}")
    assert problem.status_code == 400
    assert [each["pointer"] for each in problem.json["errors"]] == [pointer]


def test_s01_an_account_of_nobody_has_no_anomalies(client):
    for account in (account_id("other", "wish", "W1"), "acc_x"):
        assert client.get(f"/v1/accounts/{account}/anomalies").status_code == 404
