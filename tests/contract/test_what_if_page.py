"""What docs/what-if.md says and shows is what the service does."""

import json
import re
from pathlib import Path

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.schemas.simulated_changes import MetricChangeSchema, SimulatedChangesSchema
from sellervitals.simulating.reaching import DEFAULT_EFFORTS, LeverKind

PAGE = (Path(__file__).parents[2] / "docs" / "what-if.md").read_text("utf-8")
CHANGED, REACHED = (json.loads(each) for each in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture(scope="module")
def client():
    app = create_app(Settings(database_url="sqlite:///:memory:", log_level="ERROR"))
    yield app.test_client()
    app.extensions["sellervitals"].store.close()


def asked(client, body):
    response = client.post("/v1/simulations", json=body)
    assert response.status_code == 200, response.json
    return response.json


def test_201_clean_orders_are_enough_and_200_are_not(client):
    (better,) = asked(client, CHANGED)["better"]
    assert better["after"]["outcome"] == "warn"
    assert better["after"]["message"].startswith("Order defect rate (mfn) is 0.9992 %")
    (still,) = asked(client, {**CHANGED, "changes": {"clean_orders": 200}})["better"]
    assert (still["after"]["outcome"], still["after"]["display"]) == ("fail", "1 %")


def test_the_goal_of_the_page_is_reached_as_it_says(client):
    goal = asked(client, REACHED)["goal"]
    alone = {each["metric"]: each["amount"] for each in goal["singles"] if each["lever"] == "clean"}
    assert alone[None] == 201
    assert {each["amount"] for each in goal["singles"] if each["lever"] == "remove"} == {None}
    steps = [(each["lever"], each["amount"]) for each in goal["cheapest"]["steps"]]
    assert steps == [("clean", 6), ("remove", 2), ("remove", 2)]
    assert (goal["cheapest"]["effort"], goal["effort"]["remove"]) == ("106", "25")
    removed = {"metrics": {name: {"remove": 3} for name in REACHED["base"]["metrics"]}}
    assert asked(client, {**REACHED, "changes": removed})["goal"]["met"]
    again = asked(client, {**REACHED, "changes": goal["cheapest"]["changes"]})
    assert again["goal"]["met"]
    assert str(DEFAULT_EFFORTS[LeverKind.REMOVE]) in PAGE


def test_every_change_is_explained(client):
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    fields = {each.data_key or name for name, each in MetricChangeSchema().fields.items()}
    assert named >= SimulatedChangesSchema().fields.keys() | fields - {"segment"}
    goals = {each["id"] for one in client.get("/v1/marketplaces").json["data"] for each in one["goals"]}
    own = {each for each in goals if ":" not in each}
    assert own <= set(re.findall("`([a-z-]+)`", PAGE))
    assert {"safe", "clean"} <= named
