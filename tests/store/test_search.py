"""Full-text search: spelling, particles, lemmas, phrases, both languages, notes and entities."""

from dataclasses import replace

import pytest

from reader.annotations.anchor import make_anchor
from reader.annotations.model import new_annotation
from reader.documents import load
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.documents import DocumentStore
from reader.store.importing import Importer
from reader.store.library import Library
from reader.store.memory import MemoryStore
from reader.store.search import KINDS, SearchIndex
from reader.store.search_query import parse
from reader.store.translations import TranslationStore
from reader.translation.model import SentencePair

TEXTS = {
    "/iraq.txt": "زيارة وفد\nوصل الوفد إلى بغداد، وأُجريت مُفاوَضاتٌ وبالعراق استقبله رئيس الوزراء.",
    "/water.txt": "ملف المياه\nناقشت المدن الساحلية ملف المياه مع لرئيس الوزراء ١٩٨٧.",
    "/sport.txt": "دوري الصيد\nفاز فريق المدينة له بالكأس.",
}


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "reader.db") as opened:
        store = DocumentStore(opened)
        for path, text in TEXTS.items():
            store.save(load(path, data=text.encode()))
        assert SearchIndex(opened).update() == 3
        yield opened


@pytest.fixture
def index(database):
    return SearchIndex(database)


def paths(hits) -> set[str]:
    return {hit.path for hit in hits}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("العراق", {"/iraq.txt"}),
        ("عراق", {"/iraq.txt"}),
        ("وبالعراق", {"/iraq.txt"}),
        ("المُفَاوَضات", {"/iraq.txt"}),
        ("مفاوضات", {"/iraq.txt"}),
        ("مدن", {"/water.txt", "/sport.txt"}),  # one lemma with المدينة
        ("المدينه", {"/water.txt", "/sport.txt"}),
        ("الي بغداد", {"/iraq.txt"}),
        ("1987", {"/water.txt"}),
        ("الملف", {"/water.txt"}),
        ("ألملف", set()),  # no article
        ("الله", set()),
        ("رئيس الوزراء", {"/iraq.txt", "/water.txt"}),
        ('"رئيس الوزراء"', {"/iraq.txt", "/water.txt"}),
        ('"الوزراء رئيس"', set()),
        ("رئيس -بغداد", {"/water.txt"}),
        ("ساحل*", set()),
        ("الساحل*", {"/water.txt"}),
        ("وفد مياه", set()),
        ("-بغداد", set()),
        ('" - * ( )', set()),
        ("NOT", set()),
        ("", set()),
    ],
)
def test_what_is_found(index, query, expected):
    assert paths(index.search(query, kinds=("text",))) == expected


def test_hits_have_offsets_of_the_text_as_written(index):
    (hit,) = index.search("مفاوضات العراق", kinds=("text",))
    assert hit.place == 1
    assert [hit.text[start:end] for start, end in hit.spans] == ["مُفاوَضاتٌ", "وبالعراق"]
    (phrase,) = index.search('"رئيس الوزراء" المدن', kinds=("text",))
    assert [phrase.text[start:end] for start, end in phrase.spans] == ["المدن", "لرئيس الوزراء"]


def test_titles_are_searched(index):
    hits = index.search("الصيد")
    assert [hit.kind for hit in hits if hit.path == "/sport.txt"].count("title") == 1


def test_translations_notes_and_entities_are_indexed_when_they_come(database, index):
    document = DocumentStore(database).by_path("/water.txt")
    TranslationStore(database).put(
        document.paragraphs[1].text,
        "p 1",
        [SentencePair(0, 5, "Coastal cities discussed"), SentencePair(5, 9, "water.")],
    )
    annotations = AnnotationStore(database, annotator="me")
    anchor = make_anchor(document, 1, 6, 11)
    annotations.add(
        replace(
            new_annotation(document.fingerprint, anchor),
            note="قارن بتقرير البنك",
            tags=("متابعة",),
            label="ORG",
            identity="Q42",
        )
    )
    assert index.search("city") == []
    assert index.update() == 1
    assert index.update() == 0
    (english,) = index.search("city waters")
    assert (english.kind, english.place) == ("translation", 1)
    assert [english.text[s:e] for s, e in english.spans] == ["cities", "water"]
    assert index.search("تقرير")[0].kind == "note"
    assert index.search("متابعه")[0].place == 1
    (entity,) = index.search("q42")
    assert entity.kind == "entity"
    assert entity.text.startswith(anchor.exact)


def test_changed_translation_and_removed_note_are_indexed_anew(database, index):
    document = DocumentStore(database).by_path("/sport.txt")
    translations, annotations = (
        TranslationStore(database),
        AnnotationStore(database, annotator="me"),
    )
    translations.put(document.paragraphs[1].text, "p 1", [SentencePair(0, 5, "Old words")])
    note = annotations.add(
        replace(new_annotation(document.fingerprint, make_anchor(document, 1, 0, 3)), note="ملاحظة")
    )
    index.update()
    assert index.search("old")
    assert index.search("ملاحظة")
    translations.put(document.paragraphs[1].text, "p 1", [SentencePair(0, 5, "New words")])
    annotations.delete(note.id)
    assert index.update() == 1
    assert index.search("old") == []
    assert index.search("new")
    assert index.search("ملاحظة") == []


def test_a_translation_made_before_the_document_is_indexed_with_it(database, index):
    text = "هبطت الطائرة."
    TranslationStore(database).put(text, "p 1", [SentencePair(0, len(text), "The plane landed.")])
    DocumentStore(database).save(load("/plane.txt", data=text.encode()))
    index.update()
    assert paths(index.search("plane")) == {"/plane.txt"}


