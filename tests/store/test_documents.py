"""Documents are kept by text; the reader's place outlives closing and a changed file."""

import pytest

from reader.documents import load
from reader.errors import StoreError
from reader.store import Database
from reader.store.bookmarks import Bookmarks
from reader.store.documents import DocumentStore, Position, corresponding_place
from reader.store.library import Library


@pytest.fixture
def store(database):
    return DocumentStore(database, now=lambda: "2026-01-02T03:04:05+00:00")


def document(text: str, path: str = "/articles/a.txt"):
    return load(path, data=text.encode())


def test_document_comes_back_whole(store, tmp_path):
    saved = document("عنوان\nمتن فيه \x00 و\u202e")
    number = store.save(saved)
    found = store.get(number)
    assert found == saved
    assert store.by_fingerprint(saved.fingerprint) == saved
    assert store.by_path("/articles/a.txt") == saved
    assert store.id_of(saved) == number
    with Database(tmp_path / "reader.db") as second:
        assert DocumentStore(second).get(number) == saved


def test_unknown_documents_are_none_or_a_sentence(store):
    assert store.by_path("/nowhere") is None
    assert store.by_fingerprint("") is None
    assert store.id_of(document("نص")) is None
    with pytest.raises(StoreError, match="no document 7"):
        store.get(7)


def test_same_text_in_another_encoding_is_the_same_document(store):
    first = store.save(document("نص واحد", "/a.txt"))
    second = store.save(load("/b.txt", data="نص واحد".encode("utf-16")))
    assert first == second
    assert store.get(first).path == "/b.txt"
    assert store.get(first).encoding == "utf-16"


def test_changed_file_keeps_both_texts(store):
    old = store.save(document("قديم"))
    new = store.save(document("جديد"))
    assert old != new
    assert store.get(old).paragraphs[0].text == "قديم"
    assert store.by_path("/articles/a.txt").paragraphs[0].text == "جديد"


def test_position_and_the_furthest_paragraph(store):
    number = store.save(document("أ\nب\nج\nد"))
    assert store.position(number) is None
    store.save_position(number, 1, 0, furthest=2)
    store.save_position(number, 0, 1)
    assert store.position(number) == Position(0, 1, 2)


def test_position_moves_to_the_new_version_of_the_file(store):
    old = store.save(document("أول\nثان\nثالث\nرابع"))
    store.save_position(old, 2, 3)
    new = store.save(document("مقدمة جديدة\nأول\nثان\nثالث\nرابع"))
    assert store.position(new) == Position(3, 3, 3)
    assert store.position(old) == Position(2, 3, 2)


def test_tags_and_bookmarks_move_to_the_new_version_of_the_file(store, database):
    library, marks = Library(database), Bookmarks(database)
    old = store.save(document("أول\nثان\nثالث"))
    library.tag(old, "نفط")
    marks.put(old, "a", 1, 2)
    marks.put(old, "b", 2, 3)
    new = store.save(document("مقدمة جديدة\nأول\nثان\nثالث معدل"))
    assert [entry.tags for entry in library.entries()] == [("نفط",)]
    assert library.tags() == {"نفط": 1}
    assert [(m.name, m.place, m.offset) for m in marks.all(new)] == [("b", 2, 0), ("a", 2, 2)]
    library.tag(new, "غاز")
    marks.put(new, "a", 0, 1)
    marks.put(new, "c", 1, 1)
    assert store.save(document("أول\nثان\nثالث")) == old
    assert library.entry(old).tags == ("غاز", "نفط")
    assert [(m.name, m.place) for m in marks.all(old)] == [("c", 0), ("a", 1), ("b", 2)]


def test_another_article_under_a_number_takes_nothing_over(store, database):
    library = Library(database)
    first = "سجلت درجات الحرارة ارتفاعا كبيرا في المدن الجنوبية"
    number = store.save(document(first, "/news.jsonl#1"))
    library.tag(number, "طقس")
    store.save_position(number, 0, 5)
    other = store.save(document("فاز فريق الزوراء على ضيفه", "/news.jsonl#1"))
    assert store.position(other) is None
    assert store.save(document(first, "/news.jsonl#2")) == number
    edited = store.save(document(first + " والوسطى", "/news.jsonl#2"))
    tags = {entry.path: entry.tags for entry in library.entries()}
    assert tags == {"/news.jsonl#1": (), "/news.jsonl#2": ("طقس",)}
    assert store.position(edited) == Position(0, 0, 0)


@pytest.mark.parametrize(
    ("before", "after", "place", "expected"),
    [
        ("abcd", "abcd", 2, 2),
        ("abcd", "xabcd", 2, 3),
        ("abcd", "abd", 2, 1),
        ("abab", "ababab", 2, 2),
        ("abc", "xyz", 2, 2),
        ("abc", "x", 2, 0),
        ("", "x", 0, 0),
    ],
)
def test_corresponding_place(before, after, place, expected):
    assert corresponding_place(before, after, place) == expected


def test_opening_is_remembered(store, database):
    number = store.save(document("نص"))
    store.mark_opened(number)
    opened = database.connection.execute("SELECT opened FROM document").fetchone()[0]
    assert opened == "2026-01-02T03:04:05+00:00"
