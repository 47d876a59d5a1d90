"""What goes wrong with the disk or another program is one sentence, and nothing is half done."""

import sqlite3
from pathlib import Path

import pytest

from reader.diagnosis import Level, data
from reader.documents import load
from reader.errors import StoreError
from reader.store import database
from reader.store.annotations import AnnotationStore
from reader.store.connection import explain
from reader.store.database import Database, migrations
from reader.store.documents import DocumentStore
from reader.store.library import Library
from reader.store.memory import MemoryStore
from reader.store.search import SearchIndex
from tests.annotations.helpers import on


def test_a_schema_step_that_fails_is_undone_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "reader.db"
    Database(path).close()
    steps = migrations()
    faulty = "CREATE TABLE half (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n"
    monkeypatch.setattr(database, "migrations", lambda: [*steps, faulty])
    with pytest.raises(StoreError, match="does not fit this version"):
        Database(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(steps)
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert "half" not in names


def test_another_program_that_writes_is_waited_for_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.01)
    path = tmp_path / "reader.db"
    with (
        Database(path) as first,
        Database(path) as second,
        first.transaction(),
        pytest.raises(StoreError, match="in use by another program"),
        second.transaction(),
    ):
        pass


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used"):
        Database(tmp_path)


def test_reading_only_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Database(tmp_path / "none.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        (sqlite3.OperationalError("attempt to write a readonly database"), "write access"),
        (PermissionError(13, "Permission denied"), "write access"),
        (sqlite3.OperationalError("database or disk is full"), "free some space"),
        (sqlite3.OperationalError("disk I/O error"), "may be full or failing"),
        (sqlite3.DatabaseError("database disk image is malformed"), "restore a backup"),
        (sqlite3.OperationalError("unable to open database file"), "check the path"),
    ],
)
def test_each_fault_says_what_to_do(fault: Exception, advice: str) -> None:
    told = explain(fault, Path("reader.db"))
    assert advice in told
    assert "reader.db" in told
    assert "\n" not in told


def test_whichever_page_is_damaged_it_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "reader.db"
    monkeypatch.setenv("READER_DATABASE", str(path))
    with Database(path) as whole:
        for number in range(8):
            text = "\n".join(f"خبر {number} رقم {n} من بغداد." for n in range(40))
            article = load(f"{number}.txt", data=text.encode())
            DocumentStore(whole).save(article)
            AnnotationStore(whole, annotator="x").add(on(article, "بغداد", label="LOC"))
        SearchIndex(whole).update()
        MemoryStore(whole).put("من بغداد.", "From Baghdad.")
        size = whole.connection.execute("PRAGMA page_size").fetchone()[0]
        whole.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sound = path.read_bytes()
    said = []
    for page in range(1, len(sound) // size):  # without the first the file is no database
        path.write_bytes(sound[: page * size] + b"\xa5" * size + sound[(page + 1) * size :])
        try:
            with Database(path) as damaged:
                Library(damaged).entries()
                SearchIndex(damaged).search("بغداد")
                MemoryStore(damaged).all()
                AnnotationStore(damaged, annotator="x").for_document(article.fingerprint)
                AnnotationStore(damaged, annotator="x").undo()
                DocumentStore(damaged).save(load("new.txt", data="جديد".encode()))
        except StoreError as error:
            said.append(str(error))
            findings = data.check_database() + data.check_annotations()
            assert any(finding.level is Level.FAULT for finding in findings)
    assert said
    assert [sentence for sentence in said if "restore a backup" not in sentence] == []
