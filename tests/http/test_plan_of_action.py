"""A plan of action for a stored evaluation, through the door."""

import json
from datetime import date, timedelta

import pytest

from sellervitals import gate
from sellervitals.limits import COVERED, PLANNED, STATEMENT_CHARACTERS, STATEMENTS
from sellervitals.problems import PROBLEMS
from sellervitals.store import StorageUnavailableError, Store
from sellervitals_amazon.rules.order_defect_rate import RULE as ODR

MARKDOWN = {"Accept": "text/markdown"}
RULE = ODR.id
COMPLETE = {
    "rule": RULE,
    "segment": "mfn",
    "root_cause": "12 of 1,000 orders had a defect: lamps broke on the way.",
    "corrective_actions": [{"text": "Refunded all 12.", "done_on": "2026-11-20"}],
    "preventive_measures": [{"text": "Double wall boxes.", "owner": "Warehouse", "frequency": "every order"}],
    "evidence": [{"title": "Refund list", "covers": [each.id for each in ODR.steps]}],
}
COUNTS = {"segment": "mfn", "value": "1.2", "unit": "percent", "numerator": 12, "denominator": 1000}


@pytest.fixture
def evaluation(client):
    request = {
        "account": {"marketplace": "amazon", "site": "US", "seller_id": "A1"},
        "as_of": "2026-11-22",
        "metrics": {"order_defect_rate": [COUNTS], "received_ip_complaints": {"value": 4}},
    }
    return client.post("/v1/evaluations", json=request).json


@pytest.fixture
def where(evaluation):
    return f"/v1/evaluations/{evaluation['id']}/plan-of-action"


def asked(client, where, *findings, **more):
    response = client.post(where, json={"findings": list(findings), **more})
    assert response.status_code == 200, response.json
    return response.json


def said(**more):
    return {**COMPLETE, **more}


def codes(plan, name):
    return [each["code"] for section in plan["findings"] for each in section[name]]


def test_a_plan_holds_the_finding_and_the_statements_and_is_ready(client, evaluation, where, stored):
    before = stored()
    plan = asked(client, where, COMPLETE)
    assert (plan["ready"], plan["missing"], plan["contradictions"]) == (True, [], [])
    (section,) = plan["findings"]
    finding = next(each for each in evaluation["findings"] if each["rule"] == RULE and each["value"])
    for name in ("message", "value", "numerator", "denominator", "window", "limit"):
        assert section["facts"][name] == finding[name]
    assert section["fingerprint"] == finding["fingerprint"]
    assert section["root_cause"] == COMPLETE["root_cause"]
    assert {each["part"] for each in plan["asks"]} >= {"root_cause", "evidence"}
    assert plan["references"]
    assert stored() == before
    assert asked(client, where, COMPLETE) == plan


def test_nothing_declared_is_nothing_stated(client, evaluation, where):
    plan = client.post(where, json={}).json
    failed = {(each["rule"], each["segment"]) for each in evaluation["findings"] if each["outcome"] == "fail"}
    assert {(each["rule"], each["segment"]) for each in plan["findings"]} == failed
    assert plan["ready"] is False
    for section in plan["findings"]:
        assert section["root_cause"] is None
        assert section["corrective_actions"] == section["preventive_measures"] == section["evidence"] == []


def test_what_contradicts_keeps_it_from_being_ready(client, evaluation, where):
    today = date.fromisoformat(evaluation["observed_at"][:10])
    late = said(corrective_actions=[{"text": "We will refund.", "done_on": str(today + timedelta(1))}])
    assert codes(asked(client, where, late), "contradictions") == ["done-after-evaluation", "not-done"]
    wrong = asked(client, where, said(root_cause="Our ODR was 0.5 %: 5 of 1,000 orders."))
    assert codes(wrong, "contradictions") == ["stated-figure"]  # 0.5 % is the line of the warning
    assert wrong["ready"] is False
    old = said(evidence=[{**COMPLETE["evidence"][0], "dated": str(today - timedelta(366))}])
    assert codes(asked(client, where, old), "contradictions") == ["evidence-too-old"]


