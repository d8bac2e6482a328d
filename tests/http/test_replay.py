"""A stored evaluation judged again: byte for byte the same, or what is different and why."""

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from textwrap import dedent

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings

PAYLOADS = sorted(
    path
    for path in (Path(__file__).parents[1] / "plugins").glob("*/payloads/*")
    if path.suffix in {".json", ".csv", ".tsv", ".txt"}
)
SHOP = """
    from sellervitals import plugin as sdk


    @sdk.hookimpl
    def sellervitals_marketplace():
        return sdk.Marketplace(
            id="wish", title="Wish", sites={"N": "North", "S": "South"},
            metrics=(sdk.Metric(id="late_rate", title="Late", unit="ratio", better="lower"),),
            scorecard=sdk.Scorecard(version="wish-1", weights={"wish.late": 1}),
        )


    @sdk.hookimpl
    def sellervitals_rules():
        return [sdk.Rule(
            id="wish.late", title="Late", why="Sales stop.", severity="critical", metric="late_rate",
            since="1", references={"a": sdk.Reference("Shop: rules", "https://shop.example/rules")},
            steps=(sdk.step("look", "low", "operations")("Look."),),
            limits=(
                sdk.limit("2020-01-01", must_be="below", fail=sdk.percent("4"), source="a"),
                sdk.limit("2026-06-01", must_be="below", fail=sdk.percent("LINE"), source="a"),
            ),
        )]
"""


def posted(client, content, **kwargs):
    answer = client.post("/v1/evaluations", data=content, **kwargs)
    assert answer.status_code == 201, answer.json
    return answer


def replayed(client, ident, query=""):
    answer = client.post(f"/v1/evaluations/{ident}/replay{query}")
    assert answer.status_code == 200, answer.json
    return answer.json


def changed(replay):
    return {name: len(found) for name, found in replay.items() if isinstance(found, list) and found}


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: f"{path.parts[-3]}-{path.stem:.40}")
def test_r15_whatever_was_posted_is_judged_again_byte_for_byte(client, path):
    body = {"document": (path.open("rb"), path.name)}
    answer = client.post("/v1/evaluations", data=body, content_type="multipart/form-data")
    if answer.status_code != 201:
        pytest.skip(f"{path.name} is no document on its own")
    for ident in [answer.json["id"], *(each["id"] for each in answer.json["other_sites"])]:
        stored = client.get(f"/v1/evaluations/{ident}")
        found = replayed(client, ident)
        assert found["identical"] is found["same_policy"] is True
        assert found["stored"] == found["replayed"]
        assert changed(found).keys() <= {"unchanged"}
        assert len(found["unchanged"]) == len(stored.json["findings"])


def test_r15_json_text_and_form_are_kept_as_they_came(client):
    plain = {"account": {"marketplace": "amazon", "site": "US", "seller_id": "R1"}, "as_of": "2026-11-22"}
    plain["metrics"] = {"order_defect_rate": {"value": 1.20, "unit": "percent"}}
    as_json = posted(client, json.dumps(plain, indent=7), content_type="application/json; charset=UTF-8")
    table = next(path for path in PAYLOADS if path.suffix == ".tsv")
    as_text = posted(client, table.read_bytes(), content_type="text/tab-separated-values; charset=utf-8")
    form = {"request": json.dumps({"account": {"seller_id": "R2"}}), "document": (table.open("rb"), "t.tsv")}
    as_form = posted(client, form, content_type="multipart/form-data")
    for answer in (as_json, as_text, as_form):
        assert replayed(client, answer.json["id"])["identical"]


def test_a22_another_day_shows_what_its_policy_changes_and_stores_nothing(client, stored):
    plain = {"account": {"marketplace": "amazon", "site": "US"}, "as_of": "2026-11-22"}
    plain["metrics"] = {"order_defect_rate": {"segment": "mfn", "value": "1.2", "unit": "percent"}}
    ident = posted(client, json.dumps(plain), content_type="application/json").json["id"]
    before = stored()
    found = replayed(client, ident, "?as_of=2010-01-01")
    assert (found["identical"], found["same_policy"]) == (False, False)
    assert (found["stored"]["as_of"], found["replayed"]["as_of"]) == ("2026-11-22", "2010-01-01")
    (gone,) = found["unjudged"]
    assert (gone["rule"], gone["before"]["outcome"]) == ("amazon.order-defect-rate", "fail")
    assert gone["after"]["outcome"] == "not_applicable"
    assert found["stored"]["digest"] != found["replayed"]["digest"]
    assert stored() == before


@pytest.fixture
def shop(install, database_url):
    """Open the app with a plugin of a made-up marketplace, whose second limit may be corrected."""
    opened = []

    def open_with(line="2", **settings):
        # another length each time: Python takes a file of the same second and size for the one it compiled
        text = dedent(SHOP.replace("LINE", line)) + "#" * len(opened)
        if not opened:
            opened.append(install("wish", text))
        (opened[0] / "sellervitals_wish.py").write_text(text)
        sys.modules.pop("sellervitals_wish", None)
        opened.append(create_app(Settings(database_url=database_url, log_level="ERROR", **settings)))
        return opened[-1].test_client()

    yield open_with
    for app in opened[1:]:
        app.extensions["sellervitals"].store.close()


