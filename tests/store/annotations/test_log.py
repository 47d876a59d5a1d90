"""The log is the truth: append-only, checked against the tables, older schemas."""

import sqlite3

import pytest
from hypothesis import given, settings

from reader.annotations.codec import to_json
from reader.annotations.model import stamped
from reader.errors import StoreError
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.database import migrations, split_statements
from tests.annotations.helpers import on
from tests.store.annotations.actions import WORDS, actions
from tests.store.annotations.article import DOC


def test_the_log_cannot_be_changed(store, database):
    store.add(on(DOC, "بغداد"))
    for statement in ("UPDATE annotation_event SET after = '{}'", "DELETE FROM annotation_event"):
        with pytest.raises(StoreError, match="append-only"):
            database.connection.execute(statement)


def test_check_finds_damage_and_rebuild_mends_it(store, database):
    a = store.add(on(DOC, "بغداد", label="LOC"))
    b = store.add(on(DOC, "السوداني"))
    link = store.relate(a.id, b.id, "related")
    before = store.for_document(DOC.fingerprint)
    database.connection.execute("DELETE FROM relation")
    database.connection.execute("DELETE FROM annotation WHERE id = ?", (b.id,))
    database.connection.execute(
        "UPDATE annotation SET data = replace(data, 'LOC', 'PER') WHERE id = ?", (a.id,)
    )
    faults = store.check()
    assert {f.id for f in faults} == {a.id, b.id, link.id}
    assert next(f for f in faults if f.id == a.id).in_table.label == "PER"
    assert store.rebuild() == 3
    assert store.check() == []
    assert store.for_document(DOC.fingerprint) == before


@settings(max_examples=30, deadline=None)
@given(actions)
def test_whatever_is_done_the_log_and_the_tables_agree(todo):
    with Database(":memory:") as db:
        stores = {name: AnnotationStore(db, annotator=name) for name in ("sara", "omar")}
        for action, n, who in todo:
            store = stores[who]
            there = store.for_document(DOC.fingerprint)
            if action == "add" or not there:
                store.add(on(DOC, WORDS[n % 4], label=f"L{n}"))
            elif action == "change":
                store.change(there[n % len(there)].id, label=f"C{n}", note=who)
            elif action == "delete":
                store.delete(there[n % len(there)].id)
            elif action == "relate":
                store.relate(there[n % len(there)].id, there[-1].id, "related")
            elif action == "undo":
                store.undo()
            else:
                store.redo()
        assert stores["sara"].check() == []


def test_annotations_of_the_first_released_schema_are_kept_by_every_later_one(tmp_path):
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    for script in migrations()[:3]:  # 003 brought annotations
        for statement in split_statements(script):
            old.execute(statement)
    old.execute("PRAGMA user_version = 3")
    one = stamped(on(DOC, "بغداد", label="LOC"), "sara", "2026-01-01T00:00:00.000Z")
    old.execute("INSERT INTO annotation_group VALUES (1, 'do', NULL, 'sara', 'Add', '2026-01-01')")
    old.execute(
        "INSERT INTO annotation_event VALUES (1, 1, 'create', ?, ?, NULL, NULL, ?)",
        (one.id, one.document, to_json(one)),
    )
    old.close()
    with Database(path) as db:
        store = AnnotationStore(db, annotator="sara")
        assert [f.id for f in store.check()] == [one.id]  # the table was empty
        assert store.rebuild() == 1
        assert store.for_document(DOC.fingerprint) == [one]
        assert store.undo().removed == (one.id,)
