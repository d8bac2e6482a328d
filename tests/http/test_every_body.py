"""What is wrong with any JSON is told in one way by every operation that takes some, and changes nothing."""

import json
from pathlib import Path

import pytest
import yaml

from sellervitals.limits import JSON_DEPTH, KEYS_PER_OBJECT
from sellervitals.problems import PROBLEMS

SPEC = yaml.safe_load((Path(__file__).parents[2] / "openapi.yaml").read_text("utf-8"))
LINES = "application/x-ndjson"
OPERATIONS = [
    pytest.param((method.upper(), path, operation), id=operation["operationId"])
    for path, item in SPEC["paths"].items()
    for method, operation in item.items()
    if method != "parameters" and "requestBody" in operation
]
"""All of the document, so that a new one cannot be forgotten."""
BROKEN = {
    "b02_cut_off": ('{"a":1', "malformed-json", None),
    "b05_nan": ('{"a":NaN}', "malformed-json", None),
    "b06_key_twice": ('{"a":1,"a":1}', "duplicate-key", ""),
    "b08_null": ("null", "validation-failed", ""),
    "b08_array": ("[]", "validation-failed", ""),
    "b08_text": ('"x"', "validation-failed", ""),
    "b08_number": ("5", "validation-failed", ""),
    "b10_deep": ('{"a":' + "[" * JSON_DEPTH + "]" * JSON_DEPTH + "}", "limit-exceeded", ""),
    "b11_1e400": ('{"a":1e400}', "number-out-of-range", "/a"),
    "b33_lone_surrogate": ('{"a":"\\ud800"}', "validation-failed", "/a"),
    "b34_nul": ('{"a":"\\u0000"}', "validation-failed", "/a"),
    "b35_invalid_utf8": (b'{"a":"\xff"}', "invalid-encoding", None),
    "b37_byte_order_mark": (b"\xef\xbb\xbf{}", "malformed-json", None),
    "many_keys": (
        json.dumps({f"k{number}": 1 for number in range(KEYS_PER_OBJECT + 1)}),
        "limit-exceeded",
        "",
    ),
}


@pytest.fixture
def kept(client, stored):
    """Count all that is kept, by its kind."""

    def count():
        lists = ("accounts", "profiles", "waivers")
        return stored(), *(len(client.get(f"/v1/{name}?limit=100").json["data"]) for name in lists)

    return count


@pytest.fixture
def send(client):
    """Send a body to an operation; the names in its path are of what there is."""

    def sent(asked, data, **more):
        method, path, operation = asked
        kind = next(iter(operation["requestBody"]["content"]))
        if "{evaluation_id}" in path:
            metrics = {"late_shipment_rate": {"segment": "30d", "value": "1", "unit": "percent"}}
            body = {"account": {"marketplace": "amazon", "site": "US", "seller_id": "every"}}
            path = path.format(
                evaluation_id=client.post("/v1/evaluations", json={**body, "metrics": metrics}).json["id"]
            )
        more = {"content_type": kind, **more}
        return client.open(path.format(profile_name="every-body"), method=method, data=data, **more)

    return sent


def _line(operation):
    """What pointers begin with where each line is a body."""
    return "/1" if LINES in operation["requestBody"]["content"] else ""


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("asked", OPERATIONS)
def test_b02_to_b37_every_operation_refuses_a_broken_body(send, kept, asked, broken):
    data, slug, pointer = BROKEN[broken]
    _, path, operation = asked
    before = kept()
    refused = send(asked, data)
    assert (refused.json["type"], refused.status_code) == (f"/problems/{slug}", PROBLEMS[slug].status)
    assert refused.content_type == "application/problem+json"
    pointers = [each["pointer"] for each in refused.json.get("errors", ())]
    line = _line(operation)
    if pointer is None:
        assert pointers == ([line] if line else [])
    else:
        assert f"{line}{pointer}" in pointers
    if "{evaluation_id}" not in path:
        assert kept() == before
    assert slug in operation["responses"][str(refused.status_code)]["description"]


@pytest.mark.parametrize("asked", OPERATIONS)
def test_b27_every_operation_refuses_a_field_that_it_does_not_know(send, asked):
    refused = send(asked, '{"a/b~c":1}')
    assert refused.status_code == 422
    codes = {each["pointer"]: each["code"] for each in refused.json["errors"]}
    assert codes[f"{_line(asked[-1])}/a~1b~0c"] == "unknown-field"


@pytest.mark.parametrize("asked", OPERATIONS)
def test_b48_to_b51_every_operation_refuses_what_it_does_not_read(send, asked):
    def slug(**more):
        refused = send(asked, "{}", **more)
        assert str(refused.status_code) in asked[-1]["responses"]
        return refused.json["type"].removeprefix("/problems/")

    assert slug(content_type="application/xml") == "unsupported-media-type"
    assert slug(content_type="application/pdf") == "unsupported-media-type"
    assert slug(headers={"Content-Encoding": "gzip"}) == "unsupported-media-type"
    assert slug(headers={"Transfer-Encoding": "chunked"}) == "length-required"
    assert slug(query_string={"a": "b"}) == "invalid-parameter"
    assert slug(headers={"Accept": "image/png"}) == "not-acceptable"
