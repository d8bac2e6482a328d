"""Every way to get a request wrong, and the one predictable answer to each."""

import json
from io import BytesIO

import pytest

from sellervitals.limits import DOCUMENTS, MEASUREMENTS, TEXT_CHARACTERS
from sellervitals.problems import PROBLEMS

ACCOUNT = {"marketplace": "amazon", "site": "US", "seller_id": "A1"}
RATE = {"segment": "mfn", "value": "0.9", "unit": "percent"}


def envelope(**more):
    return {"account": ACCOUNT, "as_of": "2026-11-22", "metrics": {"order_defect_rate": [RATE]}, **more}


def rate(**more):
    return envelope(metrics={"order_defect_rate": [{**RATE, **more}]})


def account(**more):
    return envelope(account={**ACCOUNT, **more})


def post(client, body, content_type="application/json", **options):
    data = body if isinstance(body, str | bytes) else json.dumps(body)
    return client.post("/v1/evaluations", data=data, content_type=content_type, **options)


def holds(response, slug):
    """It is the problem it should be, in the form that every problem has."""
    assert response.content_type == "application/problem+json"
    problem = response.json
    assert (response.status_code, problem["type"]) == (PROBLEMS[slug].status, f"/problems/{slug}")
    assert problem["status"] == response.status_code
    assert problem["title"] == PROBLEMS[slug].title
    assert problem["detail"].endswith((".", "?", ")"))
    assert problem["request_id"] == response.headers["X-Request-Id"]
    assert problem["retryable"] is PROBLEMS[slug].retryable
    assert response.headers["Cache-Control"] == "no-store"
    return problem


def case(id_, body, slug, pointer=None):
    return pytest.param(body, slug, pointer, id=id_)


