"""Importing, listing, tags, bookmarks, near-duplicates, watched folders."""

import json
import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from watchfiles import Change

from reader.annotations.anchor import make_anchor
from reader.annotations.model import new_annotation
from reader.documents import load
from reader.documents.model import Metadata
from reader.errors import StoreError
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.bookmarks import Bookmarks
from reader.store.documents import DocumentStore
from reader.store.importing import Importer
from reader.store.library import Filter, Library, SortKey
from reader.store.near_duplicates import group_stories
from reader.store.search import SearchIndex
from reader.store.translations import TranslationStore
from reader.translation.model import SentencePair
from tests.documents.samples import DATA

STORY = (
    "أعلنت وزارة المياه أن أعمال تنظيف القنوات في المدن الساحلية ستبدأ الأسبوع المقبل وتستمر حتى نهاية "
    "الشهر، وأن الفرق الفنية ستعمل ليلا ونهارا قبل وصول أولى العواصف إلى الساحل"
)


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "articles"
    path.mkdir()
    for name, text in (("b.txt", "أخبار الميناء\nنص أول"), ("a.txt", "تقرير الطقس\nنص ثان\nوثالث")):
        (path / name).write_text(text, encoding="utf-8")
    return path


def titles(entries) -> list[str]:
    return [entry.title for entry in entries]


def test_import_of_a_folder_and_again(database, folder):
    importer = Importer(database)
    seen = []
    result = importer.add([str(folder)], on_progress=lambda *step: seen.append(step[:2]))
    assert (result.added, result.unchanged, result.failed) == (2, 0, [])
    assert seen == [(0, 2), (1, 2), (2, 2)]
    again = importer.add([str(folder)])
    assert (again.added, again.unchanged) == (0, 2)
    assert titles(Library(database).entries()) == ["أخبار الميناء", "تقرير الطقس"]


def test_stopped_import_goes_on_where_it_stopped(database, folder):
    importer = Importer(database)
    asked = iter([False, True])
    result = importer.add([str(folder)], should_stop=lambda: next(asked))
    assert result.stopped
    assert result.added == 1
    result = importer.add([str(folder)])
    assert (result.added, result.unchanged, result.stopped) == (1, 1, False)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_file_that_was_opened_changed_and_changed_back_is_read_again(database, tmp_path, name):
    def text(words):
        rows = [{"text": words}, {"text": "خبر ثان"}]
        plain = name.endswith("txt")
        return words if plain else "\n".join(json.dumps(row) for row in rows)

    importer, documents, path = Importer(database), DocumentStore(database), tmp_path / name
    opened = str(path) if name.endswith("txt") else f"{path}#1"
    path.write_text(text("تقرير الطقس"), encoding="utf-8")
    importer.add([str(path)])
    path.write_text(text("تقرير جديد تماما"), encoding="utf-8")
    documents.save(load(opened))
    assert documents.by_path(opened).title == "تقرير جديد تماما"
    path.write_text(text("تقرير الطقس"), encoding="utf-8")
    importer.add([str(path)])
    assert documents.by_path(opened).title == "تقرير الطقس"


def test_a_moved_folder_is_listed_where_it_is(database, folder):
    importer, library = Importer(database), Library(database)
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    importer.add([str(folder)])
    moved = folder.with_name("moved")
    folder.rename(moved)
    importer.add([str(moved)])
    assert {str(Path(entry.path).parent) for entry in library.entries()} == {str(moved)}
    rows = library.entries_by_file(lambda path: path.startswith(str(moved)))
    assert [Path(row.path).name for row in rows] == ["a.txt", "b.txt", "copy.txt"]
    assert rows[0].document_id == rows[2].document_id
    # and back: what had gone is imported anew
    moved.rename(folder)
    importer.add([str(folder)])
    assert {str(Path(entry.path).parent) for entry in library.entries()} == {str(folder)}


def test_articles_of_a_moved_file_are_listed_where_it_is(database, tmp_path):
    importer, library = Importer(database), Library(database)
    feed = tmp_path / "a.jsonl"
    feed.write_text('{"text": "خبر أول"}\n{"text": "خبر ثان"}', encoding="utf-8")
    importer.add([str(feed)])
    feed = feed.rename(tmp_path / "b.jsonl")
    importer.add([str(feed)])
    assert [entry.path for entry in library.entries("path")] == [f"{feed}#1", f"{feed}#2"]


def test_file_that_cannot_be_read_is_told_and_the_others_are_imported(database, folder):
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    (folder / "empty.txt").write_bytes(b"")
    result = Importer(database).add([str(folder), str(folder / "missing.txt")])
    assert result.added == 2
    assert len(result.failed) == 3
    assert any("missing.txt does not exist" in sentence for sentence in result.failed)


