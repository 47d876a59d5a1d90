"""A disk that is full or cannot be written."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.store import Database
from reader.store.annotations import AnnotationStore
from tests.annotations.helpers import on
from tests.store import scripted_annotator
from tests.store.annotations.article import DOC


def test_read_only_database_gives_a_sentence_and_can_be_read(tmp_path):
    with Database(tmp_path / "r.db") as db:
        made = AnnotationStore(db).add(on(DOC, "بغداد"))
    with Database(tmp_path / "r.db", read_only=True) as db:
        store = AnnotationStore(db)
        assert store.for_document(DOC.fingerprint) == [made]
        assert store.check() == []
        with pytest.raises(StoreError, match="cannot be written"):
            store.change(made.id, label="LOC")
        assert store.get(made.id) == made


def test_full_disk_gives_a_sentence_and_keeps_what_is_there(store, database):
    kept = store.add(on(DOC, "بغداد", label="LOC"))
    pages = database.connection.execute("PRAGMA page_count").fetchone()[0]
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"):
        store.add(on(DOC, "السوداني", note="س" * 100_000))
    assert store.for_document(DOC.fingerprint) == [kept]
    assert store.check() == []
    database.connection.execute(f"PRAGMA max_page_count = {pages + 1000}")
    store.add(on(DOC, "السوداني", note="س" * 100_000))
    assert len(store.for_document(DOC.fingerprint)) == 2


FULL = """
import resource, signal, sys
from pathlib import Path
from reader.errors import StoreError
from reader.store import Database
from reader.store.annotations import AnnotationStore
from tests.annotations.helpers import on
from tests.store.scripted_annotator import DOC

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writes fail, as on a full disk
with Database(sys.argv[1]) as db:
    store = AnnotationStore(db)
    store.add(on(DOC, "بغداد"))
    largest = max(f.stat().st_size for f in Path(sys.argv[1]).parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 200_000, resource.RLIM_INFINITY))
    kept = 1
    try:
        while True:
            store.add(on(DOC, "السوداني", note="س" * 3000))
            kept += 1
    except StoreError as error:
        print(error)
    print(kept, len(store.for_document(DOC.fingerprint)), store.check())
"""


def test_a_disk_that_takes_no_more_keeps_what_it_has(tmp_path):
    pytest.importorskip("resource")
    path = tmp_path / "r.db"
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    message, state = done.stdout.splitlines()
    assert "everything saved before is kept" in message
    kept = int(state.split()[0])
    assert state == f"{kept} {kept} []"
    assert kept > 1
    with Database(path) as db:
        assert len(AnnotationStore(db).for_document(scripted_annotator.DOC.fingerprint)) == kept
