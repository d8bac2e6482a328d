import json
import os
import pty
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

GOOD, BAD = "0", "0.05"
AMAZON = Path(__file__).parents[1] / "plugins/amazon/payloads"
GOLDEN = Path(__file__).with_name("golden")


def one_site(late, **more):
    return {"acme": [{"site": "US", "late": late, **more}]}


@pytest.fixture
def file(tmp_path):
    def write(content, name="report.json"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path

    return write


pytestmark = pytest.mark.usefixtures("acme")


class TestExitCodes:
    def test_0_when_nothing_failed(self, run, request_file):
        assert run("check", request_file(late_rate=GOOD)).exit_code == 0

    @pytest.mark.parametrize(
        ("metric", "severity"),
        [("late_rate", "critical"), ("slow_rate", "high"), ("lost_rate", "medium"), ("odd_rate", "low")],
    )
    def test_1_from_the_chosen_severity_upwards(self, run, request_file, metric, severity):
        path = request_file(**{metric: BAD})
        order = ["critical", "high", "medium", "low"]
        codes = {level: run("check", path, "--fail-on", level).exit_code for level in order}
        assert codes == {level: int(order.index(severity) <= order.index(level)) for level in order}
        assert run("check", path).exit_code == 1
        assert run("check", path, "--fail-on", "never").exit_code == 0

    def test_1_when_another_site_failed(self, run, file):
        sites = {"acme": [{"site": "US", "late": GOOD}, {"site": "DE", "late": BAD}]}
        answer = run("check", file(sites), "--site", "US")
        assert answer.exit_code == 1
        assert "DE: 0 of 100, critical; 1 failed, the worst is critical" in answer.stdout

    def test_2_when_a_critical_rule_broke(self, run, request_file):
        answer = run("check", request_file(broken_critical="x", odd_rate=BAD), "--fail-on", "never")
        assert answer.exit_code == 2
        assert "could not be evaluated by acme.broken-critical" in answer.stderr

    def test_a_lesser_rule_that_broke_is_shown_and_not_more(self, run, request_file):
        answer = run("check", request_file(broken_high="x", late_rate=GOOD))
        assert answer.exit_code == 0
        assert re.search("ERROR +high +broken-high", answer.stdout)

    def test_r_unknown_is_not_healthy_2_when_nothing_could_be_judged(self, run, file):
        answer = run("check", file({"acme": [{"site": "US", "late": ""}]}))
        assert answer.exit_code == 2
        assert "holds nothing that could be judged" in answer.stderr

    def test_the_worst_of_several_files_counts_and_all_are_judged(self, run, request_file, tmp_path):
        good, bad = request_file("good.json", late_rate=GOOD), request_file("bad.json", late_rate=BAD)
        assert run("check", good, bad).exit_code == 1
        answer = run("check", tmp_path / "missing.json", bad, good, "--format", "json")
        assert answer.exit_code == 2
        assert [json.loads(line)["score"]["value"] for line in answer.stdout.splitlines()] == ["0", "100"]
        assert "missing.json: cannot be read: No such file or directory." in answer.stderr


class TestFiles:
    def test_a_raw_json_document(self, run, file):
        answer = run("check", file(one_site(BAD, says="GOOD")), "--format", "json")
        (late,) = [each for each in json.loads(answer.stdout)["findings"] if each["outcome"] == "fail"]
        assert (late["marketplace_verdict"], late["agrees"]) == ("GOOD", False)

    def test_a_raw_table(self, run, file):
        answer = run("check", file(b"site\tlate\tsays\nUS\t0.05\tGOOD\n", "report.tsv"))
        assert answer.exit_code == 1
        assert "GOOD" in answer.stdout
        assert "disagrees" in answer.stdout

    def test_stdin(self, run):
        assert run("check", "-", data=json.dumps(one_site(GOOD))).exit_code == 0

    def test_a_byte_order_mark_is_tolerated_in_files(self, run, file):
        assert run("check", file(b"\xef\xbb\xbf" + json.dumps(one_site(GOOD)).encode())).exit_code == 0
        assert run("check", file(b"\xef\xbb\xbfsite\tlate\tsays\nUS\t0.01\tGOOD")).exit_code == 0

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            pytest.param(b"", "is empty.", id="b01-empty"),
            pytest.param(b" \n", "is empty.", id="blank"),
            pytest.param(b'{"a":1', "at line 1, column 7", id="b02-cut-off"),
            pytest.param(b'{"acme": NaN}', "NaN is no JSON", id="b05-nan"),
            pytest.param(b'{"acme": 1, "acme": 1}', "'acme' stands twice", id="b06-duplicate-key"),
            pytest.param(b"[" * 100_000, "nested deeper than 32 levels", id="b09-deep"),
            pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "neither JSON nor text in UTF-8", id="binary"),
            pytest.param(b"site\tlate\n\xff\t1", "neither JSON nor text in UTF-8 (byte 10)", id="b35-latin"),
            pytest.param(b"a\0b", "holds NUL bytes", id="nul"),
            pytest.param('{"acme": "é"}'.encode("latin-1"), "UTF-8", id="b35-latin-json"),
            pytest.param(b"hello", "no reader recognises it", id="text"),
            pytest.param(b"null", "no reader recognises it", id="b08-null"),
            pytest.param(b"[1]", "no reader recognises it", id="b08-list"),
            pytest.param(b'{"what": 1}', "no reader recognises it", id="unknown-json"),
            pytest.param(
                b'{"acme": [{"site": "US"}]}', "/acme/0/late: is missing.", id="pointer-into-the-file"
            ),
        ],
    )
    def test_2_for_a_file_that_cannot_be_used(self, run, file, content, sentence):
        path = file(content)
        answer = run("check", path)
        assert answer.exit_code == 2
        assert answer.stdout == ""
        assert answer.stderr.startswith(f"{path}: ")
        assert sentence in answer.stderr
        assert answer.stderr.count("\n") == 1

    def test_b50_2_for_a_file_that_is_too_large(self, run, file, monkeypatch):
        monkeypatch.setenv("SELLERVITALS_MAX_FILE_BYTES", "1024")
        answer = run("check", file(b"x" * 1025))
        assert answer.exit_code == 2
        assert "is larger than 1,024 bytes (SELLERVITALS_MAX_FILE_BYTES)" in answer.stderr

    def test_2_for_a_folder_and_for_a_file_that_is_not_there(self, run, tmp_path):
        assert "Is a directory" in run("check", tmp_path).stderr
        assert run("check", tmp_path).exit_code == 2
        assert run("check", tmp_path / "x").exit_code == 2

    def test_every_fault_of_a_request_is_told_with_its_pointer(self, run, file):
        body = {
            "account": {"marketplace": "acme"},
            "metrics": {"late_rate": {"value": "x"}, "odd_rate": None},
        }
        answer = run("check", file(body))
        assert answer.exit_code == 2
        assert ": /metrics/late_rate" in answer.stderr
        assert ": /metrics/odd_rate" in answer.stderr

    def test_a_document_inside_a_request_keeps_its_whole_pointer(self, run, file):
        answer = run("check", file({"documents": [{"content": {"acme": [{"site": "US"}]}}]}))
        assert ": /documents/0/content/acme/0/late: is missing." in answer.stderr

    def test_a_file_that_never_ends_is_left_alone(self, run):
        assert "is larger than" in run("check", "/dev/zero").stderr


