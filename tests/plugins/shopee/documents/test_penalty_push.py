import copy
from datetime import UTC, datetime

import pytest

from sellervitals import plugin as sdk
from sellervitals_shopee.codes.penalties import removal
from sellervitals_shopee.documents.penalty_push import read, recognises


def test_points_issued_are_an_event_and_not_the_sum(payload):
    reading = read(payload("push_code_28.points_issued.sample"))
    (found,) = reading.measurements
    assert (found.metric, found.value) == ("penalty_points_change", 3)
    assert found.breakdown.items[0].situation == "counterfeit or infringing listing"
    assert reading.seller_id == "127449165"
    assert reading.observed_at == datetime(2022, 8, 10, 9, 37, 26, tzinfo=UTC)


def test_points_taken_back_count_below_zero_with_their_reason(payload):
    (found,) = read(payload("push_code_28.points_removed.composed")).measurements
    assert found.value == -3
    assert "the rights holder is confirmed" in found.breakdown.items[0].situation


def test_a_tier_update_names_the_new_tier_and_remembers_the_old(payload, judge_all):
    reading = read(payload("push_code_28.tier_update.composed"))
    assert [each.value for each in reading.measurements] == ["Tier 4"]
    assert [each.value for each in reading.history] == ["Tier 3"]
    assert judge_all(reading.measurements).level.name == "Tier 4"


@pytest.mark.parametrize(("new", "word"), [(0, "No tier"), (5, "Tier 5"), (6, None), (None, None)])
def test_there_are_five_tiers_and_none(payload, new, word):
    content = payload("push_code_28.tier_update.composed")
    content["data"]["tier_update_data"]["new_tier"] = new
    reading = read(content)
    assert [each.value for each in reading.measurements] == [word]
    assert len(reading.notices) == (new == 6)


def test_the_same_push_twice_counts_once_and_two_events_count_twice(payload):
    content = payload("push_code_28.points_issued.sample")
    later = copy.deepcopy(content)
    later["data"]["update_time"] += 60
    found = [each for push in (content, content, later) for each in read(push).measurements]
    kept, repeats = sdk.one_each(found)
    assert len(kept) == 2
    assert repeats == ()


@pytest.mark.parametrize("code", [27, "29", None, [28], {}])
def test_other_pushes_are_not_claimed(payload, code):
    assert not recognises(payload("push_code_28.points_issued.sample") | {"code": code})


@pytest.mark.parametrize("code", [101, 102, 103, 104, 105, 106, 107, 108])
def test_every_reason_of_the_policy_is_told_in_words(code):
    assert not removal(code).startswith("reason")


def test_other_reasons_are_quoted():
    assert removal(999) == "reason 999"
    assert removal(None) == "no reason given"


def test_a_moment_that_no_calendar_holds_is_none(payload):
    content = payload("push_code_28.points_issued.sample")
    content["data"]["update_time"] = 10**14
    (found,) = read(content).measurements
    assert (found.segment, found.window) == (None, None)


def test_b00_a_code_of_any_length_is_not_claimed(payload):
    assert not recognises(payload("push_code_28.points_issued.sample") | {"code": 10**5000})
