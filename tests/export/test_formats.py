"""Every export: golden files, read back by independent parsers, and what survives."""

import csv
import io
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from reader.annotations import make_anchor, new_annotation
from reader.documents import Document, Paragraph
from reader.documents.model import paragraph_id
from reader.errors import ExchangeError
from reader.export.bundle import Bundle, unique_stems
from reader.export.cards import cards
from reader.export.registry import FORMATS
from reader.export.spans import tokens
from reader.export.templating import markdown
from reader.export.w3c import iri
from tests.export import sample
from tests.export.matrix import FEATURES, documented, export, matrix, table
from tests.export.readback import READERS

GOLDEN = Path(__file__).parent / "golden"
NAMES = [name for name in READERS if name != "apkg"]  # a zip with a database: read, not compared


@pytest.mark.parametrize("name", NAMES)
def test_golden_files(name):
    """Write them anew with READER_GOLDEN=1, and look at the difference."""
    for file in export(name):
        path = GOLDEN / name.replace(" ", "-").replace("(", "").replace(")", "") / file.name
        if os.environ.get("READER_GOLDEN"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        assert path.read_bytes() == file.data


def test_what_survives_is_as_documented():
    assert table() == documented()


def test_nothing_is_lost_where_nothing_may_be():
    found = matrix()
    assert found["w3c"] == set(FEATURES) - {"translation"}  # no annotation
    assert all("provenance" in features for features in found.values())


@pytest.mark.parametrize("name", list(READERS))
def test_a_document_without_anything_can_be_exported(name):
    form, _, flavour = name.partition(" ")
    files = FORMATS[form].write(
        [replace(sample.BUNDLE, annotations=(), relations=(), words=(), translations={})],
        flavour.strip("()"),
    )
    assert files[0].data or name == "brat"  # an empty .ann
    assert not files[0].companion


@pytest.mark.parametrize("name", list(READERS))
def test_several_documents_are_one_export(name):
    other = Document(
        "b/news 1.html", "text/plain", "utf-8", "0" * 64, (Paragraph(paragraph_id(0, "نص"), "نص"),)
    )
    form, _, flavour = name.partition(" ")
    files = FORMATS[form].write(
        [sample.BUNDLE, Bundle(other, time=sample.TIME)], flavour.strip("()")
    )
    assert len({f.name for f in files}) == len(files)
    if name in ("brat", "xmi"):
        assert sum(not f.companion for f in files) == 2
    else:
        assert len(files) == 1


HOSTILE = "\x00\x1b]0;x\x07\u202e[/b]{{7*7}}<img src=x>\ud800\u2028\ufffe& \"'\\"


@pytest.mark.parametrize("name", list(READERS))
def test_hostile_text_and_notes_never_break_a_format(name):
    text = f"قال {HOSTILE} شيئاً"
    doc = replace(
        sample.DOC,
        path=f"{HOSTILE}.txt",
        paragraphs=(Paragraph(paragraph_id(0, text), text),),
        metadata=replace(sample.DOC.metadata, title=HOSTILE, author=HOSTILE, url=""),
    )
    one = replace(
        sample.TITLE_CITY,
        document=doc.fingerprint,
        anchor=make_anchor(doc, 0, 0, 4 + len(HOSTILE)),
        note=HOSTILE,
        tags=(HOSTILE,),
        identity=HOSTILE,
        annotator=HOSTILE,
    )
    form, _, flavour = name.partition(" ")
    files = FORMATS[form].write([Bundle(doc, (one,), time=sample.TIME)], flavour.strip("()"))
    for file in files:
        assert "/" not in file.name
        if name != "apkg":
            shown = file.data.decode("utf-8")
            assert "\x00" not in shown
            assert name != "html" or "{{7*7}}" in shown
            if name in ("html", "markdown", "anki"):
                lines = [x for x in shown.split("\n") if name != "anki" or not x.startswith("#")]
                assert not any("<img" in x.replace("\\<img", "") for x in lines)
            if name not in ("w3c", "brat", "jsonl (doccano)"):
                assert "\x1b" not in shown
    if name == "xmi":
        from xml.etree import ElementTree

        assert ElementTree.fromstring(files[0].data) is not None


def test_cassis_reads_the_xmi():
    cassis = pytest.importorskip("cassis")
    files = {f.name: f.data for f in export("xmi")}
    types = cassis.load_typesystem(io.BytesIO(files.pop("TypeSystem.xml")))
    [xmi] = files.values()
    cas = cassis.load_cas_from_xmi(io.BytesIO(xmi), types)
    found = {
        (a.get_covered_text(), a.value)
        for a in cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    }
    assert ("بغداد", "LOC") in found
    assert ("السوداني إلى العراق", "EVENT") in found
    in_word = [a for a in cas.select("webanno.custom.ReaderAnnotation") if a.begin == 62 + 19]
    assert [a.get_covered_text() for a in in_word] == ["العراق"]


def test_suggestions_on_request():
    with_them = replace(sample.BUNDLE, suggestions=True)
    quotes = [row["label"] for row in _prodigy(with_them) if row["label"]]
    assert "دمشق" in str(_texts(with_them))
    assert "دمشق" not in str(_texts(sample.BUNDLE))
    assert len(quotes) == 7


def _prodigy(bundle):
    [file] = FORMATS["jsonl"].write([bundle], "prodigy")
    return [span for line in file.data.splitlines() for span in json.loads(line)["spans"]]


def _texts(bundle):
    [file] = FORMATS["jsonl"].write([bundle], "doccano")
    row = json.loads(file.data)
    return [row["text"][a:b] for a, b, _ in row["label"]]


def test_conll_widens_to_the_word_and_keeps_sentences_apart():
    lines = export("conll")[0].data.decode().split("\n")
    assert "وبالعراق -X- -X- B-LOC" in lines
    assert lines[lines.index("أمس -X- -X- O") + 1 :][:3] == [". -X- -X- O", "", "وسافر -X- -X- O"]


def test_tokens_are_divided_where_labels_begin():
    assert tokens("وبالعراق 1.", {2}) == [(0, 2), (2, 8), (9, 10), (10, 11)]
    assert tokens("  ") == []


def test_unseen_characters_are_no_tokens_unless_a_label_ends_there() -> None:
    text = "قال \u200fنعم\u200b."
    assert tokens(text) == [(0, 3), (5, 8), (9, 10)]
    assert tokens(text, {4, 8}) == [(0, 3), (4, 5), (5, 8), (8, 9), (9, 10)]


def test_anki_cards_keep_their_identity():
    first = export("anki")[0].data.decode().split("\n")
    again = FORMATS["anki"].write([replace(sample.BUNDLE, time="2030-01-01T00:00:00Z")])
    guids = [line.split("\t")[0] for line in first if line.startswith('"')]
    assert guids == [
        line.split("\t")[0] for line in again[0].data.decode().split("\n") if line.startswith('"')
    ]
    assert len(guids) == 2
    with zipfile.ZipFile(io.BytesIO(export("apkg")[0].data)) as package:
        assert "collection.anki2" in package.namelist()


def card_front(bundle: Bundle) -> str:
    [card] = cards([bundle])
    return card.front.partition('class="sentence">')[2]


def test_a_card_marks_the_word_that_the_note_is_on():
    text = "مقدمة. زار العراق ثم عاد إلى العراق أمس. خاتمة."
    doc = replace(sample.DOC, paragraphs=(Paragraph(paragraph_id(0, text), text),))
    at = text.rindex("العراق")
    one = new_annotation(doc.fingerprint, make_anchor(doc, 0, at, at + 6))
    front = card_front(Bundle(doc, (replace(one, note="!"),)))
    assert front == "زار العراق ثم عاد إلى <b>العراق</b> أمس.</div></div>"


@pytest.mark.parametrize(
    ("word", "sentence", "marked"),
    [
        ("من", "منذ أيام من بغداد", "منذ أيام <b>من</b> بغداد"),
        ("عراق", "إلى العراق", "إلى ال<b>عراق</b>"),
        ("وزير الخارجية", "قال وزير الخارجية", "قال <b>وزير الخارجية</b>"),
        ("كلمة", "نص آخر", "نص آخر"),
    ],
)
def test_a_card_marks_the_saved_word_as_a_word(word, sentence, marked):
    saved = replace(sample.WORD, word=word, sentence=sentence)
    assert card_front(Bundle(sample.DOC, words=(saved,))) == f"{marked}</div></div>"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2019. text", "2019\\. text"),
        ("1) text", "1\\) text"),
        ("- text", "\\- text"),
        ("2019 text.", "2019 text."),
    ],
)
def test_what_would_begin_a_list_is_escaped(text, written):
    assert str(markdown(text)) == written


