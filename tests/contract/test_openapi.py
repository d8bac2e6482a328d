"""The document and the service say the same, and every example in it runs."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from subprocess import run
from sys import executable

import jsonschema
import pytest
import yaml
from openapi_spec_validator import validate
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.problems import PROBLEMS

ROOT = Path(__file__).parents[2]
CHECKED_IN = yaml.safe_load((ROOT / "openapi.yaml").read_text("utf-8"))
OPERATIONS = [
    pytest.param(path, method, operation, id=operation["operationId"])
    for path, item in CHECKED_IN["paths"].items()
    for method, operation in item.items()
    if method in {"get", "post", "put", "patch", "delete"}
]
NOT_COMPARED = {
    "id",
    "observed_at",
    "first_seen_at",
    "created_at",
    "load_ms",
    "policy_revision",
    "version",
    "engine",
    "plugins",
    "evaluation",
    "digest",
}
QUERIES = {"read_account_diff": "?from=2026-11-21&to=2026-11-22"}
"""What an operation cannot be asked without."""
ANSWERED = {
    "forecast-request",
    "plain-metrics",
    "plan-complete",
    "profile-request",
    "two-screens",
    "waiver-request",
    "what-if",
}
"""The requests whose answers are the examples."""
LISTED = {
    "list_profiles": [("PUT", "/v1/profiles/house-rules", "profile-request")],
    "read_profile": [("PUT", "/v1/profiles/house-rules", "profile-request")],
    "list_waivers": [("POST", "/v1/waivers", "waiver-request")],
}
"""What must have been sent for an answer to look like its example."""
EXAMPLE_DAY = "2026-11-22"
"""When the examples were made; what is counted from the day of an evaluation moves with it."""


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    path = tmp_path_factory.mktemp("contract") / "store.sqlite3"
    made = create_app(Settings(database_url=f"sqlite:///{path}", log_level="ERROR"))
    yield made
    made.extensions["sellervitals"].store.close()


@pytest.fixture(scope="module")
def client(app):
    return app.test_client()


def resolved(schema, *, closed=False):
    """A validator that finds the components of the document; ``closed`` refuses what is not documented."""

    def absolute(content):
        text = json.dumps(content).replace('"#/components', '"urn:document#/components')
        if closed:
            text = text.replace('"additionalProperties": true', '"additionalProperties": false')
        return json.loads(text)

    document = DRAFT202012.create_resource(absolute(CHECKED_IN))
    return jsonschema.Draft202012Validator(
        absolute(schema),
        registry=Registry().with_resource("urn:document", document),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )


def responses(operation, media_type="application/json"):
    for status, response in operation["responses"].items():
        content = response.get("content", {}).get(media_type)
        if content is not None:
            yield int(status), content


def test_o06_the_checked_in_document_is_the_one_that_is_served(client):
    assert client.get("/openapi.json").json == CHECKED_IN, "run `make spec`"


def test_o06_the_command_writes_the_file_as_it_is():
    written = run(
        [executable, "-m", "sellervitals.openapi"], check=True, capture_output=True, text=True, cwd="/"
    )
    assert written.stdout == (ROOT / "openapi.yaml").read_text("utf-8"), "run `make spec`"


def test_o03_the_document_is_valid_openapi():
    validate(CHECKED_IN)


def references(content):
    if isinstance(content, dict):
        yield from (each for name, each in content.items() if name == "$ref")
        content = content.values()
    if not isinstance(content, str | int | float | None):
        for each in content:
            yield from references(each)


def test_o03_every_reference_leads_somewhere():
    for each in set(references(CHECKED_IN)):
        found = CHECKED_IN
        for name in each.removeprefix("#/").split("/"):
            assert name in found, each
            found = found[name]


def test_o14_the_document_is_small_and_has_an_etag(client):
    first = client.get("/openapi.json")
    assert len(first.data) < 500_000
    again = client.get("/openapi.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_s11_routes_and_document_are_the_same_set(app):
    routes = {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower())
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert routes == {
        (path, method)
        for path, item in CHECKED_IN["paths"].items()
        for method in item
        if method != "parameters"
    }


@pytest.mark.parametrize("operation", [pytest.param(each.values[2], id=each.id) for each in OPERATIONS])
def test_o08_every_operation_says_what_it_does(operation):
    verb, _, noun = operation["operationId"].partition("_")
    assert verb in {"create", "read", "replace", "list", "delete"}
    assert noun
    assert len(operation["summary"]) <= 60
    assert operation["description"]
    assert len(operation["tags"]) == 1
    problems = dict(responses(operation, "application/problem+json"))
    assert {400, 406, 500} <= problems.keys()
    for status, content in problems.items():
        for slug, example in content["examples"].items():
            assert PROBLEMS[slug].status == status
            assert f"/problems/{slug}" in operation["responses"][str(status)]["description"]
            resolved(content["schema"]).validate(example["value"])
    for response in operation["responses"].values():
        assert "X-Request-Id" in response["headers"]


def rising(today):
    """Eight days of one metric of the same account, and a ninth that is unlike them."""
    rates = dict(enumerate(("1.1", "1.2", "1", "1.1", "1.3", "1.2", "1.1", "1", "3.4"), 2))
    shipped = [
        {
            "segment": "30d",
            "value": rate,
            "unit": "percent",
            "window": {"from": str(date(2026, 11, day) - timedelta(29)), "to": str(date(2026, 11, day))},
        }
        for day, rate in rates.items()
    ]
    metrics = {"late_shipment_rate": shipped}
    return {"account": today["account"], "as_of": "2026-11-10", "metrics": metrics}


@pytest.fixture(scope="module")
def two_days(client):
    """The account that the examples speak of, on their day and the one before."""
    today = example_requests()["plain-metrics"]
    earlier = json.loads(json.dumps(today))
    earlier["as_of"] = "2026-11-21"
    earlier["account"] |= {"name": "Lamps and more", "tags": ["b2b", "north"]}
    earlier["metrics"]["order_defect_rate"][0] |= {"value": "0.9", "numerator": 9}
    for each in (rising(earlier), earlier, today):
        assert client.post("/v1/evaluations", json=each).status_code == 201


def sent(name):
    """The body of an example; a waiver whose last day is over is refused, so it ends today."""
    contents = (each.values[2].get("requestBody", {}).get("content", {}) for each in OPERATIONS)
    bodies = (each.get("application/json", {}).get("examples", {}) for each in contents)
    value = next(examples[name]["value"] for examples in bodies if name in examples)
    return {**value, "until": f"{datetime.now(UTC).date()}"} if name == "waiver-request" else value


def asked(client, path, method, operation):
    """Ask an operation what its example asks; gives the answer, or None where it has none."""
    path = path.format(profile_name="house-rules") if path.endswith("{profile_name}") else path
    if method == "delete" or "{" in path:
        return None
    if method == "get":
        for how, where, name in LISTED.get(operation["operationId"], ()):
            client.open(where, method=how, json=sent(name))
        return client.get(path).json
    if "requestBody" not in operation:
        return client.post(path).json
    content = operation["requestBody"]["content"]
    if "application/json" not in content:
        (kind, *_) = content
        return client.post(path, data=content[kind]["example"], content_type=kind).json
    (name,) = ANSWERED & content["application/json"]["examples"].keys()
    return client.open(path, method=method.upper(), json=sent(name)).json


@pytest.mark.usefixtures("two_days")
@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_o09_every_answer_example_fits_its_schema_and_the_real_answer(client, path, method, operation):
    today = EXAMPLE_DAY
    if "{evaluation_id}" in path:
        evaluation = client.post("/v1/evaluations", json=example_requests()["plain-metrics"]).json
        path, today = path.format(evaluation_id=evaluation["id"]), evaluation["observed_at"][:10]
    if "{account_id}" in path:
        shared = CHECKED_IN["paths"][path]["parameters"]
        path = path.format(**{each["name"]: each["example"] for each in shared})
        path += QUERIES.get(operation["operationId"], "")
    real = asked(client, path, method, operation)
    if real is None:
        return
    for _, content in responses(operation):
        resolved(content["schema"]).validate(real)
        if "example" in content:
            resolved(content["schema"]).validate(content["example"])
            example = json.loads(json.dumps(content["example"]).replace(EXAMPLE_DAY, today))
            holds_within(example, real, path)


def holds_within(example, real, where):
    """Every figure in an example is in the real answer; lists may be cut short in the example."""
    if isinstance(example, dict):
        assert example.keys() <= real.keys(), where
        for key, value in example.items():
            if key not in NOT_COMPARED:
                holds_within(value, real[key], f"{where}/{key}")
    elif isinstance(example, list):
        for number, each in enumerate(example):
            assert any(_same(each, one) for one in real), f"{where}/{number}"
    else:
        assert example == real, where


def _same(example, real):
    try:
        holds_within(example, real, "")
    except AssertionError:
        return False
    return True


def example_requests():
    body = CHECKED_IN["paths"]["/v1/evaluations"]["post"]["requestBody"]["content"]["application/json"]
    return {name: each["value"] for name, each in body["examples"].items()}


@pytest.mark.parametrize("name", example_requests())
def test_o09_every_request_example_is_judged(client, name):
    schema = CHECKED_IN["paths"]["/v1/evaluations"]["post"]["requestBody"]["content"]["application/json"][
        "schema"
    ]
    request = example_requests()[name]
    resolved(schema).validate(request)
    answer = client.post("/v1/evaluations", json=request)
    assert answer.status_code == 201, answer.json
    assert any(each["outcome"] in {"pass", "warn", "fail"} for each in answer.json["findings"])


def test_o09_every_request_example_of_a_plan_is_answered_as_documented(client):
    path = "/v1/evaluations/{evaluation_id}/plan-of-action"
    operation = CHECKED_IN["paths"][path]["post"]
    body = operation["requestBody"]["content"]["application/json"]
    evaluation = client.post("/v1/evaluations", json=example_requests()["plain-metrics"]).json["id"]
    ready = {}
    for name, example in body["examples"].items():
        resolved(body["schema"]).validate(example["value"])
        real = client.post(path.format(evaluation_id=evaluation), json=example["value"])
        (content,) = (content for status, content in responses(operation) if status == 200)
        resolved(content["schema"], closed=True).validate(real.json)
        ready[name] = real.json["ready"]
    assert ready == {"plan-complete": True, "plan-empty": False}


def test_o09_every_request_example_of_a_reconciliation_is_answered_as_documented(client):
    operation = CHECKED_IN["paths"]["/v1/reconciliations"]["post"]
    body = operation["requestBody"]["content"]["application/json"]
    for example in body["examples"].values():
        resolved(body["schema"]).validate(example["value"])
        real = client.post("/v1/reconciliations", json=example["value"])
        (content,) = (content for status, content in responses(operation) if status == 200)
        resolved(content["schema"], closed=True).validate(real.json)
        assert real.json["pairs"]


def test_o09_every_request_example_of_a_forecast_is_answered_as_documented(client):
    operation = CHECKED_IN["paths"]["/v1/forecasts"]["post"]
    body = operation["requestBody"]["content"]["application/json"]
    for name, example in body["examples"].items():
        resolved(body["schema"]).validate(example["value"])
        real = client.post("/v1/forecasts", json=example["value"])
        (content,) = (content for status, content in responses(operation) if status == 200)
        resolved(content["schema"], closed=True).validate(real.json)
        assert real.json["metrics"], name


@pytest.mark.parametrize("path", ["rules", "marketplaces"])
def test_o09_single_things_look_as_documented(client, path):
    schema = {each.values[0]: each.values[2] for each in OPERATIONS}
    for each in client.get(f"/v1/{path}").json["data"]:
        one = client.get(f"/v1/{path}/{each['id']}").json
        assert one == each
        operation = next(schema[known] for known in schema if known.startswith(f"/v1/{path}/"))
        (content,) = (content for status, content in responses(operation) if status == 200)
        resolved(content["schema"]).validate(one)


def test_s05_a_whole_report_is_answered_as_documented_and_no_field_is_undocumented(client):
    payload = ROOT / "tests" / "plugins" / "amazon" / "payloads"
    report = json.loads(next(payload.glob("seller-performance.assembled*.json")).read_text("utf-8"))
    answer = client.post("/v1/evaluations", json=report)
    assert answer.status_code == 201
    schema = CHECKED_IN["components"]["schemas"]["Evaluation"]
    resolved(schema, closed=True).validate(answer.json)
