"""Lines: wrapping, columns, direction, modes (test groups A 6, B 13)."""

from itertools import pairwise

import pytest

from reader.arabic.layout import (
    Cell,
    Line,
    iter_lines,
    lay_out,
    visual_line,
)
from reader.arabic.shaping import shape

SENTENCE = "قال الرئيس إن World Bank منح 12 مليون دولار"


def logical(text: str, lines: list[Line]) -> list[str]:
    return [text[line.start : line.end] for line in lines]


def test_the_first_line_is_the_start_of_the_sentence() -> None:
    lines = lay_out(SENTENCE, 16)
    assert logical(SENTENCE, lines) == ["قال الرئيس إن ", "World Bank منح ", "12 مليون دولار"]
    assert {line.base for line in lines} == {1}
    assert lines[1].text == " \ufea2\ufee8\ufee3 World Bank"


def test_trailing_space_stands_left_in_a_right_to_left_line() -> None:
    (line,) = lay_out("ab ", 10, 1)
    assert line.text == " ab"
    (line,) = lay_out("أب ", 10, 0)
    assert line.text == "\ufe8f\ufe83 "


def test_spaces_beyond_the_width_hang_without_cells() -> None:
    lines = lay_out("أب    جد", 2)
    assert logical("أب    جد", lines) == ["أب    ", "جد"]
    assert lines[0].width == 2
    assert sum(cell.width == 0 for cell in lines[0].cells) == 4
    assert lay_out("ab \u0301", 2)[0].text == "ab"


def test_exact_fit_stays_on_one_line() -> None:
    assert len(lay_out("سلامات", 5)) == 1
    assert len(lay_out("سلامات", 4)) == 2


def test_a_long_word_is_cut_between_clusters_and_keeps_its_joined_forms() -> None:
    text = "بلابلابلا"
    lines = lay_out(text, 3)
    assert logical(text, lines) == ["بلاب", "لابلا"]
    whole = "".join(c.glyph for c in shape(text, [1] * len(text)))
    assert "".join(line.text[::-1] for line in lines) == whole


def test_width_one_still_works() -> None:
    lines = lay_out("لَا 漢", 1)
    assert [line.text for line in lines] == ["\ufefb\u064e", "◊"]
    assert lay_out("漢\u0301", 1)[0].text == "◊"
    assert lay_out("أ", 0) == lay_out("أ", 1)


def test_wide_characters_break_anywhere_but_before_punctuation() -> None:
    text = "漢字。漢字"
    assert logical(text, lay_out(text, 5)) == ["漢", "字。", "漢字"]


@pytest.mark.parametrize("word", ["-5", "2024/5/3", "10-20"])
def test_numbers_do_not_break_at_their_signs(word: str) -> None:
    text = f"أبجد {word}"
    assert logical(text, lay_out(text, 4 + len(word))) == ["أبجد ", word]


def test_hyphens_and_slashes_in_words_are_opportunities() -> None:
    assert logical("Al-Jazeera", lay_out("Al-Jazeera", 8)) == ["Al-", "Jazeera"]
    assert logical("and/or else", lay_out("and/or else", 5)) == ["and/", "or ", "else"]
    assert logical("a-bcdef", lay_out("a-bcdef", 6)) == ["a-", "bcdef"]


def test_a_dash_before_a_word_is_no_opportunity() -> None:
    assert logical("x -abcde", lay_out("x -abcde", 6)) == ["x ", "-abcde"]
    assert logical("-abcde", lay_out("-abcde", 5)) == ["-abcd", "e"]


def test_a_folded_ligature_of_two_letters_is_no_place_to_break() -> None:
    text = "ب \ufc43ب"  # lam with alef maksura, then beh
    assert logical(text, lay_out(text, 4)) == ["ب ", "\ufc43ب"]


def test_a_tab_takes_cells_and_the_base_direction() -> None:
    (line,) = lay_out("أ\tب", 20, 1)
    assert line.text == "\ufe8f    \ufe83"


