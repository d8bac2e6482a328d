"""What is the same on every answer: ids, headers, problems, one log line."""

import json
import logging
import re

import orjson
import pytest

from sellervitals import wsgi
from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.frame import CONTENT_SECURITY_POLICY
from sellervitals.judge import Judge
from sellervitals.problems import PROBLEMS

EVERYTHING = [
    ("GET", "/v1/rules", 200),
    ("GET", "/v1/evaluations", 200),
    ("GET", "/livez", 200),
    ("GET", "/docs", 200),
    ("GET", "/nowhere", 404),
    ("PUT", "/v1/rules", 405),
    ("GET", "/v1/rules?x=1", 400),
    ("POST", "/v1/evaluations", 415),
    ("OPTIONS", "/v1/rules", 200),
    ("HEAD", "/v1/rules", 200),
]


@pytest.mark.parametrize(("method", "path", "status"), EVERYTHING)
def test_s10_every_answer_has_the_protective_headers(client, method, path, status):
    response = client.open(path, method=method)
    assert response.status_code == status
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert len(response.headers.getlist("Content-Security-Policy")) == 1
    if path != "/docs":
        assert response.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert "Server" not in response.headers
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize(("method", "path", "status"), EVERYTHING)
def test_a05_every_answer_has_a_request_id(client, method, path, status):
    response = client.open(path, method=method)
    assert response.status_code == status
    assert re.fullmatch("[0-9a-f]{32}", response.headers["X-Request-Id"])
    mine = client.open(path, method=method, headers={"X-Request-Id": "order-7:a.B_9"})
    assert mine.headers["X-Request-Id"] == "order-7:a.B_9"


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "<script>", 'a"b', "\u00e9"])
def test_a05_an_unsafe_request_id_is_replaced(client, given):
    response = client.get("/livez", headers={"X-Request-Id": given})
    assert re.fullmatch("[0-9a-f]{32}", response.headers["X-Request-Id"])


def test_s55_a_fault_of_ours_says_nothing_of_what_happened(client, monkeypatch, caplog):
    def fail(*_, **__):
        raise RuntimeError("the password is hunter2")

    monkeypatch.setattr(Judge, "judge", fail)
    with caplog.at_level(logging.ERROR):
        response = client.post("/v1/evaluations", json={})
    assert response.status_code == 500
    assert response.json.keys() == {"type", "title", "status", "request_id"}
    assert response.headers["Cache-Control"] == "no-store"
    assert b"hunter2" not in response.data
    assert response.json["request_id"] in caplog.text
    assert "hunter2" in caplog.text


def test_s55_also_outside_of_a_view(client, app, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("hunter2")

    monkeypatch.setattr(app, "create_url_adapter", fail)
    response = client.get("/livez")
    assert response.status_code == 500
    assert response.content_type == "application/problem+json"
    assert b"hunter2" not in response.data


@pytest.mark.parametrize(
    "host", ["a b", "a/b", "<script>", "[::1", "x" * 5_000, "a@b", "\u00e9", "127.0.0.1:99999"]
)
def test_a_strange_host_is_never_a_fault_of_ours(client, host):
    for path in ("/livez", "/v1/rules", "/nowhere", "/v1/rules/"):
        response = client.get(path, environ_overrides={"HTTP_HOST": host})
        assert response.status_code < 500
        assert response.content_type in {"application/json", "application/problem+json"}


@pytest.mark.parametrize(
    "path", ["/%ff", "/%00", "/a%0d%0ab", "/%e2%80%a8", "/\u00e9", "/" + "x" * 3_000, "/%", "/%zz"]
)
def test_strange_paths_are_not_found_and_named_safely(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response.json["instance"].isascii()
    assert not re.search(r"[\x00-\x20]", response.json["instance"])


@pytest.mark.parametrize("slug", PROBLEMS)
def test_every_problem_type_has_a_page(client, slug):
    described = client.get(f"/problems/{slug}", headers={"Accept": "application/json"}).json
    assert described["type"] == f"/problems/{slug}"
    page = client.get(f"/problems/{slug}", headers={"Accept": "text/html"})
    assert page.content_type == "text/html; charset=utf-8"
    assert PROBLEMS[slug].title in page.text
    assert page.headers["Vary"] == "Accept"


def test_s54_one_line_of_json_per_request_without_control_bytes(tmp_path, capfdbinary):
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'log.sqlite3'}"))
    client = app.test_client()
    capfdbinary.readouterr()
    paths = ["/livez", "/%0d%0aforged", "/%1b[31m", "/%e2%80%a8", "/%7f%80", "/" + "x" * 100_000]
    for path in paths:
        client.get(path, headers={"X-Request-Id": "a\u0085b", "User-Agent": "\x1b[31m"})
    client.open("/livez", method="GET%0d")
    lines = capfdbinary.readouterr().err.splitlines()
    assert len(lines) == len(paths) + 1
    for line in lines:
        assert len(line) <= 8_192
        assert not re.search(rb"[^\x20-\x7e]", line)
        assert orjson.loads(line).keys() >= {
            "event",
            "level",
            "timestamp",
            "method",
            "path",
            "status",
            "us",
            "request_id",
        }
    app.extensions["sellervitals"].store.close()


def test_the_log_level_silences_requests(tmp_path, capfdbinary):
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'log.sqlite3'}", log_level="WARNING"))
    capfdbinary.readouterr()
    app.test_client().get("/livez")
    assert capfdbinary.readouterr().err == b""
    app.extensions["sellervitals"].store.close()


def test_two_apps_live_side_by_side(app, tmp_path):
    everybody = tuple(each["name"] for each in app.test_client().get("/v1/plugins").json["data"])
    other = create_app(
        Settings(database_url=f"sqlite:///{tmp_path / 'x.sqlite3'}", blocked_plugins=everybody)
    )
    assert other.test_client().get("/v1/marketplaces").json == {"data": []}
    assert app.test_client().get("/v1/marketplaces").json["data"]
    listed = other.test_client().get("/v1/plugins").json["data"]
    assert {each["name"]: each["status"] for each in listed} == dict.fromkeys(everybody, "blocked")
    other.extensions["sellervitals"].store.close()


def test_importing_the_wsgi_module_starts_nothing():
    with pytest.raises(AttributeError):
        _ = wsgi.nothing
    assert wsgi._app.cache_info().currsize == 0


def test_the_catalogue_is_filtered(client):
    everything = client.get("/v1/rules").json["data"]
    amazon = [each for each in everything if each["marketplace"] == "amazon"]
    assert client.get("/v1/rules?marketplace=amazon").json["data"] == amazon != everything
    assert client.get("/v1/rules?marketplace=nowhere").json["data"] == []
    here = client.get("/v1/rules?site=DE").json["data"]
    assert all({"*", "DE"} & set(each["sites"]) for each in here)
    assert json.dumps(here) != "[]"
    assert client.get("/v1/documents?marketplace=nowhere").json["data"] == []
    assert client.get("/v1/metrics?marketplace=nowhere").json["data"] == []
