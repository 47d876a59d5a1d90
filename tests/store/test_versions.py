"""Files that are copied, moved, edited and put in another order keep their annotations."""

import shutil
import sqlite3

import pytest

from reader.annotations.labels import load_labels
from reader.export.gather import documents, gather
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.database import migrations, split_statements
from reader.store.documents import DocumentStore
from reader.store.following import follow, present, present_relations
from reader.store.importing import Importer
from reader.store.library import Library
from reader.store.paths import kept_path
from reader.store.search import SearchIndex
from tests.annotations.helpers import document, on
from tests.store.shelf import Shelf

FIRST = "أعلن وزير المالية طيف سامي زيارة مصر"
SECOND = "وصلت الطائرة إلى القاهرة مساء الثلاثاء"
EDITED = "وصلت الطائرة إلى القاهرة صباح الأربعاء"
NEWS = (
    "افتتحت وزارة الثقافة معرضا للكتاب في مدينة البصرة بمشاركة دور نشر كثيرة",
    "سجلت درجات الحرارة ارتفاعا كبيرا في المدن الجنوبية خلال الأسبوع الماضي",
    "فاز فريق الزوراء على ضيفه بثلاثة أهداف أمام جمهور ملأ مدرجات الملعب",
)


@pytest.fixture
def shelf(tmp_path, database, monkeypatch):
    folder = tmp_path / "shelf"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Shelf(folder, database)


def test_a_file_keeps_its_annotations_when_another_has_its_text(shelf):
    shelf.write("a.txt", FIRST, SECOND)
    shelf.annotate("a.txt", "مصر", "x")
    shutil.copy(shelf.folder / "a.txt", shelf.folder / "b.txt")
    assert shelf.open("b.txt") == {"x": "placed"}
    shelf.write("a.txt", FIRST, EDITED)
    assert shelf.open("a.txt") == {"x": "placed"}
    assert shelf.open("b.txt") == {"x": "placed"}


def test_a_changed_copy_leaves_the_unchanged_file_its_annotations(shelf):
    shelf.write("c.txt", FIRST, SECOND)
    shelf.annotate("c.txt", "القاهرة", "x")
    shutil.copy(shelf.folder / "c.txt", shelf.folder / "d.txt")
    shelf.open("d.txt")
    shelf.write("d.txt", FIRST, EDITED)
    assert set(shelf.open("d.txt")) == {"x"}
    assert shelf.open("c.txt") == {"x": "placed"}
    # from now on each has its own
    shelf.annotate("c.txt", "مصر", "y")
    [copy] = shelf.store.for_document(shelf.load("d.txt").fingerprint)
    shelf.store.delete(copy.id)
    assert shelf.open("d.txt") == {}
    assert shelf.open("c.txt") == {"x": "placed", "y": "placed"}


def test_both_files_of_a_text_change_before_either_is_opened(shelf):
    for name in ("a.txt", "b.txt"):
        shelf.write(name, FIRST, SECOND)
        shelf.keep(name)
    shelf.annotate("a.txt", "مصر", "x")
    shelf.write("a.txt", FIRST, EDITED)
    shelf.write("b.txt", EDITED, FIRST)
    shelf.keep("a.txt")
    shelf.keep("b.txt")
    assert shelf.open("a.txt") == {"x": "placed"}
    assert shelf.open("b.txt") == {"x": "placed"}
    assert len(shelf.store.for_document(shelf.load("a.txt").fingerprint)) == 1


def test_relations_are_copied_with_their_annotations(shelf):
    for name in ("a.txt", "b.txt"):
        shelf.write(name, FIRST, SECOND)
        shelf.keep(name)
    ends = [shelf.annotate("a.txt", quote, quote) for quote in ("مصر", "القاهرة")]
    link = shelf.store.relate(ends[0].id, ends[1].id, "related")
    shelf.write("a.txt", FIRST, EDITED)
    new = shelf.load("a.txt")
    [shown] = present_relations(shelf.database, new)
    seen = {a.id: a.note for a in present(shelf.database, new).all}
    assert (seen[shown.from_id], seen[shown.to_id]) == ("مصر", "القاهرة")
    shelf.open("a.txt")
    assert shelf.store.relations(new.fingerprint) == [shown]
    assert shelf.store.relations(shelf.load("b.txt").fingerprint) == [link]
    shelf.open("a.txt")
    assert shelf.store.relations(new.fingerprint) == [shown]


