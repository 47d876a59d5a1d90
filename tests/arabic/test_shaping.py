"""Letter forms and the index map (test groups B 7 to 12)."""

import logging

import pytest

from reader.arabic import word_shaping
from reader.arabic.bidi import analyse
from reader.arabic.clusters import Cluster
from reader.arabic.shaping import shape
from tests.arabic.alphabet import ARABIC, PERSIAN_TO_UYGHUR


def clusters(text: str) -> list[Cluster]:
    return shape(text, analyse(text).levels)


def forms(text: str) -> str:
    return "".join(cluster.glyph for cluster in clusters(text))


def sources(text: str) -> list[str]:
    return [text[c.start : c.end] for c in clusters(text)]


@pytest.mark.parametrize(
    ("text", "glyphs", "parts"),
    [
        ("لا", "\ufefb", ["لا"]),
        ("لأ", "\ufef7", ["لأ"]),
        ("لإ", "\ufef9", ["لإ"]),
        ("لآ", "\ufef5", ["لآ"]),
        ("بلا", "\ufe91\ufefc", ["ب", "لا"]),
        ("لـا", "\ufedf\u0640\ufe8e", ["ل", "ـ", "ا"]),
        ("لَا", "\ufefb", ["لَا"]),
        ("لا\u0653", "\ufef5", ["لا\u0653"]),
        ("سلام", "\ufeb3\ufefc\ufee1", ["س", "لا", "م"]),
    ],
)
def test_lam_alef_is_one_cluster(text: str, glyphs: str, parts: list[str]) -> None:
    assert forms(text) == glyphs
    assert sources(text) == parts


@pytest.mark.parametrize("text", ["الله", "بالله", "لله", "اللّٰه"])
def test_the_name_of_god_is_spelt_with_letters(text: str) -> None:
    assert "\ufdf2" not in forms(text)
    assert forms(text).endswith("\ufee0\ufeea")


def test_vowel_signs_stay_on_their_letter() -> None:
    text = "مُحَمَّدٌ رَسُولُ اللهِ"
    assert ["م" + c.marks for c in clusters(text)[:1]] == [text[:2]]
    assert [len(c.marks) for c in clusters(text)[:4]] == [1, 1, 2, 1]
    assert forms("مُحَمَّدٌ") == forms("محمد")
    assert "".join(sources(text)) == text


def test_ten_marks_are_one_cluster_and_four_are_drawn() -> None:
    (cluster,) = clusters("ب" + "\u064e" * 10)
    assert (cluster.start, cluster.end, cluster.width) == (0, 11, 1)
    assert cluster.marks == "\u064e" * 4
    (cluster,) = clusters("a" + "\u0301" * 10)
    assert (cluster.end, cluster.marks) == (11, "\u0301" * 4)


@pytest.mark.parametrize("mark", ["\u064e", "\u0654"])
@pytest.mark.parametrize("before", ["", "\u202e"])
def test_a_mark_without_base_gets_a_dotted_circle(before: str, mark: str) -> None:
    last = clusters(before + mark + "ب")[-2]
    assert (last.glyph, last.marks, last.width) == ("◌", mark, 1)


@pytest.mark.parametrize("blank", ["\t", "\u3000"])
def test_a_wide_blank_carries_no_mark(blank: str) -> None:
    assert [c[:5] for c in clusters(blank + "\u0301")] == [
        (" " * clusters(blank)[0].width, "", clusters(blank)[0].width, 0, 1),
        ("◌", "\u0301", 1, 1, 2),
    ]


def test_what_has_nothing_to_belong_to_stands_alone() -> None:
    assert clusters("\u200d") == [Cluster("", "", 0, 0, 1)]
    assert clusters("\u064eب")[0] == Cluster("◌", "\u064e", 1, 0, 1)


@pytest.mark.parametrize("before", ["a", " ", "ب", "1", "漢", "⟨"])
def test_a_mark_belongs_to_whatever_is_before_it(before: str) -> None:
    (cluster,) = clusters(before + "\u064e")
    assert (cluster.start, cluster.end, cluster.marks) == (0, 2, "\u064e")


def test_hamza_and_madda_compose_as_in_nfc() -> None:
    assert forms("ا\u0653") == forms("آ")
    assert forms("و\u0654") == forms("ؤ")
    assert forms("ي\u0654ب") == forms("ئب")
    assert sources("ا\u0653ب") == ["ا\u0653", "ب"]
    assert [c.marks for c in clusters("ا\u0653ب\u0654")] == ["", "\u0654"]  # none for beh


def test_zwnj_parts_and_zwj_joins_without_being_drawn() -> None:
    assert forms("می\u200cخواهم") == forms("می") + forms("خواهم")
    assert forms("هـ\u200d") == "\ufeeb\u0640"
    assert forms("ه\u200d") == "\ufeeb"
    assert forms("\u200dه") == "\ufeea"
    assert forms("\u200d\u200dه\u200d\u200d") == "\ufeec"


def test_zwj_before_a_lam_alef_does_no_harm() -> None:
    assert forms("ه\u200d لا") == "\ufeeb \ufefb"
    assert forms("أ\u200dلآأهإ") == forms("أ") + "\ufef6" + forms("أهإ")


def test_only_the_first_emoji_of_a_family_is_drawn() -> None:
    text = "👨\u200d👩\u200d👧 لا"
    assert forms(text) == "👨 \ufefb"
    assert sources(text)[0] == "👨\u200d👩\u200d👧"
    assert clusters(text)[0].marks == ""