REFUSED = [
    case("b01_empty", b"", "malformed-json"),
    case("b02_cut_off", '{"a":1', "malformed-json"),
    case("b03_trailing_text", '{"a":1} x', "malformed-json"),
    case("b04_trailing_comma", '{"store":true,}', "malformed-json"),
    case("b05_nan", '{"metrics":{"order_defect_rate":{"value":NaN}}}', "malformed-json"),
    case("b05_infinity", '{"metrics":{"order_defect_rate":{"value":Infinity}}}', "malformed-json"),
    case("b06_key_twice", '{"store":true,"store":true}', "duplicate-key", ""),
    case("b07_key_twice_by_escape", '{"store":true,"\\u0073tore":true}', "duplicate-key", ""),
    case("b08_null", "null", "validation-failed", ""),
    case("b08_array", "[]", "validation-failed", ""),
    case("b08_text", '"x"', "validation-failed", ""),
    case("b08_number", "5", "validation-failed", ""),
    case("b09_100000_arrays", "[" * 100_000, "limit-exceeded", ""),
    case("b10_depth_33", '{"documents":[{"content":' + "[" * 30 + "]" * 30 + "}]}", "limit-exceeded", ""),
    case("b11_1e400", '{"metrics":{"order_defect_rate":{"value":1e400}}}', "number-out-of-range"),
    case("b12_1e1000000", '{"metrics":{"order_defect_rate":{"value":1e1000000}}}', "number-out-of-range"),
    case("b13_5000_digits", f'{{"metrics":{{"x":{"9" * 5000}}}}}', "number-out-of-range", "/metrics/x"),
    case("b14_16_digits", rate(numerator=9007199254740993), "number-out-of-range"),
    case("b15_100_decimals", f'{{"metrics":{{"x":0.1{"0" * 100}}}}}', "number-out-of-range"),
    case("b17_negative_rate", rate(value="-0.5"), "validation-failed"),
    case("b17_negative_count", rate(numerator=-1, denominator=5), "validation-failed"),
    case("b18_text", rate(value="abc"), "validation-failed", "/metrics/order_defect_rate/0/value"),
    case("b18_boolean", rate(value=True), "validation-failed"),
    case("b18_array", rate(value=[]), "validation-failed"),
    case("b18_other_digits", rate(value="\u0660.\u0669"), "validation-failed"),
    case("b19_comma", rate(value="0,91"), "validation-failed"),
    case("b19_percent_sign", rate(value="0.91%"), "validation-failed"),
    case(
        "b20_no_unit",
        envelope(metrics={"order_defect_rate": {"value": "0.9"}}),
        "unit-missing",
        "/metrics/order_defect_rate/unit",
    ),
    case("b21_above_one", rate(value="5", unit="ratio"), "unit-mismatch"),
    case("b22_factor_100", rate(value="0.91", numerator=91, denominator=100), "unit-mismatch"),
    case("b24_zero_denominator", rate(numerator=0, denominator=0), "validation-failed"),
    case("b26_null", envelope(metrics={"order_defect_rate": None}), "validation-failed"),
    case("b26_null_value", rate(value=None), "validation-failed"),
    case("b27_unknown_field", envelope(x=1), "unknown-field", "/x"),
    case("b27_unknown_account_field", account(tenant_id="t"), "unknown-field", "/account/tenant_id"),
    case("b27_unknown_measurement_field", rate(windows=1), "unknown-field"),
    case(
        "b30_same_metric_twice",
        envelope(metrics={"order_defect_rate": [RATE, RATE]}),
        "validation-failed",
        "/metrics/order_defect_rate/1",
    ),
    case(
        "b31_501_metrics",
        envelope(metrics={"unheard_of": [{"value": 1}] * (MEASUREMENTS + 1)}),
        "limit-exceeded",
        "/metrics",
    ),
    case(
        "b32_long_seller_id",
        account(seller_id="a" * (TEXT_CHARACTERS + 1)),
        "limit-exceeded",
        "/account/seller_id",
    ),
    case(
        "b33_lone_surrogate", '{"account":{"seller_id":"\\ud800"}}', "validation-failed", "/account/seller_id"
    ),
    case("b34_nul", '{"account":{"seller_id":"a\\u0000"}}', "validation-failed", "/account/seller_id"),
    case("b35_invalid_utf8", b'{"account":{"seller_id":"\xff"}}', "invalid-encoding"),
    case("b36_utf16", '{"store":true}'.encode("utf-16"), "invalid-encoding"),
    case("b37_byte_order_mark", b"\xef\xbb\xbf{}", "malformed-json"),
    case("b38_bidi_override", account(seller_id="a\u202eb"), "validation-failed", "/account/seller_id"),
    case("b38_zero_width", account(seller_id="a\u200bb"), "validation-failed", "/account/seller_id"),
    case("b42_no_such_day", envelope(as_of="2026-02-30"), "validation-failed", "/as_of"),
    case("b42_with_time", envelope(as_of="2026-11-22 10:00"), "validation-failed", "/as_of"),
    case("b42_basic_format", envelope(as_of="20261122"), "validation-failed", "/as_of"),
    case("b42_week_date", envelope(as_of="2026-W47-7"), "validation-failed", "/as_of"),
    case("b43_instant", envelope(as_of="2026-11-22T00:00Z"), "validation-failed", "/as_of"),
    case("b44_leap_second", envelope(as_of="2026-12-31T23:59:60Z"), "validation-failed", "/as_of"),
    case(
        "b42_other_digits", rate(window={"from": "2026-11-0\u0661", "to": "2026-11-02"}), "validation-failed"
    ),
    case("b45_backwards", rate(window={"from": "2026-11-02", "to": "2026-11-01"}), "validation-failed"),
    case("b45_over_400_days", rate(window={"from": "2025-01-01", "to": "2026-11-01"}), "validation-failed"),
    case("b45_in_the_future", rate(window={"from": "2998-11-01", "to": "2998-11-02"}), "validation-failed"),
    case("b46_year_0", envelope(as_of="0000-01-01"), "validation-failed", "/as_of"),
    case("b46_year_99999", envelope(as_of="99999-01-01"), "validation-failed", "/as_of"),
    case("account_is_a_text", envelope(account="amazon"), "validation-failed", "/account"),
    case("account_is_null", envelope(account=None), "validation-failed", "/account"),
    case("store_is_a_word", envelope(store="yes"), "validation-failed", "/store"),
    case("store_is_a_number", envelope(store=1), "validation-failed", "/store"),
    case("seller_id_is_a_number", account(seller_id=5), "validation-failed", "/account/seller_id"),
    case("seller_id_is_blank", account(seller_id="  "), "validation-failed", "/account/seller_id"),
    case("tags_are_too_many", account(tags=["x"] * 51), "limit-exceeded", "/account/tags"),
    case("metrics_are_a_list", envelope(metrics=[]), "validation-failed", "/metrics"),
    case("documents_are_an_object", envelope(documents={}), "validation-failed", "/documents"),
    case("document_without_content", envelope(documents=[{}]), "validation-failed", "/documents/0/content"),
    case("document_unknown", envelope(documents=[{"content": {"a": 1}}]), "document-not-recognised"),
    case(
        "document_null", envelope(documents=[{"content": None}]), "validation-failed", "/documents/0/content"
    ),
    case(
        "documents_are_too_many",
        envelope(documents=[{"content": {}}] * (DOCUMENTS + 1)),
        "limit-exceeded",
        "/documents",
    ),
    case("nothing_to_judge", {}, "validation-failed"),
    case("marketplace_unknown", account(marketplace="nowhere"), "validation-failed", "/account/marketplace"),
    case("site_unknown", account(site="XX"), "validation-failed", "/account/site"),
]


