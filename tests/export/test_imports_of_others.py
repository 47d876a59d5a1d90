"""Files of other programs: Hypothesis, Recogito, brat, doccano, prodigy, on Windows too."""

import json

import pytest

from reader.annotations import make_anchor
from reader.export.imports import brat, jsonl, w3c
from reader.export.imports.placing import place
from reader.export.imports.reading import read
from tests.export.others import DOC, HYPOTHESIS, RECOGITO


def test_hypothesis(tmp_path):
    (tmp_path / "h.json").write_text(json.dumps(HYPOTHESIS), encoding="utf-8")
    [parcel] = read(tmp_path / "h.json")
    assert (parcel.source, parcel.skipped) == ("https://example.org/a", 1)
    [one] = place(parcel, DOC).annotations
    assert one.anchor == make_anchor(DOC, 1, 5, 13)
    assert (one.note, one.tags, one.annotator, one.placement) == (
        "ملاحظة من المتصفح", ("مهم",), "acct:sara@hypothes.is", "moved",
    )  # fmt: skip
    assert one.created.startswith("2026-01-02")


def test_recogito_and_other_forms_of_the_standard():
    [parcel] = w3c.read(RECOGITO)
    [one] = place(parcel, DOC).annotations
    assert (one.anchor.exact, one.tags, one.note, one.placement) == (
        "بغداد",
        ("Person",),
        "تعليق",
        "moved",
    )
    short = {
        "target": {
            "source": "x",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "السوداني"},
                {"type": "TextPositionSelector", "start": 42, "end": 50},
            ],
        },
        "bodyValue": "قصير",
        "motivation": "highlighting",
    }
    [parcel] = w3c.read([short])
    [one] = place(parcel, DOC).annotations
    # twice in the text, no context: the position decides
    assert (one.anchor, one.note, one.colour) == (make_anchor(DOC, 1, 5, 13), "قصير", "yellow")


def test_a_quote_over_several_paragraphs_lands_on_its_longest_part():
    quote = "شياع السوداني\nوقال السوداني إن الحكومة"
    entry = {
        "target": {"source": "x", "selector": {"type": "TextQuoteSelector", "exact": quote,
                                               "prefix": "محمد "}},
    }  # fmt: skip
    [parcel] = w3c.read({"items": [entry]})
    [one] = place(parcel, DOC).annotations
    assert one.anchor == make_anchor(DOC, 1, 0, 24)


ANN = """T1	Person 10 28;32 40	الوزراء محمد شياع  داني وقا
T2	GPE 93 98	بغداد
*	Equiv T1 T2
R1	Located Arg1:T1 Arg2:T2
E1	Visit:T2 Who:T1
A1	Negation T1
M1	Reviewed T2
N1	Reference T2 Wikidata:Q1530	Baghdad
#1	AnnotatorNotes T2	عاصمة
T9	Broken 5
T10	Outside 900 901
T11	Elsewhere 900 907	الطائرة
T12	Nowhere 3 7	كلمة
garbage
"""


def test_brat_of_others():
    text = "\n".join(p.text for p in DOC.paragraphs)
    parcel = brat.read(
        ANN.replace("93 98", f"{text.index('بغداد')} {text.index('بغداد') + 5}"), text
    )
    found = {a.label: a for a in place(parcel, DOC).annotations}
    assert set(found) == {"Person", "GPE", "Elsewhere", "Nowhere"}
    places = {label: one.placement for label, one in found.items()}
    assert places == {
        "Person": "placed",
        "GPE": "placed",
        "Elsewhere": "moved",
        "Nowhere": "orphan",
    }
    # where the offsets are wrong, the quote is what counts
    assert found["Elsewhere"].anchor == make_anchor(DOC, 2, 5, 12)
    assert found["Nowhere"].anchor.exact == "كلمة"
    assert found["Person"].anchor == make_anchor(DOC, 0, 10, 36)  # cut at its paragraph's end
    assert (found["GPE"].identity, found["GPE"].note) == ("Q1530", "عاصمة")
    assert found["GPE"].reviewed
    assert {r.type for r in parcel.relations} == {"same_as", "Located"}
    assert parcel.skipped == 3


WINDOWS = "\r\n".join(p.text for p in DOC.paragraphs)


@pytest.mark.parametrize("counted", [WINDOWS, WINDOWS.replace("\r", "")])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_brat_on_a_text_of_windows_in_either_counting(counted, end):
    words = ["محمد", "الحكومة", "بغداد"]
    lines = [
        f"T{n}\tX{n} {counted.index(word)} {counted.index(word) + len(word)}\t{word}"
        for n, word in enumerate(words)
    ]
    # a quote that stands by chance where the other counting would have it
    at = counted.index("الطائرة")
    lines += [f"T9\tChance {at} {at + 1}\tا", "#1\tAnnotatorNotes T0\tملاحظة"]
    placed = place(brat.read(end.join(lines) + end, WINDOWS), DOC).annotations
    assert [(a.anchor.exact, a.placement) for a in placed] == [
        *((word, "placed") for word in words),
        ("ا", "placed"),
    ]
    assert placed[3].anchor == make_anchor(DOC, 2, 5, 6)
    assert placed[0].note == "ملاحظة"


def test_json_lines_on_texts_of_windows():
    first, *rest = [p.text for p in DOC.paragraphs]
    rows = []
    for text, words in (("\r\n".join(rest) + "\r\n", ["الحكومة", "بغداد"]), (first, ["محمد"])):
        spans = [[text.index(word), text.index(word) + len(word), "X"] for word in words]
        rows.append({"text": text, "label": spans})
    [parcel] = jsonl.read("\n".join(map(json.dumps, rows)))
    assert [i.annotation.anchor.exact for i in parcel.items] == ["الحكومة", "بغداد", "محمد"]
    assert {a.placement for a in place(parcel, DOC).annotations} == {"placed"}
    on_the_break = {"text": "a\r\nb", "label": [[1, 3, "X"], [0, 3, "Y"]]}
    [parcel] = jsonl.read(json.dumps(on_the_break))
    assert ([i.annotation.anchor.exact for i in parcel.items], parcel.skipped) == (["a"], 1)


def test_json_lines_of_others():
    rows = [
        {
            "text": "أعلن رئيس الوزراء محمد شياع السوداني",
            "label": [[18, 36, "a person"], [1, 0, "x"], ["a", 2, "x"]],
        },
        {
            "text": "وصلت الطائرة إلى بغداد",
            "spans": [{"start": 17, "end": 22, "label": "LOC"}],
            "answer": "reject",
        },
        {"text": "وقال", "spans": [{"start": 0, "end": 4, "label": "X"}], "answer": "ignore"},
    ]
    [parcel] = jsonl.read("\n".join(map(json.dumps, rows)) + "\n\n")
    found = {a.label: a for a in place(parcel, DOC).annotations}
    assert found["a_person"].anchor == make_anchor(DOC, 0, 18, 36)
    assert (found["LOC"].anchor, found["LOC"].status) == (make_anchor(DOC, 2, 17, 22), "rejected")
    assert (len(found), parcel.skipped) == (2, 2)
