"""PDF by five producers: words, order, paragraphs; faults as one sentence."""

import re
import signal
import unicodedata
import zlib

import pytest

from reader.documents import load
from reader.documents.formats import pdf
from reader.documents.pdf.extract import extract, looks_damaged
from reader.documents.pdf.lines import Glyph, with_spaces
from reader.documents.pdf.order import brackets_fit, logical
from reader.errors import DocumentError
from tests.documents.samples import DATA, article_words

# Chromium draws the marks of «توسَّع» with glyphs that it does not name
WORDS_RIGHT = {
    "chromium.pdf": 0.99,
    "chromium_columns.pdf": 0.99,
    "weasyprint.pdf": 1.0,
    "libreoffice.pdf": 1.0,
    "fpdf2.pdf": 1.0,
}


def read(name: str):
    return extract((DATA / name).read_bytes(), name)


@pytest.mark.parametrize("name", WORDS_RIGHT)
def test_words_come_out_right(name):
    draft = read(name)
    found = {word for b in draft.blocks for word in unicodedata.normalize("NFC", b.text).split()}
    wanted = article_words()
    share = len(wanted & found) / len(wanted)
    print(f"{name}: {share:.1%} of {len(wanted)} distinct words exactly right")
    assert share >= WORDS_RIGHT[name], wanted - found
    assert draft.warnings == []


@pytest.mark.parametrize("name", WORDS_RIGHT)
def test_lines_become_the_articles_paragraphs_in_order(name):
    page = load(DATA / "saved_page.html")
    wanted = [p.text.replace("توسَّع", "توسع") for p in page.paragraphs]
    blocks = list(read(name).blocks)
    assert [b.text.replace("توسَّع", "توسع") for b in blocks] == wanted
    headings = [(b.text, b.level) for b in blocks if b.kind == "heading"]
    assert headings == [(p.text, p.level) for p in page.paragraphs if p.kind == "heading"]


def test_whole_way_through_the_child_process():
    document = load(DATA / "weasyprint.pdf")
    assert document.metadata.title.startswith("المدن الساحلية")
    assert document.metadata.author == "ليلى الحداد"
    assert document.metadata.extra["producer"].startswith("WeasyPrint")
    assert len(document.paragraphs) == 12


@pytest.mark.parametrize(
    ("name", "said"),
    [("locked.pdf", "protected with a password"), ("scan.pdf", "pictures of pages but no text")],
)
def test_locked_and_scanned_files_are_one_sentence(name, said):
    with pytest.raises(DocumentError, match=said) as fault:
        load(DATA / name)
    assert str(DATA / name) in str(fault.value)


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf, "TIME_LIMIT_S", 0.01)
    with pytest.raises(DocumentError, match="takes longer to read than"):
        load(DATA / "fpdf2.pdf")


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="no limit of processor time here")
def test_a_file_that_takes_too_much_processor_time_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf, "CPU_LIMIT_S", 1)
    page = b"(x) Tj 0 -1 Td " * 300_000
    data = pdf_with_page(zlib.compress(b"BT /F1 9 Tf 9 9 Td " + page + b"ET", 1))
    with pytest.raises(DocumentError, match="takes longer to read than 1 seconds"):
        load("slow.pdf", data=data)


def test_a_file_that_takes_too_much_memory_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf, "MEMORY_LIMIT", 200 * 1024**2)
    data = pdf_with_page(zlib.compress(b" " * 120_000_000, 1))
    with pytest.raises(DocumentError, match="memory"):
        load("bomb.pdf", data=data)


def pdf_with_page(stream: bytes) -> bytes:
    """Return a PDF whose page's contents are this compressed stream."""
    data = (DATA / "scan.pdf").read_bytes()
    start = data.index(b"/Filter /FlateDecode")
    length = re.search(rb"/Length (\d+)", data[start:])
    assert length
    body = data.index(b"stream\n", start) + 7
    end = data.index(b"\nendstream", body)
    data = data[:body] + stream + data[end:]
    return data.replace(b"/Length " + length.group(1), b"/Length %d" % len(stream), 1)


def visual(text: str) -> list[str]:
    """Return the characters of a right-to-left line as python-bidi draws them."""
    from bidi import get_display

    return list(get_display(text, base_dir="R"))


@pytest.mark.parametrize(
    "text",
    [
        "بلغت الميزانية 4.5 مليون دينار",
        "نسبة 62% من الأعمال",
        "في 15 نوفمبر 2025، عند 10:30",
        "من 2020-2021 إلى ١٩٨٧ و٣٫٥",
        "وكالة Coast News (لندن) قالت: «نعم».",
        "طراز AquaFlow 300 قرب المرفأ",
        "الموقع https://example.org/a?b=1 مفتوح",
        "٢٠٪ و $30 و 1,250.50",
    ],
)
def test_visual_order_is_turned_back(text):
    assert logical(visual(text), "rtl", mirror=False) == text


def test_brackets_stored_as_drawn_are_turned():
    drawn = [c.translate(str.maketrans("()«»", ")(»«")) for c in visual("قال (نعم) «لا»")]
    assert logical(drawn, "rtl") == "قال (نعم) «لا»"


def test_left_to_right_line_with_an_arabic_phrase():
    from bidi import get_display

    text = "The newspaper (المرفأ الجديد) reported"
    assert logical(list(get_display(text, base_dir="L")), "ltr") == text


def test_brackets_show_whether_they_are_stored_as_drawn():
    assert brackets_fit("«قال» (نعم)") == 2
    assert brackets_fit("»قال« )نعم(") == -2


def test_gaps_become_spaces():
    glyphs = [Glyph("ب", 0, 5), Glyph("ا", 5.5, 10), Glyph("س", 14, 20), Glyph(" ", 20, 23)]
    assert "".join(g.text for g in with_spaces(glyphs, 12)) == "با س"


def test_reversed_text_is_called_damaged_and_clean_text_is_not():
    clean = "\n".join(p.text for p in load(DATA / "saved_page.html").paragraphs)
    assert not looks_damaged(clean)
    assert looks_damaged("\n".join(line[::-1] for line in clean.splitlines()))
