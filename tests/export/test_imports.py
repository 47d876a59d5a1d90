"""Files of this and other programs: what comes in, and where it lands."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations import make_anchor
from reader.documents import Document
from reader.errors import ExchangeError
from reader.export.bundle import Bundle
from reader.export.imports import w3c
from reader.export.imports.parcel import text_document
from reader.export.imports.placing import add, place
from reader.export.imports.reading import read
from reader.export.imports.resolving import resolve
from reader.export.registry import FORMATS
from reader.store import Database
from reader.store.annotations import AnnotationStore
from reader.store.documents import DocumentStore
from tests.annotations.helpers import document
from tests.export import sample
from tests.export.matrix import export
from tests.export.others import DOC, HYPOTHESIS, RECOGITO


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "r.db") as db:
        yield db


def written(folder, name):
    """Write an export of the sample and return its main file."""
    folder.mkdir(exist_ok=True)
    for file in export(name):
        (folder / file.name).write_bytes(file.data)
    return folder / export(name)[0].name


def test_w3c_gives_back_exactly_the_same(tmp_path, database):
    parcels = read(written(tmp_path / "out", "w3c"))
    summary = add(database, sample.DOC, parcels, "import")
    assert (summary.added, summary.orphans, summary.skipped) == (len(sample.ANNOTATIONS), 1, 0)
    store = AnnotationStore(database)
    back = {a.id: a for a in store.for_document(sample.DOC.fingerprint)}
    assert back == {a.id: a for a in sample.ANNOTATIONS}
    assert set(store.relations(sample.DOC.fingerprint)) == set(sample.RELATIONS)
    again = add(database, sample.DOC, read(written(tmp_path / "out", "w3c")), "import")
    assert (again.added, again.known) == (0, len(sample.ANNOTATIONS))


any_text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@settings(max_examples=60, deadline=None)
@given(
    paragraphs=st.lists(any_text.filter(lambda t: "\n" not in t), min_size=1, max_size=4),
    data=st.data(),
)
def test_w3c_round_trip_of_anything(paragraphs, data):
    doc = document(*paragraphs)
    made = []
    for n in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(paragraphs) - 1))
        start = data.draw(st.integers(0, len(paragraphs[where]) - 1))
        end = data.draw(st.integers(start + 1, len(paragraphs[where])))
        made.append(
            replace(
                sample.at(n, 0, "بغداد"),
                document=doc.fingerprint,
                anchor=make_anchor(doc, where, start, end),
                label=data.draw(st.sampled_from(["", "PER", "a b"])),
                note=data.draw(st.just("") | any_text),
                tags=tuple(dict.fromkeys(data.draw(st.lists(any_text, max_size=2)))),
                identity=data.draw(st.sampled_from(["", "Q5", "Q5x"])),
                colour=data.draw(st.sampled_from(["", "green"])),
                reviewed=data.draw(st.booleans()),
                status=data.draw(st.sampled_from(["accepted", "suggested", "rejected"])),
                score=data.draw(st.none() | st.floats(0, 1)),
            )
        )
    [file] = FORMATS["w3c"].write([Bundle(doc, tuple(made), time=sample.TIME)])
    [parcel] = w3c.read(json.loads(file.data))
    assert place(parcel, doc).annotations == made


def test_brat_comes_back(tmp_path, database):
    [parcel] = read(written(tmp_path / "out", "brat"))
    placed = place(parcel, sample.DOC)
    found = {(a.anchor.exact, a.label): a for a in placed.annotations}
    wanted = list(sample.BUNDLE.decided)
    assert set(found) == {(a.anchor.exact, a.label) for a in wanted}
    for one in wanted:
        back = found[one.anchor.exact, one.label]
        assert (back.anchor, back.placement) == (one.anchor, "placed")
        assert (back.identity, back.value, back.colour) == (one.identity, one.value, one.colour)
        assert (back.reviewed, len(back.tags)) == (one.reviewed, len(one.tags))
    assert found["المتحدث", ""].note == sample.NOTE.note.replace("\t", " ")
    quotes = {a.id: a.anchor.exact for a in placed.annotations}
    assert {(quotes[r.from_id], quotes[r.to_id], r.type) for r in placed.relations} == {
        (sample.OUTER.anchor.exact, "بغداد", "located_in"), ("المتحدث", "إلى البصرة", "related"),
    }  # fmt: skip


@pytest.mark.parametrize("flavour", ["doccano", "spacy", "prodigy"])
def test_json_lines_come_back(tmp_path, flavour):
    [parcel] = read(written(tmp_path / "out", f"jsonl ({flavour})"))
    placed = place(parcel, sample.DOC)
    assert {(a.anchor, a.label, a.placement) for a in placed.annotations} == {
        (a.anchor, a.label, "placed") for a in sample.BUNDLE.decided if a.label
    }
    assert len(placed.relations) == (flavour == "doccano")
    assert parcel.fingerprint == sample.DOC.fingerprint


def test_annotations_find_their_document(tmp_path, database, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "article.txt"
    text = "\n\n".join(p.text for p in DOC.paragraphs)
    path.write_text(text, encoding="utf-8")
    [parcel] = w3c.read(RECOGITO)
    with pytest.raises(ExchangeError, match=r"example\.org/b, which is not here: .* --to"):
        resolve(parcel, database, tmp_path)
    parcel.source = "article.txt"
    assert resolve(parcel, database, tmp_path / "elsewhere").paragraphs
    parcel.source = path.as_uri()
    assert resolve(parcel, database, tmp_path).paragraphs
    kept = replace(
        DOC, path="gone.txt", metadata=replace(DOC.metadata, url="https://example.org/b")
    )
    DocumentStore(database).save(kept)
    parcel.source = "https://example.org/b"
    assert resolve(parcel, database, tmp_path).fingerprint == DOC.fingerprint
    parcel.source, parcel.fingerprint = "", DOC.fingerprint
    assert resolve(parcel, database, tmp_path).fingerprint == DOC.fingerprint


def test_an_export_of_an_earlier_version_is_followed(database):
    old = DOC
    new = document("مقدمة", *(p.text for p in DOC.paragraphs[1:]))
    one = replace(
        sample.at(1, 0, "بغداد"), document=old.fingerprint, anchor=make_anchor(old, 2, 17, 22)
    )
    [file] = FORMATS["w3c"].write([Bundle(old, (one,), time=sample.TIME)])
    DocumentStore(database).save(old)
    summary = add(database, new, w3c.read(json.loads(file.data)), "omar")
    [back] = AnnotationStore(database).for_document(new.fingerprint)
    assert (summary.added, back.placement, back.anchor.exact) == (1, "placed", "بغداد")
    assert AnnotationStore(database, annotator="omar").undo().removed == (one.id,)


def test_a_file_can_be_imported_into_two_documents(database):
    """… and again into each, and into their newer versions."""
    other = document("عنوان آخر", *(p.text for p in sample.DOC.paragraphs), path="other.txt")
    parcels = w3c.read(json.loads(export("w3c")[0].data))
    store = AnnotationStore(database, annotator="omar")
    number = len(sample.ANNOTATIONS)
    assert add(database, sample.DOC, parcels, "omar").added == number
    summary = add(database, other, parcels, "omar")
    assert (summary.added, summary.known) == (number, 0)
    there = {a.id: a.quote for a in store.for_document(other.fingerprint)}
    assert sorted(there.values()) == sorted(a.quote for a in sample.ANNOTATIONS)
    links = store.relations(other.fingerprint)
    quotes = {a.id: a.quote for a in sample.ANNOTATIONS}
    assert sorted((there[r.from_id], there[r.to_id], r.type) for r in links) == sorted(
        (quotes[r.from_id], quotes[r.to_id], r.type) for r in sample.RELATIONS
    )
    assert len(store.for_document(sample.DOC.fingerprint)) == number

    newer = replace(
        other, paragraphs=document("عنوان", *(p.text for p in other.paragraphs)).paragraphs
    )
    for doc in (sample.DOC, other, newer, newer):
        summary = add(database, doc, parcels, "omar")
        assert (summary.added, summary.known) == (0, number), doc.path
    assert {a.id for a in store.for_document(newer.fingerprint)} == set(there)
    assert store.check() == []


def test_what_was_deleted_is_imported_again(database):
    parcels = w3c.read(json.loads(export("w3c")[0].data))
    store = AnnotationStore(database, annotator="omar")
    add(database, sample.DOC, parcels, "omar")
    store.undo()
    assert add(database, sample.DOC, parcels, "omar").added == len(sample.ANNOTATIONS)


def test_text_documents_keep_their_lines():
    doc = text_document(["a\r", "", "b"])
    assert isinstance(doc, Document)
    assert [p.text for p in doc.paragraphs] == ["a", "", "b"]


def test_one_annotation_of_hypothesis_alone_in_a_file(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(HYPOTHESIS["rows"][0]), encoding="utf-8")
    [parcel] = read(tmp_path / "one.json")
    assert parcel.items[0].annotation.note == "ملاحظة من المتصفح"


def test_relations_of_w3c_point_to_their_annotations(database):
    data = json.loads(export("w3c")[0].data)
    data["first"]["items"] = [
        i for i in data["first"]["items"] if i["id"] != f"urn:uuid:{sample.OUTER.id}"
    ]
    add(database, sample.DOC, w3c.read(data), "import")
    [left] = AnnotationStore(database).relations(sample.DOC.fingerprint)
    assert left.type == "related"  # the other lost its beginning