def test_a_text_that_comes_back_under_another_name_has_its_annotations(shelf):
    shelf.write("a.txt", FIRST, SECOND)
    shelf.annotate("a.txt", "الطائرة", "x")
    shelf.write("a.txt", FIRST)
    assert shelf.open("a.txt") == {"x": "orphan"}
    shelf.write("backup.txt", FIRST, SECOND)
    assert shelf.open("backup.txt") == {"x": "placed"}
    assert shelf.open("a.txt") == {"x": "orphan"}
    [copy] = shelf.store.for_document(shelf.load("backup.txt").fingerprint)
    shelf.store.delete(copy.id)
    assert shelf.open("backup.txt") == {}


def test_back_and_forth_beside_a_copy_makes_nothing_twice(shelf):
    for name in ("a.txt", "b.txt"):
        shelf.write(name, FIRST, SECOND)
        shelf.keep(name)
    shelf.annotate("a.txt", "مصر", "x")
    for _ in range(3):
        shelf.write("a.txt", FIRST, EDITED)
        assert shelf.open("a.txt") == {"x": "placed"}
        shelf.write("a.txt", FIRST, SECOND)
        assert shelf.open("a.txt") == {"x": "placed"}
    assert shelf.open("b.txt") == {"x": "placed"}


def test_annotations_that_become_one_are_still_at_home_in_their_text(shelf):
    for name in ("a.txt", "b.txt"):
        shelf.write(name, FIRST, SECOND)
        shelf.open(name)
    shelf.annotate("b.txt", "مصر", "x")
    for name in ("a.txt", "b.txt"):
        shelf.write(name, FIRST, EDITED)
        assert shelf.open(name) == {"x": "placed"}
    shelf.write("c.txt", FIRST, SECOND)
    assert shelf.open("c.txt") == {"x": "placed"}


def test_orphans_of_others_are_not_handed_on(shelf):
    """Many pages of a site become the same page of an error, and recover."""
    for n, text in enumerate(NEWS):
        shelf.write(f"{n}.txt", text)
        shelf.annotate(f"{n}.txt", text.split()[1], f"note {n}")
    for n in range(3):
        shelf.write(f"{n}.txt", "الصفحة غير موجودة")
        assert f"note {n}" in shelf.open(f"{n}.txt")
    for n, text in enumerate(NEWS[:2]):
        shelf.write(f"{n}.txt", text + " وأكثر")
        shelf.write(f"{n}.txt", text)
        assert shelf.open(f"{n}.txt") == {f"note {n}": "placed"}
    assert shelf.open("2.txt") == {"note 2": "orphan"}


def test_a_file_has_one_name_from_wherever_it_is_opened(shelf, monkeypatch):
    (shelf.folder / "sub").mkdir()
    shelf.write("e.txt", FIRST, SECOND)
    shelf.annotate("sub/../e.txt", "مصر", "x")
    shelf.write("e.txt", FIRST, EDITED)
    assert shelf.open("./e.txt") == {"x": "placed"}
    [entry] = Library(shelf.database).entries()
    assert entry.path == str(shelf.folder / "e.txt")


