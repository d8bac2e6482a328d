import subprocess
import sys
from datetime import UTC, date, datetime
from zlib import compress

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from sellervitals.store import Span, StorageUnavailableError, Store, account_id
from sellervitals.store.database import connect, writing
from sellervitals.store.migrations import HEAD
from sellervitals.store.schema import metadata

FOUR = """
import os, sys, time
import alembic.command
from sellervitals.store import Store

start = time.monotonic() + 0.2
for _ in range(4):
    if os.fork() == 0:
        time.sleep(start - time.monotonic())
        store = Store.open(sys.argv[1])
        store.ping()
        store.close()
        sys.exit()
sys.exit(sum(os.wait()[1] != 0 for _ in range(4)))
"""


def test_the_migrations_make_exactly_the_tables_of_the_schema(store):
    with store._reads.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_head_is_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", "sellervitals.store:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_four_processes_may_migrate_an_empty_database_at_once(database_url):
    command = [sys.executable, "-W", "error", "-c", FOUR, database_url]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.stderr, done.returncode) == ("", 0)
    opened = Store.open(database_url, migrate=False)
    opened.ping()
    opened.close()


def test_a_database_that_was_never_migrated_is_not_ready(database_url):
    opened = Store.open(database_url, migrate=False)
    with pytest.raises(StorageUnavailableError, match="revision None, not 0003"):
        opened.ping()
    with pytest.raises(StorageUnavailableError):
        opened.page("t", limit=1)
    opened.close()


def test_a_database_of_a_newer_version_is_left_alone(store, database_url):
    with store._writes.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'newer'"))
    with pytest.raises(StorageUnavailableError, match="revision newer, not 0003"):
        store.ping()
    with pytest.raises(StorageUnavailableError, match="cannot be brought to revision 0003"):
        Store.open(database_url)


def test_a_migration_that_breaks_leaves_nothing_behind(database_url, monkeypatch):
    monkeypatch.setattr("alembic.op.create_index", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        Store.open(database_url)
    monkeypatch.undo()
    opened = Store.open(database_url, migrate=False)
    with pytest.raises(StorageUnavailableError, match="revision None"):
        opened.ping()
    opened.close()
    opened = Store.open(database_url)
    opened.ping()
    opened.close()


def test_a_worker_on_sqlite_loads_neither_psycopg_nor_alembic(sqlite_url):
    Store.open(sqlite_url).close()
    look = (
        "import sys; from sellervitals.store import Store; Store.open(sys.argv[1]).ping();"
        "print([name for name in ('psycopg', 'alembic', 'mako') if name in sys.modules])"
    )
    command = [sys.executable, "-c", look, sqlite_url]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "[]\n"


def old_database(url, evaluations, measurements):
    """Make a database of revision 0001 that holds some rows."""
    engine = connect(url, "FULL")
    with writing(engine).begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "sellervitals.store:migrations")
        command.upgrade(config, "0001")
        for table, rows in (("evaluations", evaluations), ("measurements", measurements)):
            names = ", ".join(f":{name}" for name in rows[0])
            connection.execute(text(f"INSERT INTO {table} ({', '.join(rows[0])}) VALUES ({names})"), rows)  # noqa: S608 - our own names
    engine.dispose()


def old_evaluation(number, seller, site="US", as_of="2026-11-20", tenant="t"):
    return {
        "tenant": tenant,
        "id": f"ev_{number:03}",
        "created_at": number,
        "marketplace": "amazon",
        "site": site,
        "seller_id": seller,
        "as_of": as_of,
        "score": "87.5",
        "band": "watch",
        "coverage": "0.8",
        "result": compress(b"result %d" % number),
    }


def old_measurement(number, ordinal, metric="orders", tenant="t", **more):
    row = {"tenant": tenant, "evaluation_id": f"ev_{number:03}", "ordinal": ordinal, "metric": metric}
    empty = ("segment", "window_from", "window_to", "value", "numerator", "denominator", "target")
    row |= {"day": "2026-11-20", "unit": "count", **dict.fromkeys((*empty, "comparator", "verdict"))}
    return {**row, **more}


