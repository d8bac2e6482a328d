"""The page on any marketplace: its example is judged as shown, its tables are true, its profile is one."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sellervitals.app import create_app
from sellervitals.cli import cli
from sellervitals.config import Settings
from sellervitals.plugin import percent
from sellervitals_generic.own_figures import METRICS
from sellervitals_generic.profiles import PROFILES, read

PAGE = (Path(__file__).parents[3] / "docs" / "plain-metrics.md").read_text("utf-8")
SECTION = PAGE.partition("\n## Any marketplace\n")[2]


def block(language):
    (found,) = re.findall(rf"```{language}\n(.*?)```", SECTION, re.DOTALL)
    return found


@pytest.fixture
def answer(tmp_path):
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path / 'page.sqlite3'}"))
    headers = {"Prefer": "handling=strict"}
    made = app.test_client().post("/v1/evaluations", json=json.loads(block("json")), headers=headers)
    app.extensions["sellervitals"].store.close()
    return made


def test_its_example_gives_findings_a_score_that_adds_up_headroom_and_steps(answer):
    assert answer.status_code == 201
    found = {(each["rule"], each["segment"]): each for each in answer.json["findings"] if each["value"]}
    assert {key: each["outcome"] for key, each in found.items()} == {
        ("generic.own-rate-lower", "packing_error_rate"): "fail",
        ("generic.own-hours-lower", "answer_time"): "pass",
        ("generic.own-stars-higher", "shop_grade"): "not_applicable",
        ("generic.cancellation-rate", None): "pass",
    }
    failed = found["generic.own-rate-lower", "packing_error_rate"]
    assert failed["message"].startswith("Own rate (packing_error_rate) is 1.2 %")
    assert (failed["severity"], failed["margin"]) == ("high", "-0.002")
    said = {"bad_left": -3, "new_bad_left": 0, "clean_needed": 201, "bears_one": 101}
    assert failed["headroom"] == said
    assert 3 <= len(failed["remediation"]) <= 7
    assert {each["rule"] for each in answer.json["actions"]} == {"generic.own-rate-lower"}
    score = answer.json["score"]
    # 12 of 1,000 is 20 % past the line: health 0.4, weight 3; 20 of 24 hours: 0.5833, 3; 0.4 of 2 %: 0.9, 5
    assert {(each["rule"], each["points"]) for each in score["contributions"]} == {
        ("generic.own-rate-lower", "-16.36"),
        ("generic.own-hours-lower", "-11.36"),
        ("generic.cancellation-rate", "-4.54"),
    }
    assert (score["value"], score["band"], score["coverage"]) == ("67.74", "at_risk", "1")
    assert score["cap"]["at"] == "79"


def test_the_command_line_shows_the_lines_of_the_page(tmp_path):
    file = tmp_path / "request.json"
    file.write_text(block("json"), "utf-8")
    told = CliRunner().invoke(cli, ["check", str(file)], env={"COLUMNS": "130"})
    assert told.exit_code == 1
    lines = [line.rstrip() for line in told.stdout.splitlines()]
    for line in block("text").splitlines():
        assert line in lines


def test_its_units_and_fields_are_those_that_are_taken():
    units = re.search(r"It needs a `unit`\s+\((.*?);", SECTION, re.DOTALL).group(1)
    taken = {each.unit.value for each in METRICS} | {"percent"}
    assert set(re.findall("`([a-z]+)`", units)) == taken


def test_its_table_is_the_list_of_profiles():
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in SECTION.splitlines()
        if re.match(r"\| .* \| `\w+` \| \d", line)
    ]
    assert rows == [
        [
            each.title,
            f"`{each.site}`",
            str(len(each.limits)),
            ", ".join(sorted({limit.trust.value for _, limit in each.limits})),
            each.note,
        ]
        for each in PROFILES
    ]


def test_its_profile_is_one():
    harbor = read("harbor", block("toml"))
    ((metric, limit),) = harbor.limits
    assert (harbor.title, metric, limit.fail, limit.warn) == (
        "Harbor",
        "cancellation_rate",
        percent("2"),
        percent("1"),
    )
    ((_, ladder),) = harbor.ladders
    assert [rung.severity for rung in ladder.rungs] == [None, "medium", "critical"]
