"""The database opens, migrates, and explains its faults."""

import sqlite3

import pytest

from reader.errors import StoreError
from reader.store import Database
from reader.store.database import migrations, split_statements


def test_new_database_is_at_newest_schema_in_wal_mode(tmp_path):
    with Database(tmp_path / "new" / "reader.db") as database:
        version = database.connection.execute("PRAGMA user_version").fetchone()[0]
        mode = database.connection.execute("PRAGMA journal_mode").fetchone()[0]
    assert version == len(migrations())
    assert mode == "wal"


@pytest.mark.parametrize("version", range(len(migrations())))
def test_every_earlier_version_is_brought_up(tmp_path, version):
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    for script in migrations()[:version]:
        for statement in split_statements(script):
            old.execute(statement)
    old.execute(f"PRAGMA user_version = {version}")
    old.close()
    with Database(path) as database:
        tables = {row[0] for row in database.connection.execute("SELECT name FROM sqlite_master")}
    assert {"document", "paragraph", "translation", "memory"} <= tables


def test_newer_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "future.db"
    future = sqlite3.connect(path)
    future.execute("PRAGMA user_version = 999")
    future.close()
    with pytest.raises(StoreError, match="newer reader"):
        Database(path)
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone()[0] == 999


def test_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "letter.db"
    path.write_text("not a database at all, only a letter" * 50, encoding="utf-8")
    with pytest.raises(StoreError, match=r"letter\.db is not a sound database"):
        Database(path)
    assert path.read_text(encoding="utf-8").startswith("not a database")


def test_failed_transaction_leaves_nothing_behind(tmp_path):
    with Database(tmp_path / "r.db") as database:
        with pytest.raises(StoreError), database.transaction() as connection:
            connection.execute(
                "INSERT INTO translation VALUES ('hash', 'package 1', '[]', '2026-01-01T00:00:00Z')"
            )
            connection.execute("INSERT INTO no_such_table VALUES (1)")
        assert database.connection.execute("SELECT count(*) FROM translation").fetchone()[0] == 0
