"""Backups are sound, and restoring never loses the present database."""

import sqlite3

import pytest
from click.testing import CliRunner

from reader.cli import cli
from reader.errors import StoreError
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.backup import backup, restore, verify
from reader.store.database import migrations
from tests.annotations.helpers import document, on

DOC = document("وصلت الطائرة إلى بغداد")


def fill(path, *words):
    with Database(path) as db:
        AnnotationStore(db).add_all(on(DOC, word) for word in words)


def quotes(path):
    with Database(path) as db:
        return [a.quote for a in AnnotationStore(db).for_document(DOC.fingerprint)]


def test_backup_while_somebody_writes(tmp_path):
    path = tmp_path / "reader.db"
    fill(path, "بغداد")
    with Database(path) as db, db.transaction() as connection:
        connection.execute("DELETE FROM annotation")  # not committed yet
        copy = backup(path, tmp_path / "copies" / "copy.db")
    assert quotes(copy) == ["بغداد"]
    assert sorted(p.name for p in copy.parent.iterdir() if "part" in p.name) == []


def test_backup_into_a_folder_gets_a_dated_name(tmp_path):
    fill(tmp_path / "reader.db", "بغداد")
    (tmp_path / "copies").mkdir()
    copy = backup(tmp_path / "reader.db", tmp_path / "copies")
    assert copy.name.startswith("reader-2")
    assert verify(copy) == len(migrations())


def test_backup_of_nothing_and_to_nowhere(tmp_path):
    with pytest.raises(StoreError, match="nothing to back up"):
        backup(tmp_path / "none.db", tmp_path / "copy.db")
    fill(tmp_path / "reader.db", "بغداد")
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        backup(tmp_path / "reader.db", tmp_path / "file" / "copy.db")


def test_a_damaged_database_does_not_replace_a_good_backup(tmp_path):
    path = tmp_path / "reader.db"
    fill(path, "بغداد")
    copy = backup(path, tmp_path / "copy.db")
    for companion in tmp_path.glob("reader.db-*"):
        companion.unlink()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 8192)
    with pytest.raises(StoreError):
        backup(path, copy)
    assert quotes(copy) == ["بغداد"]


def test_restore_keeps_what_was_there_and_open_programs_see_it(tmp_path):
    path = tmp_path / "reader.db"
    fill(path, "بغداد")
    copy = backup(path, tmp_path / "copy.db")
    fill(path, "الطائرة")
    with Database(path) as other:
        kept = restore(copy, path)
        found = AnnotationStore(other).for_document(DOC.fingerprint)
    assert [a.quote for a in found] == ["بغداد"]
    assert quotes(path) == ["بغداد"]
    assert quotes(kept) == ["الطائرة", "بغداد"]


def test_restore_where_nothing_is(tmp_path):
    fill(tmp_path / "reader.db", "بغداد")
    copy = backup(tmp_path / "reader.db", tmp_path / "copy.db")
    assert restore(copy, tmp_path / "new" / "reader.db") is None
    assert quotes(tmp_path / "new" / "reader.db") == ["بغداد"]


def test_restore_over_a_damaged_database_sets_it_aside(tmp_path):
    fill(tmp_path / "good.db", "بغداد")
    copy = backup(tmp_path / "good.db", tmp_path / "copy.db")
    path = tmp_path / "reader.db"
    path.write_bytes(b"broken" * 1000)
    kept = restore(copy, path)
    assert kept.read_bytes() == b"broken" * 1000
    assert quotes(path) == ["بغداد"]


def killed(folder, *words):
    """Make a database in a folder as a killed program leaves it, with words only in its log."""
    with Database(folder / "live.db") as db:
        AnnotationStore(db).add_all(on(DOC, word) for word in words)
        for name in ("live.db", "live.db-wal"):
            (folder / name.replace("live", "reader")).write_bytes((folder / name).read_bytes())
    return folder / "reader.db"


def test_restore_where_a_killed_programs_database_was_moved_away(tmp_path):
    copy = tmp_path / "copies" / "copy.db"
    fill(tmp_path / "other.db", "بغداد")
    backup(tmp_path / "other.db", copy)
    path = killed(tmp_path, "الطائرة")
    log = (tmp_path / "reader.db-wal").read_bytes()
    assert log
    path.rename(tmp_path / "moved.db")
    kept = restore(copy, path)
    assert verify(path) == len(migrations())
    assert quotes(path) == ["بغداد"]
    assert kept.read_bytes() == log
    # with its log again, what was moved away is whole
    kept.rename(tmp_path / "moved.db-wal")
    assert quotes(tmp_path / "moved.db") == ["الطائرة"]


def test_restore_keeps_what_only_the_log_of_a_killed_program_holds(tmp_path):
    fill(tmp_path / "other.db", "بغداد")
    copy = backup(tmp_path / "other.db", tmp_path / "copy.db")
    path = killed(tmp_path, "الطائرة")
    assert quotes(restore(copy, path)) == ["الطائرة"]
    assert quotes(path) == ["بغداد"]


