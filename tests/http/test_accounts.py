"""Accounts through the door: what evaluations make of them, their history, and what is never shown."""

import json
import re
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import time

import pytest
import yaml

from sellervitals import gate
from sellervitals.routes import cursor
from sellervitals.store import account_id

SPEC = yaml.safe_load((Path(__file__).parents[2] / "openapi.yaml").read_text("utf-8"))
ANOTHER = "acc_" + "0" * 26
_sellers = count(1)


@pytest.fixture
def seller():
    """A seller that nobody else has."""
    return f"accounts-{next(_sellers)}"


def request(seller, day="2026-11-20", value="1.2", *, site="US", **account):
    return {
        "account": {"marketplace": "amazon", "site": site, "seller_id": seller, **account},
        "as_of": day,
        "metrics": {"order_defect_rate": [{"segment": "mfn", "value": value, "unit": "percent"}]},
    }


def post(client, *args, **more):
    response = client.post("/v1/evaluations", json=request(*args, **more))
    assert response.status_code == 201, response.json
    return response.json


def of(seller):
    return f"/v1/accounts/{account_id('default', 'amazon', seller)}"


def refused(response, slug, *pointers):
    assert response.json["type"] == f"/problems/{slug}", response.json
    assert [each["pointer"] for each in response.json.get("errors", ())] == list(pointers)
    return response.json


def walk(client, address):
    found = []
    while address:
        page = client.get(address)
        assert page.status_code == 200, page.json
        found += page.json["data"]
        link = page.headers.get("Link")
        assert (link is not None) is page.json["has_more"] is (page.json["next_cursor"] is not None)
        address = link and link.removeprefix("<").partition(">")[0]
    return found


def test_an_account_has_its_name_its_tags_and_its_newest_evaluation_of_each_site(client, seller):
    first = post(client, seller, "2026-11-20", name="Lamps & more", tags=["north", "b2b"])
    newest = post(client, seller, "2026-11-21", "0.1")
    post(client, seller, "2024-01-01")
    there = post(client, seller, site="DE")
    (listed,) = client.get(f"/v1/accounts?seller_id={seller}").json["data"]
    assert client.get(of(seller)).json == listed
    assert {name: listed[name] for name in ("marketplace", "seller_id", "name", "tags", "first_seen_at")} == {
        "marketplace": "amazon",
        "seller_id": seller,
        "name": "Lamps & more",
        "tags": ["b2b", "north"],
        "first_seen_at": first["observed_at"],
    }
    assert [(each["site"], each["id"]) for each in listed["latest"]] == [
        ("DE", there["id"]),
        ("US", newest["id"]),
    ]
    (summary,) = client.get(f"/v1/evaluations?seller_id={seller}&site=DE").json["data"]
    assert listed["latest"][0] == summary


def test_accounts_are_filtered_by_tag_and_marketplace(client, seller):
    post(client, seller, tags=[f"tag of {seller}", "x"])
    post(client, f"{seller}-2", tags=["x"])
    for query, found in (
        (f"tag=tag of {seller}", 1),
        (f"tag=tag of {seller}&marketplace=amazon", 1),
        (f"tag=tag of {seller}&marketplace=nowhere", 0),
        ("tag=nowhere", 0),
    ):
        assert len(client.get(f"/v1/accounts?{query}").json["data"]) == found
    post(client, seller, tags=["x"])
    assert client.get(f"/v1/accounts?tag=tag of {seller}").json["data"] == []


def test_without_a_seller_or_without_storing_there_is_no_account(client, seller):
    body = request(seller)
    before = len(walk(client, "/v1/accounts?limit=100"))
    assert client.post("/v1/evaluations", json={**body, "store": False}).status_code == 200
    refused(client.get(of(seller)), "not-found")
    del body["account"]["seller_id"]
    made = client.post("/v1/evaluations", json=body)
    assert client.get(made.headers["Location"]).status_code == 200
    assert len(walk(client, "/v1/accounts?limit=100")) == before