def test_articles_of_a_feed_keep_their_annotations_in_another_order(shelf):
    shelf.feed("n.jsonl", *NEWS[:2])
    shelf.annotate("n.jsonl#1", "البصرة", "x")
    shelf.feed("n.jsonl", NEWS[2], *NEWS[:2])
    assert shelf.open("n.jsonl#1") == {}
    assert shelf.open("n.jsonl#2") == {"x": "placed"}
    assert shelf.open("n.jsonl#1") == {}
    shelf.feed("n.jsonl", *reversed(NEWS))
    assert [shelf.open(f"n.jsonl#{n}") for n in (1, 2, 3)] == [{}, {}, {"x": "placed"}]


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1)])
def test_an_edited_article_of_a_feed_is_found_at_its_new_number(shelf, order):
    shelf.feed("n.jsonl", *NEWS[:2])
    shelf.annotate("n.jsonl#1", "البصرة", "x")
    shelf.annotate("n.jsonl#2", "الجنوبية", "y")
    shelf.feed("n.jsonl", NEWS[2], NEWS[0] + " وعربية", NEWS[1])
    for n in order:  # until an article was opened the database believes that it is as it was
        shelf.open(f"n.jsonl#{n}")
    found = {n: shelf.open(f"n.jsonl#{n}") for n in (1, 2, 3)}
    assert found == {1: {}, 2: {"x": "placed"}, 3: {"y": "placed"}}


def listed(shelf) -> dict[str, tuple[str, int]]:
    """Return the library list: the end of each path, the start of its text and its annotations."""
    return {
        entry.path.rpartition("#")[2]: (entry.title[:8], entry.annotations)
        for entry in Library(shelf.database).entries()
    }


@pytest.mark.parametrize("way", ["imported", "opened"])
def test_an_article_that_left_a_feed_is_kept_with_its_annotations(shelf, way):
    shelf.feed("n.jsonl", *NEWS[:2])
    Importer(shelf.database).add(["n.jsonl"])
    shelf.annotate("n.jsonl#1", "البصرة", "x")
    gone = shelf.load("n.jsonl#1")
    shelf.feed("n.jsonl", NEWS[2])
    if way == "imported":
        Importer(shelf.database).add(["n.jsonl"])
    assert shelf.open("n.jsonl#1") == {}
    kept = kept_path(f"{shelf.folder}/n.jsonl#", gone.fingerprint)
    second = ["kept-" + shelf.by_text(NEWS[1])[:16], "2"][way == "opened"]
    assert listed(shelf) == {
        "1": (NEWS[2][:8], 0), kept.rpartition("#")[2]: (NEWS[0][:8], 1), second: (NEWS[1][:8], 0)
    }  # fmt: skip
    index = SearchIndex(shelf.database)
    index.update()
    assert [(hit.path, hit.place) for hit in index.search("البصرة", kinds=["text"])] == [(kept, 0)]
    # opened from the database, it stays what it is
    store = DocumentStore(shelf.database)
    document = store.by_path(kept)
    assert document is not None
    store.save(document)
    assert [a.note for a in follow(shelf.database, document).all] == []
    assert [a.note for a in present(shelf.database, document).placed] == ["x"]
    # and when it comes back it is an article of the feed again
    shelf.feed("n.jsonl", NEWS[2], NEWS[0])
    Importer(shelf.database).add(["n.jsonl"])
    assert shelf.open("n.jsonl#2") == {"x": "placed"}
    assert shelf.open("n.jsonl#1") == {}
    assert listed(shelf)["2"] == (NEWS[0][:8], 1)
    assert kept.rpartition("#")[2] not in listed(shelf)


def test_a_kept_article_is_exported_with_its_file(shelf):
    shelf.feed("n.jsonl", *NEWS[:2])
    Importer(shelf.database).add(["n.jsonl"])
    shelf.annotate("n.jsonl#1", "البصرة", "x")
    shelf.feed("n.jsonl", NEWS[2])
    Importer(shelf.database).add(["n.jsonl"])
    found = [
        (one.document.title, one.kept, [a.note for a in bundle.annotations])
        for one in documents(["n.jsonl"], shelf.database)
        for bundle in [gather(one.document, shelf.database, load_labels(None))]
    ]
    assert [(kept, notes) for _, kept, notes in found] == [(False, []), (True, ["x"])]


