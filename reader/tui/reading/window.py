"""An article's page in a window: what is seen, and what stands where."""

from typing import NamedTuple

from reader.tui.page.block import Row, Side
from reader.tui.page.geometry import GAP, GUTTER, PageOptions
from reader.tui.page.page import Place, anchor, restore
from reader.tui.page.viewport import Viewport
from reader.tui.reading.article import Article
from reader.tui.reading.highlights import Focus
from reader.tui.reading.pages import make_page

Word = tuple[int, int]


class Spot(NamedTuple):
    """A place in the text that stands under a cell of the window."""

    paragraph: int
    side: Side
    offset: int


class Window:
    """One layout of an article: made anew when the width or an option changes."""

    def __init__(
        self, article: Article, width: int, height: int, options: PageOptions, arabic_first: bool
    ) -> None:
        self.article = article
        self.page, self.shape = make_page(article, width, options, arabic_first=arabic_first)
        self.viewport = Viewport(self.page, height)

    # -- the place, in a form that outlives the layout

    def kept(self) -> tuple[int, Side, int]:
        """Return the place at the top for `keep` of another window."""
        return anchor(self.page, self.viewport.top)

    def keep(self, kept: tuple[int, Side, int]) -> None:
        """Put a place of another window at the top."""
        self.viewport.go(restore(self.page, kept))

    def position(self) -> tuple[int, int]:
        """Return the paragraph and offset at the top: what is remembered between sessions."""
        if not self.page.passages:
            return 0, 0
        number, side, offset = self.kept()
        passage = self.page.passages[number]
        return passage.paragraph, passage.start + (offset if side is Side.ARABIC else 0)

    def go(self, paragraph: int, offset: int = 0) -> None:
        """Put an offset of a paragraph at the top."""
        if self.page.passages:
            self.viewport.go(self.place_of(paragraph, Side.ARABIC, offset))

    def uncover(self, focus: Focus, rows: int) -> None:
        """Scroll until the Arabic in question stands above the last `rows` rows."""
        paragraph, start, end = focus.cursor.paragraph, 0, 1
        if focus.selection is not None and focus.selection.side is Side.ARABIC:
            start, end = focus.selection.span
        elif self.article.sentences(paragraph):
            start, end = self.article.sentences(paragraph)[focus.cursor.sentence]
        first = self.place_of(paragraph, Side.ARABIC, start)
        last = self.place_of(paragraph, Side.ARABIC, max(start, end - 1))
        height = self.viewport.height
        below = self.page.distance(self.viewport.top, last, height)
        if first < self.viewport.top or below >= height - rows:
            self.viewport.top = first  # past the end of the document too

    def relay(self, paragraphs: list[int] | None) -> None:
        """Lay paragraphs out again (None: all), without moving what is at the top."""
        kept = self.kept()
        if paragraphs is None:
            self.page.forget()
        else:
            for paragraph in paragraphs:
                self.page.forget(paragraph)
        self.viewport.top = restore(self.page, kept)

    def seen(self) -> range:
        """Return the paragraphs that are at least partly seen."""
        seen = self.viewport.passages() if self.page.passages else range(0)
        if not seen:
            return range(0)
        passages = self.page.passages
        return range(passages[seen.start].paragraph, passages[seen.stop - 1].paragraph + 1)

    def cut_above(self, paragraph: int) -> bool:
        """Tell whether the top of the window lies inside a paragraph."""
        top = self.viewport.top
        own = self.page.of_paragraph(paragraph)
        return bool(own) and Place(own[0]) < top and top.passage <= own[-1]

    def first_sentence(self) -> int:
        """Return the first sentence at the top that begins in the window, else the one there."""
        passage, side, offset = self.kept()
        paragraph = self.page.passages[passage].paragraph
        offset += self.shift(Place(passage), side)
        sentence = self.article.sentence_of(paragraph, side, offset)
        begins_above = self.article.sentence_start(paragraph, side, sentence) < offset
        if not begins_above or sentence + 1 >= len(self.article.sentences(paragraph)):
            return sentence
        start = self.article.sentence_start(paragraph, side, sentence + 1)
        height = self.viewport.height
        below = self.page.distance(self.viewport.top, self.place_of(paragraph, side, start), height)
        return sentence + 1 if below < height else sentence

    def reveal(self, focus: Focus) -> None:
        """Scroll as little as possible until what the reader points at is seen."""
        if focus.selection is None and focus.match is None:
            own = self.page.of_paragraph(focus.cursor.paragraph)
            if not own:
                return
            first = Place(own[0])
            last = Place(own[-1], max(0, self.page.block(own[-1]).height - 2))
            height = self.viewport.height
            if self.page.distance(first, last, height) < height:
                self.viewport.show(first, last)
                return
        self._show(*self._pointed(focus))

    def sees(self, focus: Focus) -> bool:
        """Tell whether the beginning of what the reader points at stands in the window."""
        at = focus.selection or focus.match
        paragraph = at.paragraph if at else focus.cursor.paragraph
        if not self.page.of_paragraph(paragraph):
            return False
        place = self.place_of(*self._pointed(focus)[:3])
        top, height = self.viewport.top, self.viewport.height
        return top <= place and self.page.distance(top, place, height) < height

    def _pointed(self, focus: Focus) -> tuple[int, Side, int, int]:
        """Return paragraph, side, start and end of the selected, found or current words."""
        if focus.selection is not None:  # also while a search is on
            return focus.selection.paragraph, focus.selection.side, *focus.selection.head
        if focus.match is not None:
            return focus.match.paragraph, focus.match.side, focus.match.start, focus.match.end
        paragraph, sentence = focus.cursor.paragraph, focus.cursor.sentence
        return paragraph, Side.ARABIC, *self.article.sentences(paragraph)[sentence]

    def _show(self, paragraph: int, side: Side, start: int, end: int) -> None:
        self.viewport.show(
            self.place_of(paragraph, side, start),
            self.place_of(paragraph, side, max(start, end - 1)),
        )

    # -- what stands where

    def shift(self, place: Place, side: Side) -> int:
        """Return where the row's passage starts in its paragraph's text on one side."""
        passage = self.page.passages[place.passage]
        return passage.start if side is Side.ARABIC else self.article.english_of(passage)[1]

    def place_of(self, paragraph: int, side: Side, offset: int) -> Place:
        """Return the row of an offset in a paragraph's text on one side."""
        number = self.page.find(paragraph, offset if side is Side.ARABIC else 0)
        if side is Side.ENGLISH:
            for candidate in self.page.of_paragraph(paragraph):
                if self.shift(Place(candidate), side) <= offset:
                    number = candidate
        inside = max(0, offset - self.shift(Place(number), side))
        return Place(number, self.page.block(number).row_of(side, inside))

    def row(self, place: Place) -> Row:
        """Return what is laid out at a place."""
        return self.page.block(place.passage).rows[place.row]

    def words_on(self, place: Place, side: Side, words: list[Word]) -> list[tuple[int, Word]]:
        """Return the words on a row with their columns, from left to right."""
        line = self.row(place).line(side)
        if line is None:
            return []
        shift = self.shift(place, side)
        found = []
        for word in words:
            columns = line.columns_of(word[0] - shift, word[1] - shift)
            if columns:
                found.append((columns[0][0] + self._indent(line.width, line.base, side), word))
        return sorted(found)

    def at(self, x: int, y: int) -> Spot | None:
        """Return what is drawn at a cell of the window, if any."""
        rows = list(self.page.rows(self.viewport.top, y + 1))
        if len(rows) <= y:
            return None
        place, row = rows[y]
        paragraph = self.page.passages[place.passage].paragraph
        column = x - self.shape.margin - GUTTER
        side = Side.ARABIC
        if self.shape.stacked or not self.shape.english:
            side = Side.ENGLISH if row.english and not row.arabic else Side.ARABIC
        elif column < self.shape.english + GAP:
            side = Side.ENGLISH
        else:
            column -= self.shape.english + GAP
        line = row.line(side)
        if line is None:
            return Spot(paragraph, side, self._end(place, side))
        offset = line.offset_at(column - self._indent(line.width, line.base, side))
        return Spot(paragraph, side, offset + self.shift(place, side))

    def _end(self, place: Place, side: Side) -> int:
        """Return where the last line of one side ends in a place's passage."""
        lines = (row.line(side) for row in self.page.block(place.passage).rows)
        ends = [cell.end for line in lines if line for cell in line.cells]
        return self.shift(place, side) + max(ends, default=0)

    def _indent(self, width: int, base: int, side: Side) -> int:
        column = self.shape.arabic if side is Side.ARABIC else self.shape.english
        return max(0, column - width) if base else 0