def test_restore_while_another_program_writes_gives_up(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.store.backup.BUSY_TIMEOUT_S", 0.1)
    path = tmp_path / "home" / "reader.db"
    fill(path, "بغداد")
    copy = backup(path, tmp_path / "copy.db")
    fill(path, "الطائرة")
    with Database(path) as other, other.transaction():
        with pytest.raises(StoreError, match="in use by another program"):
            restore(copy, path)
        left = sorted(p.name for p in path.parent.iterdir())
    assert left == ["reader.db", "reader.db-shm", "reader.db-wal"]
    assert quotes(path) == ["الطائرة", "بغداد"]


def test_a_locked_database_is_not_taken_for_a_damaged_one(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.store.backup.BUSY_TIMEOUT_S", 0.1)
    fill(tmp_path / "other.db", "الطائرة")
    copy = backup(tmp_path / "other.db", tmp_path / "copy.db")
    path = backup(tmp_path / "other.db", tmp_path / "home" / "reader.db")  # without a log
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for work in (lambda: restore(copy, path), lambda: backup(path, tmp_path / "new.db")):
        with pytest.raises(StoreError, match="in use by another program"):
            work()
    other.close()
    assert [p.name for p in path.parent.iterdir()] == ["reader.db"]
    assert not list(tmp_path.glob("new.db*"))


def test_no_write_is_lost_between_keeping_and_replacing(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.store.database.BUSY_TIMEOUT_S", 0.1)
    path = tmp_path / "reader.db"
    fill(path, "بغداد")
    copy = backup(path, tmp_path / "copy.db")

    def verify_and_write(checked):
        if "before-restore" in checked.name:
            with pytest.raises(StoreError, match="in use"):
                fill(path, "الطائرة")
        return verify(checked)

    monkeypatch.setattr("reader.store.backup.verify", verify_and_write)
    assert quotes(restore(copy, path)) == ["بغداد"]


def test_restoring_twice_in_a_second_keeps_both(tmp_path, monkeypatch):
    monkeypatch.setattr("reader.store.backup._stamp", lambda: "20261122-080000")
    path = tmp_path / "reader.db"
    fill(path, "بغداد")
    copy = backup(path, tmp_path / "copy.db")
    fill(path, "الطائرة")
    first, second = restore(copy, path), restore(copy, path)
    assert (quotes(first), quotes(second)) == (["الطائرة", "بغداد"], ["بغداد"])


def test_backup_over_a_database_in_use_is_refused(tmp_path):
    path = tmp_path / "reader.db"
    fill(path, "بغداد")
    (tmp_path / "same.db").symlink_to(path)
    for place in (path, tmp_path / "same.db"):
        with pytest.raises(StoreError, match="is the database itself"):
            backup(path, place)
    with Database(tmp_path / "other.db") as other:
        AnnotationStore(other).add_all([on(DOC, "الطائرة")])
        with pytest.raises(StoreError, match="a database in use"):
            backup(path, tmp_path / "other.db")
    assert quotes(tmp_path / "other.db") == ["الطائرة"]


def test_restore_brings_an_old_backup_up(tmp_path):
    old = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    old.executescript(migrations()[0] + "PRAGMA user_version = 1;")
    old.close()
    restore(tmp_path / "old.db", tmp_path / "reader.db")
    assert verify(tmp_path / "reader.db") == len(migrations())
    assert verify(tmp_path / "old.db") == 1


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda p: None, "no backup"),
        (
            lambda p: p.write_text("a letter, not a database" * 99),
            "is no backup of the reader, or a damaged one: name another",
        ),
        (lambda p: sqlite3.connect(p).executescript("CREATE TABLE x (y);"), "not a database of"),
        (
            lambda p: sqlite3.connect(p).executescript(
                "CREATE TABLE document (y); PRAGMA user_version = 999;"
            ),
            "newer reader",
        ),
    ],
)
def test_what_is_no_backup_is_refused_and_changes_nothing(tmp_path, make, words):
    path = tmp_path / "reader.db"
    fill(path, "بغداد")
    connection = make(tmp_path / "backup.db")
    if isinstance(connection, sqlite3.Cursor):
        connection.connection.close()
    with pytest.raises(StoreError, match=words):
        restore(tmp_path / "backup.db", path)
    assert quotes(path) == ["بغداد"]


def test_commands(tmp_path, monkeypatch):
    path = tmp_path / "home.db"
    monkeypatch.setenv("READER_DATABASE", str(path))
    fill(path, "بغداد")
    done = CliRunner().invoke(cli, ["backup", str(tmp_path / "copy.db")])
    assert (done.exit_code, done.output) == (0, f"Backed up to {tmp_path / 'copy.db'}\n")
    fill(path, "الطائرة")
    done = CliRunner().invoke(cli, ["restore", str(tmp_path / "copy.db")])
    assert done.exit_code == 0
    assert "what was there is kept" in done.output
    assert quotes(path) == ["بغداد"]