def test_changed_file_replaces_its_entry_and_touched_file_does_not(database, folder):
    importer, library = Importer(database), Library(database)
    importer.add([str(folder)])
    (folder / "a.txt").write_text("تقرير جديد تماما", encoding="utf-8")
    os.utime(folder / "b.txt", (1, 1))
    result = importer.add([str(folder)])
    assert (result.added, result.unchanged) == (1, 1)
    assert titles(library.entries()) == ["أخبار الميناء", "تقرير جديد تماما"]
    # and back again: the old text is the newest
    (folder / "a.txt").write_text("تقرير الطقس\nنص ثان\nوثالث", encoding="utf-8")
    importer.add([str(folder)])
    assert titles(library.entries()) == ["أخبار الميناء", "تقرير الطقس"]
    assert DocumentStore(database).by_path(str(folder / "a.txt")).title == "تقرير الطقس"


def test_articles_of_one_file_are_entries_of_their_own(database):
    Importer(database).add([str(DATA / "articles.jsonl")])
    entries = Library(database).entries("path")
    assert titles(entries) == ["افتتاح مكتبة جديدة", "نتائج دوري الصيد", "صفحة"]
    assert entries[0].path.endswith("articles.jsonl#1")
    assert entries[0].date == "2025-03-01"
    assert load(entries[1].path).title == entries[1].title


def test_shares_and_counts_in_the_list(database):
    document = load("/a.txt", data="أول\nثان\nثالث\nرابع".encode())
    documents = DocumentStore(database)
    number = documents.save(document)
    translations = TranslationStore(database)
    translations.put("أول", "p 1", [SentencePair(0, 3, "first")])
    translations.put("أول", "p 2", [SentencePair(0, 3, "first")])
    translations.put("أول", "p 2", [SentencePair(0, 3, "First")])
    translations.put("غير موجود", "p 1", [])
    documents.save_position(number, 1, 0, furthest=1)
    library = Library(database)
    library.set_entities(number, 7)
    annotations = AnnotationStore(database, annotator="me")
    annotations.add(new_annotation(document.fingerprint, make_anchor(document, 0, 0, 3)))
    entry = library.entry(number)
    assert (entry.read, entry.translated) == (0.5, 0.25)
    assert (entry.entities, entry.annotations, entry.size) == (7, 1, 14)
    database.connection.execute("DELETE FROM translation WHERE package = 'p 1'")
    assert library.entry(number).translated == 0.25
    database.connection.execute("DELETE FROM translation")
    assert library.entry(number).translated == 0
    assert library.entry(999) is None


def test_translations_made_before_a_document_count_for_it(database):
    TranslationStore(database).put("مكرر", "p 1", [SentencePair(0, 4, "again")])
    number = DocumentStore(database).save(load("/a.txt", data="مكرر\nمكرر\nآخر".encode()))
    assert Library(database).entry(number).translated == pytest.approx(2 / 3)
    TranslationStore(database).put("آخر", "p 1", [SentencePair(0, 3, "other")])
    assert Library(database).entry(number).translated == 1


def test_sorting_and_filtering(database):
    documents, library = DocumentStore(database), Library(database)
    texts = {"/c.txt": "إبل\nطويل طويل", "/a.txt": "أبجد", "/b.txt": "تمر"}
    numbers = {path: documents.save(load(path, data=t.encode())) for path, t in texts.items()}
    documents.save_position(numbers["/b.txt"], 0)
    assert titles(library.entries("title")) == ["أبجد", "إبل", "تمر"]
    assert titles(library.entries("size", reverse=True))[0] == "إبل"
    assert titles(library.entries("read"))[-1] == "تمر"
    for key in get_args(SortKey):
        assert len(library.entries(key)) == 3
    library.tag(numbers["/a.txt"], " نفط  وغاز ")
    library.tag(numbers["/a.txt"], "نفط وغاز")
    library.tag(numbers["/a.txt"], "  ")
    assert library.tags() == {"نفط وغاز": 1}
    assert titles(library.entries(only=Filter(tag="نفط وغاز"))) == ["أبجد"]
    assert titles(library.entries(only=Filter(text="ابل"))) == ["إبل"]
    assert titles(library.entries(only=Filter(text="B.TXT"))) == ["تمر"]
    assert titles(library.entries(only=Filter(unread=True))) == ["أبجد", "إبل"]
    assert library.entries(only=Filter(annotated=True)) == []
    assert library.entry(numbers["/a.txt"]).tags == ("نفط وغاز",)
    library.untag(numbers["/a.txt"], "نفط وغاز")
    assert library.tags() == {}


def test_filter_by_date(database):
    Importer(database).add([str(DATA / "articles.jsonl")])
    library = Library(database)
    assert len(library.entries(only=Filter(since="2025-03-02"))) == 1
    assert titles(library.entries(only=Filter(since="2025-03", until="2025-03-01"))) == [
        "افتتاح مكتبة جديدة"
    ]