def test_copies_of_a_text_are_one_reference():
    copy = replace(sample.BUNDLE, document=replace(sample.DOC, path="copy.html"))
    [bib] = FORMATS["bibtex"].write([sample.BUNDLE, copy])
    [csl] = FORMATS["csl"].write([sample.BUNDLE, copy])
    assert bib.data.decode().count("@") == 1
    assert [item["id"] for item in json.loads(csl.data)] == [
        f"reader-{sample.DOC.fingerprint[:10]}"
    ]


def test_the_table_counts_in_the_english_of_the_paragraph():
    def stretch(bundle):
        [file] = FORMATS["csv"].write([bundle])
        rows = csv.DictReader(io.StringIO(file.data.decode("utf-8-sig")))
        [found] = [row for row in rows if row["side"] == "target"]
        return found["start"], found["end"]

    start = sample.TRANSLATIONS[sample.DOC.paragraphs[1].id].text.index("<Basra>")
    assert stretch(sample.BUNDLE) == (str(start), str(start + 7))
    assert stretch(replace(sample.BUNDLE, translations={})) == ("", "")


def test_own_templates_take_precedence_and_their_faults_are_named(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    folder = tmp_path / "config" / "templates"
    folder.mkdir(parents=True)
    (folder / "notes.md.j2").write_text(
        "{% for d in documents %}{{ d.title | md }}!{% endfor %}", encoding="utf-8"
    )
    assert export("markdown")[0].data.decode() == "زيارة \\& \\<أخرى\\>!\n"
    (folder / "bilingual.html.j2").write_text("\n{% for %}", encoding="utf-8")
    with pytest.raises(ExchangeError, match=r"bilingual\.html\.j2 .*line 2"):
        export("html")
    (folder / "bilingual.html.j2").write_text("{{ ''.__class__.__mro__ }}", encoding="utf-8")
    with pytest.raises(ExchangeError, match="does not work"):
        export("html")


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("\n\n{{ 1 / 0 }}", "line 3: division by zero"),
        ("\n{{ 5 | md }}", "line 2: "),
        ("{{ documents | sum }}", "line 1: "),
        ("{% for n in range(10 ** 9) %}{% endfor %}", "line 1: "),
        ("{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}", "line 1: .*recursion"),
    ],
)
def test_what_an_own_template_computes_may_fail(tmp_path, monkeypatch, template, words):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    folder = tmp_path / "config" / "templates"
    folder.mkdir(parents=True)
    (folder / "notes.md.j2").write_text(template, encoding="utf-8")
    with pytest.raises(ExchangeError, match=rf"notes\.md\.j2 .* does not work, {words}"):
        export("markdown")


