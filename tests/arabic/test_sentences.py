"""Sentences and segments, on made cases and on the sample articles."""

from pathlib import Path

import pytest

from reader.arabic.sentences import segments, sentences

_SEEDS = Path(__file__).parents[2] / "seeds"


def split(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["ذهب إلى بغداد.", "ثم عاد."],
        ["هل عاد؟", "نعم!", "عاد."],
        ["قال: «نعم.»", "ثم سكت."],
        ['قال: "نعم."', "ثم سكت."],
        ["(انتهى.)", "وبدأ."],
        ["أقر ذلك؛ ثم نفاه.", "وعاد"],
        ["قال د. محمد إن أ.د. علي غاب.", "ثم عاد"],
        ["قال ج. بوش ذلك.", "ثم عاد"],
        ["بلغ النمو 3.5 في المئة.", "وهبط"],
        ["الناتو 3.0.", "مهمة جديدة"],
        ["كان يفكر...", "ثم عاد."],
        ["قال (...) ثم عاد.", "نعم"],
        ["عاد في يوليو.", "«هل عاد؟»", "نعم"],
        ["عاد عام 2021.", "ثم مات"],
        ["The U.S. army left.", "It came back."],
        ["He left the U.S.", "The president stayed."],
        ["Mr. Smith met Dr. Jones.", "They spoke."],
        ['"Stop!" he said.', "Then he left."],
        ["See No. 5 first.", "He said no.", "Then yes."],
        ["It cost $3.50.", "Cheap."],
        ["At 5 p.m. he left.", "Good."],
        ['شركة "HK Management Inc." سبب أولي.', "نعم"],
        ["He came on 1 Jan. 2020 and left in Dec.", "The end."],
        ["J. K. Rowling wrote it.", "Yes."],
        ["واش... what is this?", "نعم"],
        ["كلمة.", "سطر"],
        ["قال «نعم».", "ثم عاد"],
        ["She said: stop! “and go” he added.", "Yes."],
        ["قال (…) ثم [...] عاد.", "نعم"],
        ["The N.A.S.A. Administrator spoke.", "Yes."],
        ["He left N.A.S.A.", "The others stayed."],
        ["Ilich, a.k.a. Carlos, left.", "Yes."],
        ["He counted the nos.", "Then yes."],
        ["See Nos. 5 and 6 first.", "Yes."],
        ["بلغت النسبة 50%.\u200f", "وقال الوزير نعم.\u202c", "وأضاف «لا».\u200f", "ثم ذهب."],
        ["قال لا.\u200b", "ثم ذهب.\ufeff", "وعاد \u200fد. محمد ومعه د.\u200f علي."],
        ["شارك د. أحمد علي ود. محمد حسن وم. سعيد عمر.", "نعم"],
        ["قدم أ.د. سامي وأ.د. علي المحاضرة.", "نعم"],
        ["قالت وكالة أ.ف.ب. إن الجيش انسحب.", "نعم"],
        ["قال له.", "لا بد.", "هذا كل ما لك."],
        ["قال إنه ديمقراطي (!) وإنه لا يكذب (؟!) أبدا.", "نعم"],
        ["وأضاف «...» ثم غادر.", "نعم"],
    ],
)
def test_split(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("   ", [""]),
        ("1. أولا. 2. ثانيا.", ["1. أولا.", "2. ثانيا."]),
        ("عاد الرئيس.وقال كلمة", ["عاد الرئيس.", "وقال كلمة"]),
        ("أ.د.محمد عاد", ["أ.د.محمد عاد"]),
        ("نعم؟لا", ["نعم؟", "لا"]),
        ("هل؟نعم", ["هل؟", "نعم"]),
        ("قال «عاد.»وقال", ["قال «عاد.»", "وقال"]),
        ("نام.ثم قام", ["نام.", "ثم قام"]),
        ("عَدَ.ثم قام", ["عَدَ.ثم قام"]),  # two letters and two vowel signs are no whole word
        ("بغداد.و عاد", ["بغداد.و عاد"]),
        ("سطر\nآخر\n\nثالث", ["سطر", "آخر", "ثالث"]),
        ("visit example.com now", ["visit example.com now"]),
        ("باستمرار ؟. ثم", ["باستمرار ؟.", "ثم"]),
        ("قال «نعم. » ثم", ["قال «نعم. »", "ثم"]),
    ],
)
def test_split_where_spacing_matters(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_spans_cover_the_text_with_its_spaces() -> None:
    text = "  عاد.  ثم مات.  "
    assert sentences(text) == [(0, 8), (8, 17)]
    assert sentences("   ") == [(0, 3)]
    assert sentences("\n\nعاد. ثم مات.\n") == [(0, 7), (7, 15)]
    assert sentences(". عاد. ثم") == [(0, 7), (7, 9)]  # no sentence is but a stop


def test_the_first_article_has_the_sentences_a_reader_counts() -> None:
    (path,) = _SEEDS.glob("000_*.txt")
    paragraphs = path.read_text(encoding="utf-8").splitlines()
    counts = [len(sentences(p)) for p in paragraphs]
    assert counts == [1, 2, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 2]


def test_sample_articles_end_their_sentences_at_stops() -> None:
    count = 0
    for path in sorted(_SEEDS.glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").splitlines():
            for sentence in split(paragraph):
                count += 1
                inner = sentence[:-1].rstrip("\"'»”.!؟?")
                assert not any(mark in inner for mark in ("؟ ", "! ", "» . ")), sentence
    assert count > 80


def test_segments_cut_long_sentences_at_commas_then_conjunctions() -> None:
    text = "قال الرئيس إن بلاده لن تشارك، وأضاف أن القرار نهائي؛ ثم غادر القاعة مع وزير الدفاع"
    parts = [text[a:b] for a, b in segments(text, 60)]
    assert "".join(parts) == text
    assert parts[0].endswith("نهائي؛ ")
    assert text[: segments(text, 40)[0][1]].endswith("تشارك، ")
    assert segments("كلمة " * 20, 23) == [(n, n + 20) for n in range(0, 100, 20)]
    assert segments("كلمة كلمة ", 9) == [(0, 10)]  # the space after it is not counted
    text = "قال، وبعد ذلك ذهب الرئيس إلى القاعة"
    assert segments(text, 20)[0] == (0, text.index("الرئيس"))  # the comma is too near
    assert segments("ا" * 25, 10) == [(0, 10), (10, 20), (20, 25)]
    assert segments("قصيرة. جدا.") == sentences("قصيرة. جدا.")
    with pytest.raises(ValueError, match="at least one"):
        segments("ا", 0)


def test_no_segment_of_the_samples_is_too_long() -> None:
    for path in sorted(_SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert max(len(text[a:b].strip()) for a, b in segments(text, 200)) <= 200