def test_history_is_ordered_by_the_day_it_is_about_whenever_it_was_stored(client, seller):
    days = ["2026-11-20", "2024-02-29", "2026-11-21", "2026-11-20", "2025-06-30"]
    made = [(day, post(client, seller, day)["id"]) for day in days]
    there = post(client, seller, "2026-11-22", site="DE")["id"]
    found = walk(client, f"{of(seller)}/history?limit=2")
    assert [(each["as_of"], each["site"]) for each in found] == [
        ("2026-11-22", "DE"),
        *((day, "US") for day in sorted(days, reverse=True)),
    ]
    assert {each["id"] for each in found} == {there, *(ident for _, ident in made)}
    span = walk(client, f"{of(seller)}/history?from=2025-06-30&to=2026-11-20&site=US")
    assert [each["as_of"] for each in span] == ["2026-11-20", "2026-11-20", "2025-06-30"]


def test_a06_walks_meet_every_account_and_evaluation_once_whatever_is_stored_meanwhile(client, seller):
    names = {f"{seller}-{each}" for each in range(7)}
    for name in names:
        post(client, name, tags=[seller])
    seen, address = [], f"/v1/accounts?tag={seller}&limit=2"
    while address:
        page = client.get(address)
        seen += [each["seller_id"] for each in page.json["data"]]
        post(client, f"{seller}-{len(seen)}", tags=[seller])
        post(client, f"{seller}-new-{len(seen)}", tags=[seller])
        link = page.headers.get("Link")
        address = link and link.removeprefix("<").partition(">")[0]
    assert names <= set(seen)
    assert len(seen) == len(set(seen))


def test_a08_an_account_has_an_etag_that_changes_with_it(client, seller):
    post(client, seller)
    first = client.get(of(seller))
    again = client.get(of(seller), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    post(client, seller)
    changed = client.get(of(seller), headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize(
    "part", ["", "/history", "/metrics/order_defect_rate", "/diff?from=2026-01-01&to=2026-01-02"]
)
@pytest.mark.parametrize(
    "ident", [ANOTHER, "acc_x", "ev_00000000000000000000000000", "%00", "../x", "x" * 5_000]
)
def test_b62_no_such_account(client, ident, part):
    refused(client.get(f"/v1/accounts/{ident}{part}"), "not-found")


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("?limit=0", "limit"),
        ("?limit=101", "limit"),
        ("?site=US", "site"),
        ("?tag=", "tag"),
        (f"?tag={'x' * 65}", "tag"),
        ("?marketplace=%00", "marketplace"),
        ("/{id}?x=1", "x"),
        ("/{id}/history?from=yesterday", "from"),
        ("/{id}/history?to=2026-02-30", "to"),
        ("/{id}/history?limit=101", "limit"),
        ("/{id}/history?from=2026-01-01&from=2026-01-02", "from"),
        ("/{id}/metrics/order_defect_rate?limit=1001", "limit"),
        ("/{id}/metrics/order_defect_rate?tag=x", "tag"),
        ("/{id}/diff?to=2026-01-01", "from"),
        ("/{id}/diff?from=2026-01-01&to=ev_1", "to"),
        ("/{id}/diff?from=2026-01-01&to=2026-13-01", "to"),
    ],
)
def test_b63_b64_parameters_are_strict(client, seller, path, pointer):
    post(client, seller)
    ident = account_id("default", "amazon", seller)
    problem = refused(client.get(f"/v1/accounts{path.format(id=ident)}"), "invalid-parameter", pointer)
    assert problem["status"] == 400


def test_b63_from_is_not_lost_among_several_faults(client, seller):
    post(client, seller)
    response = client.get(f"{of(seller)}/diff?from=x&x=1")
    faults = {each["pointer"]: each["detail"] for each in response.json["errors"]}
    assert faults.keys() == {"from", "to", "x"}
    assert faults["to"] == "is needed."


@pytest.mark.parametrize("kind", ["", "/{id}/history", "/{id}/metrics/order_defect_rate"])
def test_b65_a_cursor_is_for_one_list(client, seller, kind):
    for name in (seller, f"{seller}-other"):
        for day in ("2026-11-20", "2026-11-21"):
            post(client, name, day)
    mine, other = (account_id("default", "amazon", name) for name in (seller, f"{seller}-other"))
    path = f"/v1/accounts{kind.format(id=mine)}"
    given = client.get(f"{path}?limit=1").json["next_cursor"]
    assert client.get(f"{path}?limit=1&cursor={given}").status_code == 200
    refused(
        client.get(f"{path}?site=DE&cursor={given}" if kind else f"{path}?tag=x&cursor={given}"),
        "invalid-cursor",
    )
    refused(client.get(f"/v1/evaluations?cursor={given}"), "invalid-cursor")
    if kind:
        refused(client.get(f"/v1/accounts{kind.format(id=other)}?cursor={given}"), "invalid-cursor")


