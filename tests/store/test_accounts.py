"""What evaluations make of their accounts, and how it is found again."""

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from sqlalchemy import event, func, select, text

from sellervitals.store import (
    AccountFilters,
    MeasurementRecord,
    Place,
    PointPlace,
    Span,
    UnstorableError,
    account_id,
)
from sellervitals.store.schema import account_tags, accounts, history

A1 = account_id("t", "amazon", "A1")


def number(store, table):
    with store._reads.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def said(make, *measurements, **fields):
    return make(**fields)._replace(measurements=measurements)


def points(day, value="300", **more):
    return MeasurementRecord("points", day, "points", value=value, **more)


DAY = date(2026, 11, 20)


def test_an_id_is_the_same_for_the_same_seller_and_for_nobody_else():
    assert account_id("t", "amazon", "A1") == A1
    others = {account_id(*each) for each in product("tu", ("amazon", "ebay"), ("A1", "A2"))}
    assert len(others) == 8
    assert {len(each) for each in others} == {30}


def test_an_account_is_made_by_its_first_evaluation_and_keeps_its_newest_of_each_site(store, make):
    first, older, there = make(), make(as_of=date(2025, 1, 1)), make(site="DE", as_of=date(2020, 1, 1))
    store.save("t", [first])
    store.save("t", [older, there])
    found = store.accounts.get("t", A1)
    assert (found.id, found.marketplace, found.seller_id) == (A1, "amazon", "A1")
    assert found.since == first.summary.created_at
    assert found.latest == (there.summary, first.summary), "an evaluation of an old day does not replace it"
    newer = make(as_of=first.summary.as_of)
    store.save("t", [newer])
    assert store.accounts.get("t", A1).latest == (there.summary, newer.summary)


def test_without_a_seller_an_evaluation_is_kept_and_no_account(store, make):
    record = make(seller_id=None)
    store.save("t", [record])
    assert store.get("t", record.summary.id) == record.result
    assert (number(store, accounts), number(store, history)) == (0, 0)


def test_a_marketplace_without_sites_has_accounts_too(store, make):
    record = make(site=None)
    store.save("t", [record, make()])
    assert store.accounts.get("t", A1).latest[0] == record.summary
    account = store.accounts.get("t", A1)
    assert store.accounts.evaluations("t", account, span=Span(site=""), limit=9) == [record.summary]
    assert len(store.accounts.evaluations("t", account, limit=9)) == 2


def test_the_last_name_and_the_last_tags_stay_and_none_leaves_them(store, make):
    def shown():
        found = store.accounts.get("t", A1)
        return found.name, found.tags

    store.save("t", [make()])
    assert shown() == (None, ())
    store.save("t", [make()._replace(name="Lamps", tags=("b", "a", "b"))])
    assert shown() == ("Lamps", ("a", "b"))
    store.save("t", [make()])
    assert shown() == ("Lamps", ("a", "b"))
    store.save("t", [make()._replace(name="Chairs", tags=("c",)), make()._replace(tags=())])
    assert shown() == ("Chairs", ())
    assert number(store, account_tags) == 0


def test_b_a_name_or_a_tag_that_cannot_be_stored_stores_nothing(store, make):
    for broken in ({"name": "a\0"}, {"tags": ("\0",)}, {"tags": ("\ud800",)}):
        with pytest.raises(UnstorableError):
            store.save("t", [make(), make()._replace(**broken)])
    assert (number(store, accounts), number(store, history)) == (0, 0)