@pytest.mark.parametrize(("body", "slug", "pointer"), REFUSED)
def test_b01_to_b46_bodies_are_refused_and_nothing_is_stored(client, stored, body, slug, pointer):
    before = stored()
    problem = holds(post(client, body), slug)
    assert stored() == before
    if pointer is not None:
        assert pointer in [each["pointer"] for each in problem["errors"]]
    for each in problem.get("errors", ()):
        assert each["code"] in PROBLEMS
        assert each["detail"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(rate(value="-0.0"), id="b16_minus_zero_text"),
        pytest.param(
            '{"account":{"marketplace":"amazon","site":"US"},"metrics":{"order_defect_rate":'
            '{"segment":"mfn","value":-0.0,"unit":"percent"}}}',
            id="b16_minus_zero",
        ),
        pytest.param(rate(numerator=50, denominator=1000), id="b23_counts_disagree"),
        pytest.param(
            envelope(metrics={**envelope()["metrics"], "moon_phase": {"value": 1}}), id="b28_unknown_metric"
        ),
        pytest.param(account(name="<script>alert(1)</script>"), id="b40_script"),
        pytest.param(account(name="=HYPERLINK(1)"), id="b41_formula"),
        pytest.param(account(seller_id="a" * TEXT_CHARACTERS), id="b32_longest_seller_id"),
        pytest.param(account(tags=["x"] * 50), id="most_tags"),
    ],
)
def test_b16_to_b41_what_is_accepted(client, body):
    response = post(client, body)
    assert response.status_code == 201, response.json
    assert client.get(response.headers["Location"]).data == response.data


def test_b10_depth_32_reaches_the_reader(client):
    body = '{"documents":[{"content":' + "[" * 29 + "]" * 29 + "}]}"
    holds(post(client, body), "document-not-recognised")


def test_b29_a_typo_is_listed_with_a_suggestion_or_refused_when_strict(client):
    body = envelope(metrics={**envelope()["metrics"], "order_defect_rat": {"value": 1}})
    (notice,) = post(client, body).json["coverage"]["ignored"]
    assert "order_defect_rate" in notice["message"]
    response = post(client, body, headers={"Prefer": "handling=strict"})
    problem = holds(response, "unknown-field")
    assert problem["errors"][0]["pointer"] == "/metrics/order_defect_rat"


def test_b31_500_measurements_pass_the_limit(client):
    body = envelope(metrics={**envelope()["metrics"], "unheard_of": [{"value": 1}] * (MEASUREMENTS - 1)})
    assert post(client, body).status_code == 201


def test_b39_one_spelling_of_a_seller_id(client):
    given = [post(client, account(seller_id=name)) for name in ("caf\u00e9", "cafe\u0301")]
    assert [each.json["account"]["seller_id"] for each in given] == ["caf\u00e9"] * 2


@pytest.mark.parametrize(
    "content_type", ["text/plain", "", "application/xml", "multipart/form-data", "application/jsonx"]
)
def test_b48_other_content_types(client, content_type):
    response = post(client, envelope(), content_type=content_type)
    holds(response, "unsupported-media-type")
    assert (
        response.headers["Accept-Post"]
        == "application/json, multipart/form-data, text/tab-separated-values, text/csv"
    )


@pytest.mark.parametrize(
    "content_type", ["application/json; charset=utf-8", "Application/JSON;charset=UTF-8"]
)
def test_b48_spellings_of_json(client, content_type):
    assert post(client, envelope(), content_type=content_type).status_code == 201