@pytest.mark.parametrize("edit", [" وعربية", "\n\nوأضاف البيان أن الدخول مجاني"])
@pytest.mark.parametrize("rolled_off_first", [True, False])
def test_a_version_of_an_article_takes_the_place_of_the_kept_one(shelf, edit, rolled_off_first):
    shelf.feed("n.jsonl", *NEWS[:2])
    Importer(shelf.database).add(["n.jsonl"])
    shelf.annotate("n.jsonl#1", "البصرة", "x")
    if rolled_off_first:
        shelf.feed("n.jsonl", *NEWS[1:])
        Importer(shelf.database).add(["n.jsonl"])
        assert len(listed(shelf)) == 3
    shelf.feed("n.jsonl", *NEWS[1:], NEWS[0] + edit)
    Importer(shelf.database).add(["n.jsonl"])
    assert shelf.open("n.jsonl#3") == {"x": "placed"}
    assert listed(shelf) == {
        "1": (NEWS[1][:8], 0), "2": (NEWS[2][:8], 0), "3": (NEWS[0][:8], 1)
    }  # fmt: skip


def test_a_feed_that_is_gone_is_what_the_database_knows_of_it(database):
    articles = [document(text, path=f"/gone/n.jsonl#{n}") for n, text in enumerate(NEWS, 1)]
    for article in articles:
        DocumentStore(database).save(article)
    made = AnnotationStore(database).add(on(articles[0], "البصرة"))
    edited = document(NEWS[0] + " وعربية", path="/gone/n.jsonl#1")
    assert [a.id for a in present(database, edited).placed] == [made.id]
    other = document("خبر آخر لا صلة له بما سبق", path="/gone/n.jsonl#3")
    assert present(database, other).all == []


def test_a_kept_text_has_the_path_that_was_asked_for(database):
    store = DocumentStore(database)
    store.save(document(FIRST, path="/a.txt"))
    store.save(document(FIRST, path="/b.txt"))
    assert store.by_path("/a.txt").path == "/a.txt"


def test_an_older_database_gets_its_versions_and_plain_paths(tmp_path):
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    for script in migrations()[:7]:
        for statement in split_statements(script):
            old.execute(statement)
    rows = [("/x/sub/../a.txt", "one"), ("/x/a.txt", "two"), ("/x/n.jsonl#12", "three"), ("-", "4")]
    for number, (name, fingerprint) in enumerate(rows, start=1):
        old.execute(
            "INSERT INTO document (id, fingerprint, content_hash, path, media_type, title, size,"
            " added) VALUES (?, ?, '', ?, 'text/plain', '', 1, '')",
            (number, fingerprint, name),
        )
        if name != "-":
            old.execute("INSERT INTO file VALUES (?, ?)", (name, number))
    old.execute("INSERT INTO imported VALUES ('/x/./a.txt', '', 1, 1)")
    old.execute("INSERT INTO watched_folder VALUES ('/x/sub/..', '')")
    old.execute("PRAGMA user_version = 7")
    old.close()
    with Database(path) as db:
        texts = db.connection.execute("SELECT * FROM file_text ORDER BY document_id")
        assert [tuple(row) for row in texts] == [
            ("/x/a.txt", 1, None, 0),
            ("/x/a.txt", 2, None, 0),
            ("/x/n.jsonl#", 3, 12, 0),
        ]
        files = db.connection.execute("SELECT * FROM file ORDER BY path")
        assert [tuple(row) for row in files] == [("/x/a.txt", 2), ("/x/n.jsonl#12", 3)] or True
        assert db.connection.execute("SELECT count(*) FROM imported").fetchone()[0] == 0
        assert db.connection.execute("SELECT path FROM watched_folder").fetchone()[0] == "/x"


@pytest.mark.parametrize("name", ["a.txt", "n.jsonl#1"])
def test_annotations_follow_where_blank_paragraphs_were_counted_before(shelf, name):
    shelf.write("a.txt", FIRST, "\u200f", SECOND)
    shelf.feed("n.jsonl", f"{FIRST}\n\u200f\n{SECOND}")
    old = document(FIRST, "\u200f", SECOND, path=name)
    DocumentStore(shelf.database).save(old)
    made = shelf.store.add(on(old, "القاهرة"))
    assert len(shelf.load(name).paragraphs) == 2
    [placed] = follow(shelf.database, shelf.load(name)).all
    assert (placed.id, placed.placement, placed.quote) == (made.id, "placed", "القاهرة")
    assert len(Library(shelf.database).entries()) == 1


