"""R-18 to R-21: what is left when the database fails at any moment."""

import os
import signal
import sqlite3
from collections import Counter
from threading import Thread
from time import monotonic, sleep

import psutil
import pytest
from sqlalchemy import event, func, select, text

from sellervitals.store import (
    StorageError,
    StorageFullError,
    StorageUnavailableError,
    Store,
    UnstorableError,
    account_id,
)
from sellervitals.store.schema import evaluations, history


def numbers(store):
    with store._reads.connect() as connection:
        return tuple(
            connection.scalar(select(func.count()).select_from(table)) for table in (evaluations, history)
        )


def together(work, arguments):
    """Run ``work`` in a thread for each argument; answer what each raised, or None."""
    raised = {}

    def run(argument):
        try:
            work(argument)
        except Exception as problem:  # noqa: BLE001 - it is what is asked for
            raised[argument] = problem
        else:
            raised[argument] = None

    threads = [Thread(target=run, args=(argument,)) for argument in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


class Tripwire:
    """Lets the k-th call to the database fail: statements and the commit."""

    def __init__(self, store, monkeypatch) -> None:
        self.left = 0
        self.problem = None
        self.drop = False
        dialect = store._reads.dialect
        commit = dialect.do_commit

        def statement(cursor, *_):
            self.call(cursor.connection)

        def do_commit(connection):
            self.call(connection)
            commit(connection)

        for name in ("do_execute", "do_executemany", "do_execute_no_params"):
            event.listen(store._reads, name, statement)
        monkeypatch.setattr(dialect, "do_commit", do_commit)

    def call(self, connection):
        self.left -= 1
        if self.left == 0:
            if self.drop:
                getattr(connection, "dbapi_connection", connection).close()
            raise self.problem


@pytest.mark.parametrize("kind", ["driver", "memory", "dropped"])
def test_r21_whichever_call_fails_all_or_nothing_is_stored(store, database_url, make, monkeypatch, kind):
    watcher = Store.open(database_url)
    wire = Tripwire(store, monkeypatch)
    driver = store._reads.dialect.loaded_dbapi.OperationalError("tripped")
    wire.problem = MemoryError("tripped") if kind == "memory" else driver
    wire.drop = kind == "dropped"
    expected = MemoryError if kind == "memory" else StorageUnavailableError
    saved = 0
    for k in range(1, 20):
        wire.left = k
        try:
            store.save("t", [make(), make()._replace(name=f"tripped at {k}", tags=(f"at {k}",))])
        except expected:
            assert numbers(watcher) == (saved, 2 * saved)
            known = watcher.accounts.page("t", limit=9)
            assert [(each.name, each.tags) for each in known] == [(None, ())] * len(known)
            assert len(known) == min(saved, 1)
        else:
            break
        wire.left = 0
        store.save("t", [make()])
        saved += 1
        assert numbers(watcher) == (saved, 2 * saved)
    assert k > 6, "a transaction has at least four inserts and a commit"
    assert numbers(watcher) == (saved + 2, 2 * saved + 4)
    watcher.close()


def test_r19_a_full_disk_stores_nothing_and_recovers(sqlite_url, make):
    store = Store.open(sqlite_url)
    kept = make()
    store.save("t", [kept])
    with store._writes.begin() as connection:
        pages = connection.scalar(text("PRAGMA page_count"))
        connection.execute(text(f"PRAGMA max_page_count = {pages + 5}"))
    with pytest.raises(StorageFullError):
        store.save("t", [make(), make(result=os.urandom(100_000))])
    assert numbers(store) == (1, 2)
    assert store.get("t", kept.summary.id) == kept.result
    with store._writes.begin() as connection:
        assert connection.scalar(text("PRAGMA integrity_check")) == "ok"
        connection.execute(text("PRAGMA max_page_count = 1073741823"))
    store.save("t", [make(result=os.urandom(100_000))])
    assert numbers(store) == (2, 4)
    store.close()


def test_r19_a_full_disk_under_postgresql_is_named_so(postgresql_url, make):
    store = Store.open(postgresql_url)
    with store._writes.begin() as connection:
        connection.execute(
            text(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = 'disk_full'; END $$"
            )
        )
        connection.execute(
            text(
                "CREATE TRIGGER full_disk BEFORE INSERT ON history"
                " FOR EACH STATEMENT EXECUTE FUNCTION full_disk()"
            )
        )
    with pytest.raises(StorageFullError):
        store.save("t", [make()])
    assert numbers(store) == (0, 0)
    store.close()


def test_r20_sixteen_writers_of_two_processes_worth_of_stores_meet_no_lock(sqlite_url, make):
    stores = [Store.open(sqlite_url), Store.open(sqlite_url)]
    waits = []

    def work(number):
        for _ in range(25):
            start = monotonic()
            stores[number % 2].save("t", [make()])
            waits.append(monotonic() - start)

    assert Counter(map(type, together(work, range(16)).values())) == {type(None): 16}
    assert numbers(stores[0]) == (400, 800)
    assert sorted(waits)[395] < 1
    for store in stores:
        store.close()


def test_r20_writers_of_the_same_accounts_in_any_order_wait_for_each_other(database_url, make):
    """Two processes' worth of stores, whose transactions touch the same rows in opposite orders."""
    stores = [Store.open(database_url), Store.open(database_url)]
    same = make(measurements=20).measurements
    sellers = [f"A{number}" for number in range(8)]

    def work(number):
        for turn in range(15):
            order = sellers if (number + turn) % 2 else list(reversed(sellers))
            records = [make(seller_id=each)._replace(measurements=same, name=f"{number}") for each in order]
            tagged = [each._replace(tags=(f"tag {number}", f"tag {turn}")) for each in records]
            stores[number % 2].save("t", tagged)

    assert Counter(map(type, together(work, range(8)).values())) == {type(None): 8}
    assert numbers(stores[0]) == (8 * 15 * 8, 8 * 20)
    found = stores[0].accounts.page("t", limit=99)
    assert [each.id for each in found] == sorted(account_id("t", "amazon", each) for each in sellers)
    assert all(len(each.tags) == 2 for each in found)
    for store in stores:
        store.close()


def test_r20_a_lock_that_is_never_given_back_is_unavailable(sqlite_url, make, monkeypatch):
    monkeypatch.setattr("sellervitals.store.sqlite.BUSY_SECONDS", 1)
    store = Store.open(sqlite_url)
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    start = monotonic()
    raised = together(lambda _: store.save("t", [make()]), range(8))
    assert {type(problem) for problem in raised.values()} == {StorageUnavailableError}
    assert monotonic() - start < 1.9, "who waits meanwhile does not wait anew"
    other.execute("ROLLBACK")
    other.close()
    assert numbers(store) == (0, 0)
    store.save("t", [make()])
    store.close()


def test_one_bad_record_does_not_take_its_neighbours_with_it(store, make):
    taken = make()
    store.save("t", [taken])
    good = {number: make() for number in range(6)}
    work = good | {
        6: taken,
        7: make()._replace(measurements=(taken.measurements[0]._replace(numerator=2**63),)),
    }
    with store._group._lock:  # all of them wait, and are committed together
        starter = Thread(
            target=lambda: raised.update(together(lambda each: store.save("t", [work[each]]), work))
        )
        raised = {}
        starter.start()
        while len(store._group._waiting) < len(work):
            sleep(0.001)
    starter.join()
    assert {number for number, problem in raised.items() if problem is None} == set(good)
    assert {type(raised[6]), type(raised[7])} == {UnstorableError}
    assert raised[6] is not raised[7]
    assert numbers(store) == (7, 14)


@pytest.fixture
def own_server(start_postgresql):
    try:
        server = start_postgresql()
    except Exception as problem:  # noqa: BLE001 - whatever keeps it from starting here
        pytest.skip(f"NO POSTGRESQL, R-18 is untested: {problem!r}")
    yield server
    server.cleanup()


def every_call(store, make):
    yield lambda: store.save("t", [make()])
    yield lambda: store.get("t", "ev_x")
    yield lambda: store.page("t", limit=1)
    yield lambda: store.accounts.page("t", limit=1)
    yield lambda: store.accounts.series("t", "acc_x", "orders", limit=1)
    yield store.ping


def test_r18_a_stopped_postgresql_is_unavailable_at_once_and_comes_back(own_server, make):
    url = own_server.get_uri()
    store = Store.open(url)
    store.save("t", [make()])
    own_server.stop()
    for call in every_call(store, make):
        start = monotonic()
        with pytest.raises(StorageUnavailableError):
            call()
        assert monotonic() - start < 3
    with pytest.raises(StorageUnavailableError):
        Store.open(url)
    own_server.ensure_postgres_running()
    store.ping()
    store.save("t", [make()])
    assert numbers(store) == (2, 4)
    assert store._reads.pool.checkedout() == 0
    store.close()


def test_r18_a_frozen_postgresql_is_unavailable_within_3_s_and_comes_back(own_server, make):
    store = Store.open(own_server.get_uri())
    store.save("t", [make()])
    postmaster = psutil.Process(own_server.get_pid())
    family = [postmaster, *postmaster.children(recursive=True)]
    for process in family:
        process.send_signal(signal.SIGSTOP)
    try:
        start = monotonic()
        raised = together(lambda call: call(), list(every_call(store, make)) * 2)
        assert {type(problem) for problem in raised.values()} == {StorageUnavailableError}
        assert monotonic() - start < 3
    finally:
        for process in family:
            process.send_signal(signal.SIGCONT)
    store.save("t", [make()])
    store.ping()
    assert store._reads.pool.checkedout() == 0
    store.close()


def test_every_storage_error_is_one_kind():
    assert issubclass(StorageUnavailableError, StorageError)
    assert issubclass(StorageFullError, StorageError)
    assert issubclass(UnstorableError, StorageError)
