"""``sellervitals forecast``: its exit codes, its table, and that JSON is what the server answers."""

import json

import pytest

from sellervitals.app import create_app
from sellervitals.config import Settings
from sellervitals.schemas.examples import EXAMPLES

BY_HAND = EXAMPLES["forecast-request"]


@pytest.fixture
def file(tmp_path):
    def write(content, name="daily.json"):
        path = tmp_path / name
        path.write_text(json.dumps(content))
        return path

    return write


def changed(inflow=None, **more):
    given = {"order_defect_rate": {"numerator": inflow, "denominator": "20"}} if inflow else None
    return {**BY_HAND, **more, **({"inflow": given} if given else {})}


class TestExitCodes:
    def test_0_when_what_is_broken_is_back_and_stays(self, run, file):
        answer = run("forecast", file(changed("0.1")))
        assert answer.exit_code == 0, answer.output
        assert "2025-11-25" in answer.stdout

    def test_1_when_it_breaks_anew(self, run, file):
        answer = run("forecast", file(BY_HAND))
        assert answer.exit_code == 1
        assert "2025-11-25; breaks anew on 2026-02-04" in answer.stdout

    def test_0_when_that_lies_beyond_the_horizon(self, run, file):
        assert run("forecast", file(BY_HAND), "--horizon", "73").exit_code == 0
        assert run("forecast", file(BY_HAND), "--horizon", "74").exit_code == 1

    def test_1_when_it_is_not_back_within_the_horizon(self, run, file):
        assert run("forecast", file(BY_HAND), "--horizon", "2").exit_code == 1
        assert run("forecast", file(BY_HAND), "--horizon", "3").exit_code == 0

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            ({"nobody": "knows"}, "no reader recognises it"),
            ({"account": {"marketplace": "amazon"}, "inflow": 5}, "/inflow"),
            ({"account": {"marketplace": "amazon"}}, "nothing to judge"),
            (
                {"account": {"marketplace": "amazon"}, "metrics": {"account_status": {"value": "NORMAL"}}},
                "nothing that can be rolled on",
            ),
        ],
    )
    def test_2_when_it_cannot_be_forecast(self, run, file, content, said):
        answer = run("forecast", file(content))
        assert answer.exit_code == 2
        assert said in answer.stderr

    def test_the_highest_of_several_counts_and_all_are_answered(self, run, file, tmp_path):
        good, bad = file(changed("0.1"), "good.json"), file(BY_HAND, "bad.json")
        assert run("forecast", good, bad).exit_code == 1
        answer = run("forecast", tmp_path / "none.json", good, bad, "--format", "json")
        assert answer.exit_code == 2
        assert [json.loads(each)["breached"] for each in answer.stdout.splitlines()] == [False, True]


def test_json_is_the_answer_of_the_server(run, file):
    app = create_app(Settings(database_url="sqlite:///:memory:", log_level="ERROR"))
    served = app.test_client().post("/v1/forecasts", json=BY_HAND).json
    app.extensions["sellervitals"].store.close()
    assert json.loads(run("forecast", file(BY_HAND), "--format", "json").stdout) == served


def test_a_day_of_ones_own_and_a_raw_document(run, file):
    answer = run("forecast", file(EXAMPLES["raw-document"]), "--as-of", "2026-11-20", "--format", "json")
    found = json.loads(answer.stdout)
    assert (answer.exit_code, found["as_of"]) == (0, "2026-11-20")
    assert [each["metric"] for each in found["metrics"]] == ["cancellation_rate"]


def test_the_table_says_what_was_assumed(run, file):
    said = " ".join(run("forecast", file(BY_HAND)).stdout.split())
    assert "From 2025-11-22, 90 days ahead" in said
    assert "FAIL order-defect-rate (mfn) 1 % broken today" in said
    assert "has 60 days and ends 14 days before it" in said


def test_control_characters_do_not_reach_the_terminal(run, file):
    window = {"from": "2025-11-01", "to": "2025-11-07"}
    content = {
        "account": {"marketplace": "generic", "seller_id": "A"},
        "as_of": "2025-11-10",
        "metrics": {
            "lost": {
                "value": 1,
                "unit": "percent",
                "target": 2,
                "comparator": "below",
                "numerator": 1,
                "denominator": 100,
                "window": window,
            }
        },
    }
    answer = run("forecast", file(content))
    assert answer.exit_code == 0, answer.output
    assert "(lost)" in answer.stdout
