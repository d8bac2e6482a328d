"""What docs/reconcile.md says and shows is what the service does."""

import json
import re
from pathlib import Path

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.foresight.causes import CauseKind, Explains

PAGE = (Path(__file__).parents[2] / "docs" / "reconcile.md").read_text("utf-8")


@pytest.fixture(scope="module")
def client():
    app = create_app(Settings(database_url="sqlite:///:memory:", log_level="ERROR"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


def pairs(client, request):
    response = client.post("/v1/reconciliations", json=request)
    assert response.status_code == 200, response.json
    return response.json["pairs"]


def test_o09_the_table_shows_the_answer_to_the_request_above_it(client):
    (request,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    rows = re.findall(r"^\| `(\w+)`( \w+)? \| `(\w+)` \| `(\w+)` \| (yes|no) \| (.+) \|$", PAGE, re.MULTILINE)
    shown = {
        (metric, segment.strip() or None): (cause, explains, certain == "yes", message)
        for metric, segment, cause, explains, certain, message in rows
    }
    real = {
        (each["left"]["metric"], each["left"]["segment"]): tuple(
            each["causes"][0][name] for name in ("cause", "explains", "certain", "message")
        )
        for each in pairs(client, json.loads(request))
    }
    assert shown == real


def test_every_cause_is_explained_once_and_in_the_order_it_is_said():
    rows = PAGE.split("## Causes")[1].split("## Worked cases")[0]
    assert re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE) == [each.value for each in CauseKind]
    assert all(f"`{each}`" in rows for each in Explains)


def test_o09_every_worked_case_has_the_cause_that_stands_beside_it(client):
    cases = re.findall(r"^\| `(\{.*?\})` \| `(\{.*?\})` \| `(\w+)` \| `(\w+)` \|$", PAGE, re.MULTILINE)
    assert len(cases) > 5
    for left, right, cause, explains in cases:
        account = {"marketplace": "amazon", "site": "US"}
        sides = [{"account": account, "metrics": json.loads(each)} for each in (left, right)]
        (pair,) = pairs(client, dict(zip(("left", "right"), sides, strict=True)))
        assert (pair["causes"][0]["cause"], pair["causes"][0]["explains"]) == (cause, explains), pair[
            "causes"
        ]
