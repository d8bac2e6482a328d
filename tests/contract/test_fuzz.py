"""schemathesis: every check it has, the checked-in document against the running app."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, settings

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.routes import evaluations, waivers
from sellervitals.store import account_id

ROOT = Path(__file__).parents[2]
CONFIG = schemathesis.Config.from_dict(
    {
        "checks": {
            # JSON Schema cannot say which marketplaces, metrics, documents and ids there are, nor that a
            # file must be a table (415 for a PDF).
            "positive_data_acceptance": {
                "expected-statuses": ["2xx", "304", "400", "404", "406", "415", "422"]
            },
        },
    }
)
schema = schemathesis.openapi.from_dict(
    yaml.safe_load((ROOT / "openapi.yaml").read_text("utf-8")), config=CONFIG
)
running = []


def waived():
    """A waiver in force."""
    account = {"marketplace": "amazon", "seller_id": "A1EXAMPLE"}
    until = f"{datetime.now(UTC).date()}"
    rule = "amazon.order-defect-rate"
    return {"account": account, "rule": rule, "owner": "ana", "reason": "duplicate", "until": until}


STORED = "ev_01kb0t3v9b2m4q8r6s1w5x7y9z"
"""The id that the document has as its example."""
ACCOUNT = account_id("default", "amazon", "A1EXAMPLE")
WAIVER = "wai_01kb0t3v9b2m4q8r6s1w5x7y9z"
REQUEST = {
    "account": {"marketplace": "amazon", "site": "US", "seller_id": "A1EXAMPLE"},
    "metrics": {"order_defect_rate": [{"segment": "mfn", "value": "1.2", "unit": "percent"}]},
}


def door(environ, start_response):
    """Tests are collected before there is an app."""
    return running[0](environ, start_response)


schema.app = door


@schemathesis.serializer("application/x-ndjson", "application/jsonl")
def lines(_, value):
    """Send lines as they are; what is no text goes as one line of JSON."""
    return value.encode(errors="surrogatepass") if isinstance(value, str) else json.dumps(value).encode()


@schema.hook
def map_path_parameters(_, path_parameters):
    """Ask for what is stored: an id made up would only ever be unknown."""
    if path_parameters and path_parameters.get("evaluation_id", "").startswith("ev_"):
        path_parameters["evaluation_id"] = STORED
    if path_parameters and path_parameters.get("account_id", "").startswith("acc_"):
        path_parameters["account_id"] = ACCOUNT
    if path_parameters and path_parameters.get("waiver_id", "").startswith("wai_"):
        path_parameters["waiver_id"] = WAIVER
    return path_parameters


@pytest.fixture(scope="module", autouse=True)
def app(tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / "store.sqlite3"
    running.append(create_app(Settings(database_url=f"sqlite:///{path}", log_level="ERROR")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evaluations, "new_id", lambda *_: STORED)
        patch.setattr(waivers, "new_id", lambda *_: WAIVER)
        assert running[0].test_client().post("/v1/evaluations", json=REQUEST).json["id"] == STORED
        assert running[0].test_client().post("/v1/waivers", json=waived()).json["id"] == WAIVER
    yield
    running.pop().extensions["sellervitals"].store.close()


@schema.parametrize()
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_o07_schemathesis_finds_nothing(case):
    if case.operation.path == "/v1/forecasts":
        name_known_metrics(case)
    case.call_and_validate()


def name_known_metrics(case):
    """What a metric that nobody knows holds is ignored, and JSON Schema cannot say which are known."""
    metrics = case.body.get("metrics") if isinstance(case.body, dict) else None
    if isinstance(metrics, dict) and metrics:
        case.body = {**case.body, "metrics": {"order_defect_rate": [*metrics.values()][-1]}}
