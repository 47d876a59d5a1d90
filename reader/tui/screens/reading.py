"""The reading screen: one article in two languages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from reader.arabic.direction import base_direction
from reader.translation.model import ParagraphTranslation
from reader.tui.commands.base import READING, SELECT
from reader.tui.controllers.corrections import Corrections
from reader.tui.controllers.desk import Desk
from reader.tui.controllers.marks import Marks
from reader.tui.controllers.occurrences import Occurrences
from reader.tui.controllers.panels import Panels
from reader.tui.controllers.search import Search
from reader.tui.controllers.suggestions import Suggestions
from reader.tui.controllers.vocabulary import Vocabulary
from reader.tui.controllers.words import Words
from reader.tui.controllers.writing import Writing
from reader.tui.messages import Progress, Recognised, Translated, TranslationFailed
from reader.tui.page.block import Side
from reader.tui.page.geometry import PageOptions
from reader.tui.reading.article import Article
from reader.tui.reading.cursor import Cursor
from reader.tui.reading.highlights import Focus, Match
from reader.tui.reading.pages import base_of
from reader.tui.reading.search import Sought
from reader.tui.reading.selection import Selection
from reader.tui.screens.command_screen import CommandScreen
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.legend import Legend
from reader.tui.widgets.reading_view import ReadingView
from reader.tui.widgets.status_bar import StatusBar
from reader.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from textual.timer import Timer

SAVE_AFTER_S = 1.0
MIN_SHARE, MAX_SHARE = 20, 80
_WORK = {"translating": "translating", "names": "finding names"}


class ReadingScreen(CommandScreen[None]):
    """Shows an article; its controllers search, select and annotate."""

    def __init__(
        self,
        article: Article,
        options: PageOptions,
        start: tuple[int, int],
        sought: Sought | None = None,
    ) -> None:
        super().__init__()
        self.article = article
        self._options = options
        self._start = start
        self._sought = sought
        self.search = Search(self)
        self.words = Words(self)
        self.corrections = Corrections(self)
        self.panels = Panels(self)
        self.marks = Marks(self)
        self.vocabulary = Vocabulary(self)
        self._save_timer: Timer | None = None
        self._progress: dict[str, tuple[int, int]] = {}

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        display = self.reader.settings.display
        yield TitleBar(self.styles_book)
        self.view = ReadingView(self.styles_book, self._options)
        yield self.view
        legend = Legend(self.styles_book)
        legend.display = display.legend
        yield legend
        self.status = StatusBar(self.styles_book)
        self.status.display = display.status_bar
        yield self.status
        keys = KeyBar(self.styles_book)
        keys.display = display.key_bar
        yield keys

    def on_mount(self) -> None:
        """Show the article where it was left."""
        super().on_mount()
        reading = self.reader.settings.reading
        self.desk = Desk(self)
        self.suggestions = Suggestions(self)
        self.occurrences = Occurrences(self)
        self.writing = Writing(self)
        view = self.view
        view.labels = self.desk.labels
        view.annotations = lambda paragraph: self.desk.notebook.by_paragraph.get(paragraph, ())
        view.set_reactive(ReadingView.arabic_first, reading.arabic_first)
        view.set_reactive(ReadingView.focus_mode, reading.focus)
        self.query_one(TitleBar).show(self.article.document)
        paragraph, offset = self._start
        sentence = self.article.sentence_at(paragraph, offset) if self.article.passages else 0
        if self._sought and self.article.passages:
            offset = self.article.sentence_start(paragraph, Side.ARABIC, sentence)
        view.open(self.article, Focus(Cursor(paragraph, sentence)), paragraph, offset)
        view.focus()
        for warning in self.article.document.warnings:
            self.reader.say(warning)
        with self.reader.faults_shown():
            self.desk.open()
        self.show_place()
        if self._sought and self.article.passages:
            self.search.arrive(self._sought)

    def on_screen_resume(self) -> None:
        """Let the workers go on with this article if they left it for another one."""
        self.reader.crew.take_up(self.article.document)

    # -- what commands use

    @property
    def cursor(self) -> Cursor:
        """Where the reader stands."""
        return self.view.pointing.cursor

    def scopes(self) -> tuple[str, ...]:
        """A selection has keys of its own."""
        return (SELECT,) if self.words.selection else (READING,)

    def point(self, cursor: Cursor, match: Match | None = None) -> None:
        """Move the cursor."""
        view = self.view
        view.pointing = replace(view.pointing, cursor=cursor, match=match)
        self.show_place()

    def select(self, selection: Selection | None) -> None:
        """Change the selection; the cursor follows its word."""
        view = self.view
        cursor = self.cursor
        if selection is not None:
            place, side = selection.paragraph, selection.side
            cursor = Cursor(place, self.article.sentence_of(place, side, selection.head[0]))
        view.pointing = replace(view.pointing, cursor=cursor, selection=selection)
        self.show_place()
        self.show_keys()

    def page(self, pages: float) -> None:
        """Scroll by pages; the cursor goes to the first whole paragraph seen.

        Inside a paragraph higher than the window it goes to the first sentence seen, on a last
        page that does not move to the last one.
        """
        view = self.view
        if view.window is None:
            return
        before = view.window.viewport.top
        rows = max(1, int(abs(pages) * (view.size.height - 1)))
        view.scroll_rows(rows if pages > 0 else -rows)
        seen = view.window.seen()
        if view.window.viewport.top == before and seen:
            target = seen[-1] if pages > 0 else seen[0]
        else:
            target = self._first_whole(seen)
        cursor = Cursor(target)
        if view.window.cut_above(target):
            last = len(self.article.sentences(target)) - 1
            at_end = view.window.viewport.top == before and pages > 0
            cursor = Cursor(target, last if at_end else view.window.first_sentence())
        view.set_reactive(ReadingView.pointing, replace(view.pointing, cursor=cursor, match=None))
        view.repaint()
        self.show_place()

    def _first_whole(self, seen: range) -> int:
        window = self.view.window
        assert window is not None
        inside = window.viewport.top.row > 0 and len(seen) > 1
        places = [n for n in seen if window.page.of_paragraph(n)]
        if not places:
            return self.cursor.paragraph
        return places[1] if inside and len(places) > 1 else places[0]

    def flip_direction(self) -> None:
        """Turn the current paragraph around."""
        paragraph = self.cursor.paragraph
        article = self.article
        now = base_of(article, paragraph, self.view.page_options)
        if now is None:
            now = base_direction(article.text(paragraph))
        article.directions[paragraph] = 1 - now
        self.view.changed([paragraph])

    def set_arabic_share(self, share: int) -> None:
        """Divide the width between the columns."""
        share = min(max(share, MIN_SHARE), MAX_SHARE)
        self.view.set_options(replace(self.view.page_options, arabic_share=share))

    def copy_sentence(self) -> None:
        """Copy the current sentence and its English."""
        start, end = self.article.sentences(self.cursor.paragraph)[self.cursor.sentence]
        text = self.article.text(self.cursor.paragraph)[start:end].strip()
        pair = self.article.pair(self.cursor.paragraph, self.cursor.sentence)
        self.reader.copy_text(f"{text}\n{pair.target}" if pair else text)

    # -- what workers tell

    def on_translated(self, event: Translated) -> None:
        """Show the English of paragraphs."""
        if event.fingerprint == self.article.document.fingerprint:
            self.take_translations(event.found)

    def take_translations(self, found: Mapping[int, ParagraphTranslation]) -> None:
        """Show new or corrected English."""
        selected = self.words.text()
        cursor = self.cursor
        if cursor.paragraph in found:
            start = self.article.sentence_start(cursor.paragraph, Side.ARABIC, cursor.sentence)
        for paragraph, translation in found.items():
            self.article.set_translation(paragraph, translation)
        if cursor.paragraph in found:  # which may be divided into other sentences now
            sentence = self.article.sentence_at(cursor.paragraph, start)
            moved = replace(self.view.pointing, cursor=Cursor(cursor.paragraph, sentence))
            self.view.set_reactive(ReadingView.pointing, moved)  # without scrolling
        self.view.changed(found)
        self.words.keep_up(selected)
        self.show_place()
        self.search.renew(found)

    def on_translation_failed(self, event: TranslationFailed) -> None:
        """Show why there is no English."""
        if event.fingerprint != self.article.document.fingerprint:
            return
        if event.paragraph is None:
            self.article.no_translation = event.reason
            self._progress.pop("translating", None)
            self._show_progress()
            self.view.changed()
        else:
            self.article.failures[event.paragraph] = event.reason
            self.view.changed([event.paragraph])

    def on_recognised(self, event: Recognised) -> None:
        """Colour names and numbers."""
        if event.fingerprint != self.article.document.fingerprint:
            return
        for paragraph, found in event.found.items():
            self.article.set_entities(paragraph, found)
        self.view.repaint()
        self.show_legend()

    def on_progress(self, event: Progress) -> None:
        """Show how far the work is."""
        if event.fingerprint != self.article.document.fingerprint:
            return
        self._progress[event.work] = (event.done, event.total)
        self._show_progress()

    def _show_progress(self) -> None:
        running = {w: p for w, p in self._progress.items() if p[0] < p[1]}
        status = self.status
        if not running:
            status.work, status.share = "", None
            return
        work, (done, total) = next(iter(sorted(running.items(), reverse=True)))
        status.work = f"{_WORK[work]} {done}/{total}"
        status.share = done / total

    # -- what the page tells

    def on_reading_view_scrolled(self) -> None:
        """Let workers begin with what is seen, and remember the place."""
        if self.view.window is not None:
            self.reader.attend(self.view.window.seen())
        if self._save_timer is None:
            self._save_timer = self.set_timer(SAVE_AFTER_S, self.save_position)

    def on_reading_view_pointed(self, event: ReadingView.Pointed) -> None:
        """Put the cursor where the mouse was clicked; twice is the word, thrice the sentence."""
        place, side, offset = event.spot
        if self.words.selection or event.clicks > 1:
            if self.words.start(side, offset, place) and event.clicks > 2:
                self.words.select_sentence()
        elif side is Side.ARABIC or self.view.shows_english(place):
            self.point(Cursor(place, self.article.sentence_of(place, side, offset)))
        else:
            self.point(Cursor(place))

    def on_reading_view_dragged(self, event: ReadingView.Dragged) -> None:
        """Select the words that the mouse was drawn over."""
        self.words.drag(event.start, event.end)

    def on_unmount(self) -> None:
        """Remember the place."""
        self.save_position()

    def save_position(self) -> None:
        """Keep where the reader stands."""
        self._save_timer = None
        window = self.view.window
        if window is not None and window.page.passages:
            paragraph, offset = window.position()
            furthest = max(window.seen(), default=paragraph)
            self.reader.keep_position(self.article.document, paragraph, offset, furthest)

    # -- bars

    def follow_theme(self) -> None:
        """Draw in the colours of the theme."""
        super().follow_theme()
        self.view.recolour(self.styles_book)

    def show_pending(self, text: str) -> None:
        """Show keys typed so far."""
        self.status.pending = text

    def show_legend(self) -> None:
        """Show the kinds that occur."""
        found = {entity.label.value for es in self.article.entities.values() for entity in es}
        self.query_one(Legend).show(found, self.article.hidden_labels)

    def show_place(self) -> None:
        """Show where the reader stands, and why a translation is doubtful."""
        status = self.status
        total = len(self.article.document.paragraphs)
        here = self.cursor.paragraph + 1
        share = round(100 * here / max(1, total))
        status.place = f"¶ {here}/{total} · {share}%"
        status.mode = "WORDS" if self.words.selection else ""
        if self.words.selection:
            status.hint, status.remark = "", self.desk.describe() or self.words.describe()
            return
        every = self.article.doubts(self.cursor.paragraph)
        doubts = every[self.cursor.sentence] if self.cursor.sentence < len(every) else ()
        status.remark = "? " + "; ".join(doubt.reason for doubt in doubts) if doubts else ""
        if not self.search.query or (doubts and self.view.pointing.match is None):
            status.hint = ""
