"""Several reports in one request are one account: one snapshot, one stranded share, one score."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sellervitals import plugin as sdk
from sellervitals.engine import Engine
from sellervitals.intake import take
from sellervitals.plugins import discover
from sellervitals.problems import RefusedError

PAYLOADS = Path(__file__).parent / "payloads"
STRANDED = (PAYLOADS / "stranded-inventory-ui.composed.tsv").read_text("utf-8")
RESTOCK = (PAYLOADS / "restock-inventory.rows.csv").read_text("utf-8")
PERFORMANCE = {
    "accountStatuses": [{"marketplaceId": "ATVPDKIKX0DER", "status": "NORMAL"}],
    "performanceMetrics": [
        {"marketplaceId": "ATVPDKIKX0DER", "listingPolicyViolations": {"defectsCount": 2, "status": "BAD"}}
    ],
}
PLANNING = """snapshot-date,sku,fnsku,asin,condition,available,inv-age-0-to-90-days
2026-11-20,MUG-01,X00S1,B0CLOSED01,New,40,40
2026-11-20,LAMP-02,X00S2,B0PRICE001,New,15,15
2026-11-20,BOOK-09,X00S9,B0BOOK0009,New,438,438
"""
"""493 fulfillable units; KNIFE-03 and X00S4 of the stranded report, 7 units, are not among them."""


def snapshots(*contents, site="US", metrics=None):
    account = {"marketplace": "amazon"} | ({"site": site} if site else {})
    request = {
        "account": account,
        "documents": [{"content": each} for each in contents],
        "metrics": metrics or {},
    }
    return take(discover(), request, today=date(2026, 11, 22))


def of(account, metric):
    return [each for each in account.measurements if each.metric == metric]


def test_planning_stranded_and_performance_reports_make_one_snapshot_with_one_share():
    [account] = snapshots(PLANNING, STRANDED, PERFORMANCE)
    [share] = of(account, "stranded_share")
    assert (share.numerator, share.denominator) == (62, 500)
    assert share.decisive == sdk.percent("12.4")
    assert share.rebuilt_from == "the stranded and the planning report"
    [units] = of(account, "stranded_units")
    assert units.value == Decimal(67)
    evaluation = Engine(discover()).evaluate(account)
    read = {each.measurement.document for each in evaluation.findings if each.measurement is not None}
    assert {"amazon.stranded-inventory", "amazon.seller-performance-report"} <= read
    stranded = next(each for each in evaluation.findings if each.rule.id == "amazon.stranded-inventory")
    assert stranded.outcome == "warn"
    assert [each.day for each in stranded.deadlines] == [date(2026, 12, 1), date(2026, 12, 5)]


def test_the_order_of_the_reports_changes_nothing():
    def said(*contents):
        [account] = snapshots(*contents)
        return sorted(map(repr, account.measurements))

    assert said(PLANNING, STRANDED, PERFORMANCE) == said(PERFORMANCE, STRANDED, PLANNING)


def test_the_stranded_report_alone_has_units_and_no_share():
    [account] = snapshots(STRANDED)
    assert of(account, "stranded_share") == []
    assert len(of(account, "stranded_units")) == 1


def test_a_share_that_was_typed_in_is_not_rebuilt():
    typed = {"stranded_share": {"value": "1", "unit": "percent"}}
    [account] = snapshots(PLANNING, STRANDED, metrics=typed)
    [share] = of(account, "stranded_share")
    assert (share.value, share.rebuilt_from) == (sdk.percent("1"), "")


def test_the_restock_report_is_one_snapshot_for_each_country():
    found = {each.site: of(each, "out_of_stock_skus")[0].value for each in snapshots(RESTOCK, site=None)}
    assert found == {"UK": Decimal(1), "US": Decimal(1)}


def test_a_report_that_names_no_store_beside_one_of_two_is_not_guessed():
    with pytest.raises(RefusedError):
        snapshots(RESTOCK, STRANDED, site=None)
    us = next(each for each in snapshots(RESTOCK, STRANDED, site="US") if each.site == "US")
    assert len(of(us, "stranded_units")) == 1
