"""Two sides through the door: what is taken, what is refused and where, what is kept (nothing)."""

import json
from pathlib import Path

import pytest

from sellervitals.limits import NAME_CHARACTERS
from sellervitals.plain_metrics import DOCUMENT

PAYLOADS = Path(__file__).parents[1] / "plugins"
LIVE = json.loads((PAYLOADS / "amazon/payloads/seller-performance.live-shape.json").read_text("utf-8"))
PROFILES = PAYLOADS / "ebay/payloads/find_seller_standards_profiles.json"
PATH = "/v1/reconciliations"
LATE = {"segment": "30d", "value": "3.1", "unit": "percent"}


def side(marketplace="amazon", site="US", **metrics):
    account = {"marketplace": marketplace} | ({"site": site} if site else {})
    return {"account": account, "metrics": metrics or {"late_shipment_rate": LATE}}


ELSEWHERE = side("ebay", "PROGRAM_US", late_shipment_rate={"value": "3.1", "unit": "percent"})


def post(client, left, right, **more):
    return client.post(PATH, json={"left": left, "right": right, **more})


def faults(response):
    assert response.status_code == 422, response.json
    return {(each["pointer"], each["code"]) for each in response.json["errors"]}


def test_a22_nothing_is_stored_and_nothing_is_kept_by_others(client, stored):
    before = stored()
    answer = post(client, LIVE, side())
    assert answer.status_code == 200
    assert stored() == before
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_native_document_alone_is_a_side_and_says_where_each_number_stood(client):
    (pair,) = post(client, LIVE, side()).json["pairs"]
    assert pair["left"]["source"] == (
        "amazon.seller-performance-report#/performanceMetrics/0/lateShipmentRateList/1"
    )
    assert pair["right"]["source"] == f"{DOCUMENT}#/metrics/late_shipment_rate"
    assert (pair["left"]["numerator"], pair["left"]["denominator"]) == (10, 320)
    assert (pair["left"]["value"], pair["right"]["value"]) == ("0.03125", "0.031")
    assert (pair["equal"], pair["difference"], pair["display"]) == (
        False,
        "0.00025",
        "0.025 percentage points",
    )
    assert pair["causes"][0]["cause"] == "rounding"


def test_a_table_is_a_side_too(client):
    rows = (PAYLOADS / "amazon/payloads/fba-inventory-health.rows.csv").read_text("utf-8")
    shares = side("amazon", None, excess_inventory_share={"value": "12.57", "unit": "percent"})
    for left in ({"documents": [{"content": rows}]}, rows):
        (pair,) = post(client, left, shares).json["pairs"]
        assert pair["left"]["value"] == "0.1256613757"
        assert pair["causes"][0]["cause"] == "rounding"


def test_a04_all_faults_of_both_sides_are_answered_at_once(client):
    left = {
        "account": {"marketplace": "amazon", "site": "US"},
        "metrics": {"late_shipment_rate": {"value": 3, "segment": "12d"}},
        "when": 1,
    }
    right = side("amazon", "Mars", order_defect_rate={"value": "x", "unit": "percent"})
    answer = post(client, left, right, time_zones={"left": "Mars/Olympus", "both": "UTC"}, note=1)
    assert faults(answer) == {
        ("/note", "unknown-field"),
        ("/time_zones/left", "validation-failed"),
        ("/time_zones/both", "unknown-field"),
        ("/left/when", "unknown-field"),
        ("/right/account/site", "validation-failed"),
        ("/right/metrics/order_defect_rate/value", "validation-failed"),
    }
    del left["when"]
    assert faults(post(client, left, right)) == {
        ("/left/metrics/late_shipment_rate/segment", "validation-failed"),
        ("/left/metrics/late_shipment_rate/unit", "unit-missing"),
        ("/right/account/site", "validation-failed"),
        ("/right/metrics/order_defect_rate/value", "validation-failed"),
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, {("/left", "validation-failed"), ("/right", "validation-failed")}),
        ([], {("", "validation-failed")}),
        ({"left": None, "right": 3}, {("/left", "validation-failed"), ("/right", "validation-failed")}),
        ({"left": side(), "right": []}, {("/right", "validation-failed")}),
        ({"left": side(), "right": {}}, {("/right/account/marketplace", "validation-failed")}),
        ({"left": side(), "right": side() | {"store": False}}, {("/right/store", "unknown-field")}),
        ({"left": side(), "right": ELSEWHERE}, {("/right", "validation-failed")}),
        (
            {"left": side(), "right": {"documents": [{"content": {"a": 1}}]}},
            {("/right/documents/0/content", "document-not-recognised")},
        ),
        ({"left": side(), "right": side(), "time_zones": []}, {("/time_zones", "validation-failed")}),
        (
            {"left": side(), "right": side(), "time_zones": {"left": 5}},
            {("/time_zones/left", "validation-failed")},
        ),
        (
            {"left": side(), "right": side(), "time_zones": {"left": "America"}},
            {("/time_zones/left", "validation-failed")},
        ),
        (
            {"left": side(), "right": side(), "time_zones": {"left": "../UTC"}},
            {("/time_zones/left", "validation-failed")},
        ),
        (
            {"left": side(), "right": side(), "time_zones": {"left": "x" * (NAME_CHARACTERS + 1)}},
            {("/time_zones/left", "limit-exceeded")},
        ),
    ],
)
def test_what_cannot_be_used_is_named_at_its_place(client, body, expected):
    assert faults(client.post(PATH, json=body)) == expected


