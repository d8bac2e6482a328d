"""Profiles over HTTP: kept by name, used by evaluations, strict about their content."""

import json

import pytest

from sellervitals import gate
from sellervitals.limits import OWN_LIMITS
from sellervitals.own.profiles import GUARDRAILS

HOUSE = "/v1/profiles/house"
LINE = {"rule": "amazon.order-defect-rate", "unit": "percent", "fail": "0.8"}
PROFILE = {"marketplace": "amazon", "limits": [LINE]}
REQUEST = {
    "account": {"marketplace": "amazon", "site": "US"},
    "as_of": "2026-11-22",
    "metrics": {
        "order_defect_rate": {"value": "0.9", "unit": "percent", "numerator": 90, "denominator": 10000}
    },
    "store": False,
}


@pytest.fixture(autouse=True)
def _none_left(client):
    yield
    while names := [each["name"] for each in client.get("/v1/profiles").json["data"]]:
        for name in names:
            client.delete(f"/v1/profiles/{name}")


def put(client, content=PROFILE, path=HOUSE):
    return client.put(path, json=content)


def judged(client, **more):
    return client.post("/v1/evaluations", json={**REQUEST, **more})


def finding(answer):
    assert answer.status_code in {200, 201}, answer.json
    return next(each for each in answer.json["findings"] if each["rule"] == LINE["rule"])


def pointers(answer):
    assert answer.status_code == 422, answer.json
    return [each["pointer"] for each in answer.json["errors"]]


def test_a_profile_is_created_replaced_read_and_removed(client):
    created = put(client)
    assert (created.status_code, created.headers["Location"]) == (201, HOUSE)
    read = client.get(HOUSE)
    assert (read.data, read.headers["ETag"]) == (created.data, created.headers["ETag"])
    assert read.json["limits"] == [
        {
            "rule": "amazon.order-defect-rate",
            "metric": None,
            "segment": None,
            "site": None,
            "unit": "ratio",
            "comparator": None,
            "warn": None,
            "fail": "0.008",
        }
    ]
    assert (read.json["weights"], read.json["guardrails"]) == ({}, list(GUARDRAILS))
    replaced = put(client, {**PROFILE, "weights": {"amazon.valid-tracking-rate": 9}})
    assert (replaced.status_code, "Location" in replaced.headers) == (200, False)
    assert replaced.json["digest"] != created.json["digest"]
    assert client.delete(HOUSE).status_code == 204
    for method in ("get", "delete"):
        assert getattr(client, method)(HOUSE).status_code == 404


def test_a08_a_profile_has_an_etag(client):
    etag = put(client).headers["ETag"]
    again = client.get(HOUSE, headers={"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


def test_a06_profiles_are_listed_by_name(client):
    for name in ("c", "a", "b"):
        put(client, path=f"/v1/profiles/{name}")
    first = client.get("/v1/profiles?limit=2").json
    assert [each["name"] for each in first["data"]] == ["a", "b"]
    rest = client.get(f"/v1/profiles?limit=2&cursor={first['next_cursor']}").json
    assert ([each["name"] for each in rest["data"]], rest["has_more"]) == (["c"], False)
    assert client.get("/v1/profiles?marketplace=ebay").json["data"] == []


def test_an_evaluation_uses_a_stored_profile_by_its_name(client):
    digest = put(client).json["digest"]
    assert finding(judged(client))["outcome"] == "warn"
    answer = judged(client, profile="house", store=True)
    found = finding(answer)
    assert (found["outcome"], found["limit"]["origin"], found["policy"]["outcome"]) == (
        "fail",
        "profile",
        "warn",
    )
    assert answer.json["profile"] == {"name": "house", "digest": digest}
    client.delete(HOUSE)
    assert client.get(f"/v1/evaluations/{answer.json['id']}").data == answer.data


def test_an_inline_profile_says_the_same_as_a_stored_one(client):
    put(client)
    stored, inline = judged(client, profile="house"), judged(client, profile={"limits": [LINE]})
    assert stored.json["findings"] == inline.json["findings"]
    assert stored.json["profile"]["digest"] == inline.json["profile"]["digest"]
    assert inline.json["profile"]["name"] == "inline"
    assert judged(client, profile={"name": "Q4", "limits": []}).json["profile"]["name"] == "Q4"


def test_a_document_is_judged_by_a_profile_too(client):
    answer = client.post(
        "/v1/evaluations",
        data={"request": json.dumps({**REQUEST, "profile": {"limits": [LINE]}})},
        content_type="multipart/form-data",
    )
    assert finding(answer)["outcome"] == "fail"


def test_loosened_limits_are_told(client):
    answer = judged(client, profile={"limits": [{**LINE, "fail": "2"}]})
    found = finding(answer)
    assert (found["outcome"], found["own_limit"]["loosened"], found["policy"]) == ("warn", True, None)
    assert [each["code"] for each in answer.json["warnings"]] == ["limit_loosened"]


@pytest.mark.parametrize("profile", ["nobody", "house"])
def test_a_profile_that_cannot_be_used_is_refused(client, profile):
    put(client, {"marketplace": "ebay"})
    assert pointers(judged(client, profile=profile)) == ["/profile"]


def test_a_stored_profile_that_no_longer_holds_is_refused_and_says_why(client, app):
    put(client)
    rules = app.extensions["sellervitals"].judge.registry.rules
    gone = rules.pop("amazon.order-defect-rate")
    try:
        answer = judged(client, profile="house")
    finally:
        rules["amazon.order-defect-rate"] = gone
    assert pointers(answer) == ["/profile"]
    assert answer.json["errors"][0]["detail"] == (
        "the profile 'house' has to be renewed: /limits/0/rule is no rule for accounts on amazon."
    )


def line(**change):
    return {"marketplace": "amazon", "limits": [{**LINE, **change}]}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({}, ["/marketplace"]),
        ([], [""]),
        ("house", [""]),
        ({"marketplace": "nowhere"}, ["/marketplace"]),
        ({"marketplace": "amazon", "tenant": "t"}, ["/tenant"]),
        ({"marketplace": "amazon", "limits": {}}, ["/limits"]),
        ({"marketplace": "amazon", "limits": [1]}, ["/limits/0"]),
        ({"marketplace": "amazon", "limits": [LINE] * (OWN_LIMITS + 1)}, ["/limits"]),
        ({"marketplace": "amazon", "limits": [LINE, LINE]}, ["/limits/1"]),
        ({"marketplace": "amazon", "weights": []}, ["/weights"]),
        (
            {"marketplace": "amazon", "weights": {"amazon.order-defect-rate": 17}},
            ["/weights/amazon.order-defect-rate"],
        ),
        (
            {"marketplace": "amazon", "weights": {"amazon.order-defect-rate": "x"}},
            ["/weights/amazon.order-defect-rate"],
        ),
        (line(fail=-1), ["/limits/0/fail"]),
        (line(fail="1e3"), ["/limits/0/fail"]),
        (line(fail=True), ["/limits/0/fail"]),
        (line(fail=[]), ["/limits/0/fail"]),
        (line(fail=None), ["/limits/0/fail"]),
        (line(fail=10**15, unit="ratio"), ["/limits/0/fail"]),
        (line(comparator="under"), ["/limits/0/comparator"]),
        (line(unit=7), ["/limits/0/unit"]),
        (line(rule="\x00"), ["/limits/0/rule"]),
        (line(segment="x"), ["/limits/0/segment"]),
        (line(since="2026-01-01"), ["/limits/0/since"]),
    ],
)
def test_s06_bad_profiles_are_refused_with_their_pointer(client, content, expected):
    assert pointers(put(client, content)) == expected
    assert client.get(HOUSE).status_code == 404, "nothing was kept"
    if isinstance(content, dict) and "marketplace" in content and "/marketplace" not in expected:
        inline = judged(client, profile=content)
        assert pointers(inline) == [f"/profile{each}" for each in expected]


