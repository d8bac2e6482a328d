import json

import pytest

pytestmark = pytest.mark.usefixtures("acme")


def test_json_holds_the_rules_as_the_api_describes_them(run):
    rules = {each["id"]: each for each in json.loads(run("rules", "--format", "json").stdout)}
    late = rules["acme.late-rate"]
    assert [each["fail"] for each in late["limits"]] == ["0.04", "0.02"]
    assert late["weight"] == 10
    assert {each.split(".")[0] for each in rules} > {"acme"}


def test_marketplace_narrows_the_list(run):
    for form in ("text", "json"):
        shown = run("rules", "--marketplace", "acme", "--format", form).stdout
        assert "acme.late-rate" in shown
        assert "amazon." not in shown


def test_an_unknown_marketplace_is_refused(run):
    answer = run("rules", "--marketplace", "no\x1bwhere")
    assert answer.exit_code == 2
    assert "no known marketplace; known are acme, amazon" in answer.stderr
    assert "\x1b" not in answer.stderr


def test_text_shows_the_operators_own_weight(run, monkeypatch):
    monkeypatch.setenv("SELLERVITALS_WEIGHTS", "acme.late-rate=77")
    (line,) = [line for line in run("rules").stdout.splitlines() if "acme.late-rate" in line]
    assert line.split() == ["acme.late-rate", "critical", "77", "2", "late-rate"]