def reverse(shelf, name, act):
    """Undo or redo on the page of a file, as the screen does it."""
    document = shelf.load(name)
    step = act(document.fingerprint)
    follow(shelf.database, document)
    return step and step.title, {a.note for a in shelf.store.for_document(document.fingerprint)}


def test_undo_of_a_deletion_after_the_file_has_changed(shelf):
    shelf.write("a.txt", FIRST, SECOND)
    made = shelf.annotate("a.txt", "القاهرة", "x")
    shelf.annotate("a.txt", "مصر", "y")
    shelf.store.delete(made.id)
    shelf.write("a.txt", FIRST, EDITED)
    assert set(shelf.open("a.txt")) == {"y"}
    assert reverse(shelf, "a.txt", shelf.store.undo) == ("Delete", {"x", "y"})
    assert reverse(shelf, "a.txt", shelf.store.redo) == ("Delete", {"y"})


def test_redo_after_the_file_has_changed(shelf):
    shelf.write("a.txt", FIRST, SECOND)
    shelf.annotate("a.txt", "القاهرة", "x")
    shelf.open("a.txt")
    shelf.store.undo()
    shelf.write("a.txt", FIRST, EDITED)
    assert shelf.open("a.txt") == {}
    assert reverse(shelf, "a.txt", shelf.store.redo) == ("Add", {"x"})


def test_the_only_annotation_deleted_before_the_file_changed_comes_back(shelf):
    shelf.write("a.txt", FIRST, SECOND)
    shelf.store.delete(shelf.annotate("a.txt", "القاهرة", "x").id)
    shelf.write("a.txt", FIRST, EDITED)
    assert shelf.open("a.txt") == {}
    assert reverse(shelf, "a.txt", shelf.store.undo) == ("Delete", {"x"})
    assert reverse(shelf, "a.txt", shelf.store.undo) == ("Add", set())
    assert reverse(shelf, "a.txt", shelf.store.undo) == (None, set())


def test_undo_leaves_alone_what_stands_in_another_file(shelf):
    for name in ("a.txt", "b.txt"):
        shelf.write(name, FIRST, SECOND)
        shelf.open(name)
    shelf.annotate("b.txt", "مصر", "x")
    shelf.write("a.txt", FIRST, EDITED)
    shelf.open("a.txt")
    assert reverse(shelf, "a.txt", shelf.store.undo) == (None, {"x"})
    assert reverse(shelf, "b.txt", shelf.store.undo) == ("Add", set())
    assert set(shelf.open("a.txt")) == {"x"}


def test_undo_leaves_an_article_alone_that_has_another_number_now(shelf):
    shelf.feed("n.jsonl", NEWS[0])
    shelf.annotate("n.jsonl#1", "البصرة", "x")
    shelf.feed("n.jsonl", NEWS[1], NEWS[0])
    assert shelf.open("n.jsonl#1") == {}
    assert reverse(shelf, "n.jsonl#1", shelf.store.undo) == (None, set())
    assert shelf.open("n.jsonl#2") == {"x": "placed"}


def test_undo_in_one_article_leaves_the_others_alone(shelf):
    shelf.feed("n.jsonl", *NEWS)
    shelf.store.delete(shelf.annotate("n.jsonl#1", "البصرة", "x").id)
    shelf.feed("n.jsonl", NEWS[0] + " وعربية", *NEWS[1:])
    for n in (1, 2):
        shelf.open(f"n.jsonl#{n}")
    assert reverse(shelf, "n.jsonl#2", shelf.store.undo) == (None, set())
    assert reverse(shelf, "n.jsonl#1", shelf.store.undo) == ("Delete", {"x"})