def test_zero_width_space_is_an_opportunity() -> None:
    assert logical("abc\u200bdef", lay_out("abc\u200bdef", 4)) == ["abc\u200b", "def"]
    assert logical("abc\u200b123", lay_out("abc\u200b123", 4)) == ["abc\u200b", "123"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_a_no_break_space_breaks_only_where_nothing_else_does(space: str) -> None:
    text = f"نسبة ١٠{space}٪"
    assert logical(text, lay_out(text, 7, 1)) == ["نسبة ", f"١٠{space}٪"]
    text = f"كلمة{space}وكلمة{space}أخرى"
    assert logical(text, lay_out(text, 11, 1)) == [f"كلمة{space}وكلمة{space}", "أخرى"]


def test_marks_stay_with_their_words_across_a_space() -> None:
    text = "قال الرئيس ، ثم ذهب"
    assert logical(text, lay_out(text, 11)) == ["قال ", "الرئيس ، ثم ", "ذهب"]
    text = "في المدينة ( حلب ) أمس"
    assert logical(text, lay_out(text, 12)) == ["في المدينة ", "( حلب ) أمس"]
    text = "قال « نعم » ثم ذهب"
    assert logical(text, lay_out(text, 7)) == ["قال ", "« نعم » ", "ثم ذهب"]
    # where nothing else is, the line breaks there all the same
    assert logical("حلب ) ( حلب", lay_out("حلب ) ( حلب", 4)) == ["حلب ", ") ", "( ", "حلب"]


def test_empty_and_blank_paragraphs() -> None:
    assert lay_out("", 10, 1) == [Line((), 0, 0, 1)]
    (line,) = lay_out("   ", 10)
    assert line.text == "   "
    (line,) = lay_out("\u200d", 10)
    assert line.cells == (Cell("", 0, 0, 1),)


def test_a_span_over_a_change_of_direction_has_two_ranges() -> None:
    (line,) = lay_out("أب cd ef", 20, 1)
    assert line.text == "cd ef \ufe8f\ufe83"
    assert line.columns_of(0, 5) == [(0, 2), (5, 8)]


def test_a_span_over_a_line_break_is_found_on_both_lines() -> None:
    first, second, _ = lay_out(SENTENCE, 16)
    found = (SENTENCE.index("إن"), SENTENCE.index(" Bank"))
    assert [line.columns_of(*found) for line in (first, second)] == [[(0, 3)], [(5, 10)]]


@pytest.mark.parametrize("span", [(0, 1), (1, 2)])
def test_half_a_lam_alef_lights_its_cell(span: tuple[int, int]) -> None:
    (line,) = lay_out("لا", 10)
    assert line.columns_of(*span) == [(0, 1)]


def test_offset_at_finds_the_nearest_cell() -> None:
    (line,) = lay_out("أب cd", 20, 1)
    assert [line.offset_at(c) for c in range(-1, 7)] == [3, 3, 4, 2, 1, 0, 0, 0]
    assert Line((), 5, 5, 1).offset_at(3) == 5


def test_hidden_vowel_signs_change_no_offset() -> None:
    shown, hidden = (lay_out("مُحَمَّدٌ آل", 20, harakat=h)[0] for h in (True, False))
    assert shown.text != hidden.text
    assert "\u064f" not in hidden.text
    assert [cell[1:] for cell in shown.cells] == [cell[1:] for cell in hidden.cells]
    assert lay_out("مُ", 5, render="off")[0].text == "مُ"
    assert lay_out("مُ", 5, render="off", harakat=False)[0].text == "م"
    assert list(iter_lines("مُ", 5)) == lay_out("مُ", 5)


@pytest.mark.parametrize("render", ["terminal", "off"])
def test_logical_modes_neither_order_nor_shape(render: str) -> None:
    text = "سلام (12)\u202e لا\u200d"
    lines = lay_out(text, 40, render=render)
    assert [line.text for line in lines] == ["سلام (12)⟨RLO⟩ لا"]
    assert [cell.start for cell in lines[0].cells] == sorted(c.start for c in lines[0].cells)


def test_lines_of_a_long_paragraph_keep_their_offsets() -> None:
    text = "هذه جملة قصيرة. " * 2_500
    lines = lay_out(text, 70)
    assert "".join(logical(text, lines)) == text
    assert all(a.end == b.start for a, b in pairwise(lines))
    assert {line.base for line in lines} == {1}
    assert lines == list(iter_lines(text, 70))
    middle = lines[len(lines) // 2]
    assert middle.start <= middle.offset_at(0) < middle.end


@pytest.mark.parametrize(
    ("align", "expected"),
    [
        ("start", "   \ufee1\ufefc\ufeb3"),
        ("end", "\ufee1\ufefc\ufeb3   "),
        ("left", "\ufee1\ufefc\ufeb3   "),
        ("right", "   \ufee1\ufefc\ufeb3"),
        ("center", " \ufee1\ufefc\ufeb3  "),
        ("none", "\ufee1\ufefc\ufeb3"),
    ],
)
def test_visual_line_aligns_by_base_direction(align: str, expected: str) -> None:
    assert visual_line("سلام", 6, align=align) == expected  # type: ignore[arg-type]


def test_visual_line_starts_at_the_start_and_takes_a_base_and_a_mode() -> None:
    assert visual_line("سلام", 6) == "   \ufee1\ufefc\ufeb3"
    assert visual_line("abc.", 6, 1) == "  .abc"
    assert visual_line("سلام", 6, render="off") == "  سلام"
    assert visual_line("abc", 8, align="center") == "  abc   "
    assert visual_line("abc", 8, align="end") == "     abc"
    assert visual_line("漢字", 4) == "漢字"
    assert visual_line("abc def", 5) == "abc… "


def test_the_second_piece_of_a_long_paragraph_is_drawn_as_if_it_were_alone() -> None:
    text = "أب " + "ab " * 6_000 + "أب"
    first, second = lay_out(text, 20_000, 0)
    assert (first.start, second.start, second.end) == (0, first.end, len(text))
    assert first.text.startswith("\ufe8f\ufe83 ab ")
    (alone,) = lay_out(text[second.start :], 20_000, 0)
    assert (second.text, second.base) == (alone.text, alone.base)
    for cell, same in zip(second.cells, alone.cells, strict=True):
        start, end = same.start + second.start, same.end + second.start
        assert cell == Cell(same.glyph, same.width, start, end)


def test_a_quotation_turns_nothing_around_it() -> None:
    assert visual_line("“abc” أب", 9, base=0) == "“abc” \ufe8f\ufe83 "
    message = "“19 فبراير 2021” (2021-02-19) is missing"
    drawn = visual_line(message, 60, base=0, align="none")
    assert drawn.startswith("“2021 ")
    assert drawn.endswith(" 19” (2021-02-19) is missing")


def test_visual_line_cuts_the_logical_end() -> None:
    assert visual_line("سلام عليكم", 6) == "…\ufecb \ufee1\ufefc\ufeb3".replace("\ufecb", "\ufec9")
    assert visual_line("Hello world", 8) == "Hello w…"
    assert visual_line("ab", 1) == "…"
    assert visual_line("ab", 0) == ""
    assert visual_line("a\x1b[2Jb\nc", 20, align="none") == "a␛[2Jb c"
    assert visual_line("ب" + "\u064e" * 500 + "ت", 1) == "…"
