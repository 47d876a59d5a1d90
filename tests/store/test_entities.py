"""Entities kept for each document, and the library's index."""

from dataclasses import replace

import pytest

from reader.documents.model import Document, Paragraph, paragraph_id
from reader.entities.model import Entity, Label
from reader.store import Database
from reader.store.documents import DocumentStore
from reader.store.entities import EntityStore

TRUMP = Entity(0, 5, Label.PER, "ترامب", 0.9, "", "ترامب", "Trump")
DONALD = Entity(0, 12, Label.PER, "دونالد ترامب", 0.9, "", "دونالد ترامب", "Donald Trump")
IRAQ = Entity(20, 26, Label.LOC, "العراق", 0.9, "", "العراق", "Iraq")
YEAR = Entity(30, 34, Label.DATE, "2021", 1.0, "2021")


@pytest.fixture
def library(tmp_path):
    with Database(tmp_path / "r.db") as database:
        documents = DocumentStore(database)
        ids = []
        for n in range(3):
            text = f"نص {n} " * 20
            paragraphs = (
                Paragraph(paragraph_id(0, text), text),
                Paragraph(paragraph_id(1, text), text),
            )
            ids.append(
                documents.save(Document(f"{n}.txt", "text/plain", "utf-8", str(n), paragraphs))
            )
        yield EntityStore(database), ids


def test_kept_entities_come_back_as_they_were(library):
    store, ids = library
    paragraphs = [[TRUMP, IRAQ, YEAR], []]
    assert store.load(ids[0], "v1") is None
    store.save(ids[0], paragraphs, "v1")
    assert store.load(ids[0], "v1", 2) == paragraphs
    assert store.load(ids[0], "v2", 2) is None
    assert store.count(ids[0]) == 2


def test_index_counts_documents_and_mentions(library):
    store, ids = library
    store.save(ids[0], [[IRAQ], [IRAQ, TRUMP]], "v1")
    store.save(ids[1], [[IRAQ]], "v1")
    iraq, trump = store.index()
    assert (iraq.name, iraq.english, iraq.documents, iraq.mentions) == ("العراق", "Iraq", 2, 3)
    assert trump.documents == 1
    assert store.documents_naming(iraq.id) == [(ids[0], 2), (ids[1], 1)]
    assert [o.paragraph for o in store.mentions(iraq.id, ids[0])] == [0, 1]
    assert store.forms(iraq.id) == [("العراق", 3)]


def test_index_is_filtered_by_label_and_by_either_language(library):
    store, ids = library
    store.save(ids[0], [[IRAQ, TRUMP]], "v1")
    assert [e.name for e in store.index(Label.PER)] == ["ترامب"]
    assert [e.name for e in store.index(query="iraq")] == ["العراق"]
    assert [e.name for e in store.index(query="الـعِراق")] == ["العراق"]
    assert store.index(query="كندا") == []


def test_a_text_that_its_file_no_longer_holds_counts_no_more(library, tmp_path):
    store, ids = library
    store.save(ids[0], [[IRAQ, TRUMP]], "v1")
    store.save(ids[1], [[replace(IRAQ, text="بالعراق")]], "v1")
    text = "نص آخر"
    newer = Document(
        "0.txt", "text/plain", "utf-8", "new", (Paragraph(paragraph_id(0, text), text),)
    )
    with Database(tmp_path / "r.db") as database:
        number = DocumentStore(database).save(newer)
    store.save(number, [[IRAQ]], "v1")
    [iraq] = store.index()
    assert (iraq.name, iraq.documents, iraq.mentions) == ("العراق", 2, 2)
    assert store.documents_naming(iraq.id) == [(ids[1], 1), (number, 1)]
    assert store.forms(iraq.id) == [("العراق", 1), ("بالعراق", 1)]


def test_surname_alone_joins_the_full_name_of_another_document(library):
    store, ids = library
    surname = Entity(0, 7, Label.PER, "الركابي", 0.9, "", "الركابي")
    full = Entity(0, 12, Label.PER, "كاطع الركابي", 0.9, "", "كاطع الركابي")
    store.save(ids[0], [[surname]], "v1")
    store.save(ids[1], [[full]], "v1")
    [entry] = store.index()
    assert (entry.name, entry.documents) == ("كاطع الركابي", 2)
    store.save(ids[2], [[surname]], "v1")
    [entry] = store.index()
    assert entry.documents == 3


def test_second_run_replaces_the_first_and_names_nobody_names_go(library):
    store, ids = library
    store.save(ids[0], [[IRAQ, TRUMP]], "v1")
    store.save(ids[0], [[DONALD]], "v2")
    assert [e.name for e in store.index()] == ["دونالد ترامب"]
    assert store.load(ids[0], "v2") == [[DONALD]]
