"""Files of annotations that are broken: a sentence, or one annotation left out; never a defect."""

import json

import pytest

from reader.errors import ExchangeError
from reader.export.imports import jsonl, w3c
from reader.export.imports.placing import add, place
from reader.export.imports.reading import read
from reader.store import Database
from reader.store.annotations import AnnotationStore
from tests.export.test_imports import DOC


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "r.db") as db:
        yield db


@pytest.mark.parametrize(
    "entry",
    [
        {},
        {"target": None},
        {"target": 5, "body": 7},
        {"target": {"selector": [[], None, 3, {"type": ["x"]}]}, "body": [None, [], {"value": 3}]},
        {"target": {"selector": {"type": "TextQuoteSelector", "exact": 3}}},
        {"target": [{"selector": {"type": "TextPositionSelector", "start": -1}}]},
        {"target": "urn:uuid:x", "body": {}, "reader:relation": 3},
    ],
)
def test_broken_entries_are_left_out(entry):
    for data in (entry, [entry], {"items": [entry, 3, None]}, {"first": {"items": [entry]}}):
        assert not [i for parcel in w3c.read(data) for i in parcel.items]


def test_broken_fields_do_not_spoil_an_annotation():
    entry = {
        "id": 7, "created": 3, "creator": [], "motivation": [None],
        "target": {"source": 3, "selector": {"type": "TextQuoteSelector", "exact": "بغداد",
                                             "prefix": [], "suffix": {}}},
        "body": [{"purpose": ["tagging", 3], "value": "t"}, "just text"],
        "reader:status": "unheard of", "reader:score": "high", "reader:english": {"package": 1},
    }  # fmt: skip
    [parcel] = w3c.read(entry)
    [item] = parcel.items
    assert (item.annotation.status, item.annotation.score) == ("accepted", None)
    assert item.annotation.tags == ("t",)
    assert place(parcel, DOC).annotations[0].placement == "moved"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.json", b"{", "Line 1 is not JSON"),
        ("a.jsonl", b'{"text": "x"}\n[1]\n', "Line 2 has no text"),
        ("a.json", b'{"x": 1}', "holds no annotations"),
        ("a.json", b"\xff\xfe", "not UTF-8"),
        ("a.json", b"[" * 100_000, "not W3C"),
        ("a.ann", b"T1\tX 0 1\tx\n", r"a\.txt cannot be read"),
    ],
)
def test_files_that_cannot_be_read_are_sentences(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ExchangeError, match=words):
        read(tmp_path / name)
    with pytest.raises(ExchangeError, match="cannot be read"):
        read(tmp_path / "none.json")


SOUND = {
    "id": "a",
    "target": {
        "source": "x",
        "selector": [
            {"type": "TextQuoteSelector", "exact": "بغداد"},
            {"type": "TextPositionSelector", "start": 17},
            {"type": "reader:ParagraphSelector", "reader:start": 17, "reader:end": 22},
        ],
    },
    "body": "ملاحظة",
    "reader:score": 0.5,
    "reader:english": {"package": "p", "segment": 0, "start": 0, "end": 3, "exact": "The"},
}
DOCCANO = {
    "text": "وصلت الطائرة إلى بغداد",
    "entities": [
        {"id": 1, "start_offset": 5, "end_offset": 12, "label": "A"},
        {"id": 2, "start_offset": 17, "end_offset": 22, "label": "B"},
    ],
    "relations": [{"from_id": 1, "to_id": 2, "type": "to"}],
    "meta": {"source": "s"},
}
NO_VALUES = [10**400, -(10**400), 2**63, -1, 1e999, -1e999, float("nan"), True, None, [], [1], {},
             "\ud800", "\x00"]  # fmt: skip


def spoilt(value, bad):
    """Yield the value with each part of it, at any depth, in turn replaced."""
    yield bad
    if not isinstance(value, dict | list):
        return
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        for other in spoilt(part, bad):
            copy = value.copy()
            copy[key] = other
            yield copy


@pytest.mark.parametrize("bad", NO_VALUES, ids=lambda value: repr(value)[:8])
@pytest.mark.parametrize("entry", [SOUND, DOCCANO], ids=["w3c", "doccano"])
def test_no_value_anywhere_is_more_than_a_fault_of_the_file(tmp_path, database, entry, bad):
    taken = 0
    for data in spoilt(entry, bad):
        (tmp_path / "a.json").write_text(json.dumps(data))
        try:
            taken += add(database, DOC, read(tmp_path / "a.json"), "me").added
        except ExchangeError:
            continue
    store = AnnotationStore(database)
    kept = store.for_document(DOC.fingerprint)
    assert len(kept) == taken > 0
    assert all(one.score is None or 0 <= one.score <= 1 for one in kept)
    assert store.check() == []


def test_what_is_twice_in_a_file_comes_in_once(tmp_path, database):
    other = {**SOUND, "id": "b"}
    link = {"id": "r", "target": "urn:uuid:a", "body": "urn:uuid:b", "reader:relation": "to"}
    (tmp_path / "a.json").write_text(json.dumps([SOUND, other, SOUND, link, link]))
    [parcel, _] = parcels = read(tmp_path / "a.json")
    assert ([len(p.items) for p in parcels], [len(p.relations) for p in parcels]) == (
        [2, 0],
        [0, 1],
    )
    done = add(database, DOC, parcels, "me")
    assert (done.added, done.skipped, parcel.skipped) == (2, 1, 1)
    (tmp_path / "a.txt").write_text("وصلت الطائرة", encoding="utf-8")
    (tmp_path / "a.ann").write_text("T1\tX 5 12\tالطائرة\n" * 2, encoding="utf-8")
    done = add(database, DOC, read(tmp_path / "a.ann"), "me")
    assert (done.added, done.skipped) == (1, 1)


def test_relations_of_entities_without_an_id_are_left_out():
    row = {**DOCCANO, "entities": [{**e, "id": [1]} for e in DOCCANO["entities"]]}
    for relation in ({"from_id": [1], "to_id": [1], "type": "to"}, {"type": "to"}):
        [parcel] = jsonl.read(json.dumps({**row, "relations": [relation]}))
        assert (len(parcel.items), parcel.relations) == (2, [])
