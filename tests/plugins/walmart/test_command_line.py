"""Every sample through the real command: recognised without being told, and something of it judged."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from sellervitals.cli import cli
from sellervitals.plugins import discover

PAYLOADS = sorted((Path(__file__).parent / "payloads").glob("*.json"))
FAILS = {
    "account_bundle_at_risk",
    "cancellations_summary",
    "negative_feedback_summary",
    "otd_summary",
    "refunds_deprecated_summary",
    "returns_summary",
    "srr_summary",
    "vtr_summary",
    "weekly_report_notification",
}


def check(path, *options):
    return CliRunner().invoke(cli, ["check", str(path), "--format", "json", *options], catch_exceptions=False)


def test_there_are_seventeen_samples():
    assert len(PAYLOADS) == 17


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_a_sample_is_recognised_and_judged(path):
    answer = check(path, "--fail-on", "low")
    assert answer.exit_code == (1 if path.stem in FAILS else 0)
    found = json.loads(answer.stdout)
    assert (found["account"]["marketplace"], found["account"]["site"]) == ("walmart", "US")
    judged = [each for each in found["findings"] if each["outcome"] in {"pass", "warn", "fail"}]
    assert {each["rule"] for each in judged} - {"walmart.report-consistency"}
    assert found["coverage"]["ignored"] == []


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_a_sample_is_claimed_by_one_reader_of_all_that_are_installed(path):
    content = json.loads(path.read_text("utf-8"), parse_float=Decimal)
    claims = [each.type for each in discover().documents.values() if each.recognises(content)]
    assert len(claims) == 1
    assert claims[0].startswith("walmart.")


def test_what_cannot_be_told_apart_is_refused_with_a_way_out(tmp_path):
    content = json.loads((Path(__file__).parent / "payloads" / "returns_summary.json").read_text("utf-8"))
    del content["payload"]["conditionType"]
    path = tmp_path / "returns.json"
    path.write_text(json.dumps(content))
    answer = check(path)
    assert answer.exit_code not in {0, 1}
    assert "/v3/insights/performance/returns/summary" in answer.stderr
    path.write_text(json.dumps({"/v3/insights/performance/returns/summary": content}))
    assert check(path).exit_code == 1
