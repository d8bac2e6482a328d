"""Walmart's own example of seller incentives, and what may be missing or wrong in one."""

import copy
from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals.plugin import percent
from sellervitals_walmart.documents.seller_incentives import DOCUMENT, read, recognises
from sellervitals_walmart.programmes.pro_seller import CRITERIA, LADDER

D = Decimal


@pytest.fixture
def example(load):
    return load("seller_incentives_documented_example")


def test_u10_tiers_and_criteria_of_the_documented_example(example):
    assert recognises(example)
    reading = read(example)
    found = {each.metric: (each.value, each.verdict, each.good) for each in reading.measurements}
    assert found == {
        "pro_seller_on_time_delivery_rate": (percent("93"), "Advanced", True),
        "pro_seller_cancellation_rate": (percent("2.41"), "Rising", True),
        "pro_seller_response_rate": (percent("92"), "Rising", True),
        "pro_seller_delivery_speed": (percent("67"), "Pro Seller", True),
        "pro_seller_content_score": (D("66"), "Rising", True),
        "pro_seller_price_score": (D("99.1"), "Pro Seller", True),
        "pro_seller_orders": (D("1500"), "Pro Seller", True),
        "pro_seller_active_days": (D("95"), "Pro Seller", True),
        "pro_seller_tier": ("Pro Seller", None, None),
        "pro_seller_eligible_tier": ("Rising", None, None),
        "pro_seller_next_refresh": ("2025-02-19", None, None),
    }
    assert (reading.seller_id, reading.main_site, reading.sites) == ("255045", "US", (None,))
    assert (reading.ignored, reading.notices) == ((), ())


def test_the_day_of_the_next_refresh_dates_nothing_and_says_where_it_stood(example):
    found = {each.metric: each for each in read(example).measurements}
    assert {each.window for each in found.values()} == {None}
    assert found["pro_seller_next_refresh"].pointer == "/payload/nextRefreshDate"
    assert found["pro_seller_tier"].pointer == "/payload/currentTier"
    assert found["pro_seller_orders"].pointer == "/payload/criteriaMetadata/orders"
    assert {each.document for each in found.values()} == {DOCUMENT.type}


def test_walmarts_tier_of_each_criterion_is_the_one_that_the_published_lines_give(example):
    reading = read(example)
    compared = 0
    for each in reading.measurements:
        if each.metric in CRITERIA:
            rung = LADDER.reached_by(each, each.value, "US", date(2026, 11, 22))
            assert rung.name == each.verdict, each.metric
            compared += 1
    assert compared == 7


def changed(example, **fields):
    content = copy.deepcopy(example)
    content["payload"] |= fields
    return content


def test_a_verdict_without_a_number_and_a_number_without_a_verdict_are_read(example):
    content = changed(example, criteriaMetadata={"orders": 90}, criteriaTier={"contentScore": "Rising"})
    found = {each.metric: (each.value, each.verdict) for each in read(content).measurements}
    assert found["pro_seller_orders"] == (D(90), None)
    assert found["pro_seller_content_score"] == (None, "Rising")
    assert len(found) == 5


@pytest.mark.parametrize(
    ("key", "value"), [("cancellationRate", 101), ("contentScore", 100.5), ("priceMbScore", -1)]
)
def test_a_score_that_cannot_be_is_left_out(example, key, value):
    metadata = example["payload"]["criteriaMetadata"] | {key: D(str(value))}
    reading = read(changed(example, criteriaMetadata=metadata))
    found = next(each for each in reading.measurements if each.pointer.endswith(f"/{key}"))
    assert found.value is None
    assert [each.code for each in reading.notices] == ["unreadable_value"]


def test_without_a_tier_the_criteria_are_read(example):
    found = read(changed(example, currentTier=None, eligibleTier=""))
    assert "pro_seller_tier" not in {each.metric for each in found.measurements}
    assert len(found.measurements) == 9


def test_an_empty_response_is_refused():
    with pytest.raises(sdk.UnreadableError):
        read({"payload": {"criteriaTier": {}}})
    with pytest.raises(sdk.UnreadableError):
        read({"payload": None})


@pytest.mark.parametrize("content", [None, [], {}, {"payload": {}}, {"payload": {"currentTier": "Rising"}}])
def test_what_is_no_such_response_is_not_recognised(content):
    assert not recognises(content)
