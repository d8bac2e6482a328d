"""What a forecast needs of an account's history: the newest of each metric and segment, and single days."""

from datetime import date, timedelta

from sellervitals.store import MeasurementRecord, account_id

A1 = account_id("t", "amazon", "A1")
DAY = date(2026, 11, 20)


def measured(day, top, segment=None, length=60, metric="late"):
    first = day - timedelta(days=length - 1)
    return MeasurementRecord(metric, day, "ratio", segment, first, day, None, numerator=top, denominator=100)


def recent(store, site="US", since=DAY - timedelta(days=30), last=DAY, tenant="t"):
    found = store.accounts.recent(tenant, A1, site=site, since=since, last=last)
    return [
        (point.measured.segment, point.measured.day, point.measured.numerator, as_of)
        for point, as_of in found
    ]


def save(store, make, *measurements, tenant="t", **fields):
    store.save(tenant, [make(**fields)._replace(measurements=measurements)])


def test_the_newest_of_each_segment_comes_with_the_day_of_its_evaluation(store, make):
    older, newer = DAY - timedelta(days=20), DAY - timedelta(days=14)
    save(store, make, measured(newer, 2), measured(newer, 5, "mfn"), as_of=DAY)
    save(store, make, measured(older, 1), as_of=DAY - timedelta(days=6))
    assert sorted(recent(store), key=str) == [("mfn", newer, 5, DAY), (None, newer, 2, DAY)]


def test_of_each_single_day_only_the_later_word_comes(store, make):
    save(store, make, measured(DAY, 1, length=1), as_of=DAY)
    save(store, make, measured(DAY, 3, length=1), measured(DAY - timedelta(days=1), 7, length=1), as_of=DAY)
    assert sorted(recent(store), key=str) == [
        (None, DAY - timedelta(days=1), 7, None),
        (None, DAY, 3, None),
    ]


def test_a_later_word_that_cannot_be_hides_no_earlier_one(store, make):
    for top in (1, 3, 101, 102):
        save(store, make, measured(DAY, top, length=1), as_of=DAY)
    assert recent(store) == [(None, DAY, 3, None), (None, DAY, 102, None)]


def test_single_days_do_not_hide_the_newest_measurement(store, make):
    save(store, make, measured(DAY - timedelta(days=14), 2), measured(DAY, 1, length=1), as_of=DAY)
    assert recent(store) == [(None, DAY - timedelta(days=14), 2, DAY), (None, DAY, 1, None)]


def test_what_lies_outside_or_belongs_to_others_is_left_out(store, make):
    save(store, make, measured(DAY - timedelta(days=31), 2), as_of=DAY)
    save(store, make, measured(DAY + timedelta(days=1), 2), as_of=DAY)
    save(store, make, measured(DAY, 3), as_of=DAY, site="DE")
    save(store, make, measured(DAY, 4), as_of=DAY, tenant="u")
    assert recent(store) == []
    assert recent(store, site="DE") == [(None, DAY, 3, DAY)]
    assert recent(store, tenant="u") == []


def test_a_marketplace_without_sites(store, make):
    save(store, make, measured(DAY, 3), as_of=DAY, site=None)
    assert recent(store, site=None) == [(None, DAY, 3, DAY)]
