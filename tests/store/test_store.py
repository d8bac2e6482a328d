import os
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from itertools import product

import pytest
from sqlalchemy import event, func, inspect, select, text

from sellervitals.store import Filters, InputRecord, UnstorableError
from sellervitals.store.schema import evaluations, history, metadata


def rows(store, table):
    with store._reads.connect() as connection:
        return connection.execute(select(table)).mappings().all()


def number(store, table):
    with store._reads.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table))


@pytest.mark.parametrize(
    "result",
    [b"", b"{}", '{"name":"Größe 9 \\u0000"}'.encode(), b'{"a":[1,2]}' * 50_000, os.urandom(40_000)],
    ids=["empty", "small", "unicode", "long", "random"],
)
def test_a_result_comes_back_byte_for_byte(store, make, result):
    record = make(result=result)
    store.save("t", [record])
    assert store.get("t", record.summary.id) == result


def test_a_summary_comes_back_as_it_was(store, make):
    full = make(score=Decimal("100.00"), coverage=Decimal("1.0000"))
    bare = make(site=None, seller_id=None, observed_at=None, score=None, level=None, band="unknown")
    store.save("t", [full, bare])
    assert store.page("t", limit=10) == [bare.summary, full.summary]


def test_a_time_of_another_zone_is_the_same_time(store, make):
    there = datetime(2026, 11, 22, 12, 0, 0, 1, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    store.save("t", [make(observed_at=there)])
    found = store.page("t", limit=1)[0].observed_at
    assert found == there
    assert found.tzinfo is UTC


def test_decimals_keep_their_digits_and_lose_exponents(store, make):
    store.save("t", [make(score=Decimal("1E+2"), coverage=Decimal("0.10"))])
    (row,) = rows(store, evaluations)
    assert (row["score"], row["coverage"]) == ("100", "0.10")


def test_several_evaluations_are_saved_in_one_transaction(store, make):
    records = [make(site=site) for site in ("US", "CA", "MX")]
    store.save("t", records)
    assert [each.site for each in store.page("t", limit=5)] == ["MX", "CA", "US"]
    assert number(store, history) == 6


def test_nothing_to_save_is_saved(store):
    store.save("t", [])
    assert store.page("t", limit=5) == []


def test_an_unknown_id_is_none(store):
    assert store.get("t", "ev_00000000000000000000000000") is None


def test_an_evaluation_cannot_be_changed(store, make):
    record = make()
    store.save("t", [record])
    with pytest.raises(UnstorableError):
        store.save("t", [make(), record._replace(result=b"other")])
    assert store.get("t", record.summary.id) == record.result
    assert number(store, evaluations) == 1
    assert number(store, history) == 2


@pytest.mark.parametrize("broken", ["a\0b", "\ud800", 2**63], ids=["nul", "surrogate", "huge"])
def test_b_what_one_database_would_refuse_neither_stores(store, make, broken):
    record = make()
    field = "numerator" if isinstance(broken, int) else "verdict"
    last = record.measurements[-1]._replace(**{field: broken})
    with pytest.raises(UnstorableError):
        store.save("t", [make(), record._replace(measurements=(*record.measurements, last))])
    assert number(store, evaluations) == 0
    assert number(store, history) == 0


def test_s31_every_table_leads_its_primary_key_with_the_tenant(store):
    inspector = inspect(store._reads)
    tables = set(inspector.get_table_names()) - {"alembic_version"}
    assert tables == set(metadata.tables)
    for table in tables:
        assert inspector.get_pk_constraint(table)["constrained_columns"][0] == "tenant", table
        for unique in inspector.get_unique_constraints(table):
            assert "tenant" in unique["column_names"], table
        for index in inspector.get_indexes(table):
            assert index["column_names"][0] == "tenant", table


def test_s31_one_tenant_sees_nothing_of_another(store, make):
    mine, theirs = make(), make()
    store.save("mine", [mine])
    store.save("theirs", [theirs])
    assert store.get("mine", theirs.summary.id) is None
    assert store.get("", theirs.summary.id) is None
    assert store.page("mine", limit=5) == [mine.summary]
    assert store.page("mine", before=theirs.summary.id, limit=5) == [mine.summary]
    assert store.page("nobody", limit=5) == []


def test_s31_two_tenants_may_have_one_id(store, make):
    record = make(result=b"mine")
    store.save("mine", [record])
    store.save("theirs", [record._replace(result=b"theirs")])
    assert store.get("mine", record.summary.id) == b"mine"
    assert store.get("theirs", record.summary.id) == b"theirs"


def test_pages_show_each_row_once_while_others_are_saved(store, make):
    saved = [make(measurements=0) for _ in range(40)]
    store.save("t", saved)
    seen = []
    before = None
    while page := store.page("t", before=before, limit=7):
        assert len(page) <= 7
        seen += page
        before = page[-1].id
        store.save("t", [make(measurements=0), make(measurements=0)])
    assert seen == [each.summary for each in reversed(saved)]


def test_pages_are_narrowed_by_every_filter_and_by_all_of_them(store, make):
    choices = {
        "marketplace": ["amazon", "ebay"],
        "site": ["US", "DE", None],
        "seller_id": ["A1", "A2", None],
        "band": ["healthy", "critical"],
    }
    saved = [
        make(measurements=0, **dict(zip(choices, words, strict=True)))
        for _ in range(2)
        for words in product(*choices.values())
    ]
    store.save("t", saved)
    wanted = [Filters(**{name: words[0]}) for name, words in choices.items()]
    wanted += [Filters("amazon", "US", "A1", "healthy"), Filters(seller_id="A9")]
    for filters in wanted:
        asked = {name: value for name, value in filters._asdict().items() if value is not None}
        expected = [
            each.summary
            for each in reversed(saved)
            if all(getattr(each.summary, name) == value for name, value in asked.items())
        ]
        assert store.page("t", filters=filters, limit=100) == expected
        assert store.page("t", filters=filters, before=saved[40].summary.id, limit=100) == [
            each for each in expected if each.id < saved[40].summary.id
        ]


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        (Filters(), "evaluations_pkey"),
        (Filters(band="watch"), "evaluations_pkey"),
        (Filters(seller_id="A7"), "evaluations_by_seller"),
        (Filters("amazon", "US", "A7", "watch"), "evaluations_by_seller"),
    ],
)
@pytest.mark.parametrize("further", [False, True])
def test_a_page_walks_an_index_and_sorts_nothing(store, make, filters, index, further):
    store.save("t", [make(measurements=0, seller_id=f"A{each % 500}", result=b"") for each in range(2000)])
    sqlite = store._reads.dialect.name == "sqlite"
    asked = []
    event.listen(store._reads, "before_cursor_execute", lambda *said: asked.append(said[2:4]))
    found = store.page("t", filters=filters, before="ev_2" if further else None, limit=50)
    statement, values = asked[0]
    assert found
    with store._writes.begin() as connection:
        if not sqlite:
            connection.execute(text("ANALYZE evaluations"))
        explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
        plan = "\n".join(map(str, connection.exec_driver_sql(f"{explain} {statement}", values)))
    assert ("PRIMARY KEY" if sqlite and index == "evaluations_pkey" else index) in plan
    assert "TEMP B-TREE" not in plan
    assert "Seq Scan" not in plan


