"""``check --baseline``: what was accepted does not fail again, what is new or worse does."""

import json

import pytest

GOOD, BAD, WORSE, LESS = "0", "0.05", "0.07", "0.03"

pytestmark = pytest.mark.usefixtures("acme")


@pytest.fixture
def accepted(run, request_file, tmp_path):
    """Accept what is reported, as anybody would."""

    def accept(**metrics):
        path = tmp_path / "accepted.json"
        path.write_text(run("check", request_file("old.json", **metrics), "--format", "json").stdout, "utf-8")
        return path

    return accept


@pytest.fixture
def code(run, request_file, accepted):
    def checked(before, after, *more):
        answer = run("check", request_file(**after), "--baseline", accepted(**before), *more)
        return answer.exit_code, [line.split(": ", 1)[1] for line in answer.stderr.splitlines()]

    return checked


def test_what_was_accepted_does_not_fail_again(code):
    assert code({"late_rate": BAD}, {"late_rate": BAD}) == (0, [])


def test_what_is_new_fails(code):
    before, after = {"late_rate": BAD, "slow_rate": GOOD}, {"late_rate": BAD, "slow_rate": BAD}
    assert code(before, after) == (1, ["new: acme.slow-rate"])
    assert code(before, after, "--fail-on", "critical")[0] == 0


def test_what_got_worse_fails_and_what_got_better_does_not(code):
    assert code({"late_rate": BAD}, {"late_rate": WORSE}) == (1, ["worse: acme.late-rate"])
    assert code({"late_rate": BAD}, {"late_rate": LESS}) == (0, ["better: acme.late-rate"])
    assert code({"late_rate": BAD}, {"late_rate": GOOD}) == (0, ["fixed: acme.late-rate"])


def test_what_is_not_reported_any_more_is_said_and_not_called_fixed(code):
    before, after = {"late_rate": BAD, "slow_rate": GOOD}, {"slow_rate": GOOD}
    assert code(before, after) == (0, ["unjudged: acme.late-rate"])


def test_without_a_baseline_everything_counts(run, request_file):
    assert run("check", request_file(late_rate=BAD)).exit_code == 1


def test_a_baseline_of_another_site_is_refused(run, request_file, accepted):
    path = accepted(late_rate=BAD)
    answer = run("check", request_file("de.json", site="DE", late_rate=BAD), "--baseline", path)
    assert answer.exit_code == 2
    assert "the baseline is about acme/US, the file about acme/DE" in answer.stderr


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", "{}", '{"account":{},"as_of":"x","findings":[3],"score":{}}'),
        *('{"account":"x","as_of":"x","findings":[],"score":{}}',),
        *('{"account":{},"as_of":"x","findings":[],"score":[]}',),
    ],
)
def test_what_is_no_result_is_refused(run, request_file, tmp_path, content):
    path = tmp_path / "broken.json"
    path.write_text(content)
    answer = run("check", request_file(late_rate=BAD), "--baseline", path)
    assert answer.exit_code == 2
    assert answer.stderr


def test_a_result_that_was_tampered_with_is_refused(run, request_file, accepted):
    path = accepted(late_rate=BAD)
    result = json.loads(path.read_text("utf-8"))
    for each in result["findings"]:
        each["severity"] = "dreadful"
    path.write_text(json.dumps(result), "utf-8")
    answer = run("check", request_file(late_rate=BAD), "--baseline", path)
    assert (answer.exit_code, "holds what no result does" in answer.stderr) == (2, True)


def test_one_file_at_a_time(run, request_file, accepted):
    one = request_file(late_rate=GOOD)
    answer = run("check", one, one, "--baseline", accepted(late_rate=BAD))
    assert answer.exit_code == 2
    assert "give one FILE" in answer.stderr
