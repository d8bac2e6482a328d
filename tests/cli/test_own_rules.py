"""``check --profile`` and ``--waivers``: own limits count, what somebody answers for does not."""

import json
from datetime import UTC, datetime, timedelta

import pytest

TODAY = datetime.now(UTC).date()
SOON, OVER = ((TODAY + timedelta(days=days)).isoformat() for days in (9, -9))

pytestmark = pytest.mark.usefixtures("acme")


@pytest.fixture
def file(tmp_path):
    def write(content, name="own.json"):
        path = tmp_path / name
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    return write


def waiver(rule="acme.late-rate", until=SOON, **more):
    return {"rule": rule, "owner": "ana", "reason": "fix_in_progress", "until": until, **more}


def told(answer):
    return [line.split(": ", 1)[1] for line in answer.stderr.splitlines()]


def test_an_own_limit_fails_what_the_policy_passes(run, request_file, file):
    path = request_file(late_rate="0.015")
    profile = file({"limits": [{"rule": "acme.late-rate", "unit": "percent", "fail": "1"}]})
    assert run("check", path).exit_code == 0
    answer = run("check", path, "--profile", profile)
    assert answer.exit_code == 1
    assert "Your own limit; the policy alone says: pass." in answer.stdout
    loose = file({"limits": [{"rule": "acme.late-rate", "unit": "percent", "fail": "9"}]})
    answer = run("check", request_file(late_rate="0.05"), "--profile", loose)
    assert answer.exit_code == 1
    assert "asks for less than the policy" in " ".join(answer.stdout.split())


def test_what_somebody_answers_for_does_not_count_and_is_said(run, request_file, file):
    path = request_file(late_rate="0.05")
    assert run("check", path).exit_code == 1
    answer = run("check", path, "--waivers", file([waiver()]))
    assert answer.exit_code == 0
    assert told(answer) == [f"waived until {SOON}: acme.late-rate (US) by ana, fix_in_progress"]
    assert f"Waived until {SOON} by ana (fix_in_progress)." in answer.stdout
    both = request_file(late_rate="0.05", slow_rate="0.05")
    assert run("check", both, "--waivers", file([waiver()])).exit_code == 1


def test_one_that_is_over_counts_again_and_is_reported(run, request_file, file):
    waivers = file([waiver(until=OVER), waiver("acme.none")])
    answer = run("check", request_file(late_rate="0.05"), "--waivers", waivers, "--format", "json")
    assert (answer.exit_code, told(answer)) == (1, [])
    result = json.loads(answer.stdout)
    assert [each["state"] for each in result["waivers"]] == ["expired", "unmatched"]
    assert [each["code"] for each in result["warnings"]] == ["waiver_expired", "waiver_unmatched"]


def test_as_of_decides_whether_a_waiver_is_over(run, request_file, file):
    waivers = file([waiver(until="2026-07-01")])
    path = request_file(late_rate="0.05")
    codes = [
        run("check", path, "--waivers", waivers, "--as-of", day).exit_code
        for day in ("2026-07-01", "2026-07-02")
    ]
    assert codes == [0, 1]


def test_a_request_brings_its_own_and_the_options_replace_them(run, request_file, file):
    path = request_file(late_rate="0.05")
    request = {**json.loads(path.read_text()), "waivers": [waiver()], "profile": {"limits": []}}
    path.write_text(json.dumps(request))
    assert run("check", path).exit_code == 0
    assert run("check", path, "--waivers", file([])).exit_code == 1
    request["profile"] = "house"
    path.write_text(json.dumps(request))
    answer = run("check", path)
    assert (answer.exit_code, told(answer)) == (2, ["/profile: is a name, and no profiles are stored here."])


def test_a_baseline_and_waivers_go_together(run, request_file, file):
    old = run("check", request_file("old.json", late_rate="0.05"), "--format", "json").stdout
    accepted = file(old, "accepted.json")
    new = request_file("new.json", late_rate="0.05", slow_rate="0.05")
    given = ("check", new, "--baseline", accepted)
    assert run(*given).exit_code == 1
    answer = run(*given, "--waivers", file([waiver("acme.slow-rate")]))
    assert answer.exit_code == 0
    assert [line.partition(":")[0] for line in told(answer)] == [f"waived until {SOON}", "new"]


@pytest.mark.parametrize(
    ("option", "content", "says"),
    [
        ("--profile", "[", "cannot be used: "),
        (
            "--profile",
            '{"limits": [{"rule": "x", "fails": 1}]}',
            "cannot be used: /limits/0/fails: is not known.",
        ),
        ("--waivers", "{}", "cannot be used: /: must be a list of waivers."),
        ("--waivers", '[{"rule": "x"}]', "/0/owner: "),
        ("--waivers", "", "is empty."),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(run, request_file, file, option, content, says):  # noqa: PLR0917 - fixtures and cases
    answer = run("check", request_file(late_rate="0"), option, file(content))
    assert answer.exit_code == 2
    assert f"the {option[2:]} " in answer.stderr
    assert says in answer.stderr


def test_what_only_the_marketplace_knows_is_refused_with_the_request(run, request_file, file):
    profile = file({"limits": [{"rule": "acme.none", "fail": "1"}], "weights": {"acme.late-rate": 9}})
    answer = run("check", request_file(late_rate="0"), "--profile", profile)
    assert answer.exit_code == 2
    assert [line.partition(":")[0] for line in told(answer)] == [
        "/profile/limits/0/rule",
        "/profile/weights/acme.late-rate",
    ]
