"""Numbers that no report carries, typed in by hand: one of each through the door, and what is refused."""

import pytest

DAY = "2026-11-22"


def post(client, metrics, site="US", **more):
    account = {"marketplace": "amazon", "site": site, "seller_id": "typed"}
    body = {"account": account, "as_of": DAY, "store": False, "metrics": metrics, **more}
    return client.post("/v1/evaluations", json=body)


def rate(value, **more):
    return {"value": value, "unit": "percent", **more}


def count(value):
    return {"value": value, "unit": "count"}


ONE_OF_EACH = [
    ("return-dissatisfaction-rate", "US", {"return_dissatisfaction_rate": rate("12")}, "fail"),
    (
        "customer-service-dissatisfaction-rate",
        "US",
        {"customer_service_dissatisfaction_rate": {"value": "0.2499", "unit": "ratio"}},
        "pass",
    ),
    ("contact-response-time", "DE", {"contact_response_24h": rate("89.9")}, "warn"),
    (
        "customer-experience",
        "UK",
        {"customer_experience_health": {"value": "Very poor", "segment": "SKU-1"}},
        "fail",
    ),
    (
        "negative-customer-experience-rate",
        "US",
        {"ncx_rate": rate("3.1", segment="SKU-1")},
        "not_applicable",
    ),
    ("expired-orders", "US", {"expired_orders": count(2)}, "warn"),
    ("sfp-on-time-delivery", "US", {"sfp_on_time_delivery_rate": rate("93.5")}, "pass"),
    (
        "sfp-valid-tracking",
        "US",
        {"sfp_valid_tracking_rate": {"numerator": 98, "denominator": 99}},
        "fail",
    ),
    ("sfp-cancellation", "JP", {"sfp_cancellation_rate": rate("1")}, "pass"),
    ("sfp-on-time-shipment", "DE", {"sfp_on_time_shipment_rate": rate("98.9")}, "fail"),
    ("sfp-buy-shipping", "ES", {"sfp_buy_shipping_rate": rate("98")}, "pass"),
    ("sfp-delivery-speed", "US", {"sfp_delivery_speed": rate("39.9", segment="standard-1d")}, "fail"),
    ("sfp-monthly-parcels", "US", {"sfp_monthly_parcels": count(99)}, "warn"),
    ("premium-on-time-delivery", "UK", {"premium_on_time_delivery_rate": rate("92")}, "pass"),
    ("premium-valid-tracking", "UK", {"premium_valid_tracking_rate": rate("99.9")}, "fail"),
    ("premium-cancellation", "JP", {"premium_cancellation_rate": rate("1")}, "fail"),
]


@pytest.mark.parametrize(("rule", "site", "metrics", "outcome"), ONE_OF_EACH)
def test_one_of_each(client, rule, site, metrics, outcome):
    response = post(client, metrics, site)
    assert response.status_code == 200
    [finding] = [each for each in response.json["findings"] if each["rule"] == f"amazon.{rule}"]
    [(metric, given)] = metrics.items()
    assert (finding["outcome"], finding["segment"]) == (outcome, given.get("segment"))
    assert finding["evidence"] == [{"document": "metrics", "pointer": f"/metrics/{metric}"}]
    assert bool(finding["remediation"]) == (outcome in {"warn", "fail"})


def test_what_it_takes_to_qualify_for_prime(client):
    name = "sfp_prequalification_{}_rate".format
    response = post(
        client,
        {
            "sfp_prequalification_shipments": count(100),
            name("valid_tracking"): rate("95"),
            name("late_shipment"): {"numerator": 3, "denominator": 100},
            name("cancellation"): {"value": "0.025", "unit": "ratio"},
        },
    )
    found = {
        each["segment"]: (each["outcome"], each["message"])
        for each in response.json["findings"]
        if each["rule"] == "amazon.sfp-prequalification"
    }
    assert {segment: outcome for segment, (outcome, _) in found.items()} == {
        "shipments": "pass",
        "valid-tracking": "warn",
        "late-shipments": "pass",
        "cancellations": "warn",
    }
    assert "95 %; it takes more than 95 % to qualify" in found["valid-tracking"][1]


def test_the_oldest_ship_by_date_gives_a_deadline(client):
    window = {"from": "2025-11-18", "to": "2025-11-20"}
    given = {"value": 1, "unit": "count", "window": window}
    response = post(client, {"expired_orders": given}, as_of="2025-11-21")
    [finding] = [each for each in response.json["findings"] if each["rule"] == "amazon.expired-orders"]
    [deadline] = finding["deadlines"]
    assert (deadline["date"], deadline["kind"]) == ("2025-11-27", "action")


@pytest.mark.parametrize(
    ("metric", "given", "slug", "pointer"),
    [
        ("return_dissatisfaction_rate", {"value": "12"}, "unit-missing", "/unit"),
        ("contact_response_24h", {"value": "101", "unit": "percent"}, "unit-mismatch", "/value"),
        ("contact_response_24h", {"value": "90", "unit": "ratio"}, "unit-mismatch", "/value"),
        ("contact_response_24h", {"value": 24, "unit": "hours"}, "validation-failed", "/unit"),
        ("expired_orders", {"value": 2, "unit": "percent"}, "unit-mismatch", "/unit"),
        ("expired_orders", {"value": "2.5", "unit": "count"}, "validation-failed", "/value"),
        ("expired_orders", {"value": -1}, "validation-failed", "/value"),
        ("customer_experience_health", {"value": "Terrible"}, "validation-failed", "/value"),
        ("customer_experience_health", {"value": 3}, "validation-failed", "/value"),
        ("sfp_valid_tracking_rate", {"value": "99", "unit": "ratio"}, "unit-mismatch", "/value"),
        (
            "sfp_delivery_speed",
            {"value": "40", "unit": "percent", "segment": "standard"},
            "validation-failed",
            "/segment",
        ),
        ("premium_cancellation_rate", {"value": "0.4"}, "unit-missing", "/unit"),
    ],
)
def test_faults_of_unit_word_and_segment_are_named(client, metric, given, slug, pointer):
    response = post(client, {metric: given})
    assert response.status_code == 422
    assert response.content_type == "application/problem+json"
    assert response.json["type"].endswith(slug)
    assert [each["pointer"] for each in response.json["errors"]] == [f"/metrics/{metric}{pointer}"]
