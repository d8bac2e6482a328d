"""Every payload through the real command, as it is: recognised without being told, judged, never exit 2."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sellervitals.cli import cli

PAYLOADS = Path(__file__).parent / "payloads"

# what the marketplace itself calls the shop, and the outcome of the finding that the payload is about
EXPECTED = {
    "error_no_permission.composed": (None, "api-answer", "warn", 0),
    "get_late_orders.sample": (None, "late-orders", "warn", 0),
    "get_listings_with_issues.sample": (None, "listings-with-issues", "warn", 0),
    "get_metric_source_detail.lsr.sample": (None, "affected-cases", "warn", 0),
    "get_metric_source_detail.nfr.composed": (None, "affected-cases", "warn", 0),
    "get_metric_source_detail.opfr.composed": (None, "daily-pickup-failure-rate", "pass", 0),
    "get_penalty_point_history.sample": (None, "penalty-points", "fail", 1),
    "get_punishment_history.ongoing.sample": ("Tier 3", "punishments", "fail", 1),
    "get_shop_performance.composed": ("ImprovementNeeded", "late-shipment-rate", "fail", 1),
    "get_shop_performance.sample": ("Good", "chat-response-rate", "fail", 1),
    "push_code_28.points_issued.sample": (None, "penalty-points-change", "fail", 1),
    "push_code_28.points_removed.composed": (None, "penalty-points-change", "pass", 0),
    "push_code_28.tier_update.composed": ("Tier 4", "penalty-tier", "fail", 1),
    "shop_penalty.legacy.fixture": ("Tier 2", "penalty-points", "fail", 1),
}
RATINGS = {1: "Poor", 2: "ImprovementNeeded", 3: "Good", 4: "Excellent"}


def check(*arguments):
    return CliRunner().invoke(
        cli, ["check", *map(str, arguments), "--format", "json"], catch_exceptions=False
    )


def test_every_payload_is_walked():
    assert EXPECTED.keys() == {path.stem for path in PAYLOADS.glob("*.json")}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_payload_is_recognised_and_judged(name):
    level, rule, outcome, code = EXPECTED[name]
    run = check(PAYLOADS / f"{name}.json")
    result = json.loads(run.stdout)
    assert run.exit_code == code, run.output
    assert result["account"]["marketplace"] == "shopee"
    assert result["account"]["site"] is None
    assert (result["level"] or {}).get("name") == level
    assert outcome in {each["outcome"] for each in result["findings"] if each["rule"] == f"shopee.{rule}"}


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.startswith("get_shop_performance")])
def test_the_level_equals_the_rating_of_the_document(name):
    content = json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))
    rating = content["response"]["overall_performance"]["rating"]
    level = json.loads(check(PAYLOADS / f"{name}.json").stdout)["level"]
    assert level["name"] == RATINGS[rating]
    assert f"{rating} of 4" in level["display"]


def test_an_error_is_no_score_and_no_healthy_shop():
    result = json.loads(check(PAYLOADS / "error_no_permission.composed.json").stdout)
    assert result["score"]["value"] is None
    assert result["score"]["band"] == "unknown"
    assert result["level"] is None


def test_a_shop_that_cancels_too_much_is_told_what_to_do_first():
    result = json.loads(check(PAYLOADS / "get_shop_performance.composed.json").stdout)
    outcomes = {each["rule"]: each for each in result["findings"] if each["segment"] is None}
    assert outcomes["shopee.late-shipment-rate"]["limit"]["origin"] == "document"
    assert outcomes["shopee.late-shipment-rate-ndd"]["outcome"] == "no_data"
    assert result["score"]["cap"]["rule"] == "shopee.severe-listing-violations"
    assert result["score"]["band"] == "critical"


def test_parts_cost_nothing_where_their_whole_counts():
    result = json.loads(check(PAYLOADS / "get_shop_performance.composed.json").stdout)
    failed = {each["rule"] for each in result["findings"] if each["outcome"] == "fail"}
    costing = {each["rule"] for each in result["score"]["contributions"]}
    assert {"shopee.severe-violations-by-kind", "shopee.channel-fast-handover-rate"} <= failed - costing
    assert {"shopee.severe-listing-violations", "shopee.fast-handover-rate"} <= failed & costing


def test_all_answers_of_one_shop_are_judged_together(tmp_path):
    names = [name for name in EXPECTED if name.startswith("get_") and "metric_source" not in name]
    names.remove("get_shop_performance.sample")
    documents = [{"content": json.loads((PAYLOADS / f"{name}.json").read_text("utf-8"))} for name in names]
    file = tmp_path / "shop.json"
    body = {"account": {"marketplace": "shopee", "site": "PH"}, "as_of": "2024-10-12", "documents": documents}
    file.write_text(json.dumps(body), encoding="utf-8")
    result = json.loads(check(file).stdout)
    (computed,) = result["computed_levels"]
    assert (computed["name"], computed["marketplace_level"], computed["agrees"]) == ("Tier 3", "Tier 3", True)
    assert result["level"]["name"] == "ImprovementNeeded"
    assert result["score"]["band"] == "critical"
    (points,) = (each for each in result["findings"] if each["rule"] == "shopee.penalty-points")
    assert [each["date"] for each in points["deadlines"]] == ["2024-10-14", "2025-01-06"]