@pytest.mark.parametrize("invisible", ["\u200e", "\u034f", "\ufe0f", "\u200b", "\ufeff", "\u064e"])
def test_invisible_characters_do_not_part_letters(invisible: str) -> None:
    assert forms(f"ب{invisible}ب") == "\ufe91\ufe90"
    assert sources(f"ب{invisible}ب") == [f"ب{invisible}", "ب"]


@pytest.mark.parametrize(
    ("text", "glyphs"),
    [
        ("پچژگک", "\ufb58\ufb7d\ufb8b\ufb94\ufb8f"),
        ("ٹڈڑ", "\ufb68\ufb89\ufb8c"),
        ("بښب", "\ufe91ښ\ufe90"),
        ("بړب", "\ufe91ړ\ufe8f"),
        ("بێب", "\ufe91ێ\ufe90"),
        ("بەب", "\ufe91ە\ufe8f"),
        ("بںب", "\ufe91ں\ufe90"),
        ("بں", "\ufe91\ufb9f"),
    ],
)
def test_letters_beyond_arabic_join_their_neighbours(text: str, glyphs: str) -> None:
    assert forms(text) == glyphs


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("ﻣﺮﺣﺒﺎ", "مرحبا"),
        ("ﻣرﺣبا", "مرحبا"),
        ("\ufefb", "لا"),
        ("ب\ufefb", "بلا"),
        ("\ufdf2", "الله"),
    ],
)
def test_presentation_forms_in_the_text_are_folded_first(text: str, same_as: str) -> None:
    assert sorted(forms(text)) == sorted(forms(same_as))
    assert len(clusters(text)) == len(text)


@pytest.mark.parametrize(
    ("level", "glyph"),
    [(1, "\ufeea\ufee0\ufedf\ufe8d"), (2, "\ufe8d\ufedf\ufee0\ufeea")],
)
def test_the_letters_of_one_character_stand_in_visual_order(level: int, glyph: str) -> None:
    assert shape("a\ufdf2", [0, level])[1] == Cluster(glyph, "", 4, 1, 2)


@pytest.mark.parametrize("sign", ["\ufdfa", "\ufdfd", "\ufc5e", "\ufe7d"])
def test_signs_are_drawn_as_they_are(sign: str) -> None:
    assert forms(sign) == sign


def test_tatweel_joins_both_sides() -> None:
    assert forms("مـــرحبا") == "\ufee3\u0640\u0640\u0640\ufeae\ufea3\ufe92\ufe8e"
    assert len(clusters("ـ" * 200)) == 200


def test_prepended_sign_is_drawn_one_cell_wide() -> None:
    assert forms("\u06dd١٢") == "\u06de١٢"
    assert forms("\u0600١") == "\u06de١"


def test_flags_are_letters_and_keycaps_digits() -> None:
    assert forms("🇸🇦") == "SA"
    assert forms("1\ufe0f\u20e3") == "1"


def test_letters_of_different_levels_do_not_join() -> None:
    text = "بب"
    assert "".join(c.glyph for c in shape(text, [1, 1])) == "\ufe91\ufe90"
    assert "".join(c.glyph for c in shape(text, [1, 3])) == "\ufe8f\ufe8f"
    assert "".join(c.glyph for c in shape(f"سa {text}", [1, 2, 1, 1, 3])) == "\ufeb1a \ufe8f\ufe8f"


def test_bidi_controls_are_badges() -> None:
    assert [c.glyph for c in clusters("a\u202eb\u202c")] == ["a", "⟨RLO⟩", "b", "⟨PDF⟩"]
    assert [c.glyph for c in clusters("\u202b" * 5000)] == ["⟨RLEx5000⟩"]
    assert [c.glyph for c in clusters("\u202b\u2067\u2069")] == ["⟨bidi x3⟩"]


def test_forms_that_do_not_match_are_drawn_without_joining(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(word_shaping, "reshape", lambda letters: letters[::-1] + "x")
    with caplog.at_level(logging.WARNING):
        lead, shaped = word_shaping._shape("بتث", True)
    assert lead == 0
    assert [unit.glyph for unit in shaped] == ["ب", "ت", "ث"]
    assert "do not match" in caplog.text


def test_the_short_way_for_plain_words_gives_what_the_long_one_gives() -> None:
    for word in ("سلام", "لا", "بلابل", "الله", "أ", "دار", "مـحمد", "لآلئ"):
        assert word_shaping._shape_plain(word) == word_shaping._shape_any(word, True)[1]


def joined(text: str, kinds: dict[str, str]) -> list[tuple[bool, bool]]:
    """Independent shaper by joining types: whether each letter joins before and after."""
    result = []
    for i, letter in enumerate(text):
        before = i > 0 and kinds[text[i - 1]] in "DC" and kinds[letter] in "DRC"
        after = i + 1 < len(text) and kinds[letter] in "DC" and kinds[text[i + 1]] in "DRC"
        result.append((before, after))
    return result


def test_every_pair_of_letters_joins_as_the_standard_says() -> None:
    from reader.arabic.joining import joining_type
    from reader.arabic.presentation import FORM_OF

    letters = ARABIC + PERSIAN_TO_UYGHUR
    kinds = {c: joining_type(c) for c in letters}
    names = {(False, False): "isolated", (False, True): "initial", (True, True): "medial"}
    for first in letters:
        for second in letters:
            if first == "ل" and second in "اأإآ":
                continue
            text = f"ب{first}{second}ب"
            if "لا" in text:
                continue
            expected = "".join(
                FORM_OF.get((c, names.get(j, "final")), c)  # type: ignore[arg-type]
                for c, j in zip(text, joined(text, kinds), strict=True)
            )
            assert forms(text) == expected, text
