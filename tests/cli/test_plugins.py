import json

import pytest


@pytest.mark.usefixtures("acme")
def test_text_lists_name_version_and_status(run):
    answer = run("plugins")
    assert answer.exit_code == 0
    (line,) = [line for line in answer.stdout.splitlines() if " acme " in line]
    assert line.split()[:6] == ["acme", "1.0", "sellervitals-acme", "loaded", "6", "2"]


@pytest.mark.usefixtures("acme")
def test_json_lists_what_the_api_lists(run):
    found = {each["name"]: each for each in json.loads(run("plugins", "--format", "json").stdout)}
    assert found["acme"]["version"] == "1.0"
    assert found["acme"]["marketplace"] == "acme"
    assert len(found["acme"]["rules"]) == 6


@pytest.mark.usefixtures("acme")
def test_a_blocked_plugin_is_listed_and_no_failure(run, monkeypatch):
    monkeypatch.setenv("SELLERVITALS_BLOCKED_PLUGINS", "acme")
    answer = run("plugins")
    assert answer.exit_code == 0
    (line,) = [line for line in answer.stdout.splitlines() if " acme " in line]
    assert "blocked" in line


def test_a_plugin_that_cannot_be_loaded_is_listed_with_its_error_and_exits_with_1(run, install):
    install("torn", "import nothing_of_this_name")
    for form in ("text", "json"):
        answer = run("plugins", "--format", form)
        assert answer.exit_code == 1
        assert "not loaded" in answer.stdout.replace("_", " ")
        assert "plugin torn cannot be loaded: ModuleNotFoundError: No module named" in answer.stderr
