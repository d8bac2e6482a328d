"""Every sample through the real command: recognised, judged, and its level eBay's own word."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sellervitals.cli import cli

PAYLOADS = Path(__file__).parent / "payloads"
LEVELS = {
    "find_seller_standards_profiles": "ABOVE_STANDARD",
    "get_seller_standards_profile_us_current_above": "ABOVE_STANDARD",
    "get_seller_standards_profile_us_current_top_rated": "TOP_RATED",
    "get_seller_standards_profile_us_projected_below": "BELOW_STANDARD",
}
FAILS = {"get_customer_service_metric_inad_current"}
"""In force and VERY_HIGH; everything else is good or a forecast."""

JUDGED = {"pass", "warn", "fail"}
SAMPLES = sorted(PAYLOADS.glob("*.json"))


def check(path, *options):
    return CliRunner().invoke(cli, ["check", str(path), "--format", "json", *options], catch_exceptions=False)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_recognised_and_judged(path):
    done = check(path)
    assert done.exit_code == (path.stem in FAILS), done.stderr
    result = json.loads(done.stdout)
    assert result["account"]["marketplace"] == "ebay"
    assert any(
        each["outcome"] in JUDGED and each["rule"] != "ebay.report-consistency" for each in result["findings"]
    )
    assert not any(each["outcome"] == "error" for each in result["findings"])
    assert (result["level"] or {}).get("name") == LEVELS.get(path.stem)
    # what the numbers give and what eBay says never contradict each other here
    assert all(each["agrees"] in {True, None} for each in result["computed_levels"])
    assert all(each["agrees"] in {True, None} for each in result["findings"])


@pytest.mark.parametrize("site", ["PROGRAM_US", "PROGRAM_GLOBAL", "PROGRAM_UK"])
def test_in_every_program_our_verdicts_agree_with_ebays(site):
    done = check(PAYLOADS / "find_seller_standards_profiles.json", "--site", site)
    result = json.loads(done.stdout)
    assert result["account"]["site"] == site
    assert result["level"]["name"] == "ABOVE_STANDARD"
    said = [each for each in result["findings"] if each["marketplace_verdict"]]
    assert said
    assert all(each["agrees"] for each in said)


def test_the_default_program_comes_first_and_the_others_are_judged_too():
    result = json.loads(check(PAYLOADS / "find_seller_standards_profiles.json").stdout)
    assert result["account"]["site"] == "PROGRAM_US"
    assert [each["site"] for each in result["other_sites"]] == ["PROGRAM_GLOBAL", "PROGRAM_UK"]


def test_the_forecast_of_the_sample_names_the_20th_and_the_days_left():
    path = PAYLOADS / "get_seller_standards_profile_us_projected_below.json"
    result = json.loads(check(path, "--as-of", "2026-11-19").stdout)
    [level] = [each for each in result["findings"] if each["rule"] == "ebay.seller-level"]
    assert level["outcome"] == "warn"
    [day] = level["deadlines"]
    assert (day["date"], day["kind"]) == ("2026-11-20", "review")


def test_traffic_beside_a_profile_belongs_to_the_default_program(tmp_path):
    names = ("find_seller_standards_profiles", "get_traffic_report_day")
    contents = [json.loads((PAYLOADS / f"{name}.json").read_text("utf-8")) for name in names]
    request = tmp_path / "request.json"
    request.write_text(json.dumps({"documents": [{"content": each} for each in contents]}), "utf-8")
    result = json.loads(check(request).stdout)
    [clicks] = [each for each in result["findings"] if each["rule"] == "ebay.click-through-rate"]
    assert (result["account"]["site"], clicks["outcome"]) == ("PROGRAM_US", "pass")


def test_an_error_body_is_read_and_is_no_healthy_seller(tmp_path):
    error = tmp_path / "error.json"
    error.write_text(json.dumps({"errors": [{"errorId": 54200, "message": "No data."}]}), "utf-8")
    done = check(error)
    assert done.exit_code == 2
    result = json.loads(done.stdout)
    assert result["score"]["band"] == "unknown"
    assert "no_data" in {each["code"] for each in result["warnings"]}
