import sqlite3
from threading import Thread
from time import monotonic

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from sellervitals.store import StorageUnavailableError, Store


def pragmas(store, name):
    """Ask every connection that the pool can have open at once; those that write come from it too."""
    held = [store._reads.connect() for _ in range(15)]
    found = {connection.scalar(text(f"PRAGMA {name}")) for connection in held}
    for connection in held:
        connection.close()
    return found


@pytest.mark.parametrize(
    ("synchronous", "pragma", "durability"), [("FULL", 2, "full"), ("NORMAL", 1, "process-crash-only")]
)
def test_r02_every_sqlite_connection_waits_for_the_disk_as_asked(sqlite_url, synchronous, pragma, durability):
    store = Store.open(sqlite_url, synchronous=synchronous)
    assert pragmas(store, "synchronous") == {pragma}
    assert pragmas(store, "journal_mode") == {"wal"}
    assert pragmas(store, "busy_timeout") == {5000}
    assert pragmas(store, "foreign_keys") == {1}
    assert store.durability == durability
    store.close()


def test_r02_full_is_the_default(store):
    assert store.durability == "full"


def test_reads_and_writes_go_on_while_another_process_reads_or_writes(sqlite_url, make):
    store = Store.open(sqlite_url)
    record = make()
    store.save("t", [record])
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert store.get("t", record.summary.id) == record.result
    assert store.page("t", limit=1) == [record.summary]
    store.ping()
    other.execute("ROLLBACK")
    other.execute("BEGIN")
    other.execute("SELECT * FROM evaluations").fetchone()
    store.save("t", [make()])
    other.close()
    store.close()


def test_a_database_in_memory_serves_several_threads(make):
    store = Store.open("sqlite://")
    records = [make() for _ in range(40)]

    def work(part):
        for record in part:
            store.save("t", [record])
            assert store.get("t", record.summary.id) == record.result

    threads = [Thread(target=work, args=(records[start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.page("t", limit=100)) == 40
    store.close()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_is_known(postgresql_url, scheme):
    store = Store.open(postgresql_url.replace("postgresql", scheme, 1))
    store.ping()
    store.close()


def test_postgresql_cuts_statements_off_and_keeps_the_options_of_the_url(postgresql_url):
    store = Store.open(f"{postgresql_url}&options=-c%20work_mem%3D1MB")
    with store._reads.connect() as connection:
        assert connection.scalar(text("SHOW statement_timeout")) == "5s"
        assert connection.scalar(text("SHOW work_mem")) == "1MB"
    store.close()


def test_a_statement_that_is_cut_off_costs_no_connection(postgresql_url):
    store = Store.open(postgresql_url)
    with store._reads.connect() as connection:
        connection.execute(text("SET statement_timeout = 50"))
        with pytest.raises(OperationalError) as caught:
            connection.execute(text("SELECT pg_sleep(2)"))
        assert not caught.value.connection_invalidated
        connection.rollback()
        assert connection.scalar(text("SELECT 1")) == 1
    store.close()


def test_a_server_that_falls_silent_in_a_statement_is_given_up(postgresql_url, monkeypatch):
    monkeypatch.setattr("sellervitals.store.postgresql.ANSWER_SECONDS", 0.3)
    store = Store.open(postgresql_url)
    start = monotonic()
    with pytest.raises(OperationalError) as caught, store._writes.begin() as connection:
        connection.execute(text("SELECT pg_sleep(3)"))
    assert monotonic() - start < 2
    assert caught.value.connection_invalidated
    store.ping()
    store.close()


@pytest.mark.parametrize(
    "url", ["mysql://root@localhost/x", "nonsense", "", "sqlite+aiosqlite:///x", "postgresql+asyncpg://h/d"]
)
def test_another_database_is_refused(url):
    with pytest.raises(ValueError, match=r"no database that is supported|cannot be read"):
        Store.open(url)


def test_another_way_to_synchronise_is_refused(sqlite_url):
    with pytest.raises(ValueError, match="FULL or NORMAL"):
        Store.open(sqlite_url, synchronous="OFF; DROP TABLE evaluations")


def test_a_file_that_cannot_be_opened_is_unavailable(tmp_path):
    with pytest.raises(StorageUnavailableError):
        Store.open(f"sqlite:///{tmp_path}/missing/store.sqlite3")


def test_a_file_that_is_no_database_is_unavailable(tmp_path):
    (tmp_path / "store.sqlite3").write_text("not a database, although long enough to be one" * 100)
    with pytest.raises(StorageUnavailableError):
        Store.open(f"sqlite:///{tmp_path}/store.sqlite3")


def test_no_error_shows_what_was_to_be_stored(store, make):
    record = make(seller_id="A-SECRET-SELLER")
    store.save("t", [record])
    with pytest.raises(Exception) as caught:  # the whole chain of causes is looked at
        store.save("t", [record])
    problem = caught.value
    while problem is not None:
        if not type(problem).__module__.startswith(("psycopg", "sqlite3")):
            assert "SECRET" not in str(problem)
        problem = problem.__cause__