def test_deleting_a_listing_does_not_clear_its_violation(client, where):
    rule = "amazon.received-ip-complaints"
    deleted = [{"text": "Deleted the listing.", "done_on": "2026-11-20"}]
    plan = asked(client, where, {"rule": rule, "corrective_actions": deleted})
    (found,) = plan["findings"][0]["contradictions"]
    assert (found["code"], found["pointer"]) == (
        "deleted-listing",
        "/findings/0/corrective_actions/0/text",
    )
    assert "does not clear" in found["text"]


def test_several_causes_want_an_answer_each(client):
    parts = {"A-to-z claims": 9, "negative feedback": 3}
    request = {
        "account": {"marketplace": "amazon", "site": "US"},
        "metrics": {"order_defect_rate": [{**COUNTS, "parts": parts}]},
    }
    where = f"{client.post('/v1/evaluations', json=request).headers['Location']}/plan-of-action"
    claims, feedback = ({"cause": each, "text": "Lamps broke."} for each in parts)
    one = asked(client, where, said(root_causes=[claims]))
    assert one["findings"][0]["facts"]["causes"] == list(parts)
    lacking = [each["text"] for each in one["findings"][0]["missing"] if each["code"] == "root-cause-of-part"]
    assert lacking == ["The number has several causes, and no root cause is given for negative feedback."]
    both = asked(client, where, said(root_causes=[claims, feedback]))
    assert "root-cause-of-part" not in codes(both, "missing")


def test_weak_signs_are_advice(client, where):
    text = "We are sorry, the buyer was at fault."
    plan = asked(client, where, said(root_cause=text))
    assert codes(plan, "weak_signs") == ["blames-the-buyer", "apology"]
    assert plan["ready"] is True
    assert plan["findings"][0]["root_cause"] == text


def test_what_the_notice_asks_for_is_covered_or_missing(client, where):
    notice = {"received_on": "2026-11-19", "asks": ["Refund list", "Invoices"]}
    plan = asked(client, where, COMPLETE, notice=notice)
    assert [each["pointer"] for each in plan["missing"]] == ["/notice/asks/1"]
    assert plan["notice"] == {**notice, "deadline": None}
    assert plan["ready"] is False


def test_a21_the_same_as_markdown(client, where):
    response = client.post(where, json={"findings": [COMPLETE]}, headers=MARKDOWN)
    assert (response.status_code, response.content_type) == (200, "text/markdown; charset=utf-8")
    assert response.text.startswith("# Plan of action: amazon US A1\n")
    places = [response.text.index(f"### {part}") for part in ("Root", "Corrective", "Prevention", "Evidence")]
    assert places == sorted(places)
    assert "- 2026-11-20: Refunded all 12.\n" in response.text
    assert "Not ready" not in response.text
    assert "not given" not in response.text
    empty = client.post(where, json={}, headers=MARKDOWN).text
    assert "\n**Not ready to be sent: see the end.**\n" in empty
    assert "### Root cause\n\n- *not given*\n" in empty


def test_s58_a_statement_forges_nothing_in_markdown(client, where):
    text = "# Evidence <img src=x> [all](https://example.com) **done**"
    response = client.post(where, json={"findings": [said(root_cause=text)]}, headers=MARKDOWN)
    assert (
        "\n- \\# Evidence \\<img src=x\\> \\[all\\](https\\://example.com) \\*\\*done\\*\\*\n"
        in response.text
    )


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json"),
        ("text/markdown;q=0.5, application/json", "application/json"),
        ("text/*", "text/markdown; charset=utf-8"),
    ],
)
def test_a21_what_is_asked_for_is_answered(client, where, accept, kind):
    response = client.post(where, json={}, headers={"Accept": accept})
    assert (response.content_type, response.headers["Vary"]) == (kind, "Accept")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("accept", ["text/html", "application/pdf", "text/markdown;q=0"])
