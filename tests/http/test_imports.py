"""Imports: a file of dated snapshots becomes history, all of it or none, each day by its own policy."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.limits import FAULTS_ANSWERED, IMPORT_LINES
from sellervitals.store import account_id, ids_in_order, new_id

PAYLOADS = Path(__file__).parents[1] / "plugins" / "amazon" / "payloads"
KIOSK = (PAYLOADS / "data-kiosk.seller-analytics.days.jsonl").read_text("utf-8")
SHOP = """
    from sellervitals import plugin as sdk

    BY = {"a": sdk.Reference("Shop: rules", "https://shop.example/rules")}


    @sdk.hookimpl
    def sellervitals_marketplace():
        return sdk.Marketplace(
            id="wish", title="Wish", sites={"N": "North", "S": "South"},
            metrics=(sdk.Metric(id="late_rate", title="Late rate", unit="ratio", better="lower"),),
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
                ),
            ),
        ]
"""
OWN = account_id("default", "wish", "W1")
FIRST, CHANGE = date(2026, 1, 15), date(2026, 3, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(90)]


def envelope(day, value="3.5", seller="W1", **more):
    account = {"marketplace": "wish", "site": "N", "seller_id": seller}
    metrics = {"late_rate": {"value": value, "unit": "percent"}}
    return {"account": {**account, **more}, "as_of": str(day), "metrics": metrics}


def text(*bodies):
    return "".join(json.dumps(each) + "\n" for each in bodies)


def send(client, lines, kind="application/x-ndjson"):
    return client.post("/v1/imports", data=lines, content_type=kind)


def faults(response):
    return [(each["pointer"], each["code"]) for each in response.json["errors"]]


@pytest.fixture
def shop(install, database_url):
    install("wish", SHOP)
    made = create_app(Settings(database_url=database_url, log_level="ERROR"))
    yield made.test_client()
    made.extensions["sellervitals"].store.close()


def series(client, account=OWN, metric="late_rate"):
    return client.get(f"/v1/accounts/{account}/metrics/{metric}?limit=1000").json["data"]


def evaluations(client):
    return len(client.get("/v1/evaluations?limit=100").json["data"])


def test_each_snapshot_is_judged_by_the_policy_of_its_day_and_is_a_point_of_the_series(shop):
    lines = text(*(envelope(day, f"3.{number:02}") for number, day in enumerate(DAYS)))
    response = send(shop, lines)
    assert response.status_code == 201, response.json
    answer = response.json
    assert (answer["lines"], answer["imported"]) == (90, 90)
    assert [each["line"] for each in answer["evaluations"]] == list(range(1, 91))
    assert [each["as_of"] for each in answer["evaluations"]] == list(map(str, DAYS))
    assert {each["account"] for each in answer["evaluations"]} == {OWN}
    points = series(shop)
    assert [each["day"] for each in points] == list(map(str, DAYS))
    for day, point, made in zip(DAYS, points, answer["evaluations"], strict=True):
        (limit,) = point["limits"]
        line = "0.04" if day < CHANGE else "0.03"
        assert limit["limit"]["fail"] == line
        judged = shop.get(f"/v1/evaluations/{made['id']}").json
        (finding,) = judged["findings"]
        assert (judged["as_of"], finding["limit"]["fail"]) == (str(day), line)
        assert finding["outcome"] == ("pass" if day < CHANGE else "fail")
        assert (judged["score"]["value"], judged["score"]["band"]) == (made["score"], made["band"])
        assert judged["id"] == point["evaluation"]
    latest = shop.get(f"/v1/accounts/{OWN}").json["latest"]
    assert [each["as_of"] for each in latest] == [str(DAYS[-1])]
    again = send(shop, lines)
    assert again.status_code == 201
    assert series(shop) == points, "what is said again is there once"


def test_an_old_snapshot_does_not_replace_a_newer_evaluation_and_of_one_day_the_last_line_counts(shop):
    now = shop.post("/v1/evaluations", json=envelope("2026-11-22", "1", name="Now")).json
    old = send(shop, text(*(envelope("2026-01-01", str(value)) for value in range(20)))).json
    (latest,) = shop.get(f"/v1/accounts/{OWN}").json["latest"]
    assert latest["id"] == now["id"]
    history = shop.get(f"/v1/accounts/{OWN}/history").json["data"]
    ids = [each["id"] for each in old["evaluations"]]
    assert [each["id"] for each in history] == [now["id"], *reversed(ids)]
    assert shop.get(f"/v1/accounts/{OWN}").json["name"] == "Now"


def test_documents_of_a_marketplace_fill_the_series_by_either_door(client):
    line = {
        "account": {"seller_id": "kiosk-imported"},
        "as_of": "2026-11-22",
        "documents": [{"content": KIOSK}],
    }
    response = send(client, text(line))
    assert response.status_code == 201, response.json
    account = response.json["evaluations"][0]["account"]
    metric = "account_health_rating"
    imported = series(client, account, metric)
    assert len(imported) > 1
    body = {**line, "account": {"seller_id": "kiosk-posted"}}
    assert client.post("/v1/evaluations", json=body).status_code == 201
    posted = series(client, account_id("default", "amazon", "kiosk-posted"), metric)
    unlike = {"evaluation"}
    assert [{**each, **dict.fromkeys(unlike)} for each in imported] == [
        {**each, **dict.fromkeys(unlike)} for each in posted
    ]


def test_a_line_about_several_sites_becomes_an_evaluation_of_each(client):
    report = json.loads((PAYLOADS / "seller-performance.live-shape.json").read_text("utf-8"))
    line = {
        "account": {"seller_id": "imported-sites"},
        "as_of": "2026-11-20",
        "documents": [{"content": report}],
    }
    judged = client.post("/v1/evaluations", json={**line, "store": False}).json
    sites = [judged["account"]["site"], *(each["site"] for each in judged["other_sites"])]
    answer = send(client, "\n" + text(line)).json
    assert [(each["line"], each["site"]) for each in answer["evaluations"]] == [(2, site) for site in sites]
    assert (answer["lines"], answer["imported"]) == (1, len(sites))


def test_a04_the_faults_of_all_lines_are_answered_at_once_and_nothing_is_stored(shop):
    good = envelope(FIRST)
    rate = {"value": "1"}
    lines = [
        json.dumps(good),
        "",
        '{"as_of": ',
        json.dumps({**good, "as_of": "2026-13-01", "colour": "red"}),
        json.dumps({name: each for name, each in good.items() if name != "as_of"} | {"store": False}),
        json.dumps({**good, "metrics": {"late_rate": [rate, {"value": "x", "unit": "percent"}]}}),
        '{"as_of": "2026-01-01", "as_of": "2026-01-02"}',
        json.dumps({**good, "account": {"marketplace": "wish", "site": "N"}}),
        "[1]",
        '{"as_of": NaN}',
        json.dumps({**good, "documents": [{"content": {"what": 1}}]}),
        json.dumps(good),
    ]
    response = send(shop, "\n".join(lines))
    assert response.status_code == 422
    assert response.json["type"] == "/problems/validation-failed"
    assert faults(response) == [
        ("/3", "malformed-json"),
        ("/4/as_of", "validation-failed"),
        ("/4/colour", "unknown-field"),
        ("/5/as_of", "validation-failed"),
        ("/5/store", "validation-failed"),
        ("/6/metrics/late_rate/0/unit", "unit-missing"),
        ("/6/metrics/late_rate/1/value", "validation-failed"),
        ("/7", "duplicate-key"),
        ("/8/account/seller_id", "validation-failed"),
        ("/9", "validation-failed"),
        ("/10", "malformed-json"),
        ("/11/documents/0/content", "document-not-recognised"),
    ]
    assert response.json["errors"][0]["detail"] == "Expecting value at column 11."
    assert evaluations(shop) == 0
    assert shop.get("/v1/accounts").json["data"] == []


def test_r21_a_line_that_cannot_be_stored_takes_all_others_with_it(shop, monkeypatch):
    taken = iter(["ev_" + "0" * 26] * 2)
    monkeypatch.setattr("sellervitals.routes.imports.ids_in_order", lambda *_: taken)
    assert send(shop, text(envelope(FIRST), envelope(CHANGE))).status_code == 422
    assert evaluations(shop) == 0
    assert shop.get("/v1/accounts").json["data"] == []


def test_s06_as_many_lines_as_there_may_be_and_no_more(shop):
    response = send(shop, text(*[envelope(FIRST)] * IMPORT_LINES))
    assert response.status_code == 201, response.json
    assert response.json["imported"] == IMPORT_LINES
    refused = send(shop, text(*[envelope(FIRST)] * (IMPORT_LINES + 1)))
    assert (refused.status_code, faults(refused)) == (422, [("", "limit-exceeded")])


def test_s06_all_lines_together_hold_a_bounded_number_of_measurements(shop, monkeypatch):
    monkeypatch.setattr("sellervitals.importing.IMPORT_READ", 3)
    assert send(shop, text(*map(envelope, DAYS[:3]))).status_code == 201
    refused = send(shop, text(*map(envelope, DAYS[:5])))
    assert (refused.status_code, faults(refused)) == (422, [("/4", "limit-exceeded")])
    assert evaluations(shop) == 3


def test_s06_a_line_is_as_long_as_a_body_and_no_longer(install, sqlite_url):
    install("wish", SHOP)
    made = create_app(Settings(database_url=sqlite_url, log_level="ERROR", max_body_bytes=1024))
    line = json.dumps(envelope(FIRST))
    for padded, status in ((1024, 201), (1025, 422)):
        inside = line[:-1] + " " * (padded - len(line)) + "}"
        assert len(inside) == padded
        response = send(made.test_client(), inside)
        assert response.status_code == status, response.json
    assert faults(response) == [("/1", "limit-exceeded")]
    made.extensions["sellervitals"].store.close()


def test_no_more_faults_are_looked_for_than_are_answered(shop):
    response = send(shop, "x\n" * (FAULTS_ANSWERED + 5))
    assert (response.status_code, response.json["type"]) == (400, "/problems/malformed-json")
    assert len(response.json["errors"]) == FAULTS_ANSWERED


@pytest.mark.parametrize(
    ("body", "kind", "status", "slug"),
    [
        ("", "application/x-ndjson", 422, "validation-failed"),
        ("\n \r\n\t\n", "application/x-ndjson", 422, "validation-failed"),
        ("{}", "application/json", 415, "unsupported-media-type"),
        ("{}", "text/csv", 415, "unsupported-media-type"),
        ("{}", "application/x-ndjson; charset=utf-16", 400, "invalid-encoding"),
        (b'{"as_of": "\xff"}', "application/jsonl", 400, "invalid-encoding"),
        (b"\xef\xbb\xbf{}", "application/jsonl", 400, "malformed-json"),
    ],
)
def test_b_a_body_that_is_no_lines_is_refused(client, body, kind, status, slug):
    response = send(client, body, kind)
    assert (response.status_code, response.json["type"]) == (status, f"/problems/{slug}")
    if status == 415:
        assert response.headers["Accept-Post"] == "application/x-ndjson, application/jsonl"


def test_lines_may_end_like_windows_has_it_and_the_last_one_anyhow(shop):
    lines = "\r\n\r\n".join(json.dumps(envelope(day)) for day in DAYS[:3])
    answer = send(shop, lines, "application/jsonl; charset=UTF-8")
    assert [each["line"] for each in answer.json["evaluations"]] == [1, 3, 5]


def test_ids_of_one_import_sort_in_the_order_of_its_lines():
    made = ids_in_order("ev", 1_795_305_600_000)
    some = [next(made) for _ in range(1000)]
    assert some == sorted(set(some))
    assert some[-1] < new_id("ev", 1_795_305_600_001)
    with pytest.raises(ValueError, match="no time"):
        ids_in_order("ev", 1 << 48)