@pytest.mark.parametrize("kind", ["/{id}/history", "/{id}/metrics/order_defect_rate", ""])
@pytest.mark.parametrize("place", ["", "2026-11-20", "x.y", "2026-02-30.ev_1", "2026-11-20.\0", "\0"])
def test_b65_a_cursor_that_somebody_made_up_is_no_fault_of_ours(client, seller, kind, place):
    post(client, seller)
    path = f"/v1/accounts{kind.format(id=account_id('default', 'amazon', seller))}"
    made = cursor.write(place, int(time()), ("default", path))
    response = client.get(f"{path}?cursor={made}")
    assert response.status_code in {200, 400}
    if response.status_code == 400:
        refused(response, "invalid-cursor")


def test_s01_s31_whoever_names_an_id_of_another_tenant_is_told_there_is_none(client, seller, monkeypatch):
    """Every operation of the document that takes an id, so that a new one cannot be forgotten."""
    made = post(client, seller)
    waiver = {
        "account": request(seller)["account"],
        "rule": "amazon.order-defect-rate",
        "owner": "ana",
        "reason": "duplicate",
        "until": f"{datetime.now(UTC).date()}",
    }
    assert client.put(f"/v1/profiles/{seller}", json={"marketplace": "amazon"}).status_code == 201
    theirs = {
        "evaluation_id": made["id"],
        "account_id": account_id("default", "amazon", seller),
        "waiver_id": client.post("/v1/waivers", json=waiver).json["id"],
        "profile_name": seller,
    }
    nobodys = {
        "evaluation_id": "ev_" + "0" * 26,
        "account_id": ANOTHER,
        "waiver_id": "wai_" + "0" * 26,
        "profile_name": "nobodys",
    }
    own = {"metric": "order_defect_rate"}
    shared = {"marketplace_id", "rule_id", "slug", "asset"}
    asked = 0
    for path, item in SPEC["paths"].items():
        named = set(re.findall(r"{(\w+)}", path)) - own.keys() - shared
        assert named <= theirs.keys(), path
        if not named:
            continue
        for method in sorted(item.keys() - {"parameters", "put"}, key="delete".__eq__):  # what is gone last
            query = "?from=2026-11-20&to=2026-11-30" if path.endswith("/diff") else ""

            def ask(ids, path=path, method=method, query=query):
                response = client.open(path.format(**ids, **own) + query, method=method.upper(), json={})
                body = {**(response.json if response.data else {}), "request_id": "", "instance": ""}
                return response.status_code, json.dumps(body)

            with monkeypatch.context() as patch:
                patch.setattr(gate, "TENANT", "somebody else")
                assert ask(theirs) == ask(nobodys)
                assert ask(theirs)[0] == 404
            assert ask(theirs)[0] in {200, 204, 422}
            asked += 1
    assert asked >= 15


def test_s01_an_evaluation_of_another_tenant_or_account_cannot_be_compared(client, seller, monkeypatch):
    mine, foreign = post(client, seller)["id"], post(client, f"{seller}-other")["id"]
    response = client.get(f"{of(seller)}/diff?from={mine}&to={foreign}")
    refused(response, "invalid-parameter", "to")
    response = client.get(f"{of(seller)}/diff?from=ev_{'0' * 26}&to={foreign}")
    refused(response, "invalid-parameter", "from", "to")
    with monkeypatch.context() as patch:
        patch.setattr(gate, "TENANT", "somebody else")
        theirs = post(client, seller)["id"]
        assert walk(client, "/v1/accounts")[0]["seller_id"] == seller
        assert len(walk(client, "/v1/accounts")) == 1
    response = client.get(f"{of(seller)}/diff?from={mine}&to={theirs}")
    refused(response, "invalid-parameter", "to")
    assert [each["id"] for each in walk(client, f"{of(seller)}/history")] == [mine]