def test_b58_nothing_else_can_be_had(client, where, accept):
    response = client.post(where, json={}, headers={"Accept": accept})
    assert (response.status_code, response.json["type"]) == (406, "/problems/not-acceptable")


def case(id_, body, slug, *pointers):
    return pytest.param(body if isinstance(body, str | bytes) else json.dumps(body), slug, pointers, id=id_)


def one(**more):
    return {"findings": [said(**more)]}


def acting(**more):
    return one(corrective_actions=[{"text": "Refunded.", **more}])


AT = "/findings/0"
REFUSED = [
    case("b01_empty", b"", "malformed-json"),
    case("b03_trailing_text", "{} x", "malformed-json"),
    case("b06_key_twice", '{"findings":[],"findings":[]}', "duplicate-key"),
    case("b08_null", "null", "validation-failed", ""),
    case("b08_array", "[]", "validation-failed", ""),
    case("b09_deep", "[" * 100_000, "limit-exceeded", ""),
    case("b13_number", '{"findings":' + "9" * 40 + "}", "number-out-of-range", "/findings"),
    case("b26_null", {"notice": None}, "validation-failed", "/notice"),
    case("b26_null_text", one(root_cause=None), "validation-failed", f"{AT}/root_cause"),
    case("b27_unknown", {"x": 1}, "unknown-field", "/x"),
    case("b27_unknown_inside", acting(done=True), "unknown-field", f"{AT}/corrective_actions/0/done"),
    case("b27_tenant", {"tenant_id": "t"}, "unknown-field", "/tenant_id"),
    case("b33_surrogate", '{"notice":{"asks":["\\ud800"]}}', "validation-failed", "/notice/asks/0"),
    case("b34_nul", one(root_cause="a\x00"), "validation-failed", f"{AT}/root_cause"),
    case("b34_line_break", one(root_cause="a\r\n# b"), "validation-failed", f"{AT}/root_cause"),
    case("b35_invalid_utf8", b'{"x":"\xff"}', "invalid-encoding"),
    case("b37_byte_order_mark", b"\xef\xbb\xbf{}", "malformed-json"),
    case("b38_bidi", one(root_cause="a\u202eb"), "validation-failed", f"{AT}/root_cause"),
    case(
        "b42_no_such_day",
        acting(done_on="2026-02-30"),
        "validation-failed",
        f"{AT}/corrective_actions/0/done_on",
    ),
    case(
        "b42_time", {"notice": {"deadline": "2026-11-22T10:00:00Z"}}, "validation-failed", "/notice/deadline"
    ),
    case(
        "b46_year_0", acting(done_on="0000-01-01"), "validation-failed", f"{AT}/corrective_actions/0/done_on"
    ),
    case("blank", one(root_cause="  "), "validation-failed", f"{AT}/root_cause"),
    case(
        "long",
        one(root_cause="a" * (STATEMENT_CHARACTERS + 1)),
        "limit-exceeded",
        f"{AT}/root_cause",
    ),
    case("many", one(evidence=[{"title": "x"}] * (STATEMENTS + 1)), "limit-exceeded", f"{AT}/evidence"),
    case("asks", {"notice": {"asks": ["x"] * (COVERED + 1)}}, "limit-exceeded", "/notice/asks"),
    case("findings", {"findings": [{"rule": "a"}] * (PLANNED + 1)}, "limit-exceeded", "/findings"),
    case("no_rule", {"findings": [{}]}, "validation-failed", f"{AT}/rule"),
    case(
        "no_text",
        one(preventive_measures=[{"owner": "I"}]),
        "validation-failed",
        f"{AT}/preventive_measures/0/text",
    ),
    case("no_title", one(evidence=[{}]), "validation-failed", f"{AT}/evidence/0/title"),
    case(
        "not_open", {"findings": [{"rule": "amazon.late-shipment-rate"}]}, "validation-failed", f"{AT}/rule"
    ),
    case("other_segment", one(segment="afn"), "validation-failed", f"{AT}/rule"),
    case("twice", {"findings": [COMPLETE, COMPLETE]}, "validation-failed", "/findings/1"),
    case(
        "a04_all_at_once",
        {"x": 1, "findings": [{"rule": 5, "root_cause": ""}]},
        "validation-failed",
        *("/x", f"{AT}/rule", f"{AT}/root_cause"),
    ),
]


