"""What holds for any text and any width (test group B 13)."""

import random
import unicodedata
from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.arabic.layout import Line, lay_out, visual_line
from reader.arabic.normalise import normalise, normalise_with_map
from reader.arabic.sanitise import safe, sanitise
from reader.arabic.sentences import segments, sentences
from reader.arabic.words import words
from tests.arabic.alphabet import random_text, texts

widths = st.integers(2, 40)


@lru_cache(maxsize=4096)
def is_drawable(glyph: str) -> bool:
    """Tell whether a glyph is free of controls and format characters."""
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in glyph)


def check_layout(text: str, lines: list[Line], width: int, base: int | None) -> None:
    """Check what must hold for every layout."""
    covered = []
    for line in lines:
        assert line.width <= width
        assert base is None or line.base == base
        assert line.width == cell_len(line.text)
        for glyph, cell_width, start, end in line.cells:
            assert start < end
            assert cell_len(glyph) == cell_width
            assert is_drawable(glyph)
            covered.append((start, end))
        if line.cells:
            assert line.start == min(cell.start for cell in line.cells)
            assert line.end == max(cell.end for cell in line.cells)
    covered.sort()
    assert "".join(text[a:b] for a, b in covered) == text
    assert [a for a, _ in covered[1:]] == [b for _, b in covered[:-1]]
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(lines))
    check_marks_stay(text, {start for start, _ in covered})


def check_marks_stay(text: str, starts: set[int]) -> None:
    """A mark never starts a cell unless nothing before it can carry it."""
    for i in starts:
        if i and unicodedata.category(text[i]) == "Mn":
            before = text[i - 1]
            assert not before.isalnum(), (before, text[i])


@settings(max_examples=settings().max_examples * 10)
@given(
    text=texts,
    width=widths,
    base=st.sampled_from([None, 0, 1]),
    harakat=st.booleans(),
    render=st.sampled_from(["app", "terminal", "off"]),
)
@example("ه\u200d لا", 2, 1, True, "app")
@example("", 2, None, True, "app")
@example("\u2068" * 200, 2, None, True, "app")
@example("لَا" * 30, 2, 1, False, "app")
def test_each_offset_is_in_one_cell(
    text: str, width: int, base: int | None, harakat: bool, render: str
) -> None:
    lines = lay_out(text, width, base, harakat=harakat, render=render)
    check_layout(text, lines, width, base)


@pytest.mark.parametrize("seed", range(2))
def test_random_texts_in_stretches(seed: int) -> None:
    source = random.Random(seed)
    for _ in range(2_500):
        text, width = random_text(source), source.randrange(2, 41)
        check_layout(text, lay_out(text, width), width, None)


@given(text=texts, width=widths)
def test_without_harakat_the_cells_are_the_same(text: str, width: int) -> None:
    shown = lay_out(text, width)
    hidden = lay_out(text, width, harakat=False)
    assert [[c[1:] for c in line.cells] for line in shown] == [
        [c[1:] for c in line.cells] for line in hidden
    ]


@given(text=texts, width=widths)
def test_columns_and_offsets_agree(text: str, width: int) -> None:
    for line in lay_out(text, width):
        lit = []
        for cell in line.cells:
            columns = line.columns_of(cell.start, cell.end)
            lit += [c for a, b in columns for c in range(a, b)]
            for a, b in columns:
                assert {line.offset_at(c) for c in range(a, b)} == {cell.start}
        assert lit == list(range(line.width))


@given(text=texts, width=st.integers(0, 60), align=st.sampled_from(["start", "end", "center"]))
def test_visual_line_fills_its_width(text: str, width: int, align: str) -> None:
    line = visual_line(text, width, align=align)  # type: ignore[arg-type]
    assert cell_len(line) == width
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in line)


@given(text=texts)
def test_sanitise_keeps_every_offset(text: str) -> None:
    clean = sanitise(text)
    assert len(clean) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in clean if c != "\t")


@given(text=texts, longest=st.one_of(st.none(), st.integers(0, 30)))
def test_safe_is_one_harmless_line(text: str, longest: int | None) -> None:
    clean = safe(text, longest)
    assert not any(
        unicodedata.category(c) in ("Cc", "Cs", "Cn", "Zl", "Zp", "Cf")
        for c in clean
        if c != "\u200c"
    )
    assert longest is None or len(clean) <= longest
    assert safe(clean) == clean.strip()


@given(text=texts)
def test_search_form_is_stable_and_mapped(text: str) -> None:
    form, sources = normalise_with_map(text)
    assert form == normalise(text)
    assert normalise(form) == form
    assert unicodedata.is_normalized("NFC", form)
    assert len(sources) == len(form) + 1
    assert sources == sorted(sources)
    assert sources[-1] == len(text)


@given(text=texts, most=st.integers(1, 30))
def test_sentences_and_segments_cover_the_text(text: str, most: int) -> None:
    for spans in (sentences(text), segments(text, most)):
        assert "".join(text[a:b] for a, b in spans) == text
        assert all(a < b for a, b in spans)
    assert all(len(text[a:b].rstrip()) <= most for a, b in segments(text, most))


@given(text=texts)
def test_words_are_in_order_and_hold_no_space(text: str) -> None:
    found = words(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(w.start < w.end and not any(map(str.isspace, text[w.start : w.end])) for w in found)
