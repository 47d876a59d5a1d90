"""Plain text: encodings, line ends, hard wrapping, long paragraphs."""

import textwrap

import pytest

from reader.assets import seeds_path
from reader.documents import load
from reader.documents.blocks import LONGEST_PARAGRAPH, PIECE, Block, paragraphs
from reader.documents.encodings import decode
from tests.documents.samples import LINE_ENDS

SEEDS = sorted(seeds_path().glob("*.txt"))
PROSE = (
    "أعلنت الوزارة أن الاجتماع المقبل سيعقد في العاصمة بعد أسبوعين بحضور ممثلين عن سبع دول، وأن جدول "
    "الأعمال يشمل ملفات المياه والطاقة والنقل البري بين المدن الحدودية. وأضافت أن الدعوات أرسلت أمس."
)


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in load("a.txt", data=data).paragraphs]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"]
)
def test_real_articles_survive_every_encoding(path, encoding):
    article = path.read_text(encoding="utf-8")
    data = article.encode(encoding, "replace")
    found = load("a.txt", data=data)
    lines = data.decode(encoding).splitlines()
    assert [p.text for p in found.paragraphs] == [line for line in lines if line.strip()]
    assert found.encoding == encoding.removesuffix("-sig")
    assert found.warnings == ()


def test_single_windows_1256_lines_are_not_taken_for_other_alphabets():
    lines = [line for path in SEEDS for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if len(line) > 40]
    right = sum(
        decode(line.encode("cp1256", "replace"), "a").encoding == "cp1256" for line in lines
    )
    assert right >= 0.95 * len(lines)


def test_russian_and_greek_are_not_taken_for_arabic():
    russian = "Президент заявил, что переговоры будут продолжены на следующей неделе в Москве."
    assert decode(russian.encode("cp1251"), "a").text == russian
    greek = "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία της χώρας."
    assert decode(greek.encode("cp1253"), "a").text == greek


@pytest.mark.parametrize("text", ["£5m deal", "He said “it’s fine” – and left the café."])
def test_english_with_a_few_signs_of_windows_1252(text):
    assert decode(text.encode("cp1252"), "a").text == text


@pytest.mark.parametrize("english", ["English line\n" * 6000, "£5 for it\n" + "English\n" * 9000])
def test_arabic_after_much_english_is_found(english):
    text = english + f"{PROSE}\n" * 50
    found = decode(text.encode("cp1256"), "a")
    assert (found.encoding, found.text[-len(PROSE) :]) == ("cp1256", f"{PROSE[1:]}\n")


def test_cut_utf8_keeps_its_encoding_and_says_so():
    data = PROSE.encode()[:-2]
    found = decode(data[1:], "a.txt")
    assert found.encoding == "utf-8"
    assert found.text.count("\ufffd") == 2
    assert "not valid UTF-8" in found.warning


def test_every_line_end_ends_a_paragraph_and_none_is_left_in_the_text():
    data = "".join(f"سطر {n}{end}" for n, end in enumerate([*LINE_ENDS, "\r\n"])).encode()
    found = texts(data)
    assert found == [f"سطر {n}" for n in range(len(LINE_ENDS) + 1)]


def test_last_line_needs_no_end_and_other_characters_stay():
    assert texts("  أوّل\tثان \n\n \u200fثالث‏ـ".encode()) == ["  أوّل\tثان ", " \u200fثالث‏ـ"]


def test_lines_that_show_nothing_are_no_paragraphs():
    page = "<p>أول</p><p>&rlm;</p><p>&#8203; &nbsp;</p><p>\ufeff</p><p>\u06dd</p><p>\u200fثان</p>"
    found = load("a.html", data=f"<meta charset=utf-8>{page}".encode()).paragraphs
    assert [p.text for p in found] == ["أول", "\u06dd", "\u200fثان"]


def test_paragraph_ids_name_order_and_text():
    one, two = load("a.txt", data="نص\nنص".encode()).paragraphs
    assert (one.id[:3], two.id[:3]) == ("p0-", "p1-")
    assert one.id[3:] == two.id[3:]


def test_hard_wrapped_text_is_joined_and_says_so():
    wrapped = "\n\n".join(["\n".join(textwrap.wrap(PROSE, 62))] * 4) + "\n"
    found = load("a.txt", data=wrapped.encode())
    assert [p.text for p in found.paragraphs] == [PROSE] * 4
    assert "joined" in found.warnings[0]


def test_short_lines_above_hard_wrapped_text_are_paragraphs_of_their_own():
    top = ["عنوان الخبر", "كتب: أحمد علي", "القاهرة - 5 مايو"]
    verse = ["قفا نبك من ذكرى حبيب ومنزل", "بسقط اللوى بين الدخول فحومل"]
    body = "\n".join(textwrap.wrap(PROSE, 70))
    parts = ["\n".join(top), *[body] * 7, "\n".join(verse)]
    found = load("a.txt", data="\n\n".join(parts).encode())
    assert [p.text for p in found.paragraphs] == [*top, *[PROSE] * 7, *verse]
    assert "joined" in found.warnings[0]


def test_hard_wrapped_list_items_stay_apart():
    items = [f"- {PROSE}", f"٢. {PROSE}"]
    wrapped = "\n".join(line for item in items for line in textwrap.wrap(item, 62))
    body = "\n".join(textwrap.wrap(PROSE, 62))
    assert texts(f"{body}\n\n{wrapped}\n".encode()) == [PROSE, *items]


@pytest.mark.parametrize(
    "text",
    [
        # one line for each paragraph, with a blank line after the headline
        "عنوان الخبر\n\n" + "\n".join([PROSE, PROSE[:40], PROSE[:90]]),
        # verse: even lines that end where they end
        "\n\n".join(
            ["قفا نبك من ذكرى حبيب ومنزل\nبسقط اللوى بين الدخول فحومل\nفتوضح فالمقراة"] * 3
        ),
        # items of one line each
        "\n\n".join([f"{PROSE[:57]}.\n{PROSE[:60]}.\n{PROSE[:58]}."] * 3),
    ],
)
def test_line_breaks_that_were_not_forced_stay(text):
    assert texts(text.encode()) == [line for line in text.splitlines() if line]


def test_seeds_are_not_taken_for_hard_wrapped():
    for path in SEEDS:
        assert load(path).warnings == ()


def test_very_long_paragraph_is_cut_at_sentence_ends_and_loses_nothing():
    text = (PROSE + " ") * 1200
    assert len(text) > 2 * LONGEST_PARAGRAPH
    found = load("a.txt", data=text.encode())
    pieces = [p.text for p in found.paragraphs]
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= PIECE
    assert all(piece.endswith((". ", ".")) for piece in pieces)
    assert "64,000" in found.warnings[0]


def test_long_paragraph_without_a_stop_or_space_is_cut_all_the_same():
    parts, warnings = paragraphs([Block("ا" * (LONGEST_PARAGRAPH + 1))])
    assert sum(len(p.text) for p in parts) == LONGEST_PARAGRAPH + 1
    assert max(len(p.text) for p in parts) == PIECE
    assert len(warnings) == 1


def test_lone_surrogates_become_replacement_characters():
    parts, _ = paragraphs([Block("قبل \ud800 بعد")])
    assert parts[0].text == "قبل \ufffd بعد"
