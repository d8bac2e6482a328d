from datetime import date
from decimal import Decimal

import pytest

from sellervitals_shopee.codes.penalties import KINDS, violation
from sellervitals_shopee.documents.penalty_point_history import read


def record(points, original=None, **more):
    return {
        "issue_time": 1728634527,
        "latest_point_num": points,
        "original_point_num": points if original is None else original,
        "reference_id": 764883879797459201,
        "violation_type": 5,
        **more,
    }


def test_the_open_points_of_the_sample_sum_to_ten(payload):
    (found,) = read(payload("get_penalty_point_history.sample")).measurements
    assert (found.value, found.segment) == (Decimal(10), None)
    assert found.window == (date(2024, 10, 9), date(2024, 10, 11))
    assert found.parts == {"listing_violations": 6, "failed_pickups": 1, "conduct": 3}
    assert found.breakdown.total == 8


def test_a_granted_appeal_takes_points_off_and_is_said(answered):
    (found,) = read(answered(penalty_point_list=[record(0, 2), record(1)], total_count=2)).measurements
    assert found.value == 1
    said = [each.situation for each in found.breakdown.items]
    assert said[1] == "high late shipment rate, issued on 2024-10-11, appeal granted, 2 points before"


def test_ids_beyond_what_floats_keep_are_quoted_to_the_last_digit(answered):
    (found,) = read(answered(penalty_point_list=[record(1)], total_count=1)).measurements
    assert found.breakdown.items[0].id == "764883879797459201"


@pytest.mark.parametrize("rows", [[record(1)], []])
def test_an_incomplete_page_is_a_lower_bound(answered, judge_all, rows):
    reading = read(answered(penalty_point_list=rows, total_count=5))
    (found,) = reading.measurements
    assert found.segment == "listed"
    assert [each.code for each in reading.notices] == ["incomplete_page"]
    findings = judge_all([found], day="2024-10-12").findings
    (judged,) = (each for each in findings if each.rule.id == "shopee.penalty-points")
    assert judged.outcome == ("warn" if rows else "no_data")


@pytest.mark.parametrize("points", [None, "x", -1, "1.5"])
def test_points_that_cannot_be_read_make_the_sum_a_lower_bound(answered, points):
    (found,) = read(answered(penalty_point_list=[record(1), record(points)], total_count=2)).measurements
    assert (found.value, found.segment) == (1, "listed")


def test_no_record_is_no_point(answered, judge_all):
    (found,) = read(answered(penalty_point_list=[], total_count=0)).measurements
    (judged,) = (each for each in judge_all([found]).findings if each.rule.id == "shopee.penalty-points")
    assert judged.outcome == "pass"


def test_null_in_place_of_the_list_is_no_zero(answered):
    assert read(answered(penalty_point_list=None, total_count=0)).measurements == ()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        *((code, "late_shipments") for code in (5, 8, 3070)),
        *((code, "unfulfilled_orders") for code in (6, 7, 3060, 3068, 3145)),
        (3072, "failed_pickups"),
        *((code, "listing_violations") for code in (*range(9, 14), 16, 3058, 3066, *range(3090, 3102), 4130)),
        *((code, "listing_violations") for code in (3042, 3044)),
        *((code, "conduct") for code in (14, 15, *range(17, 26), 3030, 3032, 3048, 3052, 3054, 3074)),
        (None, None),
        (9999, None),
    ],
)
def test_every_violation_of_the_policy_has_its_kind(code, kind):
    found, words = violation(code)
    assert found == kind
    assert found is None or found in KINDS
    assert ("type" in words) == (kind is None)


@pytest.mark.parametrize(("days", "codes"), [(98, []), (99, ["more_than_a_quarter"])])
def test_records_of_more_than_a_quarter_are_said(answered, days, codes):
    rows = [record(1), record(1, issue_time=1728634527 + days * 86400)]
    reading = read(answered(penalty_point_list=rows, total_count=2))
    assert [each.code for each in reading.notices] == codes