@pytest.mark.parametrize(("body", "slug", "pointers"), REFUSED)
def test_b01_to_b46_bodies_are_refused(client, where, body, slug, pointers):
    response = client.post(where, data=body, content_type="application/json")
    problem = response.json
    assert (response.status_code, problem["type"]) == (PROBLEMS[slug].status, f"/problems/{slug}")
    assert response.content_type == "application/problem+json"
    assert set(pointers) <= {each["pointer"] for each in problem.get("errors", ())}


@pytest.mark.parametrize(
    ("kind", "slug"),
    [
        ("text/plain", "unsupported-media-type"),
        ("text/csv", "unsupported-media-type"),
        ("multipart/form-data; boundary=x", "unsupported-media-type"),
        ("application/json; charset=latin-1", "invalid-encoding"),
    ],
)
def test_b48_only_json_is_read(client, where, kind, slug):
    response = client.post(where, data=b"{}", content_type=kind)
    assert response.json["type"] == f"/problems/{slug}"


def test_b50_b51_a_body_that_is_too_large_or_of_unknown_length(client, app, where):
    most = app.extensions["sellervitals"].settings.max_body_bytes
    large = client.post(
        where, content_type="application/json", environ_overrides={"CONTENT_LENGTH": str(most + 1)}
    )
    assert large.json["type"] == "/problems/payload-too-large"
    chunked = client.post(where, json={}, headers={"Transfer-Encoding": "chunked"})
    assert chunked.json["type"] == "/problems/length-required"


def test_the_longest_statements_are_accepted(client, where):
    text = "delet the a listing 1 of 2 orders rate % ".ljust(64) * (STATEMENT_CHARACTERS // 64)
    measures = [{"text": text, "owner": "I", "frequency": "daily"}] * STATEMENTS
    assert client.post(where, json=one(root_cause=text, preventive_measures=measures)).status_code == 200


@pytest.mark.parametrize("ident", ["ev_00000000000000000000000000", "ev_1", "..%2fx", "%00", "x" * 1_000])
def test_b62_no_such_evaluation(client, ident):
    response = client.post(f"/v1/evaluations/{ident}/plan-of-action", json={})
    assert (response.status_code, response.json["type"]) == (404, "/problems/not-found")


def test_s31_another_tenant_finds_nothing(client, where, monkeypatch):
    monkeypatch.setattr(gate, "TENANT", "another")
    assert client.post(where, json={}).status_code == 404
    monkeypatch.undo()
    assert client.post(where, json={}).status_code == 200


def test_b59_it_is_only_posted(client, where):
    response = client.get(where)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) == {"OPTIONS", "POST"}


def test_b64_it_takes_no_parameters(client, where):
    assert client.post(f"{where}?x=1", json={}).json["type"] == "/problems/invalid-parameter"


def test_r18_without_a_store(client, where, monkeypatch):
    def fail(*_, **__):
        raise StorageUnavailableError("gone")

    monkeypatch.setattr(Store, "get", fail)
    response = client.post(where, json={})
    assert (response.status_code, response.json["type"]) == (503, "/problems/storage-unavailable")


def test_a_marketplace_that_says_nothing_of_appeals_is_planned_too(client, app, where, monkeypatch):
    monkeypatch.setattr(app.extensions["sellervitals"].judge.registry, "marketplaces", {})
    plan = asked(client, where, said(root_cause="We are sorry."))
    assert (plan["asks"], plan["references"], plan["ready"]) == ([], [], True)
