"""Undo and redo: across restarts, documents and annotators."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from reader.errors import StoreError
from reader.store import Database
from reader.store.annotations import AnnotationStore
from tests.annotations.helpers import document, on
from tests.store.annotations.actions import WORDS, actions
from tests.store.annotations.article import DOC


def test_undo_and_redo_across_restarts(tmp_path):
    path = tmp_path / "reader.db"
    with Database(path) as db:
        store = AnnotationStore(db, annotator="sara")
        first = store.add(on(DOC, "بغداد", label="LOC"))
        store.change(first.id, label="ORG")
        store.delete(first.id)
    with Database(path) as db:
        store = AnnotationStore(db, annotator="sara")
        step = store.undo()
        assert step.title == "Delete"
        assert step.changed == (first.id,)
        assert store.get(first.id).label == "ORG"
        assert store.undo().changed == (first.id,)
        assert store.get(first.id).label == "LOC"
    with Database(path) as db:
        store = AnnotationStore(db, annotator="sara")
        assert store.undo().removed == (first.id,)
        assert store.undo() is None
        for label in ("LOC", "ORG"):
            store.redo()
            assert store.get(first.id).label == label
        store.redo()
        assert store.get(first.id) is None
        assert store.redo() is None
        assert store.check() == []


def test_a_new_action_ends_redo(store):
    a = store.add(on(DOC, "بغداد"))
    store.undo()
    b = store.add(on(DOC, "السوداني"))
    assert store.redo() is None
    store.undo()
    assert store.redo().changed == (b.id,)
    assert store.get(a.id) is None


def test_undo_leaves_alone_what_another_annotator_did(database):
    sara = AnnotationStore(database, annotator="sara")
    omar = AnnotationStore(database, annotator="omar")
    made = sara.add(on(DOC, "بغداد", label="LOC"))
    sara.change(made.id, label="ORG")
    omar.change(made.id, note="للمراجعة")
    sara.undo()
    assert (sara.get(made.id).label, sara.get(made.id).note) == ("LOC", "للمراجعة")
    assert omar.undo().changed == (made.id,)
    assert omar.undo() is None
    assert sara.get(made.id).note == ""


def test_undo_of_what_somebody_deleted_is_skipped(database):
    sara = AnnotationStore(database, annotator="sara")
    omar = AnnotationStore(database, annotator="omar")
    made = sara.add(on(DOC, "بغداد", label="LOC"))
    sara.change(made.id, label="ORG")
    omar.delete(made.id)
    step = sara.undo()
    assert (step.skipped, step.changed) == (1, ())
    assert sara.undo().skipped == 1
    assert sara.undo() is None
    assert sara.check() == []


def test_undo_of_adding_removes_the_relations_of_others(database):
    sara = AnnotationStore(database, annotator="sara")
    omar = AnnotationStore(database, annotator="omar")
    person, place = sara.add_all([on(DOC, "السوداني"), on(DOC, "بغداد")])
    omar.relate(person.id, place.id, "related")
    sara.undo()
    assert omar.relations(DOC.fingerprint) == []
    assert omar.undo().skipped == 1  # nothing to unlink any more
    assert omar.redo().skipped == 1  # nor anything to link
    assert sara.check() == []


def test_undo_can_be_kept_to_one_document(store):
    other = document("بغداد")
    here = store.add(on(DOC, "بغداد"))
    there = store.add(on(other, "بغداد"))
    assert store.undo(DOC.fingerprint).removed == (here.id,)
    assert store.get(there.id) is not None
    assert store.redo(other.fingerprint) is None
    assert store.redo(DOC.fingerprint).changed == (here.id,)
    assert store.undo("a document nobody annotated") is None


def test_following_a_changed_file_is_no_step_of_undo_but_undo_reaches_behind_it(store):
    newer = document("مقدمة", *(p.text for p in DOC.paragraphs))
    made = store.add(on(DOC, "بغداد", label="LOC"))
    person = store.add(on(DOC, "السوداني"))
    link = store.relate(made.id, person.id, "related")
    store.change(made.id, label="ORG")
    store.follow(
        replace(a, document=newer.fingerprint, anchor=on(newer, a.quote).anchor, placement="moved")
        for a in (made, person)
    )
    assert store.for_document(DOC.fingerprint) == []
    moved = store.get(made.id)
    assert (moved.label, moved.placement) == ("ORG", "moved")
    assert store.relations(newer.fingerprint) == [replace(link, document=newer.fingerprint)]
    store.undo(newer.fingerprint)
    assert store.get(made.id).label == "LOC"
    assert store.get(made.id).anchor == moved.anchor
    assert store.check() == []


def test_undo_inside_an_action_is_refused(store):
    with store.group("x"):
        store.add(on(DOC, "بغداد"))
        with pytest.raises(StoreError, match="finish it"):
            store.undo()


@settings(max_examples=30, deadline=None)
@given(actions)
def test_undoing_everything_and_redoing_everything_comes_back(todo):
    with Database(":memory:") as db:
        store = AnnotationStore(db, annotator="sara", clock=lambda: "2026-01-01T00:00:00.000Z")
        for action, n, _ in todo:
            there = store.for_document(DOC.fingerprint)
            if action == "add" or not there:
                store.add(on(DOC, WORDS[n % 4], label=f"L{n}"))
            elif action == "change":
                store.change(there[n % len(there)].id, label=f"C{n}")
            elif action == "delete":
                store.delete(there[n % len(there)].id)
        end = store.for_document(DOC.fingerprint)
        steps = 0
        while store.undo():
            steps += 1
        assert store.for_document(DOC.fingerprint) == []
        for _ in range(steps):
            assert store.redo() is not None
        assert store.redo() is None
        assert store.for_document(DOC.fingerprint) == end
