from datetime import date

import pytest

from sellervitals_shopee.codes.penalties import restriction
from sellervitals_shopee.documents.punishment_history import read

ISSUED = 1728633961  # 2024-10-11
WEEKS = 28 * 86400


def entry(code=107, reason=1, issued=ISSUED, ends=ISSUED + WEEKS, **more):
    times = {"issue_time": issued, "start_time": issued, "end_time": ends}
    return {"punishment_type": code, "reason": reason, "reference_id": 1, **times, **more}


@pytest.fixture
def read_list(answered):
    return lambda *entries: read(answered(punishment_list=list(entries), total_count=len(entries)))


def test_the_sample_is_a_shop_of_tier_3_with_five_punishments(payload):
    punishments, tier = read(payload("get_punishment_history.ongoing.sample")).measurements
    assert punishments.value == 5
    assert tier.value == "Tier 3"
    ends = [each.deadline for each in punishments.breakdown.items]
    assert ends == [date(2024, 11, 8)] * 4 + [date(2024, 11, 7)]
    assert [each.day for each in punishments.breakdown.deadlines] == [date(2024, 11, 7), date(2024, 11, 8)]
    assert {each.kind for each in punishments.breakdown.deadlines} == {"release"}
    assert punishments.window == (None, date(2024, 10, 11))


def test_limits_of_listings_and_orders_are_said(read_list):
    found, _ = read_list(entry(1109, 1109, listing_limit=50), entry(2008, 2, order_limit="80%")).measurements
    said = " ".join(each.situation for each in found.breakdown.items)
    assert "at most 50 listings" in said
    assert "order limit 80%" in said
    assert found.severity == "high"


def test_limits_that_clients_have_typed_as_lists_do_no_harm(read_list):
    reading = read_list(entry(1109, 1109, listing_limit=[50], order_limit=["80"]))
    (found,) = reading.measurements
    assert found.value == 1
    assert [each.code for each in reading.notices] == ["status_unknown", *["unreadable_value"] * 2]


def test_reasons_that_are_no_tier_name_none(read_list):
    assert [each.metric for each in read_list(entry(1109, 1109)).measurements] == ["ongoing_punishments"]


def test_the_highest_tier_in_force_counts(read_list):
    _, tier = read_list(entry(107, 2), entry(602, 4), entry(107, 1)).measurements
    assert tier.value == "Tier 4"


def test_what_had_ended_by_the_newest_day_does_not_count(read_list):
    old = entry(109, 5, issued=ISSUED - 40 * 86400, ends=ISSUED - 12 * 86400)
    found, tier = read_list(old, entry(107, 1)).measurements
    assert (found.value, tier.value, found.severity) == (1, "Tier 1", "medium")


def test_an_empty_list_says_nothing_about_ongoing_ones(answered):
    reading = read(answered(punishment_list=[], total_count=0))
    assert reading.measurements == ()
    assert "send the metric ongoing_punishments" in reading.notices[0].message


def test_a_list_of_ended_ones_says_nothing_about_ongoing_ones(read_list):
    over = {"issued": ISSUED, "ends": ISSUED - 86400}
    assert read_list(entry(**over)).measurements == ()


def test_a_punishment_without_an_end_is_in_force(read_list, judge_all):
    found, _ = read_list(entry(109, 5, ends=0)).measurements
    assert found.breakdown.items[0].deadline is None
    (judged,) = (each for each in judge_all([found]).findings if each.rule.id == "shopee.punishments")
    assert (judged.outcome, judged.severity) == ("fail", "critical")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (103, "hidden while buyers browse categories"),
        (602, "hidden while buyers browse categories"),
        (104, "hidden in search"),
        (600, "hidden in search"),
        (601, "hidden in recommendations"),
        (105, "no new listings"),
        (106, "no edits of listings"),
        (107, "no marketing campaigns"),
        (108, "no shipping subsidy"),
        (109, "account suspended"),
        *((code, "fewer listings allowed") for code in (1109, 1110, 1111, 1112)),
        (2008, "fewer orders allowed per day"),
        (77, "punishment of type 77"),
        (None, "punishment without a type"),
    ],
)
def test_every_code_of_the_policy_is_told_in_words(code, words):
    assert restriction(code).words == words
