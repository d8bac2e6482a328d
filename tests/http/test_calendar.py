"""The days that count in a stored evaluation, through the door."""

from datetime import date, timedelta

import icalendar
import pytest

from sellervitals import gate
from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.store import StorageUnavailableError, Store

ICALENDAR = {"Accept": "text/calendar"}
NOBODY = "ev_00000000000000000000000000"
HARBOR = """
    from datetime import date
    from sellervitals import plugin as sdk

    def read(content):
        removed = date(2998, 12, 5)
        items = (sdk.Item(row, situation="stranded", deadline=removed) for row in content["stuck"])
        found = sdk.Measurement(
            "stuck",
            value=sdk.Rate(1, 2),
            document="harbor.stock",
            breakdown=sdk.Breakdown.of(items, worst=lambda item: item.id),
        )
        return sdk.Reading((found,), sites=(None,))

    def judge(case):
        removal = sdk.Deadline(date(2998, 12, 5), sdk.DeadlineKind.REMOVAL, "Harbor sinks what is stuck.")
        return sdk.compare(case)._replace(deadlines=(removal,))

    def rule(name, metric, evaluate, *limits):
        return sdk.Rule(
            id=f"harbor.{name}", title=name.capitalize(), why="It sinks.", metric=metric, severity="high",
            evaluate=evaluate, limits=limits, since="0.1", references={"a": sdk.Reference("A")},
            steps=tuple(
                sdk.step(name, "low", "operations", days=days)("Do it.")
                for name, days in (("now", 0), ("soon", 3), ("some-day", None))
            ),
        )

    LIMITS = (
        sdk.limit("2020-01-01", must_be="at_most", fail=sdk.percent("60"), source="a"),
        sdk.limit("2999-01-01", must_be="at_most", fail=sdk.percent("1"), source="a", announced="2020-01-01"),
    )
    STRICT = sdk.limit("2020-01-01", must_be="at_most", fail=sdk.percent("5"), source="a")

    @sdk.hookimpl
    def sellervitals_rules():
        return [rule("stuck", "stuck", judge, STRICT), rule("later", "stuck", sdk.compare, *LIMITS)]

    @sdk.hookimpl
    def sellervitals_documents():
        return [
            sdk.Document(
                type="harbor.stock", title="Stock", media_type="application/json", metrics=("stuck",),
                recognises=lambda content: isinstance(content, dict) and "stuck" in content, read=read,
            )
        ]

    @sdk.hookimpl
    def sellervitals_marketplace():
        return sdk.Marketplace(
            id="harbor",
            title="Harbor",
            metrics=(
                sdk.Metric(id="stuck", title="Stuck", unit=sdk.Unit.RATIO, better=sdk.Better.LOWER),
            ),
            scorecard=sdk.Scorecard(version="harbor-1", weights={"harbor.stuck": 1}),
        )
"""


@pytest.fixture
def evaluation(client):
    """An evaluation with one failed finding, three of whose steps have a deadline."""
    request = {
        "account": {"marketplace": "amazon", "site": "US", "seller_id": "A1"},
        "as_of": "2026-11-22",
        "metrics": {"order_defect_rate": [{"segment": "mfn", "value": "1.2", "unit": "percent"}]},
    }
    return client.post("/v1/evaluations", json=request).json


@pytest.fixture
def where(evaluation):
    return f"/v1/evaluations/{evaluation['id']}/calendar"


def test_steps_are_counted_from_the_day_of_the_evaluation(client, evaluation, where):
    response = client.get(where)
    assert (response.status_code, response.content_type) == (200, "application/json")
    today = date.fromisoformat(evaluation["observed_at"][:10])
    (failed,) = (each for each in evaluation["findings"] if each["outcome"] == "fail")
    due = {each["id"]: each["deadline_days"] for each in failed["remediation"]}
    wanted = {(str(today + timedelta(days)), name) for name, days in due.items() if days is not None}
    data = response.json["data"]
    assert len(wanted) >= 2
    assert {
        (each["date"], each["uid"].partition(f"-{each['date']}-")[2].partition("@")[0]) for each in data
    } == wanted
    assert [each["date"] for each in data] == sorted(each["date"] for each in data)
    assert {each["kind"] for each in data} == {"step"}
    for each in response.json["data"]:
        assert each.keys() == {"date", "kind", "rule", "segment", "text", "uid"}
        assert (each["rule"], each["segment"]) == ("amazon.order-defect-rate", "mfn")
        assert f"counted from the evaluation of {today}" in each["text"]