class TestOptions:
    def test_as_of_chooses_the_policy(self, run, request_file):
        path = request_file(late_rate="0.03")
        assert run("check", path, "--as-of", "2026-05-31").exit_code == 0
        assert run("check", path, "--as-of", "2026-06-01").exit_code == 1

    @pytest.mark.parametrize("day", ["2026-02-30", "yesterday", "", "20260101", "0000-01-01", "99999-01-01"])
    def test_b42_b46_2_for_a_day_that_is_none(self, run, request_file, day):
        answer = run("check", request_file(late_rate=GOOD), "--as-of", day)
        assert answer.exit_code == 2
        assert "--as-of" in answer.stderr

    @pytest.mark.parametrize("flags", [("--fail-on", "huge"), ("--format", "xml"), ("--what",)])
    def test_2_for_unknown_flags_and_words(self, run, request_file, flags):
        assert run("check", request_file(late_rate=GOOD), *flags).exit_code == 2

    def test_2_without_a_file(self, run):
        assert run("check").exit_code == 2

    def test_site_chooses_who_is_judged_first(self, run, file):
        path = file({"acme": [{"site": "US", "late": GOOD}, {"site": "DE", "late": BAD}]})
        for site, other in (("US", "DE"), ("DE", "US")):
            result = json.loads(run("check", path, "--site", site, "--format", "json").stdout)
            assert result["account"]["site"] == site
            assert [each["site"] for each in result["other_sites"]] == [other]
        answer = run("check", path, "--site", "FR")
        assert answer.exit_code == 2
        assert ": /account/site: is FR" in answer.stderr

    def test_marketplace_is_given_where_the_file_does_not_say_it(self, run, file):
        path = file({"metrics": {"late_rate": {"value": GOOD, "unit": "ratio"}}})
        assert run("check", path).exit_code == 2
        assert run("check", path, "--marketplace", "acme").exit_code == 0
        assert "'nowhere' is no known marketplace" in run("check", path, "--marketplace", "nowhere").stderr


