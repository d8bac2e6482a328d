"""An open marketplace through the door: what is taken there, and refused everywhere else."""

import pytest

DAY = "2026-11-22"


def post(client, metrics, marketplace="generic", **account):
    account = {"marketplace": marketplace, "seller_id": "own", **account}
    return client.post(
        "/v1/evaluations", json={"account": account, "as_of": DAY, "store": False, "metrics": metrics}
    )


def found(response):
    return {(each["rule"], each["segment"]): each for each in response.json["findings"] if each["value"]}


def test_the_catalogue_says_which_marketplaces_are_open(client):
    open_ones = {
        each["id"]: each["families"]
        for each in client.get("/v1/marketplaces").json["data"]
        if each["families"]
    }
    assert open_ones.keys() == {"generic"}
    known = {each["id"] for each in client.get("/v1/metrics?marketplace=generic").json["data"]}
    assert set(open_ones["generic"]) < known


def test_a_name_of_the_callers_own_is_judged_by_the_target_that_came_with_it(client):
    given = {"value": "1.2", "unit": "percent", "target": "1", "comparator": "below", "severity": "critical"}
    response = post(client, {"packing_error_rate": given})
    assert response.status_code == 200
    ((key, finding),) = found(response).items()
    assert key == ("generic.own-rate-lower", "packing_error_rate")
    assert (finding["outcome"], finding["severity"]) == ("fail", "critical")
    assert finding["limit"]["origin"] == "caller"
    assert finding["evidence"] == [{"document": "metrics", "pointer": "/metrics/packing_error_rate"}]
    assert response.json["score"]["cap"]["at"] == "49"


def test_strict_requests_may_name_what_they_like_too(client):
    given = {"value": 3, "unit": "days", "target": 2, "comparator": "at_most"}
    body = {"account": {"marketplace": "generic"}, "store": False, "metrics": {"lead time": given}}
    response = client.post("/v1/evaluations", json=body, headers={"Prefer": "handling=strict"})
    assert found(response)["generic.own-days-lower", "lead time"]["outcome"] == "fail"


def test_every_fault_is_answered_at_its_place(client):
    response = post(
        client,
        {
            "packing": {"value": 1, "target": "x", "severity": "bad"},
            "a/b": {"value": 5, "unit": "percent", "comparator": "="},
            "refund_rate": {"value": 1, "unit": "percent", "target": 2},
        },
    )
    assert response.status_code == 422
    assert {each["pointer"] for each in response.json["errors"]} == {
        "/metrics/packing/unit",
        "/metrics/packing/comparator",
        "/metrics/packing/severity",
        "/metrics/a~1b/comparator",
        "/metrics/refund_rate/comparator",
    }


@pytest.mark.parametrize("field", ["target", "comparator", "severity"])
def test_elsewhere_the_fields_are_unknown(client, field):
    given = {"value": "1", "unit": "percent", field: "high"}
    response = post(client, {"order_defect_rate": given}, "amazon", site="US")
    assert response.status_code == 422
    assert response.json["type"].endswith("unknown-field")
    assert [each["pointer"] for each in response.json["errors"]] == [f"/metrics/order_defect_rate/{field}"]


def test_elsewhere_an_unknown_name_is_listed_as_ignored(client):
    given = {"value": "1", "unit": "percent", "comparator": "<"}
    response = post(client, {"packing_error_rate": given}, "amazon", site="US")
    assert [each["code"] for each in response.json["coverage"]["ignored"]] == ["unrecognised_metric"]
