"""What stands in a list and cannot be read is still there: it never makes a clean shop."""

import pytest

from sellervitals_shopee import documents

READERS = {each.type: each for each in documents.ALL}
LISTS = [
    ("shopee.late-orders", "late_order_list"),
    ("shopee.listings-with-issues", "listing_list"),
    ("shopee.metric-source-detail", "nfr_order_list"),
    ("shopee.metric-source-detail", "fhr_order_list"),
    ("shopee.shop-penalty", "ongoing_punishment"),
]


def read(kind, **response):
    content = {"error": "", "request_id": "1", "response": response}
    assert READERS[kind].recognises(content)
    return READERS[kind].read(content)


@pytest.mark.parametrize(("kind", "key"), LISTS)
def test_entries_that_cannot_be_read_are_counted(kind, key):
    reading = read(kind, **{key: ["one", None, 3]})
    (found,) = reading.measurements
    assert found.value == 3
    assert found.breakdown.total == 3
    assert [each.code for each in reading.notices] == ["unreadable_value"] * 3


@pytest.mark.parametrize(("kind", "key"), LISTS)
@pytest.mark.parametrize("written", ["none", 0, True])
def test_a_list_that_is_none_counts_nothing(kind, key, written):
    reading = read(kind, **{key: written})
    assert [each.value for each in reading.measurements] in ([], [None])
    assert [each.code for each in reading.notices] == ["unreadable_value"]


@pytest.mark.parametrize("written", ["none", [None], [{}], 0])
def test_points_that_cannot_be_read_are_a_part_of_the_sum_only(written):
    (found,) = read("shopee.penalty-point-history", penalty_point_list=written).measurements
    assert found.segment == "listed"


def test_ids_of_thirty_digits_are_quoted_and_others_are_named():
    reading = read("shopee.late-orders", late_order_list=[{"order_sn": 10**29 + 7}, {"order_sn": True}])
    (found,) = reading.measurements
    assert sorted(each.id for each in found.breakdown.items) == ["", f"{10**29 + 7}"]
    assert [each.pointer for each in reading.notices] == ["/response/late_order_list/1/order_sn"]


def test_days_of_pickups_that_are_left_out_are_named():
    days = [
        {"date": "19/10/2026", "failed_pickup_num": 1, "scheduled_pickup_num": 2},
        {"date": "19/10/2026", "failed_pickup_num": 0, "scheduled_pickup_num": 2},
        {"failed_pickup_num": 0, "scheduled_pickup_num": 2},
        {"date": "20/10/2026", "opfr": 101},
    ]
    reading = read("shopee.metric-source-detail", opfr_day_detail_data_list=days)
    at = "/response/opfr_day_detail_data_list"
    assert [each.pointer for each in reading.notices] == [f"{at}/1", f"{at}/2", f"{at}/3/opfr"]
    (before,) = reading.history
    assert before.numerator == 1
    assert [each.value for each in reading.measurements] == [None]


def test_a_push_at_no_moment_says_so():
    event = {"issued_points": 2, "violation_type": 5}
    content = {"code": 28, "data": {"points_issued_data": event, "update_time": 10**14}}
    reading = READERS["shopee.penalty-push"].read(content)
    assert [each.code for each in reading.notices] == ["unreadable_value"]