@pytest.mark.parametrize("others", [0, 150])
def test_the_english_is_found_as_it_was_corrected(database, index, others):
    text = DocumentStore(database).by_path("/sport.txt").paragraphs[1].text
    TranslationStore(database).put(text, "p 1", [SentencePair(0, len(text), "A group gained.")])
    index.update()
    memory = MemoryStore(database)
    memory.put(text, "The team won the cup.")
    for number in range(others):
        memory.put(f"جملة أخرى {number}.", "Another sentence.")
    assert index.update() == 1
    assert index.search("gained") == []
    assert paths(index.search("cup")) == {"/sport.txt"}
    assert index.update() == 0
    memory.remove(text)
    index.update()
    assert index.search("cup") == []
    assert index.search("gained")


def test_a_correction_is_indexed_wherever_its_sentence_is_spelt_otherwise(database, index):
    texts = {"/one.txt": "ذهب الولد إلى المدرسة.", "/two.txt": "ذَهَبَ الولدُ الى المدرسة."}
    for path, text in texts.items():
        DocumentStore(database).save(load(path, data=text.encode()))
        TranslationStore(database).put(text, "p 1", [SentencePair(0, len(text), "A boy walked.")])
    index.update()
    MemoryStore(database).put(texts["/one.txt"], "The lad strolled.")
    assert index.update() == 2
    assert paths(index.search("strolled")) == set(texts)
    assert index.search("walked") == []


def test_the_note_of_an_annotation_without_a_place_is_found(database, index):
    document = DocumentStore(database).by_path("/sport.txt")
    anchor = replace(make_anchor(document, 1, 0, 3), paragraph_id="p9-gone")
    AnnotationStore(database, annotator="me").add(
        replace(new_annotation(document.fingerprint, anchor), note="يتيمة", placement="orphan")
    )
    index.update()
    assert [(hit.kind, hit.place) for hit in index.search("يتيمة")] == [("note", 0)]


def test_older_text_of_a_changed_file_is_not_shown(database, index):
    DocumentStore(database).save(load("/sport.txt", data="خبر آخر عن الصيد".encode()))
    index.update()
    hits = index.search("الصيد", kinds=("text",))
    assert [hit.text for hit in hits] == ["خبر آخر عن الصيد"]
    assert index.search("بالكأس") == []


def test_a_hit_leads_to_a_file_that_still_holds_the_text(database, index):
    store, copy = DocumentStore(database), TEXTS["/sport.txt"]
    number = store.save(load("/z.txt", data=copy.encode()))
    store.save(load("/z.txt", data="خبر آخر عن الصيد".encode()))
    index.update()
    assert store.get(number).path == "/z.txt"
    assert [hit.path for hit in index.search("بالكأس")] == ["/sport.txt"]


def test_own_texts_can_be_indexed(index):
    index.index(1, "entity", ["", "صندوق النقد\nالدولي"])
    (hit,) = index.search("النقد")
    assert (hit.kind, hit.place, hit.text) == ("entity", 1, "صندوق النقد الدولي")
    index.index(1, "entity", [])
    assert index.search("النقد") == []


def test_indexing_that_was_stopped_goes_on(tmp_path):
    with Database(tmp_path / "new.db") as opened:
        store = DocumentStore(opened)
        for n in range(60):
            store.save(load(f"/{n}.txt", data=f"خبر رقم {n}".encode()))
        index = SearchIndex(opened)
        asked = iter([False, True])
        assert index.update(should_stop=lambda: next(asked)) == 50
        assert index.update() == 10
        assert len(index.search("خبر", limit=100, kinds=("text",))) == 60


def test_limit_and_score_order(index):
    hits = index.search("الوزراء", limit=1)
    assert len(hits) == 1
    scores = [hit.score for hit in index.search("رئيس")]
    assert scores == sorted(scores, reverse=True)


def test_parse_reads_phrases_prefixes_and_absence():
    terms = parse('الأول "نص ثان" بدا* -ليس U.S.')
    assert [(t.form, t.phrase, t.prefix, t.without) for t in terms] == [
        ("الاول", False, False, False),
        ("نص ثان", True, False, False),
        ("بدا", False, True, False),
        ("ليس", False, False, True),
        ("u s", True, False, False),
    ]


def test_every_kind_has_room():
    assert len(KINDS) <= 8


def test_a_note_is_found_after_its_file_has_changed_and_was_imported(tmp_path, database, index):
    path = tmp_path / "a.txt"
    path.write_text("وصلت الطائرة إلى مطار القاهرة.", encoding="utf-8")
    importer = Importer(database)
    importer.add([str(path)])
    document = load(path)
    AnnotationStore(database, annotator="me").add(
        replace(
            new_annotation(document.fingerprint, make_anchor(document, 0, 5, 12)), note="remark"
        )
    )
    path.write_text("مساء أمس وصلت الطائرة إلى مطار القاهرة.", encoding="utf-8")
    importer.add([str(path)])
    index.update()
    assert [hit.kind for hit in index.search("remark")] == ["note"]
    (entry,) = (e for e in Library(database).entries() if e.path == str(path))
    assert entry.annotations == 1


def test_numbers_with_a_tatweel_between_them_are_found_one_by_one(database, index):
    saved = DocumentStore(database).save(load("/y.txt", data="الفترة 1990ـ2000 كانت".encode()))
    index.update()
    for query in ("2000", "1990ـ2000", "1990-2000"):
        assert [hit.document_id for hit in index.search(query, kinds=["text"])] == [saved]
    assert index.search("19902000") == []