def test_an_input_is_given_back_as_it_came_and_kept_once(store, make):
    given = InputRecord("text/csv; charset=utf-16", bytes(range(256)) * 9, b'{"a":1}')
    one, two = make()._replace(input=given), make()._replace(input=given._replace(context=b"{}"))
    store.save("t", [one, two])
    store.save("t", [three := make()._replace(input=given)])
    assert store.input("t", one.summary.id) == store.input("t", three.summary.id) == given
    assert store.input("t", two.summary.id) == given._replace(context=b"{}")
    assert store.input("other", one.summary.id) is None
    with store._reads.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM inputs")) == 1


def test_without_an_input_there_is_none(store, make):
    store.save("t", [it := make()])
    assert store.input("t", it.summary.id) is None
    assert store.get("t", it.summary.id) == it.result


def test_the_same_bytes_of_another_type_or_tenant_are_another_input(store, make):
    kinds = [InputRecord(kind, b"x") for kind in ("text/csv", "text/tab-separated-values")]
    made = [make()._replace(input=each) for each in kinds]
    store.save("t", made)
    store.save("u", [other := make()._replace(input=kinds[0])])
    assert [store.input("t", each.summary.id) for each in made] == kinds
    assert store.input("u", other.summary.id) == kinds[0]
    with store._reads.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM inputs")) == 3