def test_r24_a_database_of_revision_0001_keeps_its_evaluations_and_gets_accounts_and_history(database_url):
    many = range(10, 130)
    old_database(
        database_url,
        [
            old_evaluation(1, "A1"),
            old_evaluation(2, "A1", as_of="2025-01-01"),
            old_evaluation(3, "A1", site=None),
            old_evaluation(4, None),
            old_evaluation(1, "A1", tenant="other"),
            *(old_evaluation(number, f"B{number % 3}") for number in many),
        ],
        [
            old_measurement(1, 0, value="5"),
            old_measurement(2, 0, value="5"),
            old_measurement(1, 1, "rate", unit="ratio", numerator=1, denominator=8, verdict="GOOD"),
            old_measurement(1, 2, "rate", unit="ratio", value="0.5", numerator=0, denominator=0),
            old_measurement(
                3,
                0,
                value="7",
                target="9",
                comparator="below",
                window_to="2026-11-20",
            ),
            old_measurement(4, 0, value="6"),
            old_measurement(1, 0, tenant="other", value="8"),
            *(old_measurement(number, 0, value=str(number)) for number in many),
        ],
    )
    store = Store.open(database_url)
    assert store.get("t", "ev_004") == b"result 4"
    assert len(store.page("t", limit=200)) == 124
    assert {each.seller_id for each in store.accounts.page("t", limit=9)} == {"A1", "B0", "B1", "B2"}
    a1 = store.accounts.get("t", account_id("t", "amazon", "A1"))
    assert a1.since == datetime.fromtimestamp(1e-6, UTC)
    assert [(each.site, each.id) for each in a1.latest] == [(None, "ev_003"), ("US", "ev_001")]
    (orders,) = store.accounts.series("t", a1.id, "orders", span=Span(site="US"), limit=9)
    assert (orders.evaluation_id, orders.measured.value) == ("ev_001", "5")
    (bare,) = store.accounts.series("t", a1.id, "orders", span=Span(site=""), limit=9)
    assert bare.measured.window_to == date(2026, 11, 20)
    assert (bare.measured.target, bare.measured.comparator) == ("9", "below")
    assert (bare.measured.trust, bare.measured.origin) == ("official", "document")
    rates = {each.measured.denominator: each for each in store.accounts.series("t", a1.id, "rate", limit=9)}
    assert (rates[8].measured.value, rates[8].measured.verdict) == ("0.125", "GOOD")
    assert rates[0].measured.value is None
    b1 = store.accounts.get("t", account_id("t", "amazon", "B1"))
    assert b1.latest[0].id == "ev_127"
    assert len(store.accounts.series("t", b1.id, "orders", limit=99)) == 40
    (other,) = store.accounts.page("other", limit=9)
    (point,) = store.accounts.series("other", other.id, "orders", limit=9)
    assert point.measured.value == "8"
    assert "measurements" not in inspect(store._reads).get_table_names()
    store.close()


def test_what_was_taken_over_is_known_when_it_is_said_again(database_url, make):
    record = make(measurements=1)
    seller = record.summary.seller_id
    row = record.measurements[0]._asdict()
    assert (row.pop("trust"), row.pop("origin")) == ("official", "document")
    old = {name: each.isoformat() if isinstance(each, date) else each for name, each in row.items()}
    old_database(database_url, [old_evaluation(1, seller)], [old_measurement(1, 0, **old)])
    store = Store.open(database_url)
    store.save("t", [record])
    account = account_id("t", "amazon", seller)
    (point,) = store.accounts.series("t", account, "order_defect_rate", limit=9)
    assert (point.evaluation_id, point.measured) == ("ev_001", record.measurements[0])
    store.close()


def test_r24_a_takeover_that_breaks_leaves_the_old_database_as_it_was(database_url, monkeypatch):
    old_database(database_url, [old_evaluation(1, "A1")], [old_measurement(1, 0, value="5")])
    monkeypatch.setattr("alembic.op.drop_table", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        Store.open(database_url)
    monkeypatch.undo()
    engine = connect(database_url, "FULL")
    tables = set(inspect(engine).get_table_names())
    engine.dispose()
    assert tables == {"alembic_version", "evaluations", "measurements"}
    store = Store.open(database_url)
    (account,) = store.accounts.page("t", limit=9)
    assert len(store.accounts.series("t", account.id, "orders", limit=9)) == 1
    store.close()