def test_b36_other_charset(client):
    holds(post(client, envelope(), content_type="application/json; charset=latin-1"), "invalid-encoding")


def test_b49_compressed_body_is_not_read(client):
    response = post(client, b"\x1f\x8b" * 100, headers={"Content-Encoding": "gzip"})
    holds(response, "unsupported-media-type")
    assert response.headers["Accept-Encoding"] == "identity"


def test_b50_one_byte_too_many(client, app):
    most = app.extensions["sellervitals"].settings.max_body_bytes
    text = json.dumps(envelope())
    assert post(client, text.ljust(most)).status_code == 201
    holds(post(client, text.ljust(most + 1)), "payload-too-large")


def test_b51_chunked_body_without_length(client):
    response = client.post(
        "/v1/evaluations",
        input_stream=BytesIO(json.dumps(envelope()).encode()),
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
    )
    holds(response, "length-required")


def test_b57_a_body_that_never_comes(client, stored):
    class Silent(BytesIO):
        def read(self, *_):
            raise BlockingIOError

    before = stored()
    options = {"input_stream": Silent(), "content_length": 20, "content_type": "application/json"}
    holds(client.post("/v1/evaluations", **options), "malformed-json")
    assert stored() == before


def test_b02_body_shorter_than_announced(client):
    response = client.post(
        "/v1/evaluations",
        data=b'{"store":true}',
        content_type="application/json",
        environ_overrides={"CONTENT_LENGTH": "20"},
    )
    holds(response, "malformed-json")


@pytest.mark.parametrize("length", ["-1", "1e3", "x", "+5", "\u00b2"])
def test_content_length_is_a_number(client, length):
    response = client.post(
        "/v1/evaluations",
        content_type="application/json",
        environ_overrides={"CONTENT_LENGTH": length},
    )
    holds(response, "invalid-header")


@pytest.mark.parametrize("path", ["/v1/evaluations", "/livez", "/nowhere"])
def test_b55_missing_host(client, path):
    holds(client.get(path, environ_overrides={"HTTP_HOST": ""}), "missing-host")


@pytest.mark.parametrize("accept", ["application/xml", "application/json;q=0", "image/*", "x"])
@pytest.mark.parametrize("path", ["/v1/evaluations", "/v1/rules", "/openapi.json"])
def test_b58_not_acceptable(client, path, accept):
    holds(client.get(path, headers={"Accept": accept}), "not-acceptable")


