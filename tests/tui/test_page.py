"""The page: passages, rows, places and layers, without a screen."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.tui.page.block import Side
from reader.tui.page.geometry import PageOptions, geometry
from reader.tui.page.layers import Layers
from reader.tui.page.page import Place
from reader.tui.page.paint import RowMarks, paint_row
from reader.tui.page.passages import MAX_LENGTH, passages
from reader.tui.reading.article import Article
from reader.tui.reading.window import Window
from tests.tui.fakes import TEXTS, document


def article(count=40):
    return Article(document(*(f"{TEXTS[n % 3]} {n}" for n in range(count))))


def window(width=100, height=20, count=40, **options):
    return Window(article(count), width, height, PageOptions(**options), False)


def test_columns_fill_the_window():
    for width in range(20, 200, 7):
        shape = geometry(width, PageOptions())
        assert shape.stacked == (width < 80)
        assert shape.margin + 2 + shape.inner + 2 + 1 == width
    assert geometry(200, PageOptions(max_width=100)).margin > 40
    assert geometry(120, PageOptions(arabic_share=70)).arabic > geometry(120, PageOptions()).arabic


def test_every_row_is_as_wide_as_the_window():
    for width in (20, 59, 60, 79, 80, 100, 141):
        found = window(width)
        for _, row in found.page.rows(Place(0), 200):
            runs = paint_row(row, found.shape, Layers(), Layers(), RowMarks(current=True))
            assert sum(run.width for run in runs) == width - 1


def test_long_paragraphs_are_cut_into_passages_that_give_the_text_back():
    for text in ("كلمة " * 5000, "ا" * 10_000, (TEXTS[0] + " ") * 200):
        doc = document(text)
        found = passages(doc)
        assert "".join(text[p.start : p.end] for p in found) == text
        assert all(0 < p.end - p.start <= MAX_LENGTH for p in found)


@given(st.lists(st.integers(-50, 50), max_size=12))
@settings(max_examples=40, deadline=None)
def test_scrolling_stays_in_the_document_and_rows_follow_each_other(moves):
    found = window()
    for rows in moves:
        before = found.viewport.top
        found.viewport.scroll(rows)
        top = found.viewport.top
        assert Place(0) <= top <= found.page.last_top(20)
        if top not in (Place(0), found.page.last_top(20)) and rows:
            distance = found.page.distance(*sorted((before, top)), 10**6)
            assert distance == abs(rows)


def test_the_page_is_full_at_the_end():
    found = window()
    found.viewport.top = found.page.last_top(20)
    rows = list(found.page.rows(found.viewport.top, 20))
    assert len(rows) == 20
    assert rows[-1][0].passage == len(found.page.passages) - 1


def test_offsets_and_places_agree():
    found = window()
    for paragraph in (0, 7, 39):
        for offset in range(0, len(found.article.text(paragraph)), 9):
            place = found.place_of(paragraph, Side.ARABIC, offset)
            line = found.row(place).arabic
            assert any(cell.start <= offset < cell.end for cell in line.cells)


def test_layers_stack_and_share_cells():
    layers = Layers()
    layers.add(0, 10, "sentence")
    layers.add(4, 6, "kind-person")
    layers.add(7, 7, "nothing")
    assert layers.at(0, 1) == ("sentence",)
    assert layers.at(4, 5) == ("sentence", "kind-person")
    assert layers.at(3, 5) == ("sentence", "kind-person")  # one cell for both letters
    assert layers.at(6, 7) == ("sentence",)
    assert layers.at(10, 11) == ()


def test_only_what_is_seen_is_laid_out():
    found = window(count=5000)
    list(found.page.rows(found.viewport.top, 20))
    found.viewport.go(Place(2500))
    list(found.page.rows(found.viewport.top, 20))
    assert len(found.page._blocks) < 60