def test_a_fault_in_a_template_of_ours_is_not_put_down_to_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setattr("reader.export.templating.sanitise", lambda text: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        export("markdown")


def test_unknown_flavours_are_sentences():
    with pytest.raises(ExchangeError, match="flavour x of jsonl: doccano, spacy"):
        FORMATS["jsonl"].write([sample.BUNDLE], "x")
    with pytest.raises(ExchangeError, match="flavour x of csv"):
        FORMATS["csv"].write([sample.BUNDLE], "x")


@pytest.mark.parametrize(("name", "module"), [("xmi", "cassis"), ("apkg", "genanki")])
def test_a_missing_extra_is_a_sentence(name, module, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, module, None)
    with pytest.raises(ExchangeError, match="install"):
        export(name)


def test_file_names():
    def named(path):
        return replace(sample.BUNDLE, document=replace(sample.DOC, path=path))

    stems = unique_stems([named(p) for p in ("a/x.html", "b/x.txt", "x.jsonl#3", "-", "")])
    text = f"text-{sample.DOC.fingerprint[:8]}"
    assert stems == ["x", "x-2", "x-3", text, f"{text}-2"]


@pytest.mark.parametrize("name", ["50%20.txt", "a b.txt", "أخبار 100%.html"])
def test_a_path_in_web_annotations_leads_back_to_its_file(name):
    assert unquote(iri(_from(url="", path=name))) == name


def test_an_address_in_web_annotations_is_left_as_it_is():
    address = "https://example.org/a%20b?x=1"
    assert iri(_from(url=address, path="a.html")) == address


def _from(*, url, path):
    document = replace(sample.DOC, path=path, metadata=replace(sample.DOC.metadata, url=url))
    return replace(sample.BUNDLE, document=document)