@pytest.mark.parametrize(
    "accept", ["", "*/*", "application/*", "application/json", "text/html, application/json;q=0.1"]
)
def test_b58_acceptable(client, accept):
    assert client.get("/v1/rules", headers={"Accept": accept}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("TRACE", "/v1/evaluations", {"GET", "HEAD", "OPTIONS", "POST"}),
        ("PUT", "/v1/evaluations", {"GET", "HEAD", "OPTIONS", "POST"}),
        ("DELETE", "/v1/evaluations/ev_1", {"GET", "HEAD", "OPTIONS"}),
        ("POST", "/v1/rules", {"GET", "HEAD", "OPTIONS"}),
        ("BREW", "/livez", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_b59_method_not_allowed(client, method, path, allowed):
    response = client.open(path, method=method)
    holds(response, "method-not-allowed")
    assert set(response.headers["Allow"].split(", ")) == allowed


def test_b76_options_and_head(client):
    options = client.options("/v1/evaluations")
    assert set(options.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}
    assert client.head("/v1/rules").data == b""
    assert client.head("/nowhere").data == b""


@pytest.mark.parametrize(
    "ident",
    [
        "ev_0000000000000000000000000",
        "ev_00000000000000000000000000",
        "..%2f..%2fetc",
        "../x",
        "%00",
        "ev_%00",
        "'%20or%201=1--",
        "x" * 10_000,
        "EV_00000000000000000000000000",
        "%ff",
        "ev_00000000000000000000000000%0a",
    ],
)
def test_b62_no_such_evaluation(client, ident):
    holds(client.get(f"/v1/evaluations/{ident}"), "not-found")


@pytest.mark.parametrize(
    "path", ["/v1/rules/x", "/v1/marketplaces/x", "/problems/x", "/docs/x", "/v1/rules/", "//v1/rules"]
)
def test_b62_nothing_there(client, path):
    holds(client.get(path), "not-found")


@pytest.mark.parametrize(
    "limit", ["0", "-1", "101", "1e9", "abc", "", "%201", "1_0", "+5", "\u0665", "9" * 500]
)
def test_b63_limit(client, limit):
    problem = holds(client.get(f"/v1/evaluations?limit={limit}"), "invalid-parameter")
    assert [each["pointer"] for each in problem["errors"]] == ["limit"]


@pytest.mark.parametrize("query", ["limit=1", "limit=100", f"seller_id={'x' * TEXT_CHARACTERS}"])
def test_s06_at_the_limit_of_the_query(client, query):
    assert client.get(f"/v1/evaluations?{query}").status_code == 200


@pytest.mark.parametrize("query", [f"seller_id={'x' * (TEXT_CHARACTERS + 1)}", f"cursor={'x' * 513}"])
def test_s06_over_the_limit_of_the_query(client, query):
    holds(client.get(f"/v1/evaluations?{query}"), "invalid-parameter")


@pytest.mark.parametrize("query", ["limit=1&limit=1", "band=watch&band=watch", "cursor=a&cursor=b"])
def test_b63_given_twice(client, query):
    holds(client.get(f"/v1/evaluations?{query}"), "invalid-parameter")


@pytest.mark.parametrize(
    "path",
    [
        "/v1/evaluations?x=1",
        "/v1/evaluations?Limit=1",
        "/v1/evaluations?band=splendid",
        "/v1/evaluations?seller_id=",
        "/v1/evaluations?seller_id=%00",
        "/v1/rules?site=US&x",
        "/v1/rules/amazon.order-defect-rate?verbose=1",
        "/v1/plugins?marketplace=amazon",
        "/livez?x",
    ],
)
def test_b64_unknown_or_unusable_parameter(client, path):
    holds(client.get(path), "invalid-parameter")


def test_b64_post_takes_no_parameters(client):
    holds(client.post("/v1/evaluations?store=false", json=envelope()), "invalid-parameter")


def test_a04_five_faults_five_pointers(client):
    body = envelope(x=1, as_of="soon", store=1, account={"site": 5, "y": 1})
    problem = holds(post(client, body), "validation-failed")
    pointers = {each["pointer"] for each in problem["errors"]}
    assert pointers == {"/x", "/as_of", "/store", "/account/site", "/account/y"}


ORDER = [
    # by stage, each with what makes a request fail there
    ("missing-host", {"environ_overrides": {"HTTP_HOST": ""}}),
    ("method-not-allowed", {"method": "PUT"}),
    ("invalid-parameter", {"query_string": "x=1"}),
    ("not-acceptable", {"headers": {"Accept": "application/xml"}}),
    ("unsupported-media-type", {"content_type": "text/plain"}),
    ("length-required", {"headers": {"Transfer-Encoding": "chunked"}}),
    ("invalid-encoding", {"data": b'{"x":"\xff"}'}),
    ("malformed-json", {"data": b'{"metrics":'}),
    ("unknown-field", {"data": json.dumps(envelope(x=1))}),
    ("unit-missing", {"data": json.dumps(envelope(metrics={"order_defect_rate": {"value": 1}}))}),
]
PAIRS = [
    pytest.param(first, second, id=f"{first[0]}_before_{second[0]}")
    for place, first in enumerate(ORDER)
    for second in ORDER[place + 1 :]
    if not ("data" in first[1] and "data" in second[1])
]


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_of_two_faults_the_earlier_stage_answers(client, first, second):
    request = {"method": "POST", "data": json.dumps(envelope()), "content_type": "application/json"}
    headers = {**second[1].get("headers", {}), **first[1].get("headers", {})}
    request |= {**second[1], **first[1], "headers": headers}
    holds(client.open("/v1/evaluations", **request), first[0])


def test_of_two_faults_in_one_body_the_earlier_stage_answers(client):
    holds(post(client, b'{"x":1,"y":"\xff"'), "invalid-encoding")
    holds(post(client, '{"x":1,"metrics":{"order_defect_rate":{"value":1}},}'), "malformed-json")
    holds(post(client, '{"x":1,"x":1e99}'), "duplicate-key")
    holds(post(client, {**envelope(metrics={"order_defect_rate": {"value": 1}}), "x": 1}), "unknown-field")
