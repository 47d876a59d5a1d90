"""The bilingual page: draws what its screen's state says, row by row (Textual's Line API)."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from reader.annotations.model import Annotation
from reader.tui.page.block import Row, Side
from reader.tui.page.geometry import PageOptions
from reader.tui.page.layers import Layers
from reader.tui.page.page import Place
from reader.tui.page.paint import RowMarks, paint_row
from reader.tui.reading.article import Article
from reader.tui.reading.highlights import Focus, highlight
from reader.tui.reading.pages import EnglishText, english_text, kind_style
from reader.tui.reading.window import Spot, Window
from reader.tui.themes.styles import StyleBook

if TYPE_CHECKING:
    from reader.annotations.labels import LabelSet

BOX_ROWS = 11  # of a box for several lines, with its hints, and the bars below the page
WHEEL_ROWS = 3
MIN_WIDTH = 8


def _none(_: int) -> Iterable[Annotation]:
    return ()


class ReadingView(Widget, can_focus=True, inherit_bindings=False):
    """Shows one article. All positions are paragraphs and code points, so nothing is lost when
    the window changes."""

    ALLOW_SELECT = False  # Textual's own selection takes cells, not words in the order of the text
    DEFAULT_CSS = "ReadingView { height: 1fr; width: 1fr; }"

    pointing: reactive[Focus] = reactive(Focus(), repaint=False, init=False)
    arabic_first: reactive[bool] = reactive(False, repaint=False, init=False)
    focus_mode: reactive[bool] = reactive(False, init=False)

    class Scrolled(Message):
        """Other rows are seen now."""

    class Pointed(Message):
        """A spot was clicked, once or several times in a row."""

        def __init__(self, spot: Spot, clicks: int) -> None:
            self.spot = spot
            self.clicks = clicks
            super().__init__()

    class Dragged(Message):
        """The mouse was drawn from one spot to another, its button held down."""

        def __init__(self, start: Spot, end: Spot) -> None:
            self.start = start
            self.end = end
            super().__init__()

    def __init__(self, styles: StyleBook, options: PageOptions) -> None:
        super().__init__()
        self.page_options = options
        self.article: Article | None = None
        self.window: Window | None = None
        self.annotations: Callable[[int], Iterable[Annotation]] = _none
        self.labels: LabelSet | None = None
        self._book = styles
        self._start = (0, 0)
        self._layers: dict[int, dict[Side, Layers]] = {}
        self._rows: list[Strip] | None = None
        self._pressed: Spot | None = None
        self._dragged = False

    # -- what to show

    def open(self, article: Article, focus: Focus, paragraph: int = 0, offset: int = 0) -> None:
        """Show an article from an offset of a paragraph on."""
        self.article, self.window = article, None
        self._start = (paragraph, offset)
        self.set_reactive(ReadingView.pointing, focus)
        self._make()

    def set_options(self, options: PageOptions) -> None:
        """Lay the page out anew, keeping the place."""
        self.page_options = options
        self._make()

    def recolour(self, styles: StyleBook) -> None:
        """Draw in other colours."""
        self._book = styles
        self.repaint()

    def changed(self, paragraphs: Iterable[int] | None = None) -> None:
        """Take note that texts of paragraphs changed (None: of all)."""
        if self.window is not None:
            self.window.relay(None if paragraphs is None else list(paragraphs))
            self.repaint()

    def repaint(self) -> None:
        """Draw again; layouts are kept, styles are not."""
        self._layers.clear()
        self._rows = None
        self.refresh()

    def shows_english(self, paragraph: int) -> bool:
        """Tell whether a paragraph's English is not hidden."""
        held_back = self.arabic_first and not (
            self.article is not None and paragraph in self.article.revealed
        )
        return self.page_options.translation and not held_back

    def shows_side(self, paragraph: int, side: Side) -> bool:
        """Tell whether a paragraph's text in one language is not hidden."""
        return side is Side.ARABIC or self.shows_english(paragraph)

    def open_up(self, paragraph: int, side: Side) -> None:
        """Show English that is held back, where somebody goes to a place in it."""
        if self.article is None or side is Side.ARABIC or not self.page_options.translation:
            return
        if not self.shows_english(paragraph):
            self.article.revealed.add(paragraph)
            self.changed([paragraph])

    def _make(self) -> None:
        if self.article is None or self.size.width < MIN_WIDTH or self.size.height < 1:
            return
        kept = self.window.kept() if self.window else None
        seen = self.window.sees(self.pointing) if self.window else self.pointing.match is not None
        self.window = Window(
            self.article,
            self.size.width,
            self.size.height,
            self.page_options,
            self.arabic_first,
        )
        if kept is None:
            self.window.go(*self._start)
        else:
            self.window.keep(kept)
        if seen and not self.window.sees(self.pointing):
            self.window.reveal(self.pointing)
        self.repaint()
        self.post_message(self.Scrolled())

    # -- reactions

    def on_resize(self, event: events.Resize) -> None:
        """Keep the place in the other layout."""
        self._make()

    def watch_pointing(self, old: Focus, new: Focus) -> None:
        """Bring what the reader points at into view."""
        moved = (old.cursor, old.selection, old.match) != (new.cursor, new.selection, new.match)
        if moved and self.window is not None:
            before = self.window.viewport.top
            self.window.reveal(new)
            if self.window.viewport.top != before:
                self.post_message(self.Scrolled())
        self.repaint()

    def watch_arabic_first(self) -> None:
        """Lay out anew: hidden English takes less room."""
        self._make()

    def watch_focus_mode(self) -> None:
        """Dim or light the other paragraphs."""
        self.repaint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll by the wheel."""
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll by the wheel."""
        self.scroll_rows(-WHEEL_ROWS)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take note of where a selection may begin."""
        self._dragged = False
        on_text = event.button == 1 and event.x < self.size.width - 1
        self._pressed = self.window.at(event.x, event.y) if self.window and on_text else None
        if self._pressed is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw a selection on; beyond the edge the page follows."""
        if event.button == 0:  # let go over another screen
            self._pressed = None
        if self._pressed is None or self.window is None:
            return
        row = min(max(event.y, 0), self.size.height - 1)
        if row != event.y:
            self.scroll_rows(1 if event.y > row else -1)
        found = self.window.at(event.x, row)
        if found is not None and (self._dragged or found != self._pressed):
            self._dragged = True
            self.post_message(self.Dragged(self._pressed, found))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a selection."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Point at the word under the mouse, or jump by the scroll bar."""
        if self.window is None or self._dragged:
            return
        if event.x >= self.size.width - 1:
            share = event.y / max(1, self.size.height - 1)
            self.window.viewport.go(Place(int(share * (len(self.window.page.passages) - 1))))
            self._scrolled()
            return
        found = self.window.at(event.x, event.y)
        if found is not None:
            self.post_message(self.Pointed(found, event.chain))

    # -- scrolling

    def scroll_rows(self, rows: int) -> None:
        """Scroll without moving the cursor."""
        if self.window is not None:
            self.window.viewport.scroll(rows)
            self._scrolled()

    def go_end(self) -> None:
        """Show the end of the document."""
        if self.window is not None:
            self.window.viewport.top = self.window.page.last_top(self.size.height)
            self._scrolled()

    def put_on_top(self, paragraph: int) -> None:
        """Show a paragraph at the top of the window."""
        if self.window is not None:
            self.window.go(paragraph, 0)
            self._scrolled()

    def uncover(self) -> None:
        """Show the Arabic in question above the rows that a box for a text is to cover."""
        if self.window is not None and self.window.page.passages:
            self.window.uncover(self.pointing, BOX_ROWS)
            self._scrolled()

    def _scrolled(self) -> None:
        self._rows = None
        self.refresh()
        self.post_message(self.Scrolled())

    # -- drawing

    def render_line(self, y: int) -> Strip:
        """Return one row of the window."""
        if self._rows is None or len(self._rows) != self.size.height:
            self._rows = self._draw()
        return self._rows[y] if y < len(self._rows) else Strip.blank(self.size.width)

    def _draw(self) -> list[Strip]:
        height, width = self.size.height, self.size.width
        blank = [Segment(" " * (width - 1), self._book.base)]
        if self.window is None:
            return [Strip([*blank, Segment(" ", self._book.base)], width)] * height
        viewport = self.window.viewport
        rows = [self._row(place) for place, _ in self.window.page.rows(viewport.top, height)]
        rows += [blank] * (height - len(rows))
        first, last = viewport.share()
        if first == 0 and viewport.at_end():
            return [Strip([*row, Segment(" ", self._book.base)], width) for row in rows]
        thumb = range(int(first * height), max(int(first * height) + 1, round(last * height)))
        track, bar = self._book.style(("scroll",)), self._book.style(("scroll-thumb",))
        return [
            Strip([*row, Segment("┃", bar) if y in thumb else Segment("│", track)], width)
            for y, row in enumerate(rows)
        ]

    def _row(self, place: Place) -> list[Segment]:
        assert self.window is not None
        article = self.window.article
        passage = self.window.page.passages[place.passage]
        paragraph = passage.paragraph
        layers = self._layers_of(article, paragraph)
        english = english_text(article, passage, arabic_first=self.arabic_first)
        here = paragraph == self.pointing.cursor.paragraph
        row = self.window.row(place)
        dim = ("dim",) if self.focus_mode and not here else ()
        under = dim + kind_style(article, paragraph)
        empty = Layers()
        runs = paint_row(
            row,
            self.window.shape,
            empty if dim else layers[Side.ARABIC],
            layers[Side.ENGLISH] if english.real and not dim else empty,
            RowMarks(here and not row.empty, self._note(article, paragraph, row, english)),
            arabic_under=under,
            english_under=under + english.under,
            shifts=(passage.start, english.shift),
        )
        return [Segment(run.text, self._book.style(run.names)) for run in runs]

    def _note(self, article: Article, paragraph: int, row: Row, english: EnglishText) -> str:
        """Return the mark beside a row where a doubtful sentence begins."""
        translation = article.translations.get(paragraph)
        if translation is None or row.english is None or not english.real:
            return ""
        start, end = row.english.start + english.shift, row.english.end + english.shift
        begins = any(
            doubts and start <= first < end
            for doubts, (first, _) in zip(
                article.doubts(paragraph), translation.target_spans, strict=True
            )
        )
        return "?" if begins else ""

    def _layers_of(self, article: Article, paragraph: int) -> dict[Side, Layers]:
        layers = self._layers.get(paragraph)
        if layers is None:
            layers = self._layers[paragraph] = highlight(
                article, paragraph, self.pointing, self.annotations(paragraph), self.labels
            )
        return layers
