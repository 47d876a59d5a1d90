"""Adding, changing, deleting and linking annotations."""

import pytest

from reader.annotations import new_relation
from reader.errors import StoreError
from reader.store.annotations import AnnotationStore
from tests.annotations.helpers import on
from tests.store.annotations.article import DOC


def test_added_annotations_come_back_in_the_order_of_the_text(store):
    store.add(on(DOC, "بغداد", 1, label="LOC"))
    store.add(on(DOC, "السوداني", label="PER", tags=("رئيس",)))
    store.add(on(DOC, "محمد شياع السوداني", label="PER", note="سطر\nثان"))
    found = store.for_document(DOC.fingerprint)
    assert [a.quote for a in found] == ["محمد شياع السوداني", "السوداني", "بغداد"]
    assert all(a.annotator == "sara" and a.created == a.modified for a in found)
    assert store.for_document("another") == []


def test_the_annotations_of_one_annotator(store, database):
    omar = AnnotationStore(database, annotator="omar")
    store.add(on(DOC, "بغداد"))
    theirs = omar.add(on(DOC, "السوداني"))
    assert store.for_document(DOC.fingerprint, "omar") == [theirs]
    assert store.for_document(DOC.fingerprint, "nobody") == []
    assert len(store.for_document(DOC.fingerprint)) == 2


def test_change_sets_only_the_fields_named(store):
    made = store.add(on(DOC, "بغداد", label="LOC", note="عاصمة"))
    changed = store.change(made.id, label="ORG", reviewed=True)
    assert (changed.label, changed.note, changed.reviewed) == ("ORG", "عاصمة", True)
    assert store.get(made.id) == changed


def test_a_change_to_what_is_there_already_is_no_event(store):
    made = store.add(on(DOC, "بغداد", label="LOC"))
    position = store.position()
    assert store.change(made.id, label="LOC") == made
    assert store.position() == position


def test_changing_what_is_gone_is_a_sentence(store):
    made = store.add(on(DOC, "بغداد"))
    store.delete(made.id)
    store.delete(made.id)
    with pytest.raises(StoreError, match="gone"):
        store.change(made.id, label="LOC")
    with pytest.raises(StoreError, match="already there"):
        store.add_all([made, made])
    assert store.get(made.id) is None


def test_a_group_is_one_step_and_all_or_nothing(store):
    with store.group("Accept 2 LOC"):
        for nth in (0, 1):
            store.add(on(DOC, "بغداد", nth, label="LOC"))
    assert [a.label for a in store.for_document(DOC.fingerprint)] == ["LOC", "LOC"]
    step = store.undo()
    assert (step.title, len(step.removed)) == ("Accept 2 LOC", 2)
    with pytest.raises(StoreError), store.group("half"):
        store.add(on(DOC, "الطائرة"))
        store.change("nobody", label="PER")
    assert store.for_document(DOC.fingerprint) == []
    position = store.position()
    with store.group("nothing"):
        pass
    assert store.position() == position
    assert store.redo().title == "Accept 2 LOC"


def test_bulk_change_and_delete_are_one_step(store):
    made = store.add_all([on(DOC, "بغداد", n, status="suggested") for n in (0, 1)])
    store.change_all([a.id for a in made], status="accepted", reviewed=True)
    assert [a.status for a in store.for_document(DOC.fingerprint)] == ["accepted"] * 2
    store.undo()
    assert [a.status for a in store.for_document(DOC.fingerprint)] == ["suggested"] * 2
    store.delete_all([a.id for a in made])
    assert store.for_document(DOC.fingerprint) == []
    store.undo()
    assert store.for_document(DOC.fingerprint) == made


def test_deleting_takes_the_relations_along_and_undo_brings_them_back(store):
    person, place = store.add_all([on(DOC, "السوداني"), on(DOC, "بغداد")])
    link = store.relate(person.id, place.id, "located_in")
    assert store.relations(DOC.fingerprint) == [link]
    assert link.annotator == "sara"
    store.delete(place.id)
    assert store.relations(DOC.fingerprint) == []
    store.undo()
    assert store.relations(DOC.fingerprint) == [link]
    store.undo()
    assert store.relations(DOC.fingerprint) == []
    store.redo()
    assert store.relations(DOC.fingerprint) == [link]
    assert store.check() == []
    with pytest.raises(StoreError, match="gone"):
        store.relate(person.id, "nobody", "related")


def test_add_all_takes_relations_along(store):
    a, b = on(DOC, "بغداد"), on(DOC, "السوداني")
    store.add_all([a, b], [new_relation(DOC.fingerprint, a.id, b.id, "related")])
    assert len(store.relations(DOC.fingerprint)) == 1
    store.undo()
    assert store.relations(DOC.fingerprint) == []


def test_a_relation_is_taken_away_alone_and_undo_brings_it_back(store):
    a, b = store.add_all([on(DOC, "بغداد"), on(DOC, "السوداني")])
    kept, gone = store.relate(a.id, b.id, "related"), store.relate(b.id, a.id, "member_of")
    store.unrelate(gone.id)
    store.unrelate(gone.id)
    assert store.relations(DOC.fingerprint) == [kept]
    assert len(store.for_document(DOC.fingerprint)) == 2
    store.undo()
    assert {r.id for r in store.relations(DOC.fingerprint)} == {kept.id, gone.id}
    assert store.check() == []
