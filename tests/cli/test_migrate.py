import sqlite3


def test_migrate_makes_the_tables_and_does_no_harm_twice(command, tmp_path):
    path = tmp_path / "fresh.sqlite3"
    for _ in range(2):
        answer = command("migrate", SELLERVITALS_DATABASE_URL=f"sqlite:///{path}")
        assert answer.returncode == 0
        assert answer.stdout == b"The database is up to date.\n"
        assert b"setup plugin" not in answer.stderr, "alembic's own parts are nobody's news"
    tables = {name for (name,) in sqlite3.connect(path).execute("SELECT name FROM sqlite_master")}
    assert "alembic_version" in tables
    assert "evaluations" in tables


def test_a_file_that_is_no_database_is_refused_with_one_sentence(command, tmp_path):
    path = tmp_path / "no.sqlite3"
    path.write_text("this is no database, whatever its name says" * 100)
    answer = command("migrate", SELLERVITALS_DATABASE_URL=f"sqlite:///{path}")
    assert answer.returncode == 2
    assert answer.stdout == b""
    assert answer.stderr.startswith(b"sellervitals: ")
    assert answer.stderr.count(b"\n") == 1
