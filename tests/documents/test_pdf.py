"""PDF by five producers: words, order, paragraphs; faults as one sentence."""

import re
import signal
import unicodedata
import zlib

import pytest

from reader.documents import load
from reader.documents.formats import pdf
from reader.documents.pdf.extract import extract, looks_damaged
from reader.documents.pdf.lines import Glyph, Line, with_spaces
from reader.documents.pdf.order import after_arabic, brackets_fit, logical
from reader.documents.pdf.paragraphs import blocks_of, rows_of
from reader.documents.pdf.running import without_running_lines
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


def test_code_beside_the_file_is_not_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("msgspec", "pdfminer", "json"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w').close()\n")
    assert len(load(DATA / "weasyprint.pdf").paragraphs) == 12
    assert not (tmp_path / "ran").exists()


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


def pdf_of(contents: str, form: str) -> bytes:
    """Return a PDF whose page has these contents, /F for a font, /X for this form, /I a picture."""

    def stream(about: str, data: str) -> str:
        return f"<<{about}/Length {len(data)}>>stream\n{data}\nendstream"

    own = "/Font<</F 4 0 R>>/XObject<</X 6 0 R/Y 7 0 R/I 8 0 R>>"
    form_of = f"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<{own}>>"
    picture = (
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<<{own}>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        stream("", contents),
        stream(form_of, form),
        stream(f"{form_of}/Matrix[1 0 0 1 0 -200]", "/X Do"),
        stream(picture, "x"),
    ]
    body = "".join(f"{n} 0 obj\n{one}\nendobj\n" for n, one in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Size 9/Root 1 0 R>>\n%%EOF".encode()


def drawn(text: str, height: int) -> str:
    return f"BT /F 12 Tf 72 {height} Td ({text}) Tj ET "


@pytest.mark.parametrize(
    ("contents", "found"),
    [
        ("/X Do", "In the form."),
        (drawn("Above it.", 780) + "/X Do /I Do " + drawn("Below it.", 100), "Above it. In the form. Below it."),
        (drawn("Above it.", 780) + "/Y Do", "Above it. In the form."),
    ],
)  # fmt: skip
def test_text_in_forms_is_read_where_it_stands(contents, found):
    draft = extract(pdf_of(contents, drawn("In the form.", 500)), "a.pdf")
    assert " ".join(block.text for block in draft.blocks) == found
    assert draft.warnings == []


def test_forms_of_pictures_are_no_text():
    with pytest.raises(DocumentError, match="pictures of pages but no text"):
        extract(pdf_of("/X Do /I Do", "/I Do"), "a.pdf")


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


@pytest.mark.parametrize(
    "text",
    [
        "2-1 هي نتيجة 3-4 المباراة",
        "2020-05-03 تاريخ بدء العمل",
        "0123-456-789 رقم الهاتف",
        "50% من السكان و 50% من المال",
        "$100 مليون و€ 20",
        "«50%» من السكان",
        "-5 درجات",
        "+966-11-456 رقم",
        "٢-١ هي نتيجة",
        "12:30 موعد",
        "1. المادة",
        "2-1",
    ],
)
def test_number_at_the_start_of_a_paragraph_is_turned_back(text):
    assert logical(visual(text), "rtl", mirror=False, opening=True) == text


def test_numbers_follow_the_last_letter_before_them():
    assert after_arabic("قال (12%) ")
    assert not after_arabic("قال Apple 12 ")
    assert not after_arabic("2-1")
    assert after_arabic("2-1", before=True)


def line(text: str, bottom: float, left: float = 100.0) -> Line:
    """Return a line of 10-point type, 5 points a character; `text` in visual order."""
    glyphs = [Glyph(c, left + 5 * n, left + 5 * n + 5) for n, c in enumerate(text)]
    return Line(tuple(glyphs), left, bottom, left + 5 * len(text), bottom + 10, 10.0)


def test_number_at_the_start_of_a_line_is_read_by_the_line_before():
    above = "قالت الوزارة في بيان إن النتيجة هي"
    for start, drawn in ((above, "1-2"), ("2024 / 2025 / 2026 / 2027 / 2028", "2-1")):
        column = [
            line("".join(visual(start)), 100),
            line(
                "".join(visual("وأعلنت الوزارة في بيان")).rjust(33 - len(drawn)) + f" {drawn}", 85
            ),
        ]
        text = " ".join(block.text for block in blocks_of([rows_of(column, "rtl", mirror=False)]))
        assert f"{start} 2-1 وأعلنت" in text


def test_signs_of_another_font_inside_a_number_stay_in_it():
    spaced = with_spaces([Glyph("1", 0, 5), Glyph("2", 5, 10), Glyph("3", 14, 19)], 10)
    number = Line(tuple(spaced), 0, 100, 19, 110, 10.0)
    sign = Line((Glyph("-", 10, 14.1),), 10, 101, 14.1, 111, 10.0)
    (row,) = rows_of([number, sign], "ltr", mirror=False)
    assert row.text == "12-3"


BODY = ["نص من سطر طويل", "نص من سطر آخر", "نص ثالث هنا", "نص رابع هنا", "نص خامس هنا"]


def sheet(*more: Line) -> list[Line]:
    return [*(line(text, 700 - 15 * n) for n, text in enumerate(BODY)), *more]


def numbers_left(*pages: list[Line]) -> list[list[str]]:
    return [
        [one.text for one in page if one.text not in BODY] for page in without_running_lines(pages)
    ]


def test_numbers_that_count_up_with_the_pages_are_left_out():
    pages = [sheet(line(f"- {n} -", 600)) for n in (7, 8, 9)]
    assert numbers_left(*pages) == [[], [], []]
    heads = [sheet(line(f"الفصل {c}", 760), line(str(n), 760, 400)) for n, c in enumerate("أبج", 7)]
    assert numbers_left(*heads) == [["الفصل أ"], ["الفصل ب"], ["الفصل ج"]]


def test_one_number_far_from_the_text_of_a_page_is_left_out():
    assert numbers_left(sheet(line("137", 600))) == [[]]
    assert numbers_left(sheet(line("1937", 600))) == [["1937"]]
    assert numbers_left(sheet(), sheet(line("2", 600))) == [[], []]


@pytest.mark.parametrize(
    "more",
    [
        [line(".2019", 625)],  # the end of a sentence
        [line("20", 622)],
        [line("ناوسأ", 600, 400), line("15", 600)],  # a row of a table
    ],
)
def test_numbers_of_the_text_stay(more):
    texts = [one.text for one in more]
    assert numbers_left(sheet(*more)) == [texts]
    assert numbers_left(sheet(*more), sheet()) == [texts, []]


def test_numbers_of_a_table_on_every_page_stay():
    rows = [("ناوسأ", 15), ("ةزيجلا", 80), ("ةرهاقلا", 120)]
    pages = [sheet(line(name, 600, 400), line(str(n), 600)) for name, n in rows]
    assert [texts[-1] for texts in numbers_left(*pages)] == ["15", "80", "120"]


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
