"""Judging, storing, reading again, walking the list."""

import json
import random
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from sellervitals.routes import cursor
from sellervitals.store import StorageFullError, StorageUnavailableError, Store

PAYLOADS = Path(__file__).parents[1] / "plugins" / "amazon" / "payloads"
REPORT = (PAYLOADS / "seller-performance.assembled-from-property-examples.json").read_bytes()
METRICS = {"order_defect_rate": [{"segment": "mfn", "value": "1.2", "unit": "percent"}]}


def request(seller="A1", **more):
    return {
        "account": {"marketplace": "amazon", "site": "US", "seller_id": seller},
        "as_of": "2026-11-22",
        "metrics": METRICS,
        **more,
    }


def test_a09_stored_evaluations_are_answered_in_full_and_found_where_they_say(client):
    first = client.post("/v1/evaluations", json=request())
    assert (first.status_code, first.content_type) == (201, "application/json")
    assert first.headers["Location"] == f"/v1/evaluations/{first.json['id']}"
    again = client.get(first.headers["Location"])
    assert (again.status_code, again.data) == (200, first.data)
    assert again.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("tag", ["{0}", "W/{0}", '"x", {0}', "*"])
def test_a08_a_known_etag_saves_the_body(client, tag):
    made = client.post("/v1/evaluations", json=request())
    where, etag = made.headers["Location"], made.headers["ETag"]
    assert not etag.startswith("W/")
    known = client.get(where, headers={"If-None-Match": tag.format(etag)})
    assert (known.status_code, known.data, known.headers["ETag"]) == (304, b"", etag)
    assert "Content-Type" not in known.headers
    assert client.get(where, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a09_store_false_keeps_nothing(client, stored):
    before = stored()
    response = client.post("/v1/evaluations", json=request(store=False))
    assert response.status_code == 200
    assert response.json["id"] is None
    assert "Location" not in response.headers
    assert stored() == before


def test_a09_return_minimal_answers_without_a_body(client):
    response = client.post("/v1/evaluations", json=request(), headers={"Prefer": "return=minimal"})
    assert (response.status_code, response.data) == (201, b"")
    assert "Content-Type" not in response.headers
    assert response.headers["Preference-Applied"] == "return=minimal"
    assert response.headers["Vary"] == "Prefer"
    assert client.get(response.headers["Location"]).json["account"]["seller_id"] == "A1"


@pytest.mark.parametrize(
    ("given", "applied"),
    [
        ("handling=strict", "handling=strict"),
        ('return="minimal", handling=strict', "return=minimal, handling=strict"),
        ("respond-async, wait=5", None),
        ("return=banana", None),
        ("return=representation, return=minimal", "return=representation"),
        (",,=", None),
    ],
)
def test_preferences_that_are_known_are_applied_and_others_ignored(client, given, applied):
    response = client.post("/v1/evaluations", json=request(), headers={"Prefer": given})
    assert response.status_code == 201
    assert response.headers.get("Preference-Applied") == applied


def test_a_raw_document_alone_is_judged_and_its_other_sites_too(client):
    response = client.post("/v1/evaluations", data=REPORT, content_type="application/json")
    assert response.status_code == 201
    answer = response.json
    assert answer["account"] == {"marketplace": "amazon", "site": "US", "seller_id": None}
    assert len(answer["other_sites"]) == 2
    for other in answer["other_sites"]:
        stored = client.get(f"/v1/evaluations/{other['id']}").json
        assert stored["account"]["site"] == other["site"]
        assert stored["score"]["band"] == other["band"]


def test_r15_shuffled_keys_give_the_same_findings(client):
    def shuffle(node, dice):
        if isinstance(node, dict):
            pairs = list(node.items())
            dice.shuffle(pairs)
            return {key: shuffle(value, dice) for key, value in pairs}
        return [shuffle(each, dice) for each in node] if isinstance(node, list) else node

    report = json.loads(REPORT)
    given = {
        json.dumps(client.post("/v1/evaluations", json=shuffle(report, random.Random(seed))).json["findings"])
        for seed in range(10)
    }
    assert len(given) == 1


def form(client, **parts):
    """Send a form; a file is its bytes, its name and perhaps its type."""

    def opened(part):
        return (BytesIO(part[0]), *part[1:]) if isinstance(part, tuple) else part

    data = {
        name: [opened(each) for each in given] if isinstance(given, list) else opened(given)
        for name, given in parts.items()
    }
    return client.post("/v1/evaluations", data=data, content_type="multipart/form-data")


def test_a_form_brings_files_and_an_envelope(client):
    envelope = json.dumps({"account": {"seller_id": "A9"}, "as_of": "2026-11-22"})
    response = form(client, request=envelope, document=[(b"\xef\xbb\xbf" + REPORT, "report.json")])
    assert response.status_code == 201, response.json
    assert response.json["account"]["seller_id"] == "A9"
    alone = form(client, document=[(REPORT, "report.json")])
    assert alone.status_code == 201
    sent_as_json = client.post("/v1/evaluations", data=REPORT, content_type="application/json").json
    assert alone.json["findings"] == sent_as_json["findings"]


def test_the_envelope_of_a_form_may_be_a_file_too(client):
    part = (json.dumps(request()).encode(), "request.json", "application/json")
    assert form(client, request=part).status_code == 201


@pytest.mark.parametrize(
    ("parts", "slug", "pointer"),
    [
        ({"x": "1"}, "unknown-field", "/x"),
        ({"document": "no file"}, "validation-failed", "/document"),
        ({"request": "{"}, "malformed-json", None),
        ({"request": ["{}", "{}"]}, "validation-failed", "/request"),
        ({"request": '{"x":1}'}, "unknown-field", "/x"),
        ({"document": [(b"PK\x03\x04xx", "a.csv")]}, "unsupported-media-type", None),
        ({"document": [(b"a\tb\n\xff\xfe", "b72.tsv")]}, "invalid-encoding", None),
        ({"document": [(b"a", "a.tsv", "text/plain; charset=rot13")]}, "invalid-encoding", None),
        ({"document": [(b"a\tb\n\x00", "a.tsv")]}, "validation-failed", "/documents/0/content/row/2"),
        (
            {"document": [(b"a\tb\n1\t2", "a.tsv")]},
            "document-not-recognised",
            "/documents/0/content",
        ),
        ({"document": [(b"{", "a.json")]}, "malformed-json", None),
        ({"document": [(b"{}", f"{n}.json") for n in range(52)]}, "payload-too-large", None),
    ],
)
def test_b72_b73_forms_are_refused_in_the_same_way(client, stored, parts, slug, pointer):
    before = stored()
    problem = form(client, **parts).json
    assert problem["type"] == f"/problems/{slug}", problem
    if pointer is not None:
        assert pointer in [each["pointer"] for each in problem["errors"]]
    assert stored() == before


def test_b50_a_form_that_is_too_large(client, app):
    most = app.extensions["sellervitals"].settings.max_file_bytes
    for kind, over in (("multipart/form-data; boundary=x", 64 * 1024), ("text/csv", 0)):
        announced = {"CONTENT_LENGTH": str(most + over + 1)}
        response = client.post("/v1/evaluations", content_type=kind, environ_overrides=announced)
        assert response.json["type"] == "/problems/payload-too-large"


def test_b35_a_form_is_refused_too_when_its_envelope_is_not_utf_8(client, stored):
    before = stored()
    for kind in (b"", b"\r\nContent-Type: application/json; charset=iso-8859-1"):
        head = b'--x\r\nContent-Disposition: form-data; name="request"' + kind + b"\r\n\r\n"
        body = head + b'{"account":{"seller_id":"caf\xe9"},"metrics":{}}\r\n--x--\r\n'
        response = client.post("/v1/evaluations", data=body, content_type="multipart/form-data; boundary=x")
        assert response.json["type"] == "/problems/invalid-encoding"
    assert stored() == before


@pytest.mark.parametrize(
    "body", [b"", b"--x", b"--x\r\n\r\n", b"--x\r\nContent-Disposition: form-data\r\n\r\n"]
)
def test_a_form_that_is_cut_off(client, body):
    response = client.post("/v1/evaluations", data=body, content_type="multipart/form-data; boundary=x")
    assert 400 <= response.status_code < 500
    assert response.content_type == "application/problem+json"


def test_a06_a_walk_meets_every_evaluation_once_whatever_is_stored_meanwhile(client):
    made = [client.post("/v1/evaluations", json=request("walker")).json["id"] for _ in range(7)]
    seen, address = [], "/v1/evaluations?seller_id=walker&limit=2"
    while address:
        page = client.get(address)
        body = page.json
        assert body.keys() == {"data", "next_cursor", "has_more"}
        seen += [each["id"] for each in body["data"]]
        client.post("/v1/evaluations", json=request("walker"))
        link = page.headers.get("Link")
        assert (link is not None) is body["has_more"] is (body["next_cursor"] is not None)
        address = link and link.removeprefix("<").partition(">")[0]
    assert set(made) <= set(seen)
    assert len(seen) == len(set(seen))
    moments = [each[:13] for each in seen]
    assert moments == sorted(moments, reverse=True)


def test_the_list_writes_a_score_as_the_result_does(client):
    healthy = {"order_defect_rate": [{"segment": "mfn", "value": "0", "unit": "ratio"}]}
    for metrics in (METRICS, healthy):
        made = client.post("/v1/evaluations", json=request("listed", metrics=metrics)).json
        summary = client.get("/v1/evaluations?seller_id=listed&limit=1").json["data"][0]
        score = made["score"]
        assert (summary["id"], summary["score"]) == (made["id"], score["value"])
        assert (summary["band"], summary["coverage"]) == (score["band"], score["coverage"])
        assert (summary["as_of"], summary["observed_at"]) == (made["as_of"], made["observed_at"])
    assert score["value"] == "100"


def test_filters_narrow_the_list(client):
    client.post("/v1/evaluations", json=request("filtered"))
    for query, found in [
        ("", 1),
        ("&marketplace=amazon", 1),
        ("&marketplace=nowhere", 0),
        ("&site=US", 1),
        ("&site=DE", 0),
        ("&band=healthy", 0),
    ]:
        assert len(client.get(f"/v1/evaluations?seller_id=filtered{query}").json["data"]) == found


def test_b65_a_cursor_is_for_one_list_and_one_day(client, monkeypatch):
    for _ in range(3):
        client.post("/v1/evaluations", json=request("cursor"))
    given = client.get("/v1/evaluations?limit=1&seller_id=cursor").json["next_cursor"]
    assert client.get(f"/v1/evaluations?limit=2&seller_id=cursor&cursor={given}").status_code == 200

    def refused(query):
        response = client.get(f"/v1/evaluations?{query}")
        assert (response.status_code, response.json["type"]) == (400, "/problems/invalid-cursor")

    for place in range(len(given)):
        other = "A" if given[place] != "A" else "B"
        refused(f"seller_id=cursor&cursor={given[:place]}{other}{given[place + 1 :]}")
    refused(f"cursor={given}")
    refused(f"seller_id=cursor&site=US&cursor={given}")
    refused("cursor=x")
    refused(f"seller_id=cursor&cursor={given}%3D")
    monkeypatch.setattr(cursor, "LIFETIME_SECONDS", -1)
    refused(f"seller_id=cursor&cursor={given}")


def test_b65_cursor_of_another_tenant_or_too_old():
    made = cursor.write("ev_1", 1_000, ("a", None))
    assert cursor.read(made, 1_000 + cursor.LIFETIME_SECONDS, ("a", None)) == "ev_1"
    for now, binding in [
        (1_000, ("b", None)),
        (1_001 + cursor.LIFETIME_SECONDS, ("a", None)),
        (999, ("a", None)),
    ]:
        with pytest.raises(Exception, match="begin without one"):
            cursor.read(made, now, binding)


def test_r21_a_failing_store_keeps_nothing_and_says_so(client, stored, monkeypatch):
    """Here the store is replaced, because a database cannot be taken away from under SQLite."""
    before = stored()
    for error, slug in [(StorageUnavailableError, "storage-unavailable"), (StorageFullError, "storage-full")]:

        def fail(*_, error=error, **__):
            raise error("secret host name")

        with monkeypatch.context() as patch:
            patch.setattr(Store, "save", fail)
            response = client.post("/v1/evaluations", json=request())
        assert (response.status_code, response.json["type"]) == (503, f"/problems/{slug}")
        assert response.json["retryable"] is True
        assert int(response.headers["Retry-After"]) > 0
        assert b"secret" not in response.data
    assert stored() == before


def test_r18_without_a_store_evaluations_that_are_not_kept_still_work(client, monkeypatch):
    def fail(*_, **__):
        raise StorageUnavailableError("gone")

    for name in ("save", "get", "page", "ping"):
        monkeypatch.setattr(Store, name, fail)
    assert client.post("/v1/evaluations", json=request(store=False)).status_code == 200
    assert client.post("/v1/evaluations", json=request()).status_code == 503
    assert client.get("/v1/evaluations").status_code == 503
    assert client.get("/v1/evaluations/ev_00000000000000000000000000").status_code == 503
    assert client.get("/readyz").status_code == 503
    assert client.get("/livez").status_code == 200


def test_many_at_once_get_answers_of_their_own(app):
    def post(number):
        return (
            app.test_client().post("/v1/evaluations", json=request(f"S{number}")).json["account"]["seller_id"]
        )

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(post, range(64))) == [f"S{number}" for number in range(64)]
