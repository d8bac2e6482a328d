import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from sellervitals.store import StorageUnavailableError, Store
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
    with pytest.raises(StorageUnavailableError, match="revision None, not 0002"):
        opened.ping()
    with pytest.raises(StorageUnavailableError):
        opened.page("t", limit=1)
    opened.close()


def test_a_database_of_a_newer_version_is_left_alone(store, database_url):
    with store._writes.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'newer'"))
    with pytest.raises(StorageUnavailableError, match="revision newer, not 0002"):
        store.ping()
    with pytest.raises(StorageUnavailableError, match="cannot be brought to revision 0002"):
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
