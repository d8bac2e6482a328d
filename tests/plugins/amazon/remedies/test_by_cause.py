"""Steps by cause, as the reader of an answer sees them."""

import pytest

DEFECTS = {"numerator": 10, "denominator": 900, "parts": {"A-to-z claims": 3, "negative feedback": 8}}
FEEDBACK = ["sort-feedback", "request-removal", "solve-then-ask", "correct-what-misled", "watch-roll-off"]
CLAIMS = ["answer-claims", "refund-at-once", "appeal-claims", "sign-and-insure", "accept-returns"]
CHARGEBACKS = ["prove-delivery", "refund-service-cases", "clear-billing-name", "given-address"]


def by_cause(found):
    steps = {}
    for each in found["remediation"]:
        steps.setdefault(each["cause"], []).append(each["id"])
    return steps


def test_order_defects_are_worked_off_by_their_largest_cause_first(finding):
    found = finding("order-defect-rate", {"order_defect_rate": DEFECTS})
    assert found["outcome"] == "fail"
    steps = by_cause(found)
    assert list(steps) == ["negative feedback", "A-to-z claims", None]
    assert steps["negative feedback"] == FEEDBACK
    assert steps["A-to-z claims"] == CLAIMS
    assert steps[None][:2] == ["list-defects", "solve-open-cases"]
    assert [each["id"] for each in found["remediation"]][:6] == [*FEEDBACK, CLAIMS[0]]


def test_actions_list_the_steps_of_the_causes_and_no_others(ask):
    listed = [each["step"] for each in ask({"order_defect_rate": DEFECTS})["actions"]]
    assert {*FEEDBACK, *CLAIMS, "list-defects", "move-to-fba"} <= set(listed)
    assert not {*CHARGEBACKS} & set(listed)
    assert len(set(listed)) == len(listed) == 17


def test_parts_that_are_0_or_unknown_and_findings_that_pass_have_no_steps_of_their_own(finding):
    none = {**DEFECTS, "parts": {"A-to-z claims": 0, "chargebacks": 10}}
    assert list(by_cause(finding("order-defect-rate", {"order_defect_rate": none}))) == ["chargebacks", None]
    alone = {"numerator": 10, "denominator": 900}
    assert list(by_cause(finding("order-defect-rate", {"order_defect_rate": alone}))) == [None]
    sound = {"numerator": 1, "denominator": 9000, "parts": {"chargebacks": 1}}
    assert finding("order-defect-rate", {"order_defect_rate": sound})["remediation"] == []


@pytest.mark.parametrize(
    ("parts", "causes"),
    [
        ({"missing invoices": 6}, ["missing invoices", None]),
        ({"late invoices": 6}, ["late invoices", None]),
        ({"missing invoices": 1, "late invoices": 5}, ["late invoices", "missing invoices", None]),
    ],
)
def test_invoice_defects_by_missing_and_late(finding, parts, causes):
    given = {"invoice_defect_rate": {"numerator": 6, "denominator": 100, "parts": parts}}
    assert list(by_cause(finding("invoice-defect-rate", given, site="DE"))) == causes


@pytest.mark.parametrize(
    ("metric", "part", "step", "keep"),
    [
        ("received_ip_complaints", "counterfeit", "prove-source", "supplier invoices"),
        ("received_ip_complaints", "trademark", "prove-licence", "authorisation or licence"),
        ("received_ip_complaints", "copyright", "prove-rights", "licence"),
        ("received_ip_complaints", "patent", "registry-papers", "court or registry papers"),
        ("food_and_product_safety_issues", "recalls", "letter-of-compliance", "maker's letterhead"),
        ("restricted_product_violations", "items without approval", "approval-first", "approval or licence"),
        ("restricted_product_violations", "forbidden items", "keep-off", ""),
    ],
)
def test_violations_by_kind_with_the_evidence_that_amazon_asks_for(finding, metric, part, step, keep):
    found = finding(metric.replace("_", "-"), {metric: {"value": 3, "parts": {part: 3}}})
    assert list(by_cause(found)) == [part, None]
    [chosen] = [each for each in found["remediation"] if each["id"] == step]
    assert chosen["cause"] == part
    assert keep in (chosen["evidence_to_keep"] or "")


def test_kinds_of_complaints_the_most_frequent_first(finding):
    given = {"value": 3, "unit": "count", "parts": {"trademark": 1, "counterfeit": 2}}
    found = finding("received-ip-complaints", {"received_ip_complaints": given})
    assert (found["outcome"], found["severity"]) == ("fail", "critical")
    assert "Counterfeit is claimed in 2, the gravest kind." in found["message"]
    assert list(by_cause(found)) == ["counterfeit", "trademark", None]
    other = finding("received-ip-complaints", {"received_ip_complaints": {"value": 3}})
    assert (other["outcome"], other["severity"]) == ("fail", "high")


def test_kinds_above_the_count_are_a_contradiction(ask):
    given = {"received_ip_complaints": {"value": 3, "parts": {"counterfeit": 4}}}
    [found] = [each for each in ask(given)["findings"] if each["rule"] == "amazon.report-consistency"]
    assert (found["outcome"], found["segment"]) == ("warn", "received_ip_complaints:parts-above-total")
    assert "4 counterfeit exceed all 3 open ones" in found["message"]


def test_kinds_typed_in_beside_the_report_explain_the_number_of_the_report(finding):
    report = {
        "accountStatuses": [],
        "performanceMetrics": [
            {
                "marketplaceId": "ATVPDKIKX0DER",
                "receivedIntellectualPropertyComplaints": {
                    "defectsCount": 3,
                    "reportingDateRange": {
                        "reportingDateFrom": "2026-05-24T00:00:00Z",
                        "reportingDateTo": "2026-11-19T23:59:59Z",
                    },
                },
            }
        ],
    }
    kinds = {"received_ip_complaints": {"value": 3, "parts": {"patent": 3}}}
    found = finding("received-ip-complaints", kinds, documents=[report])
    assert found["evidence"][0]["document"] == "amazon.seller-performance-report"
    assert list(by_cause(found)) == ["patent", None]
    wrong = {"received_ip_complaints": {"value": 2, "parts": {"patent": 2}}}
    assert list(by_cause(finding("received-ip-complaints", wrong, documents=[report]))) == [None]
