"""The sales and traffic report: totals by counts, every period kept, nothing measured of half a range."""

from datetime import date
from decimal import Decimal

import pytest

from sellervitals import plugin as sdk
from sellervitals_amazon.documents.sales_and_traffic import TYPE, read, recognises

US = "ATVPDKIKX0DER"


def period(day, *, refunded=1, ordered=40, claims=0, negative=1, received=10, **rates):
    sales = {"unitsRefunded": refunded, "unitsOrdered": ordered, "claimsGranted": claims, "ordersShipped": 38}
    traffic = {"negativeFeedbackReceived": negative, "feedbackReceived": received, "pageViews": 900}
    sales |= {"refundRate": rates["refund"]} if "refund" in rates else {}
    traffic |= {"receivedNegativeFeedbackRate": rates["bad"]} if "bad" in rates else {}
    both = {"salesByDate": sales, "trafficByDate": traffic}
    kept = {
        part: {key: each for key, each in block.items() if each is not None} for part, block in both.items()
    }
    return {"date": day, **kept}


def report(*periods, granularity="DAY", ids=(US,)):
    about = {"reportType": "GET_SALES_AND_TRAFFIC_REPORT", "marketplaceIds": list(ids)}
    if granularity:
        about["reportOptions"] = {"dateGranularity": granularity, "asinGranularity": "SKU"}
    return {"reportSpecification": about, "salesAndTrafficByDate": list(periods), "salesAndTrafficByAsin": []}


def by_metric(measured):
    return {each.metric: each for each in measured}


TWO = report(
    period("2026-11-01", refund=Decimal("2.50"), bad=Decimal("10.00")),
    period("2026-11-02", refunded=3, ordered=60, claims=2, negative=0, received=0, refund=Decimal(5)),
)


def test_u10_the_whole_range_is_the_sum_of_its_counts():
    reading = read(TWO)
    found = by_metric(reading.measurements)
    assert reading.sites == ("US",)
    assert found.keys() == {"received_negative_feedback_rate", "claims_granted", "refund_rate"}
    refunds = found["refund_rate"]
    assert (refunds.value, refunds.numerator, refunds.denominator) == (None, 4, 100)
    assert refunds.window == sdk.Window(date(2026, 11, 1), date(2026, 11, 2))
    assert refunds.rebuilt_from == "the counts of its periods"
    assert found["claims_granted"].value == Decimal(2)
    bad = found["received_negative_feedback_rate"]
    assert (bad.numerator, bad.denominator) == (1, 10)
    assert {(each.document, each.site, each.pointer) for each in reading.measurements} == {
        (TYPE, "US", "/salesAndTrafficByDate")
    }


def test_every_period_is_history_with_the_rate_as_reported():
    history = [each for each in read(TWO).history if each.metric == "refund_rate"]
    assert [each.value for each in history] == [sdk.percent("2.5"), sdk.percent("5")]
    assert all(each.counts_agree for each in history)
    assert [each.window.end for each in history] == [date(2026, 11, 1), date(2026, 11, 2)]
    assert history[1].pointer == "/salesAndTrafficByDate/1/salesByDate/unitsRefunded"


def test_a_day_without_any_feedback_has_no_rate():
    history = [each for each in read(TWO).history if each.metric == "received_negative_feedback_rate"]
    assert [each.window.start for each in history] == [date(2026, 11, 1)]


def test_one_period_is_measured_as_it_was_reported():
    found = by_metric(read(report(period("2026-11-01", refund=Decimal("2.5")))).measurements)
    assert found["refund_rate"].value == sdk.percent("2.5")
    assert found["refund_rate"].rebuilt_from == ""


@pytest.mark.parametrize(
    ("granularity", "day", "last"),
    [
        ("DAY", "2026-11-01", date(2026, 11, 1)),
        (None, "2026-11-01", date(2026, 11, 1)),
        ("WEEK", "2026-11-01", date(2026, 11, 7)),
        ("month", "2024-02-01", date(2024, 2, 29)),
        ("DECADE", "2026-11-01", None),
    ],
)
def test_periods_end_where_amazon_ends_them(granularity, day, last):
    reading = read(report(period(day), granularity=granularity))
    assert {each.window.end for each in reading.history} == {last}
    assert bool(reading.notices) == (granularity == "DECADE")


def test_periods_are_put_in_order():
    turned = report(*reversed(TWO["salesAndTrafficByDate"]))
    first, second = read(turned), read(TWO)
    plain = [each._replace(pointer="") for each in first.history]
    assert plain == [each._replace(pointer="") for each in second.history]
    assert first.measurements == second.measurements


@pytest.mark.parametrize("missing", [{"refunded": None}, {"ordered": "many"}, {"ordered": -1}])
def test_half_a_range_is_not_measured(missing):
    reading = read(report(period("2026-11-01"), period("2026-11-02", **missing)))
    assert "refund_rate" not in by_metric(reading.measurements)
    assert by_metric(reading.history)["refund_rate"].window.end == date(2026, 11, 1)
    assert "incomplete_range" in {each.code for each in reading.notices}
    assert "claims_granted" in by_metric(reading.measurements)


def test_refunds_of_older_orders_may_exceed_what_was_ordered():
    found = by_metric(read(report(period("2026-11-01", refunded=5, ordered=4))).measurements)
    assert found["refund_rate"].decisive == sdk.Rate(5, 4)


@pytest.mark.parametrize("ids", [(), (US, "A1F83G8C2ARO7P"), ("NOWHERE",), (7,)])
def test_a_store_that_is_not_certain_is_none(ids):
    reading = read(report(period("2026-11-01"), ids=ids))
    assert reading.sites == (None,)
    assert reading.notices


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        ({"salesAndTrafficByDate": []}, "/salesAndTrafficByDate"),
        ({"salesAndTrafficByDate": [7]}, "/salesAndTrafficByDate/0"),
        (report(period("01/11/2026")), "/salesAndTrafficByDate/0/date"),
        (report(period(None)), "/salesAndTrafficByDate/0/date"),
        (report(period("2026-11-01"), period("2026-11-01")), "/salesAndTrafficByDate/1/date"),
        (report({"date": "2026-11-01"}), "/salesAndTrafficByDate"),
        ("text", ""),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(content, pointer):
    with pytest.raises(sdk.UnreadableError) as caught:
        read(content)
    assert caught.value.pointer == pointer


def test_unknown_keys_are_listed():
    reading = read({**TWO, "somethingNew": 1})
    assert [each.pointer for each in reading.ignored] == ["/somethingNew"]


def test_recognises_its_list_of_periods_and_nothing_else():
    assert recognises(TWO)
    assert not any(recognises(other) for other in ({}, [], "text", None, {"salesAndTrafficByDate": 1}))


@pytest.mark.parametrize("word", [5, ["WEEK"], {"is": "WEEK"}, True, "x" * 81])
def test_a_granularity_that_cannot_be_read_is_not_taken_for_days(word):
    reading = read(report(period("2026-11-01"), granularity=word))
    assert {each.window.end for each in reading.history} == {None}
    assert reading.notices