class TestOutput:
    def test_json_is_the_result_object_alone(self, run, request_file):
        answer = run("check", request_file(late_rate=BAD), "--format", "json")
        result = json.loads(answer.stdout)
        assert answer.stderr == ""
        assert result["id"] is None
        assert result["account"] == {"marketplace": "acme", "site": "US", "seller_id": None}
        assert answer.stdout.startswith('{\n  "id": null,')

    def test_several_files_give_one_line_each(self, run, request_file):
        path = request_file(late_rate=GOOD)
        lines = run("check", path, path, "--format", "json").stdout.splitlines()
        assert [json.loads(line)["score"]["value"] for line in lines] == ["100", "100"]

    def test_text_has_a_heading_for_each_of_several_files(self, run, request_file):
        one, two = request_file("one.json", late_rate=GOOD), request_file("two.json", late_rate=GOOD)
        shown = run("check", one, two).stdout
        assert shown.index(f"{one} ─") < shown.index(f"{two} ─")
        assert "─ " not in run("check", one).stdout.splitlines()[0]

    def test_no_colour_and_no_trailing_blanks_in_a_pipe(self, command, request_file):
        shown = command("check", request_file(late_rate=BAD)).stdout.decode()
        assert "\x1b" not in shown
        assert [line for line in shown.splitlines() if line != line.rstrip()] == []

    def test_colour_when_asked_for_and_none_with_no_color(self, command, request_file):
        path = request_file(late_rate=BAD)
        assert b"\x1b[1;31mFAIL" in command("check", path, FORCE_COLOR="1", TERM="xterm").stdout
        assert b"\x1b[1;31m" not in command("check", path, FORCE_COLOR="1", NO_COLOR="1").stdout

    @pytest.mark.parametrize("form", ["text", "json"])
    @pytest.mark.parametrize("columns", ["60", "160"])
    def test_control_characters_of_a_document_never_reach_the_terminal(self, command, file, form, columns):
        evil = "\x1b]0;owned\x07\x9b31m\u202e\u200bA\r"
        path = file(one_site(BAD, says=evil, other="x"), "evil\x1b[31m.json")
        good = file(one_site(GOOD), "good.json")
        answer = command("check", path, good, path, "--format", form, COLUMNS=columns)
        assert answer.returncode == 1
        shown = answer.stdout.decode() + answer.stderr.decode()
        assert [char for char in shown if not char.isprintable() and char != "\n"] == []
        assert "owned" in shown

    def test_control_characters_in_messages_never_reach_the_terminal(self, command, file, request_file):
        for path in (
            file({"acme": []}, "\x1b[31m.json"),
            file({"documents": [{"type": "\x1b[1m\x9b", "content": 1}]}),
        ):
            answer = command("check", path)
            assert answer.returncode == 2
            assert [char for char in answer.stderr.decode() if not char.isprintable() and char != "\n"] == []
        broken = command("check", request_file(broken_critical="x"))
        assert broken.returncode == 2
        assert "\\x1b]0;title\\x07" in broken.stderr.decode()
        assert "\x1b" not in broken.stderr.decode()

    def test_a_reader_that_went_away_is_no_verdict(self, request_file):
        command = Path(sys.executable).with_name("sellervitals")
        many = [str(command), "check", *[str(request_file(late_rate=GOOD))] * 40]
        pipe = ["bash", "-c", 'set -o pipefail; "$@" | true', "-", *many]
        answer = subprocess.run(pipe, capture_output=True, check=False)
        assert answer.returncode == 141
        assert answer.stderr == b""

    def test_progress_is_shown_to_who_watches_and_leaves_the_results_alone(self, request_file):
        command = Path(sys.executable).with_name("sellervitals")
        path = str(request_file(late_rate=GOOD))
        terminal, theirs = pty.openpty()
        with os.fdopen(terminal, "rb", 0) as watched:
            start = [command, "check", "--format", "json", path, path, path]
            answer = subprocess.run(start, stdout=subprocess.PIPE, stderr=theirs, check=True)
            assert b"Judging" in watched.read(4096)
            os.close(theirs)
        assert [json.loads(line)["score"]["value"] for line in answer.stdout.splitlines()] == ["100"] * 3


class TestAmazonsOwnSample:
    """The report that Amazon's documentation shows, put together from its properties."""

    sample = AMAZON / "seller-performance.assembled-from-property-examples.json"

    @pytest.mark.parametrize("columns", ["72", "132"])
    def test_text_is_the_golden_file(self, command, columns):
        """Write it again with ``COLUMNS=72 sellervitals check SAMPLE > tests/cli/golden/amazon-72.txt``."""
        answer = command("check", self.sample, COLUMNS=columns)
        assert answer.returncode == 1
        assert answer.stdout.decode() == (GOLDEN / f"amazon-{columns}.txt").read_text()

    def test_json_adds_up_and_disagrees_where_amazon_is_wrong(self, run):
        result = json.loads(run("check", self.sample, "--format", "json").stdout)
        points = [Decimal(each["points"]) for each in result["score"]["contributions"]]
        assert sum(points) == Decimal(result["score"]["value"]) - 100
        found = {each["rule"]: each for each in result["findings"]}
        late = found["amazon.unit-on-time-delivery-rate"]
        assert (late["outcome"], late["marketplace_verdict"], late["agrees"]) == ("fail", "GOOD", False)
        assert (late["numerator"], late["denominator"]) == (146, 165)