def test_date_in_other_words_passes_no_filter(database, tmp_path):
    dates = ("May 1, 2019", "01/05/2024", "3 مايو 2024", "")
    lines = [json.dumps({"text": f"خبر {date}", "date": date}) for date in dates]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    Importer(database).add([str(tmp_path / "a.jsonl")])
    library = Library(database)
    assert titles(library.entries(only=Filter(since="2024"))) == ["خبر 3 مايو 2024"]
    assert titles(library.entries(only=Filter(until="2019"))) == ["خبر May 1, 2019"]
    last = library.entries("date", reverse=True)[:2]
    assert [entry.date for entry in last] == ["2024-05-03", "2019-05-01"]


def test_better_metadata_of_the_same_text_reaches_the_list_and_the_search(database):
    documents, library, index = DocumentStore(database), Library(database), SearchIndex(database)
    bare = load("/a.jsonl", data=json.dumps({"text": STORY}).encode())
    documents.save(bare)
    index.update()
    about = Metadata("عنوان أفضل", "ليلى", "2024-05-01", "المرفأ")
    number = documents.save(replace(bare, metadata=about))
    (entry,) = library.entries()
    assert (entry.title, entry.author, entry.date, entry.source) == (
        "عنوان أفضل", "ليلى", "2024-05-01", "المرفأ"
    )  # fmt: skip
    assert library.entries(only=Filter(text="أفضل ليلى", since="2024")) == [entry]
    assert index.update() == 1
    assert [hit.document_id for hit in index.search("أفضل", kinds=["title"])] == [number]
    documents.save(replace(bare, metadata=about))
    assert index.update() == 0


def test_bookmarks(database):
    number = DocumentStore(database).save(load("/a.txt", data="أ\nب".encode()))
    marks = Bookmarks(database, now=lambda: "2026-01-01T00:00:00+00:00")
    marks.put(number, "a", 1, 0)
    marks.put(number, "فقرة مهمة", 0, 1)
    marks.put(number, "a", 1, 1)
    assert [(m.name, m.place, m.offset) for m in marks.all(number)] == [
        ("فقرة مهمة", 0, 1),
        ("a", 1, 1),
    ]
    assert marks.get(number, "a").offset == 1
    assert marks.get(number, "b") is None
    assert marks.all() == marks.all(number)


def test_near_duplicates_are_one_story(database):
    documents, library = DocumentStore(database), Library(database)
    versions = [
        STORY,
        STORY.replace("الأسبوع المقبل", "الأسبوع القادم"),
        STORY.replace("أعلنت", "أَعلنتْ") + " بحسب الوكالة",
        "تقرير مختلف تماما عن افتتاح مكتبة عامة جديدة في حي المنارة بحضور عدد كبير من سكان الحي والزوار",
        "خبر قصير",
        "خبر قصير جدا",
    ]
    for n, text in enumerate(versions):
        documents.save(load(f"/{n}.txt", data=text.encode()))
    steps = []
    assert group_stories(database, on_progress=lambda *step: steps.append(step)) == 3
    assert steps[-1] == (6, 6)
    (story,) = library.stories()
    assert {entry.path for entry in story} == {"/0.txt", "/1.txt", "/2.txt"}
    assert len(library.entries(only=Filter(one_of_each_story=True))) == 4
    documents.save(load("/later.txt", data=(STORY + " كما ورد").encode()))
    assert group_stories(database) == 4
    assert group_stories(database) == 4


def test_watched_folders_are_followed(database, folder, tmp_path):
    importer = Importer(database)
    with pytest.raises(StoreError, match="is not a folder"):
        importer.watch(str(folder / "a.txt"))
    importer.watch(str(folder))
    importer.watch(str(folder))
    assert importer.watched() == [str(folder)]
    stop = threading.Event()
    found = []

    def follow() -> None:
        with Database(tmp_path / "reader.db") as own:
            for result in Importer(own).follow(stop.is_set):
                found.append(result.added)
                if len(found) == 1:
                    (folder / "new.txt").write_text("خبر وصل الآن", encoding="utf-8")
                    (folder / "ignored.bin").write_bytes(b"\0\1")
                elif sum(found) == 3:
                    stop.set()

    worker = threading.Thread(target=follow)
    worker.start()
    worker.join(60)
    stop.set()
    assert not worker.is_alive()
    assert sum(found) == 3
    assert "خبر وصل الآن" in titles(Library(database).entries())
    importer.unwatch(str(folder))
    assert list(Importer(database).follow(lambda: False)) == []


def test_files_in_a_folder_that_came_into_a_watched_one_are_imported(database, folder, monkeypatch):
    importer = Importer(database)
    importer.watch(str(folder))

    def watch(*_folders, **_options):
        yield set()
        new = folder / "جديد" / "يوم"
        new.mkdir(parents=True)
        (new / "a.txt").write_text("خبر في مجلد جديد", encoding="utf-8")
        yield {(Change.added, str(folder / "جديد"))}
        yield {(Change.added, str(folder / "other"))}

    monkeypatch.setattr("watchfiles.watch", watch)
    assert [result.added for result in importer.follow(lambda: False)][1:] == [1]
    assert "خبر في مجلد جديد" in titles(Library(database).entries())