LATE = {
    "account": {"marketplace": "wish", "site": "N", "seller_id": "W1"},
    "as_of": "2026-11-22",
    "metrics": {"late_rate": {"value": "2.5", "unit": "percent"}},
}


def test_r15_a_corrected_policy_is_said_and_its_difference_shown(shop):
    ident = shop("2").post("/v1/evaluations", json=LATE).json["id"]
    found = replayed(shop("3"), ident)
    assert (found["identical"], found["same_policy"]) == (False, False)
    assert found["stored"]["policy_revision"] != found["replayed"]["policy_revision"]
    (fixed,) = found["fixed"]
    assert (fixed["before"]["outcome"], fixed["after"]["outcome"]) == ("fail", "pass")
    assert (found["stored"]["score"], found["replayed"]["band"]) == ("37.5", "at_risk")
    assert replayed(shop("2"), ident)["identical"]


def test_other_weights_are_another_policy(shop):
    ident = shop().post("/v1/evaluations", json=LATE).json["id"]
    found = replayed(shop(weights={"wish.late": 5}), ident)
    assert (found["identical"], found["same_policy"]) == (False, False)
    assert [found[side]["scorecard"] for side in ("stored", "replayed")] == ["wish-1", "wish-1+own"]


def test_what_today_is_refused_is_said_so(shop):
    ident = shop().post("/v1/evaluations", json=LATE).json["id"]
    answer = shop(blocked_plugins=("wish",)).post(f"/v1/evaluations/{ident}/replay")
    assert (answer.status_code, answer.json["type"]) == (409, "/problems/not-replayable")
    assert "refused today" in answer.json["detail"]


def test_inputs_that_are_not_to_be_kept_are_not(shop):
    client = shop(keep_inputs=False)
    answer = client.post("/v1/evaluations", json=LATE)
    again = client.post(f"/v1/evaluations/{answer.json['id']}/replay")
    assert (again.status_code, again.json["type"]) == (409, "/problems/not-replayable")
    assert "was not kept" in again.json["detail"]


@pytest.mark.parametrize("ident", ["ev_01kb0t3v9b2m4q8r6s1w5x7y9z", "x", "EV_01KB0T3V9B2M4Q8R6S1W5X7Y9Z"])
def test_b62_what_does_not_exist_cannot_be_replayed(client, ident):
    assert client.post(f"/v1/evaluations/{ident}/replay").status_code == 404


@pytest.mark.parametrize("query", ["?as_of=2026-11-31", "?as_of=today", "?day=2026-11-22", "?as_of="])
def test_a_day_that_is_none_is_refused(client, query):
    points = {"inventory_performance_index": {"value": 420, "unit": "points"}}
    plain = {"account": {"marketplace": "amazon"}, "metrics": points}
    ident = posted(client, json.dumps(plain), content_type="application/json").json["id"]
    answer = client.post(f"/v1/evaluations/{ident}/replay{query}")
    assert (answer.status_code, answer.json["type"]) == (400, "/problems/invalid-parameter")


def test_r15_what_was_in_force_then_is_in_force_in_the_replay(shop):
    """A profile that was replaced since, and a waiver that was ended since, count as they did."""
    client = shop()
    limit = {"rule": "wish.late", "fail": "1", "unit": "percent"}
    profile = {"marketplace": "wish", "limits": [limit]}
    assert client.put("/v1/profiles/house", json=profile).status_code == 201
    whose = {"marketplace": "wish", "seller_id": "W1"}
    until = datetime.now(UTC).date() + timedelta(days=3)
    waiver = {"account": whose, "rule": "wish.late", "owner": "ops", "reason": "under_appeal"}
    waived = client.post("/v1/waivers", json={**waiver, "until": f"{until}"})
    assert waived.status_code == 201, waived.json
    mild = {"late_rate": {"value": "1.5", "unit": "percent"}}
    answer = client.post("/v1/evaluations", json={**LATE, "metrics": mild, "profile": "house"})
    (finding,) = answer.json["findings"]
    assert (finding["outcome"], finding["limit"]["origin"]) == ("fail", "profile")
    assert finding["waiver"]["id"] == waived.json["id"]
    assert replayed(client, answer.json["id"])["identical"]
    limit["fail"] = "9"
    assert client.put("/v1/profiles/house", json=profile).status_code == 200
    assert client.delete(f"/v1/waivers/{waived.json['id']}").status_code == 204
    assert replayed(client, answer.json["id"])["identical"]
    assert client.delete("/v1/profiles/house").status_code == 204
    assert replayed(client, answer.json["id"])["identical"]
    trace = client.get(f"/v1/evaluations/{answer.json['id']}/trace").json
    assert trace["identical"]
    (found,) = trace["findings"]
    assert [each["limit"]["origin"] for each in found["limits"] if each["chosen"]] == ["profile"]
