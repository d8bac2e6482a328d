"""The whole picture: reports, exports and typed numbers of one Amazon account, judged together."""

import json
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest

PAYLOADS = Path(__file__).parents[1] / "plugins/amazon/payloads"
PERFORMANCE = "seller-performance.assembled-from-property-examples.json"
PLANNING = "fba-inventory-health.rows.csv"
STRANDED = (
    "primary-action\tdate-stranded\tDate-to-take-auto-removal\tstatus-primary\tstatus-secondary\terror-message\t"
    "stranded-reason\tasin\tsku\tfnsku\tproduct-name\tcondition\tfulfilled-by\tfulfillable-qty\tyour-price\t"
    "unfulfillable-qty\treserved-quantity\tinbound-shipped-qty\n"
    "Relist\t2026-06-20\t2026-07-20\tInactive\tListing closed\t\tListing closed\tB0CHILD003\tGADGET-PRO\t"
    "X001ABC3\tGadget Pro\tNew\tAmazon\t24\t30.99\t2\t0\t0\n"
)


def found(result, rule):
    return [each for each in result["findings"] if each["rule"] == rule]


def of_ipi(client, points, as_of, site="US"):
    body = {
        "account": {"marketplace": "amazon", "site": site},
        "as_of": as_of,
        "metrics": {"inventory_performance_index": {"value": points, "unit": "points"}},
    }
    answer = client.post("/v1/evaluations", json=body)
    assert answer.status_code == 201
    (one,) = found(answer.json, "amazon.inventory-performance-index")
    return one


@pytest.mark.parametrize(
    ("as_of", "outcomes", "line", "since"),
    [
        ("2018-08-01", {"pass", "warn"}, "350", "2018-07-01"),
        ("2020-07-15", {"pass", "warn"}, "400", None),
        ("2020-09-01", {"fail"}, "500", None),
        ("2021-06-01", {"fail"}, "450", "2021-01-01"),
        ("2022-06-01", {"pass", "warn"}, "400", "2022-01-01"),
        ("2026-11-22", {"pass", "warn"}, "400", "2023-03-01"),
    ],
)
def test_an_index_of_420_meets_the_limit_of_its_day(client, as_of, outcomes, line, since):
    one = of_ipi(client, 420, as_of)
    assert one["outcome"] in outcomes
    assert one["limit"]["fail"] == line
    assert one["limit"]["source"]["title"]
    assert since is None or one["limit"]["since"] == since
    assert f"{line} points" in one["message"]


def test_typed_and_native_say_the_same_of_excess(client):
    text = (PAYLOADS / PLANNING).read_bytes()
    answer = client.post("/v1/evaluations?", data=text, content_type="text/csv")
    assert answer.status_code == 201
    (excess,) = found(answer.json, "amazon.excess-inventory")
    assert (excess["numerator"], excess["denominator"]) == (95, 756)
    assert excess["display"] == "12.5661 %"
    assert [each["id"] for each in excess["items"]] == ["GADGET-PRO"]
    assert excess["items"][0]["recommended"] == "Create removal order"
    assert any("row" in (each["pointer"] or "") for each in answer.json["warnings"])  # the one without a SKU


@pytest.fixture
def whole(client):
    """Post three documents as files of one form."""
    files = [
        (BytesIO((PAYLOADS / PLANNING).read_bytes()), "planning.csv"),
        (BytesIO(STRANDED.encode()), "stranded.tsv"),
        (BytesIO((PAYLOADS / PERFORMANCE).read_bytes()), "performance.json"),
    ]
    answer = client.post("/v1/evaluations", data={"document": files}, content_type="multipart/form-data")
    assert answer.status_code == 201, answer.json
    return answer.json


def test_three_documents_make_one_evaluation_with_one_score(whole):
    documents = {each["document"] for each in whole["coverage"]["read"]}
    assert documents == {
        "amazon.seller-performance-report",
        "amazon.fba-inventory-planning",
        "amazon.stranded-inventory",
    }
    points = sum(Decimal(each["points"]) for each in whole["score"]["contributions"])
    assert points == Decimal(whole["score"]["value"]) - 100
    assert whole["account"]["site"] == "US"
    assert "site_assumed" in {each["code"] for each in whole["warnings"]}
    judged = {each["rule"] for each in whole["findings"] if each["health"] is not None}
    assert {
        "amazon.order-defect-rate",
        "amazon.excess-inventory",
        "amazon.stranded-inventory",
        "amazon.aged-inventory-surcharge",
    } <= judged


def test_the_same_as_json_gives_the_same_findings(client, whole):
    body = {
        "documents": [
            {"content": (PAYLOADS / PLANNING).read_text("utf-8")},
            {"content": STRANDED},
            {"content": json.loads((PAYLOADS / PERFORMANCE).read_text("utf-8"))},
        ]
    }
    again = client.post("/v1/evaluations", json=body).json
    assert again["findings"] == whole["findings"]
    assert again["score"] == whole["score"]


def test_amazon_has_at_least_45_rules_and_each_says_where_its_limits_come_from(client):
    rules = client.get("/v1/rules?marketplace=amazon").json["data"]
    assert len(rules) >= 45
    for rule in rules:
        for limit in (*rule["limits"], *rule["figures"]):
            assert limit["since"]
            assert limit["sites"]
            assert limit["trust"] in {"official", "reported", "disputed", "suggested"}
            assert limit["source"]["title"]