def test_a21_the_same_as_icalendar(client, evaluation, where):
    response = client.get(where, headers=ICALENDAR)
    assert (response.status_code, response.content_type) == (200, "text/calendar; charset=utf-8")
    events = icalendar.Calendar.from_ical(response.data).walk("VEVENT")
    listed = client.get(where).json["data"]
    assert [(str(each.start), each["UID"]) for each in events] == [
        (each["date"], each["uid"]) for each in listed
    ]
    assert [each.stamp.isoformat()[:19] for each in events] == [evaluation["observed_at"][:19]] * len(listed)
    assert all(each["text"] in event["DESCRIPTION"] for each, event in zip(listed, events, strict=True))


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json"),
        ("text/*", "text/calendar; charset=utf-8"),
        ("application/json", "application/json"),
        ("text/calendar;q=0.5, application/json", "application/json"),
        ("application/json;q=0.5, text/calendar", "text/calendar; charset=utf-8"),
    ],
)
def test_a21_what_is_asked_for_is_answered(client, where, accept, kind):
    response = client.get(where, headers={"Accept": accept})
    assert (response.content_type, response.headers["Vary"]) == (kind, "Accept")


@pytest.mark.parametrize("accept", ["application/xml", "text/html", "text/calendar;q=0"])
def test_b58_nothing_else_can_be_had(client, where, accept):
    response = client.get(where, headers={"Accept": accept})
    assert (response.status_code, response.json["type"]) == (406, "/problems/not-acceptable")


@pytest.mark.parametrize("headers", [{}, ICALENDAR])
def test_a08_each_form_has_an_etag_of_its_own(client, where, headers):
    first = client.get(where, headers=headers)
    again = client.get(where, headers={**headers, "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert again.headers["Vary"] == "Accept"
    other = ICALENDAR if headers == {} else {}
    crossed = client.get(where, headers={**other, "If-None-Match": first.headers["ETag"]})
    assert crossed.status_code == 200
    assert client.get(where, headers=headers).data == first.data


def test_an_evaluation_without_days(client):
    request = {
        "account": {"marketplace": "amazon", "site": "US"},
        "metrics": {"order_defect_rate": [{"segment": "mfn", "value": "0", "unit": "percent"}]},
    }
    where = f"{client.post('/v1/evaluations', json=request).headers['Location']}/calendar"
    assert client.get(where).json == {"data": []}
    empty = icalendar.Calendar.from_ical(client.get(where, headers=ICALENDAR).data)
    assert empty.walk("VEVENT") == []


def test_everything_that_has_a_day_is_there(install, tmp_path):
    install("harbor", HARBOR)
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'days.sqlite3'}", log_level="ERROR"))
    client = app.test_client()
    made = client.post("/v1/evaluations", json={"stuck": ["A\r\nBEGIN:VEVENT", "B"]})
    assert made.status_code == 201, made.json
    days = client.get(f"{made.headers['Location']}/calendar").json["data"]
    feed = client.get(f"{made.headers['Location']}/calendar", headers=ICALENDAR).data
    app.extensions["sellervitals"].store.close()
    assert [(each["rule"], each["kind"]) for each in days] == [
        ("harbor.stuck", "step"),
        ("harbor.stuck", "step"),
        ("harbor.stuck", "removal"),
        ("harbor.later", "limit_change"),
    ]
    assert [each["date"] for each in days[2:]] == ["2998-12-05", "2999-01-01"]
    cases = "2 cases: B (stranded), A\r\nBEGIN:VEVENT (stranded)."
    assert days[2]["text"] == f"Harbor sinks what is stuck. {cases}"
    assert "From 2999-01-01 this would fail" in days[3]["text"]
    assert len(icalendar.Calendar.from_ical(feed).walk("VEVENT")) == len(days)
    assert b"\nBEGIN:VEVENT (stranded)" not in feed


@pytest.mark.parametrize("ident", [NOBODY, "ev_1", "..%2fx", "%00", "x" * 1_000])
def test_b62_no_such_evaluation(client, ident):
    response = client.get(f"/v1/evaluations/{ident}/calendar")
    assert (response.status_code, response.json["type"]) == (404, "/problems/not-found")


def test_s31_another_tenant_finds_nothing(client, where, monkeypatch):
    monkeypatch.setattr(gate, "TENANT", "another")
    assert client.get(where).status_code == 404
    assert client.get(where, headers=ICALENDAR).status_code == 404
    monkeypatch.undo()
    assert client.get(where).status_code == 200


@pytest.mark.parametrize("query", ["?x=1", "?accept=text/calendar"])
def test_b64_it_takes_no_parameters(client, where, query):
    assert client.get(f"{where}{query}").json["type"] == "/problems/invalid-parameter"


def test_b59_it_is_only_read(client, where):
    response = client.post(where)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert client.head(where).data == b""


def test_r18_without_a_store(client, where, monkeypatch):
    def fail(*_, **__):
        raise StorageUnavailableError("gone")

    monkeypatch.setattr(Store, "get", fail)
    response = client.get(where)
    assert (response.status_code, response.json["type"]) == (503, "/problems/storage-unavailable")
