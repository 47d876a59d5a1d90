"""The annotation store: events, undo across restarts, two programs, the log as the truth."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations import new_relation
from reader.annotations.codec import to_json
from reader.annotations.model import stamped
from reader.errors import StoreError
from reader.store import Database
from reader.store.annotations import AnnotationStore, Filter
from reader.store.database import migrations, split_statements
from tests.annotations.helpers import document, on

DOC = document(
    "أعلن رئيس الوزراء محمد شياع السوداني في بغداد",
    "وقال السوداني إن الحكومة ستدعم المشاريع",
    "وصلت الطائرة إلى بغداد مساء الثلاثاء",
)


@pytest.fixture
def store(database):
    return AnnotationStore(database, annotator="sara", clock=lambda: "2026-01-01T00:00:00.000Z")


def test_added_annotations_come_back_in_the_order_of_the_text(store):
    store.add(on(DOC, "بغداد", 1, label="LOC"))
    store.add(on(DOC, "السوداني", label="PER", tags=("رئيس",)))
    store.add(on(DOC, "محمد شياع السوداني", label="PER", note="سطر\nثان"))
    found = store.for_document(DOC.fingerprint)
    assert [a.quote for a in found] == ["محمد شياع السوداني", "السوداني", "بغداد"]
    assert all(a.annotator == "sara" and a.created == a.modified for a in found)
    assert store.for_document("another") == []


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


def test_filters(store):
    store.add(on(DOC, "بغداد", 0, label="LOC", tags=("مدينة",), score=0.9, origin="recogniser"))
    store.add(on(DOC, "بغداد", 1, label="LOC", status="suggested", score=0.4))
    store.add(on(DOC, "السوداني", label="PER", note="Prime Minister", reviewed=True))
    store.add(on(DOC, "الطائرة", colour="green", placement="orphan"))

    def quotes(**fields):
        return [a.quote for a in store.find(Filter(**fields))]

    assert len(quotes()) == 4
    assert quotes(labels=("LOC",)) == ["بغداد", "بغداد"]
    assert quotes(labels=("LOC", "PER"), statuses=("accepted",)) == ["السوداني", "بغداد"]
    assert quotes(tags=("مدينة", "نهر")) == ["بغداد"]
    assert quotes(text="prime") == ["السوداني"]
    assert quotes(text="مدينة") == ["بغداد"]
    assert quotes(reviewed=True) == ["السوداني"]
    assert quotes(min_score=0.5) == ["بغداد"]
    assert quotes(kinds=("highlight",)) == quotes(placement="orphan") == ["الطائرة"]
    assert quotes(annotators=("omar",)) == quotes(documents=("x",)) == quotes(side="target") == []
    assert quotes(origin="recogniser") == ["بغداد"]


def test_two_programs_at_once(tmp_path):
    with Database(tmp_path / "r.db") as one, Database(tmp_path / "r.db") as two:
        sara = AnnotationStore(one, annotator="sara")
        omar = AnnotationStore(two, annotator="omar")
        made = sara.add(on(DOC, "بغداد", label="LOC"))
        omar.change(made.id, note="له")
        sara.change(made.id, tags=("لها",))
        both = omar.get(made.id)
        assert (both.label, both.note, both.tags) == ("LOC", "له", ("لها",))
        assert sara.check() == []


def test_the_log_cannot_be_changed(store, database):
    store.add(on(DOC, "بغداد"))
    for statement in ("UPDATE annotation_event SET after = '{}'", "DELETE FROM annotation_event"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
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


def test_add_all_takes_relations_along(store):
    a, b = on(DOC, "بغداد"), on(DOC, "السوداني")
    store.add_all([a, b], [new_relation(DOC.fingerprint, a.id, b.id, "related")])
    assert len(store.relations(DOC.fingerprint)) == 1
    store.undo()
    assert store.relations(DOC.fingerprint) == []


def test_undo_inside_an_action_is_refused(store):
    with store.group("x"):
        store.add(on(DOC, "بغداد"))
        with pytest.raises(StoreError, match="finish it"):
            store.undo()


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


WORDS = ["بغداد", "السوداني", "الطائرة", "الحكومة"]
actions = st.lists(
    st.tuples(
        st.sampled_from(["add", "change", "delete", "relate", "undo", "undo", "redo"]),
        st.integers(0, 9),
        st.sampled_from(["sara", "omar"]),
    ),
    max_size=25,
)


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


def test_two_processes_write_at_once(tmp_path):
    path = tmp_path / "r.db"
    Database(path).close()
    script = (
        "import sys\n"
        "from reader.store import Database\n"
        "from reader.store.annotations import AnnotationStore\n"
        "from tests.store.scripted_annotator import DOC\n"
        "from tests.annotations.helpers import on\n"
        "with Database(sys.argv[1]) as db:\n"
        "    store = AnnotationStore(db, annotator=sys.argv[2])\n"
        "    for n in range(40):\n"
        "        store.change(store.add(on(DOC, 'بغداد')).id, note=str(n))\n"
    )
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(path), name], cwd=root)
        for name in ("sara", "omar")
    ]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    with Database(path) as db:
        store = AnnotationStore(db)
        assert store.check() == []
        assert store.position() == 160
        for name in ("sara", "omar"):
            notes = {a.note for a in store.find(Filter(annotators=(name,)))}
            assert notes == {str(n) for n in range(40)}


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
    root = Path(__file__).parents[2]
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
        assert len(AnnotationStore(db).find(Filter())) == kept
