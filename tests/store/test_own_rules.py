"""Profiles and waivers, kept by tenant, in both kinds of database."""

from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from sqlalchemy import event, text

from sellervitals.store import ProfileRecord, StorageUnavailableError, WaiverFilters, WaiverRecord, new_id

HOUSE = ProfileRecord("house", "amazon", '{"limits": []}')
TODAY = date(2026, 11, 22)


def waiver(number=0, **fields):
    made = {
        "id": new_id("wai", 1_795_305_600_000 + number),
        "created_at": datetime(2026, 11, 22, 3, 4, 5, 678901, tzinfo=UTC),
        "marketplace": "amazon",
        "seller_id": "A1",
        "site": None,
        "rule": "amazon.late",
        "segment": None,
        "owner": "ana",
        "reason": "under_appeal",
        "note": None,
        "until": TODAY,
    }
    return WaiverRecord(**{**made, **fields})


def test_a_profile_is_created_replaced_and_removed(store):
    assert store.profiles.get("t", "house") is None
    assert store.profiles.put("t", HOUSE) is True
    assert store.profiles.get("t", "house") == HOUSE
    other = HOUSE._replace(marketplace="ebay", content="{}")
    assert store.profiles.put("t", other) is False
    assert store.profiles.get("t", "house") == other
    assert store.profiles.delete("t", "house") is True
    assert store.profiles.delete("t", "house") is False


def test_profiles_are_listed_by_name(store):
    for name in ("b", "a", "c-1", "c.1", "Z"):
        store.profiles.put("t", HOUSE._replace(name=name, marketplace="ebay" if name == "b" else "amazon"))
    names = [each.name for each in store.profiles.page("t", limit=9)]
    assert names == ["Z", "a", "b", "c-1", "c.1"], "by their bytes, in both databases"
    assert [each.name for each in store.profiles.page("t", after="a", limit=2)] == ["b", "c-1"]
    assert [each.name for each in store.profiles.page("t", marketplace="ebay", limit=9)] == ["b"]


def test_two_that_create_one_profile_at_once_both_succeed(store):
    barrier, made = Barrier(8), []

    def put(number):
        barrier.wait()
        made.append(store.profiles.put("t", HOUSE._replace(content=str(number))))

    threads = [Thread(target=put, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(made) == 8
    assert len(store.profiles.page("t", limit=9)) == 1


def test_a_waiver_is_kept_as_it_is(store):
    whole = waiver(site="US", segment="mfn", note="Case 4 \N{BEER MUG}")
    assert store.waivers.add("t", whole, most=9)
    assert store.waivers.get("t", whole.id) == whole
    assert store.waivers.delete("t", whole.id) is True
    assert store.waivers.delete("t", whole.id) is False
    assert store.waivers.get("t", whole.id) is None


def test_an_account_has_only_so_many_waivers(store):
    assert [store.waivers.add("t", waiver(number), most=2) for number in range(3)] == [True, True, False]
    assert store.waivers.add("t", waiver(3, seller_id="A2"), most=2)
    assert store.waivers.add("t", waiver(4, marketplace="ebay"), most=2)
    assert store.waivers.add("u", waiver(5), most=2)
    assert len(store.waivers.of("t", "amazon", "A1")) == 2


def test_waivers_are_listed_and_narrowed(store):
    several = [
        waiver(0),
        waiver(1, seller_id="A2", until=date(2026, 11, 21)),
        waiver(2, marketplace="ebay", rule="ebay.late"),
        waiver(3, until=date(2026, 11, 23)),
    ]
    for each in several:
        store.waivers.add("t", each, most=9)

    def listed(**more):
        found = store.waivers.page("t", filters=WaiverFilters(**more, today=TODAY), limit=9)
        return [several.index(each) for each in found]

    assert listed() == [3, 2, 1, 0]
    assert listed(marketplace="ebay") == [2]
    assert listed(seller_id="A1", marketplace="amazon") == [3, 0]
    assert listed(rule="ebay.late") == [2]
    assert listed(in_force=True) == [3, 2, 0], "the last day is included"
    assert listed(in_force=False) == [1]
    (second,) = store.waivers.page("t", before=several[3].id, limit=1)
    assert second == several[2]


def test_s31_no_tenant_reaches_what_another_keeps(store):
    mine = waiver()
    store.waivers.add("t", mine, most=9)
    store.profiles.put("t", HOUSE)
    for tenant in ("u", "", "T", "t "):
        assert store.waivers.get(tenant, mine.id) is None
        assert store.waivers.of(tenant, "amazon", "A1") == []
        assert store.waivers.page(tenant, limit=9) == []
        assert store.waivers.delete(tenant, mine.id) is False
        assert store.profiles.get(tenant, "house") is None
        assert store.profiles.page(tenant, limit=9) == []
        assert store.profiles.delete(tenant, "house") is False
    store.profiles.put("u", HOUSE._replace(content="theirs"))
    assert store.profiles.get("t", "house") == HOUSE
    assert store.waivers.of("t", "amazon", "A1") == [mine]


def test_the_waivers_of_an_account_are_one_statement_through_one_index(store):
    asked = []
    event.listen(
        store._reads, "before_cursor_execute", lambda _c, _u, sql, given, *_: asked.append((sql, given))
    )
    store.waivers.of("t", "amazon", "A1")
    ((sql, given),) = [each for each in asked if "FROM waivers" in each[0]]
    if store._reads.dialect.name == "sqlite":
        with store._reads.connect() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", given).all()
        assert [row[-1] for row in plan] == [
            "SEARCH waivers USING INDEX waivers_by_account (tenant=? AND marketplace=? AND seller_id=?)"
        ]


@pytest.mark.parametrize(
    "call",
    [
        lambda it: it.profiles.put("t", HOUSE),
        lambda it: it.profiles.get("t", "house"),
        lambda it: it.profiles.page("t", limit=1),
        lambda it: it.profiles.delete("t", "house"),
        lambda it: it.waivers.add("t", waiver(), most=1),
        lambda it: it.waivers.get("t", "wai_1"),
        lambda it: it.waivers.of("t", "amazon", "A1"),
        lambda it: it.waivers.page("t", limit=1),
        lambda it: it.waivers.delete("t", "wai_1"),
    ],
)
def test_whatever_fails_in_the_database_is_a_storage_error(store, call):
    with store._writes.begin() as connection:
        connection.execute(text("DROP TABLE profiles"))
        connection.execute(text("DROP TABLE waivers"))
    with pytest.raises(StorageUnavailableError):
        call(store)


def test_r24_a_database_of_revision_0003_gets_both_tables_and_loses_nothing(database_url, store, make):
    record = make(result=b'{"findings": []}')
    store.save("t", [record])
    with store._writes.begin() as connection:
        for statement in (
            "DROP TABLE profiles",
            "DROP TABLE waivers",
            "UPDATE alembic_version SET version_num = '0003'",
        ):
            connection.execute(text(statement))
    again = type(store).open(database_url)
    assert again.get("t", record.summary.id) == record.result
    assert again.profiles.put("t", HOUSE)
    again.close()
