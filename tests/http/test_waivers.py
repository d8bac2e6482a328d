"""Waivers over HTTP: kept for an account, looked at by its evaluations."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from sellervitals import gate
from sellervitals.limits import WAIVER_DAYS, WAIVERS
from sellervitals.routes import waivers as routes
from sellervitals.store import StorageUnavailableError

TODAY = datetime.now(UTC).date()
RULE = "amazon.order-defect-rate"
_sellers = count()


def day(ahead):
    return (TODAY + timedelta(days=ahead)).isoformat()


WHOLE = {"rule": RULE, "owner": "ana", "reason": "duplicate", "until": TODAY.isoformat()}


@pytest.fixture
def seller():
    return f"W{next(_sellers)}"


def content(seller, **change):
    account = {"marketplace": "amazon", "seller_id": seller}
    given = {"account": account, "rule": RULE, "owner": "ana", "reason": "under_appeal", "until": day(5)}
    return {**given, **change}


def post(client, seller, **change):
    return client.post("/v1/waivers", json=content(seller, **change))


def judged(client, seller, value="1.2", **more):
    request = {
        "account": {"marketplace": "amazon", "site": "US", "seller_id": seller},
        "metrics": {"order_defect_rate": {"segment": "mfn", "value": value, "unit": "percent"}},
        "store": False,
        **more,
    }
    answer = client.post("/v1/evaluations", json=request)
    assert answer.status_code in {200, 201}, answer.json
    return answer


def finding(answer):
    return next(each for each in answer.json["findings"] if each["rule"] == RULE)


def states(answer):
    return [each["state"] for each in answer.json["waivers"]]


def pointers(answer):
    assert answer.status_code == 422, answer.json
    return [each["pointer"] for each in answer.json["errors"]]


def test_a09_a_waiver_is_made_read_listed_and_ended(client, seller):
    made = post(client, seller, segment="mfn", note="Case 4")
    assert made.status_code == 201
    path = made.headers["Location"]
    assert path == f"/v1/waivers/{made.json['id']}"
    assert made.json["account"] == {"marketplace": "amazon", "seller_id": seller, "site": None}
    assert made.json["state"] == "in_force"
    read = client.get(path)
    assert (read.data, read.headers["ETag"]) == (made.data, made.headers["ETag"])
    assert client.get(path, headers={"If-None-Match": read.headers["ETag"]}).status_code == 304
    assert client.get(f"/v1/waivers?seller_id={seller}").json["data"] == [made.json]
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == client.delete(path).status_code == 404
    assert client.get(f"/v1/waivers?seller_id={seller}").json["data"] == []


def test_every_later_evaluation_of_the_account_looks_at_it(client, seller):
    without = judged(client, seller)
    made = post(client, seller).json
    for stored in (False, True):
        answer = judged(client, seller, store=stored)
        found = finding(answer)
        assert found["waiver"] == {name: made[name] for name in ("id", "owner", "reason", "until")}
        assert found["outcome"] == "fail"
        assert answer.json["score"] == without.json["score"]
        assert not [each for each in answer.json["actions"] if each["rule"] == RULE]
        assert found["remediation"] == finding(without)["remediation"]
        assert states(answer) == ["applied"]
    assert states(judged(client, f"{seller}-other")) == []
    assert states(judged(client, seller, "0.1")) == ["idle"]
    client.delete(f"/v1/waivers/{made['id']}")
    assert states(judged(client, seller)) == []


def test_without_a_seller_nobody_is_asked(client, monkeypatch):
    monkeypatch.setattr(routes, "waivers_of", None)
    request = {
        "account": {"marketplace": "amazon", "site": "US"},
        "metrics": {"order_defect_rate": {"value": "1", "unit": "percent"}},
    }
    assert client.post("/v1/evaluations", json=request).json["waivers"] == []


def test_the_day_that_decides_is_that_of_the_evaluation(client, seller):
    post(client, seller)
    for ahead, state, codes in ((5, "applied", []), (6, "expired", ["waiver_expired"])):
        answer = judged(client, seller, as_of=day(ahead))
        assert states(answer) == [state]
        assert [each["code"] for each in answer.json["warnings"]] == codes
        assert bool(finding(answer)["waiver"]) is (state == "applied")


def test_one_for_another_segment_is_reported_and_one_for_another_site_not_looked_at(client, seller):
    post(client, seller, segment="afn")
    account = {"marketplace": "amazon", "seller_id": seller, "site": "DE"}
    assert post(client, seller, account=account).json["account"]["site"] == "DE"
    answer = judged(client, seller)
    assert states(answer) == ["unmatched"]
    assert [each["code"] for each in answer.json["warnings"]] == ["waiver_unmatched"]


def test_inline_waivers_stand_beside_stored_ones(client, seller):
    stored = post(client, seller).json["id"]
    inline = {"rule": "amazon.none", "owner": "bo", "reason": "accepted_risk", "until": "2020-01-01"}
    answer = judged(client, seller, waivers=[inline, {**inline, "rule": RULE, "until": day(9)}])
    assert [(each["id"], each["state"]) for each in answer.json["waivers"]] == [
        (None, "unmatched"),
        (None, "applied"),
        (stored, "applied"),
    ]
    assert finding(answer)["waiver"] == {
        "id": None,
        "owner": "bo",
        "reason": "accepted_risk",
        "until": day(9),
    }


def test_r18_a_store_that_does_not_answer_keeps_nobody_from_judging(client, seller, app, monkeypatch):
    def down(*_):
        raise StorageUnavailableError("no")

    monkeypatch.setattr(app.extensions["sellervitals"].store.waivers, "of", down)
    answer = judged(client, seller)
    assert [each["code"] for each in answer.json["warnings"]] == ["waivers_unknown"]
    request = {"account": {"marketplace": "amazon", "seller_id": seller, "site": "US"}}
    request["metrics"] = {"order_defect_rate": {"value": "1", "unit": "percent"}}
    assert client.post("/v1/evaluations", json=request).status_code == 503


def test_a06_waivers_are_listed_newest_first_and_narrowed(client, seller):
    ids = [post(client, seller, until=day(ahead)).json["id"] for ahead in (0, 1)]
    ids.append(post(client, seller, rule="amazon.late-shipment-rate").json["id"])

    def listed(more=""):
        return [each["id"] for each in client.get(f"/v1/waivers?seller_id={seller}{more}").json["data"]]

    assert set(listed()) == set(ids)
    assert listed("&rule=amazon.late-shipment-rate") == ids[2:]
    assert set(listed("&state=in_force")) == set(ids), "the last day is included"
    assert listed("&state=expired") == listed("&marketplace=ebay") == []
    first = client.get(f"/v1/waivers?seller_id={seller}&limit=2").json
    rest = client.get(f"/v1/waivers?seller_id={seller}&limit=2&cursor={first['next_cursor']}").json
    assert {each["id"] for each in (*first["data"], *rest["data"])} == set(ids)
    assert client.get("/v1/waivers?state=gone").status_code == 400


def test_s06_an_account_has_at_most_200(client, seller, app):
    keeper = app.extensions["sellervitals"].store.waivers
    made = post(client, seller).json["id"]
    record = keeper.get("default", made)
    for number in range(WAIVERS - 1):
        keeper.add("default", record._replace(id=f"{made[:-3]}{number:03}"), most=WAIVERS)
    answer = post(client, seller)
    assert pointers(answer) == ["/account"]
    assert answer.json["errors"][0]["code"] == "limit-exceeded"
    assert len(judged(client, seller).json["waivers"]) == WAIVERS


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"until": day(WAIVER_DAYS + 1)}, ["/until"]),
        ({"until": day(-1)}, ["/until"]),
        ({"until": "soon"}, ["/until"]),
        ({"until": None}, ["/until"]),
        ({"reason": "because"}, ["/reason"]),
        ({"reason": 7}, ["/reason"]),
        ({"owner": " "}, ["/owner"]),
        ({"rule": "amazon.none"}, ["/rule"]),
        ({"rule": "ebay.defect-rate"}, ["/rule"]),
        ({"site": "US"}, ["/site"]),
        ({"tenant": "t"}, ["/tenant"]),
        ({"account": {"marketplace": "amazon"}}, ["/account/seller_id"]),
        ({"account": {"marketplace": "none", "seller_id": "A"}}, ["/account/marketplace"]),
        ({"account": {"marketplace": "amazon", "seller_id": "A", "site": "X"}}, ["/account/site"]),
        ({"account": "A"}, ["/account"]),
        ({"rule": "amazon.none", "until": day(-1), "owner": "a"}, ["/rule", "/until"]),
    ],
)
def test_a04_bad_waivers_are_refused_with_their_pointers(client, seller, change, expected):
    assert pointers(post(client, seller, **change)) == expected
    assert client.get(f"/v1/waivers?seller_id={seller}").json["data"] == []


def test_s06_a_waiver_ends_at_most_400_days_ahead(client, seller):
    for ahead in (0, WAIVER_DAYS):
        assert post(client, seller, until=day(ahead)).status_code == 201


@pytest.mark.parametrize("missing", ["account", "rule", "owner", "reason", "until"])
def test_who_what_why_and_how_long_are_required(client, seller, missing):
    given = content(seller)
    del given[missing]
    assert pointers(client.post("/v1/waivers", json=given)) == [f"/{missing}"]


@pytest.mark.parametrize(
    ("waivers", "expected"),
    [
        ({}, ["/waivers"]),
        ([7], ["/waivers/0"]),
        ([{}], [f"/waivers/0/{name}" for name in ("owner", "reason", "rule", "until")]),
        (
            [{"id": "wai_1", "rule": RULE, "owner": "a", "reason": "duplicate", "until": day(1)}],
            ["/waivers/0/id"],
        ),
        ([{"rule": RULE, "owner": "a", "reason": "duplicate", "until": day(999)}], ["/waivers/0/until"]),
        ([WHOLE] * (WAIVERS + 1), ["/waivers"]),
    ],
)
def test_bad_inline_waivers_are_refused_with_their_pointers(client, waivers, expected):
    request = {"metrics": {"order_defect_rate": {"value": "1", "unit": "percent"}}, "waivers": waivers}
    answer = client.post("/v1/evaluations", json={"account": {"marketplace": "amazon"}, **request})
    assert sorted(pointers(answer)) == expected


@pytest.mark.parametrize(
    "ident", ["wai_1", "ev_01kb0t3v9b2m4q8r6s1w5x7y9z", "%00", "wai_01kb0t3v9b2m4q8r6s1w5x7y9z"]
)
def test_an_id_that_is_none_is_not_there(client, ident):
    for method in ("get", "delete"):
        assert getattr(client, method)(f"/v1/waivers/{ident}").status_code == 404


def test_s01_s31_another_tenant_finds_nothing_and_waives_nothing(client, seller, monkeypatch):
    path = post(client, seller).headers["Location"]
    monkeypatch.setattr(gate, "TENANT", "another")
    assert client.get(path).status_code == client.delete(path).status_code == 404
    assert client.get(f"/v1/waivers?seller_id={seller}").json["data"] == []
    assert judged(client, seller).json["waivers"] == []
    monkeypatch.undo()
    assert client.get(path).status_code == 200


def test_the_steps_of_a_waived_finding_leave_the_calendar_and_its_days_stay(client, seller):
    def kinds():
        ident = judged(client, seller, store=True).json["id"]
        entries = client.get(f"/v1/evaluations/{ident}/calendar").json
        return {each["kind"] for each in entries["data"] if each["rule"] == RULE}

    before = kinds()
    assert "step" in before
    post(client, seller)
    assert kinds() == before - {"step"}
