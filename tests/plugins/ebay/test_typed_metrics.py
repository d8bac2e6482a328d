"""Numbers that a caller types in: current without a segment, forecasts with one, buyers as a part."""

from datetime import UTC, datetime

import pytest

from sellervitals.judge import Judge
from sellervitals.plugins import discover
from sellervitals.problems import RefusedError

JUDGE = Judge(discover())
NOW = datetime(2026, 11, 22, tzinfo=UTC)
DEFECTS = {"numerator": 13, "denominator": 498}


def findings(site="PROGRAM_US", **metrics):
    request = {"account": {"marketplace": "ebay", "site": site}, "metrics": metrics}
    [judged] = JUDGE.judge(request, now=NOW, digest="sha256:0")
    return {(each.rule.id, each.segment): each for each in judged.evaluation.findings}


def test_the_buyers_decide_beside_the_rate():
    rule = "ebay.transaction-defect-rate"
    for buyers, outcome in ((4, "warn"), (5, "fail")):
        found = findings(transaction_defect_rate=DEFECTS | {"parts": {"buyers": buyers}})
        assert found[rule, None].outcome == outcome


def test_a_typed_forecast_warns_beside_what_is_in_force():
    found = findings(
        transaction_defect_rate=[
            {"numerator": 1, "denominator": 498},
            DEFECTS | {"segment": "projected"},
        ],
        seller_level=[
            {"value": "TOP_RATED"},
            {"value": "BELOW_STANDARD", "segment": "projected"},
        ],
    )
    outcomes = {key: each.outcome for key, each in found.items() if each.measurement is not None}
    assert outcomes == {
        ("ebay.seller-level", None): "pass",
        ("ebay.seller-level", "projected"): "warn",
        ("ebay.transaction-defect-rate", None): "pass",
        ("ebay.transaction-defect-rate", "projected"): "warn",
    }


def test_a_forecast_says_which_evaluation_it_is_for_and_not_that_nothing_has_happened_since():
    # one of 19 November may be posted after the evaluation of the 20th
    found = findings(seller_level=[{"value": "BELOW_STANDARD", "segment": "projected"}])
    message = found["ebay.seller-level", "projected"].message
    assert "the first evaluation after that day, on a 20th" in message
    assert "nothing is in force yet" not in message


def test_a_site_may_be_named_as_ebay_names_its_listing_site():
    assert findings("EBAY_US", transactions_12m={"value": 99})["ebay.transactions", None].outcome == "warn"


def test_a_misspelt_segment_is_no_current_number():
    with pytest.raises(RefusedError):
        findings(transaction_defect_rate=DEFECTS | {"segment": "projectd"})


def test_ratings_can_be_typed_by_category():
    found = findings(inad_rating=[{"segment": "Books", "value": "VERY_HIGH", "parts": {"WRONG_ITEM": 3}}])
    finding = found["ebay.item-not-as-described", "Books"]
    assert (finding.outcome, finding.causes) == ("fail", ("WRONG_ITEM",))
