"""What is worked out for one request is stored nowhere, and no cache may keep it."""

import pytest

from sellervitals.schemas.examples import EXAMPLES

ACCOUNT = {
    "account": {"marketplace": "amazon", "site": "US"},
    "as_of": "2026-11-22",
    "metrics": {"order_defect_rate": {"segment": "mfn", "numerator": 12, "denominator": 1000}},
}


@pytest.mark.parametrize(
    ("method", "address", "body"),
    [
        pytest.param("POST", "/v1/evaluations", {**ACCOUNT, "store": False}, id="evaluation"),
        pytest.param("POST", "/v1/forecasts", EXAMPLES["forecast-request"], id="forecast"),
        pytest.param("POST", "/v1/simulations", EXAMPLES["what-if"], id="simulation"),
        pytest.param("POST", "/v1/reconciliations", EXAMPLES["two-screens"], id="reconciliation"),
        pytest.param("POST", "/v1/evaluations/{}/replay", None, id="replay"),
        pytest.param("GET", "/v1/evaluations/{}/trace", None, id="trace"),
    ],
)
def test_a22_what_is_worked_out_is_kept_by_nobody(client, stored, method, address, body):
    ident = client.post("/v1/evaluations", json=ACCOUNT).json["id"]
    before = stored()
    answer = client.open(address.format(ident), method=method, json=body)
    assert answer.status_code == 200, answer.json
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert stored() == before