def test_the_same_said_again_is_one_row_and_anything_else_is_another(store, make):
    bare = points(DAY)
    first = said(make, bare, bare)
    store.save("t", [first])
    store.save("t", [said(make, bare), said(make, bare)])
    assert number(store, history) == 1
    different = [
        bare._replace(**{name: value})
        for name, value in {
            "day": DAY + timedelta(days=1),
            "metric": "other",
            "segment": "mfn",
            "window_from": DAY,
            "window_to": DAY,
            "value": "301",
            "numerator": 1,
            "denominator": 2,
            "target": "200",
            "comparator": "at_least",
            "trust": "official",
            "origin": "caller",
            "verdict": "GOOD",
            "unit": "days",
        }.items()
    ]
    store.save("t", [said(make, *different, bare)])
    store.save("t", [said(make, bare, site="DE"), said(make, bare, seller_id="A2")])
    assert number(store, history) == 1 + len(different) + 2
    (point,) = store.accounts.series("t", A1, "points", span=Span(DAY, DAY, "DE"), limit=9)
    assert (point.site, point.measured) == ("DE", bare)
    series = store.accounts.series("t", A1, "points", limit=99)
    assert {each.evaluation_id for each in series if (each.site, each.measured) == ("US", bare)} == {
        first.summary.id
    }


def test_a_point_comes_back_as_it_was(store, make):
    full = make(measurements=1).measurements[0]._replace(numerator=2**63 - 1, denominator=2**63 - 1)
    state = MeasurementRecord("account_status", DAY, "state", value="AT_RISK")
    record = said(make, full, state)
    store.save("t", [record])
    for each in (full, state):
        (point,) = store.accounts.series("t", A1, each.metric, limit=9)
        assert (point.measured, point.evaluation_id, point.site) == (each, record.summary.id, "US")


