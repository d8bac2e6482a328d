"""The main job: Amazon's own report in as its Reports API delivers it, scored findings out."""

import json
import random
from decimal import Decimal
from pathlib import Path

import pytest

PAYLOADS = Path(__file__).parents[1] / "plugins/amazon/payloads"
SAMPLE = "seller-performance.assembled-from-property-examples.json"


@pytest.fixture
def report():
    return json.loads((PAYLOADS / SAMPLE).read_text(encoding="utf-8"))


@pytest.fixture
def result(client, report):
    answer = client.post("/v1/evaluations", json=report)
    assert answer.status_code == 201
    return answer.json


def findings(result, rule):
    return [each for each in result["findings"] if each["rule"] == rule]


def test_the_unit_on_time_rate_fails_although_amazon_says_good(result):
    (found,) = findings(result, "amazon.unit-on-time-delivery-rate")
    assert found["outcome"] == "fail"
    assert (found["numerator"], found["denominator"]) == (146, 165)
    assert (found["marketplace_verdict"], found["agrees"]) == ("GOOD", False)
    assert found["limit"]["origin"] == "document"
    assert found["headroom"]["clean_needed"] == 26  # the condition is GREATER_THAN


def test_the_consistency_rule_names_every_contradiction_of_the_report(result):
    found = {each["segment"]: each["message"] for each in findings(result, "amazon.report-consistency")}
    assert found.keys() == {
        "cancellation_rate:rate-against-counts",
        "valid_tracking_rate:impossible-counts",
        "on_time_delivery_rate:impossible-counts",
        "order_defect_rate:mfn:rate-against-counts",
        "order_defect_rate:afn:rate-against-counts",
        "unit_on_time_delivery_rate:status-against-target",
    }
    assert "0.5 %" in found["cancellation_rate:rate-against-counts"]
    assert "551" in found["cancellation_rate:rate-against-counts"]
    assert "17,197" in found["cancellation_rate:rate-against-counts"]
    assert "896,462" in found["valid_tracking_rate:impossible-counts"]
    assert "0.9 %" in found["order_defect_rate:mfn:rate-against-counts"]


def test_contributions_sum_to_the_score_minus_100_to_the_last_digit(result):
    points = sum(Decimal(each["points"]) for each in result["score"]["contributions"])
    assert points == Decimal(result["score"]["value"]) - 100


def test_violation_counts_are_failures_with_steps(result):
    counts = {
        each["rule"]: each
        for each in result["findings"]
        if each["unit"] == "count" and each["outcome"] == "fail"
    }
    assert len(counts) == 10
    for each in counts.values():
        assert Decimal(each["value"]) > 0
        assert 3 <= len(each["remediation"]) <= 7
        assert each["references"]


def test_u11_nothing_is_invented_for_what_the_report_does_not_hold(result):
    for metric in ("customer_product_reviews_violations", "policy_violation_warnings"):
        assert metric in result["coverage"]["missing"]
        (found,) = findings(result, f"amazon.{metric.replace('_', '-')}")
        assert found["outcome"] == "no_data"
        assert found["value"] is None
        assert found["points_lost"] is None


def test_the_level_mirrors_amazons_own_words(result):
    assert result["level"]["name"] == "AT_RISK"
    assert "WARNED" in result["level"]["display"]


def test_every_store_of_the_report_is_judged_and_can_be_read(client, result):
    others = {each["site"]: each for each in result["other_sites"]}
    assert others.keys() == {"CA", "MX"}
    assert others["MX"]["worst"] == "critical"
    mexico = client.get(f"/v1/evaluations/{others['MX']['id']}").json
    assert mexico["account"]["site"] == "MX"
    assert mexico["level"]["name"] == "SUSPENDED"
    assert {each["site"] for each in mexico["other_sites"]} == {"US", "CA"}


def test_every_piece_of_evidence_points_into_the_report(result, report):
    for finding in result["findings"]:
        for at in finding["evidence"]:
            assert at["document"] == "amazon.seller-performance-report"
            value = report
            for token in at["pointer"].split("/")[1:]:
                value = value[int(token)] if isinstance(value, list) else value[token]


def shuffled(value, generator):
    if isinstance(value, dict):
        items = list(value.items())
        generator.shuffle(items)
        return {key: shuffled(each, generator) for key, each in items}
    if isinstance(value, list):
        return [shuffled(each, generator) for each in value]
    return value


def test_r15_ten_posts_with_shuffled_keys_give_byte_identical_findings(client, report):
    generator = random.Random(2)
    bodies = set()
    for _ in range(10):
        answer = client.post("/v1/evaluations", json=shuffled(report, generator))
        assert answer.status_code == 201
        start = answer.data.index(b'"findings":')
        bodies.add(answer.data[start : answer.data.index(b'"coverage":{"read"')])
    assert len(bodies) == 1


@pytest.mark.parametrize("name", sorted(path.name for path in PAYLOADS.glob("*.json")))
def test_every_sample_is_recognised_without_being_told_its_type(client, name):
    answer = client.post(
        "/v1/evaluations", data=(PAYLOADS / name).read_bytes(), content_type="application/json"
    )
    assert answer.status_code == 201
    assert answer.json["coverage"]["read"]


def test_a_report_and_a_number_typed_in_make_one_evaluation(client, report):
    body = {
        "account": {"site": "US", "seller_id": "A1"},
        "documents": [{"content": report}],
        "metrics": {"policy_violation_warnings": {"value": 3, "unit": "count"}},
    }
    result = client.post("/v1/evaluations", json=body).json
    assert result["account"] == {"marketplace": "amazon", "site": "US", "seller_id": "A1"}
    (found,) = findings(result, "amazon.policy-violation-warnings")
    assert (found["outcome"], found["value"]) == ("warn", "3")