def test_two_marketplaces_are_named(client):
    answer = post(client, side(), ELSEWHERE)
    assert "is about ebay, but left is about amazon" in answer.json["detail"]


def test_only_json_is_taken(client):
    for kind in ("text/csv", "multipart/form-data; boundary=x"):
        assert client.post(PATH, data="a", content_type=kind).status_code == 415


def test_a_side_that_names_no_site_takes_the_other_s_where_it_has_it(client):
    """The report speaks of US and DE, and mostly of US; the screen is of DE."""
    rating = {"account_health_rating": {"value": 148}}
    for left, right in ((LIVE, side("amazon", "DE", **rating)), (side("amazon", "DE", **rating), LIVE)):
        answer = post(client, left, right).json
        assert (answer["left"]["site"], answer["right"]["site"]) == ("DE", "DE")
        assert [each["equal"] for each in answer["pairs"]] == [True]


def test_a_site_that_was_named_is_kept_and_a_cause(client):
    named = {"account": {"site": "US"}, "documents": [{"content": LIVE}]}
    answer = post(client, named, side("amazon", "DE", account_health_rating={"value": 148})).json
    assert (answer["left"]["site"], answer["right"]["site"]) == ("US", "DE")
    (pair,) = answer["pairs"]
    assert [each["cause"] for each in pair["causes"]] == ["site"]


def test_what_is_taken_for_granted_is_said(client):
    answer = post(client, LIVE, side("amazon", None)).json
    assert answer["assumptions"] == [
        "The right side names no site; it was taken to be about US too.",
        "Where only one side says which days a number covers, both were taken to cover the same.",
    ]
    dated = LATE | {"window": {"from": "2026-10-11", "to": "2026-11-09"}}
    assert post(client, LIVE, side(late_shipment_rate=dated)).json["assumptions"] == [
        "No time zone was named: days were taken to begin at the same hour on both sides.",
    ]
    zones = {"left": "America/Los_Angeles", "right": "UTC"}
    answer = post(client, LIVE, side(late_shipment_rate=dated), time_zones=zones).json
    assert answer["assumptions"] == []
    assert {name: answer[name]["time_zone"] for name in zones} == zones
    neither = post(client, side(site=None), side(site=None)).json
    assert neither["assumptions"] == ["Neither side names a site; both were taken to be about the same one."]
    two = [side() | {"account": {"marketplace": "amazon", "site": "US", "seller_id": each}} for each in "AB"]
    assert (
        "The sides name different sellers, A and B; taken to be one."
        in post(client, *two).json["assumptions"]
    )


def test_of_several_windows_the_newest_is_compared(client):
    windows = [{"from": "2026-09-01", "to": "2026-09-30"}, {"from": "2026-08-01", "to": "2026-08-30"}]
    several = [LATE | {"value": value, "window": each} for value, each in zip("25", windows, strict=True)]
    answer = post(client, side(late_shipment_rate=several), side()).json
    assert [each["left"]["value"] for each in answer["pairs"]] == ["0.02"]
    assert (
        "Of several windows of one metric only the newest was compared (left side)." in answer["assumptions"]
    )


def test_a_typed_metric_that_nobody_knows_is_refused(client):
    left = side(late_shipment_rate=LATE, late_shipmnt_rate={"value": 3, "unit": "percent"})
    answer = post(client, left, side())
    assert faults(answer) == {("/left/metrics/late_shipmnt_rate", "unknown-field")}
    assert "Did you mean late_shipment_rate?" in answer.json["detail"]


def test_u11_what_was_not_understood_or_has_no_partner_is_listed(client):
    report = json.loads(json.dumps(LIVE))
    report["performanceMetrics"][0]["somethingNew"] = {"rate": 1}
    left = {"documents": [{"content": report}]}
    right = side(late_shipment_rate=LATE, cancellation_rate={"value": 2, "unit": "percent"})
    answer = post(client, left, right).json
    assert any("somethingNew" in each["message"] for each in answer["left"]["ignored"])
    compared = {each["left"]["metric"] for each in answer["pairs"]}
    assert compared == {"late_shipment_rate", "cancellation_rate"}
    alone = [(each["side"], each["number"]["metric"]) for each in answer["unpaired"]]
    assert ("left", "valid_tracking_rate") in alone
    summary = answer["summary"]
    assert summary["unpaired"] == len(alone)
    assert sum(summary.values()) == len(alone) + len(answer["pairs"])


def test_a_whole_document_agrees_with_itself(client):
    profiles = json.loads(PROFILES.read_text("utf-8"))
    for each in (LIVE, profiles):
        answer = post(client, each, each).json
        assert answer["summary"]["unpaired"] == 0
        assert not [cause for pair in answer["pairs"] for cause in pair["causes"]]
        assert {True} <= {pair["equal"] for pair in answer["pairs"]} <= {True, None}


def test_the_day_and_the_zone_that_the_caller_named_are_said_back(client):
    answer = post(client, side() | {"as_of": "2026-11-20"}, side()).json
    assert (answer["left"]["as_of"], answer["right"]["as_of"]) == ("2026-11-20", None)


def test_variants_are_in_the_catalogue(client):
    metrics = {each["id"]: each for each in client.get("/v1/metrics?marketplace=amazon").json["data"]}
    assert list(metrics["on_time_delivery_rate"]["variants"]) == ["unit_on_time_delivery_rate"]
    assert metrics["order_defect_rate"]["variants"] == {}
    ebay = {each["id"]: each for each in client.get("/v1/metrics?marketplace=ebay").json["data"]}
    assert list(ebay["late_shipment_rate"]["segment_variants"]) == ["projected"]