def test_a_series_is_walked_by_day_and_each_point_is_met_once(store, make):
    days = [DAY + timedelta(days=each // 2) for each in range(20)]
    record = said(make, *(points(day, str(at)) for at, day in enumerate(days)), points(DAY, segment="x"))
    store.save("t", [record, make()])
    seen, after = [], None
    while page := store.accounts.series("t", A1, "points", after=after, limit=3):
        seen += page
        after = PointPlace(page[-1].measured.day, page[-1].digest)
        store.save("t", [said(make, points(DAY - timedelta(days=len(seen))))])
    assert [each.measured.day for each in seen] == sorted([*days, DAY])
    assert len({each.digest for each in seen}) == 21
    span = Span(DAY + timedelta(days=3), DAY + timedelta(days=4))
    assert len(store.accounts.series("t", A1, "points", span=span, limit=99)) == 4
    assert len(store.accounts.series("t", A1, "points", segment="x", limit=99)) == 1


def test_everything_measured_is_read_back_from_the_latest_day(store, make):
    days = [DAY + timedelta(days=each) for each in range(5)]
    others = [points(DAY, "7")._replace(metric="other"), points(DAY, segment="x")]
    store.save("t", [said(make, *map(points, days), *others), said(make, points(DAY), site="DE")])
    found = store.accounts.measured("t", A1, limit=99)
    assert [each.measured.day for each in found] == [*reversed(days[1:]), *[DAY] * 4]
    assert store.accounts.measured("t", A1, limit=3) == found[:3]
    assert len(store.accounts.measured("t", A1, metric="points", limit=99)) == 7
    assert len(store.accounts.measured("t", A1, span=Span(last=DAY, site="DE"), limit=99)) == 1
    assert store.accounts.measured("other", A1, limit=99) == []


def test_evaluations_are_walked_by_the_day_they_are_about(store, make):
    saved = [make(measurements=0, as_of=DAY - timedelta(days=each % 7)) for each in range(20)]
    store.save("t", [*saved, make(seller_id="A2"), make(marketplace="ebay")])
    account, seen, before = store.accounts.get("t", A1), [], None
    while page := store.accounts.evaluations("t", account, before=before, limit=3):
        seen += page
        before = Place(page[-1].as_of, page[-1].id)
    assert seen == sorted(
        (each.summary for each in saved), key=lambda each: (each.as_of, each.id), reverse=True
    )
    span = Span(DAY - timedelta(days=2), DAY - timedelta(days=1), "US")
    assert len(store.accounts.evaluations("t", account, span=span, limit=99)) == 6
    assert store.accounts.evaluations("t", account, span=Span(site="DE"), limit=99) == []


def test_accounts_are_narrowed_by_every_filter_and_walked_by_id(store, make):
    choices = tuple(product(("amazon", "ebay"), ("A1", "A2", "A3"), ("x", "y")))
    saved = [(make(marketplace=place, seller_id=who), (tag, "all")) for place, who, tag in choices]
    store.save("t", [record._replace(tags=tags) for record, tags in saved])
    everything = store.accounts.page("t", limit=99)
    assert [each.id for each in everything] == sorted({account_id("t", *each[:2]) for each in choices})
    assert all(each.tags == ("all", "y") and len(each.latest) == 1 for each in everything)
    for filters, found in (
        (AccountFilters(tag="all"), 6),
        (AccountFilters(tag="x"), 0),
        (AccountFilters("amazon", tag="y"), 3),
        (AccountFilters("amazon", "A1"), 1),
        (AccountFilters(seller_id="A1"), 2),
        (AccountFilters("nowhere"), 0),
    ):
        assert len(store.accounts.page("t", filters=filters, limit=99)) == found
    walked = store.accounts.page("t", limit=2)
    while page := store.accounts.page("t", after=walked[-1].id, limit=2):
        walked += page
    assert walked == everything


def test_s31_one_tenant_sees_nothing_of_another(store, make):
    mine, theirs = make()._replace(name="mine"), make()._replace(name="theirs", tags=("x",))
    store.save("mine", [mine])
    store.save("theirs", [theirs])
    ids = {name: account_id(name, "amazon", "A1") for name in ("mine", "theirs")}
    assert store.accounts.get("mine", ids["theirs"]) is None
    assert [each.name for each in store.accounts.page("mine", limit=9)] == ["mine"]
    assert store.accounts.page("mine", filters=AccountFilters(tag="x"), limit=9) == []
    account = store.accounts.get("theirs", ids["theirs"])
    assert store.accounts.evaluations("mine", account, limit=9) == [mine.summary], "of the same seller"
    assert store.accounts.series("mine", ids["theirs"], "order_defect_rate", limit=9) == []
    assert len(store.accounts.series("mine", ids["mine"], "order_defect_rate", limit=9)) == 2
    assert [each.name for each in store.accounts.page("nobody", limit=9)] == []


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda it, account: it.evaluations("t", account, limit=5), "evaluations_by_account"),
        (
            lambda it, account: it.evaluations("t", account, before=Place(date(2027, 1, 1), "ev_2"), limit=5),
            "evaluations_by_account",
        ),
        (lambda it, account: it.series("t", account.id, "points", limit=5), "history_pkey"),
        (
            lambda it, account: it.series("t", account.id, "points", after=PointPlace(DAY, b""), limit=5),
            "history_pkey",
        ),
        (lambda it, _: it.page("t", limit=5), "accounts_pkey"),
        (lambda it, account: it.measured("t", account.id, limit=5), "history_pkey"),
    ],
    ids=["history", "history-on", "series", "series-on", "accounts", "measured"],
)
def test_a_page_walks_an_index_and_sorts_no_more_than_a_day(store, make, ask, index):
    sellers = [
        said(make, *(points(DAY + timedelta(days=each % 90), str(each)) for each in range(20)), **who)
        for who in ({"seller_id": f"A{each % 100}", "result": b""} for each in range(1000))
    ]
    store.save("t", sellers)
    sqlite = store._reads.dialect.name == "sqlite"
    account = store.accounts.get("t", A1)
    asked = []
    event.listen(store._reads, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
    assert ask(store.accounts, account)
    statement, values = asked[0]
    with store._writes.begin() as connection:
        if not sqlite:
            for table in ("evaluations", "history", "accounts"):
                connection.execute(text(f"ANALYZE {table}"))
        explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        plan = "\n".join(map(str, connection.exec_driver_sql(f"{explain} {statement}", values)))
    assert ("PRIMARY KEY" if sqlite and index.endswith("_pkey") else index) in plan, plan
    # the points of one day are put in order, never those of many
    assert "TEMP B-TREE FOR ORDER BY" not in plan
    assert "Seq Scan" not in plan


def test_times_are_utc(store, make):
    store.save("t", [make(created_at=datetime(2026, 11, 22, 3, 4, 5, 678901, tzinfo=UTC))])
    assert store.accounts.get("t", A1).since == datetime(2026, 11, 22, 3, 4, 5, 678901, tzinfo=UTC)
