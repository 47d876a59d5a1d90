"""A file changes; its annotations come along."""

from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.documents import DocumentStore
from reader.store.following import follow, present
from tests.annotations.helpers import document, on

OLD = ("أعلن رئيس الوزراء محمد شياع السوداني", "وقال السوداني إن الحكومة ستدعم المشاريع")


def test_annotations_follow_a_changed_file_and_come_back(tmp_path):
    path = str(tmp_path / "a.txt")
    old = document(*OLD, path=path)
    new = document("مقدمة", OLD[0], path=path)
    with Database(tmp_path / "r.db") as db:
        store = AnnotationStore(db, annotator="sara")
        DocumentStore(db).save(old)
        kept, lost = store.add_all([on(old, "السوداني", 0, label="PER"), on(old, "الحكومة")])
        assert follow(db, old).all == []
        DocumentStore(db).save(new)

        seen = present(db, new)
        assert [a.id for a in seen.placed] == [kept.id]
        assert [a.id for a in seen.orphans] == [lost.id]
        assert store.for_document(new.fingerprint) == []  # nothing written yet

        result = follow(db, new)
        assert ([a.id for a in result.placed], [a.id for a in result.orphans]) == (
            [kept.id], [lost.id],
        )  # fmt: skip
        assert store.for_document(old.fingerprint) == []
        assert {a.id for a in store.for_document(new.fingerprint)} == {kept.id, lost.id}
        assert follow(db, new).all == []
        assert present(db, new).all == [store.get(kept.id), store.get(lost.id)]

        DocumentStore(db).save(old)
        follow(db, old)
        assert store.get(kept.id).anchor == kept.anchor
        assert store.get(lost.id).anchor == lost.anchor
        assert store.get(lost.id).placement != "orphan"
        assert store.check() == []


def test_standard_input_has_no_earlier_versions(tmp_path):
    old, new = document(*OLD, path="-"), document(OLD[0], path="-")
    with Database(tmp_path / "r.db") as db:
        DocumentStore(db).save(old)
        AnnotationStore(db).add(on(old, "السوداني"))
        assert present(db, new).all == []