@pytest.mark.parametrize("profile", [7, None, True, [], "Not A Name", ""])
def test_what_is_neither_a_name_nor_a_profile_is_refused(client, profile):
    assert pointers(judged(client, profile=profile)) == ["/profile"]


@pytest.mark.parametrize("name", ["UPPER", "a b", "-a", "x" * 65, "%00", "ä"])
def test_a_name_that_cannot_be_is_refused_and_not_there(client, name):
    refused = put(client, path=f"/v1/profiles/{name}")
    assert (refused.status_code, refused.json["type"]) == (400, "/problems/invalid-parameter")
    assert client.get(f"/v1/profiles/{name}").status_code == 404
    assert client.delete(f"/v1/profiles/{name}").status_code == 404


def test_s01_s31_another_tenant_finds_nothing(client, monkeypatch):
    put(client)
    monkeypatch.setattr(gate, "TENANT", "another")
    assert client.get("/v1/profiles").json["data"] == []
    assert client.get(HOUSE).status_code == client.delete(HOUSE).status_code == 404
    assert pointers(judged(client, profile="house")) == ["/profile"]
    assert put(client).status_code == 201
    assert client.delete(HOUSE).status_code == 204
    monkeypatch.undo()
    assert client.get(HOUSE).status_code == 200


def test_a_plan_of_action_never_mentions_a_house_rule(client):
    def plan(value, profile):
        metrics = {
            "order_defect_rate": {"value": value, "unit": "percent", "numerator": 9, "denominator": 1000}
        }
        made = judged(
            client, metrics=metrics, store=True, profile={"limits": [{**LINE, "fail": profile}]}
        ).json
        assert finding(judged(client, metrics=metrics, profile={"limits": [{**LINE, "fail": profile}]}))[
            "policy"
        ]
        return client.post(f"/v1/evaluations/{made['id']}/plan-of-action", json={}).json["findings"]

    (section,) = plan("0.9", "0.8")
    facts = section["facts"]
    assert (facts["outcome"], facts["limit"]["origin"], facts["limit"]["fail"]) == ("warn", "table", "0.01")
    assert "own" not in facts["message"].split()
    quiet = {"late_shipment_rate": {"segment": "30d", "value": "1", "unit": "percent"}}
    strict = {"limits": [{"rule": "amazon.late-shipment-rate", "unit": "percent", "fail": "0.5"}]}
    made = judged(client, metrics=quiet, store=True, profile=strict).json
    assert [each["outcome"] for each in made["findings"] if each["rule"].endswith("late-shipment-rate")] == [
        "fail"
    ]
    assert client.post(f"/v1/evaluations/{made['id']}/plan-of-action", json={}).json["findings"] == []
