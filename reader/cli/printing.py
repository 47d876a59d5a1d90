"""Articles as text: the same page as on the screen, printed."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from rich.color import ColorSystem
from rich.style import Style

from reader.arabic.sanitise import safe
from reader.cli.documents import read
from reader.cli.warning import warn, warn_of
from reader.errors import ReaderError
from reader.settings.model import Settings
from reader.terminal.detection import moves_cursor
from reader.translation.model import ParagraphTranslation, SentencePair
from reader.tui.page.block import Side
from reader.tui.page.layers import Layers
from reader.tui.page.page import Place
from reader.tui.page.paint import RowMarks, paint_row
from reader.tui.reading.article import Article
from reader.tui.reading.cursor import Cursor
from reader.tui.reading.highlights import Focus, highlight
from reader.tui.reading.options import page_options
from reader.tui.reading.pages import MISSING, english_text, kind_style
from reader.tui.reading.window import Window
from reader.tui.services import Services, make_pipeline
from reader.tui.themes.palettes import palette_for
from reader.tui.themes.styles import StyleBook

if TYPE_CHECKING:
    from reader.store.database import Database
    from reader.translation.pipeline import Translator

DEFAULT_WIDTH = 100
NOWHERE = Focus(Cursor(-1, 0))


@dataclass(frozen=True)
class Printing:
    """How to print: `width` in columns; `plain` is logical order without letter forms."""

    width: int
    plain: bool
    colour: bool


def choose_printing(width: int | None, plain: bool, color: str, out: TextIO) -> Printing:
    """Return how to print to `out`: the terminal's width, colours only for a terminal."""
    columns = width or (shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns)
    on_screen = out.isatty() and moves_cursor(os.environ) and not os.environ.get("NO_COLOR")
    colour = color == "always" or (color == "auto" and on_screen)
    return Printing(max(columns, 20), plain, colour and not plain)


def print_documents(
    files: Sequence[Path], services: Services, settings: Settings, how: Printing, out: TextIO
) -> int:
    """Print each file's page to `out`; return how many could not be read or not be translated.

    Either is told on standard error, a reason once. The others are still printed, and an article
    without English is printed in Arabic.
    """
    failed = 0
    translate = _translate(services)
    for file in files:
        try:
            document = read(file, services.load)
        except ReaderError as error:
            warn(str(error))
            failed += 1
            continue
        warn_of(document)
        if len(files) > 1:
            out.write(f"── {safe(document.path)} ──\n\n")
        article = Article(document)
        failed += not translate(article)
        _recognise(article, services)
        for line in lines(article, settings, how):
            out.write(line + "\n")
        out.flush()
    return failed


def lines(article: Article, settings: Settings, how: Printing) -> Iterator[str]:
    """Yield the page's lines, without blanks at their ends."""
    options = page_options(settings)
    options = replace(options, max_width=0, render="off" if how.plain else options.render)
    window = Window(article, how.width + 1, 1, options, arabic_first=False)
    book = StyleBook(palette_for(settings.display.theme))
    layers: dict[int, dict[Side, Layers]] = {}
    for place, row in window.page.rows(Place(0), sys.maxsize):
        passage = window.page.passages[place.passage]
        paragraph = passage.paragraph
        if paragraph not in layers:
            layers = {paragraph: highlight(article, paragraph, NOWHERE)}
        english = english_text(article, passage)
        under = kind_style(article, paragraph)
        runs = paint_row(
            row,
            window.shape,
            layers[paragraph][Side.ARABIC],
            layers[paragraph][Side.ENGLISH] if english.real else Layers(),
            RowMarks(),
            arabic_under=under,
            english_under=under + english.under,
            shifts=(passage.start, english.shift),
        )
        if how.colour:
            yield "".join(_coloured(book, run.text, run.names) for run in runs).rstrip()
        else:
            yield "".join(run.text for run in runs).rstrip()


def _coloured(book: StyleBook, text: str, names: tuple[str, ...]) -> str:
    style = Style.combine([Style.null(), *(book.only(name) for name in names)])
    return style.render(text, color_system=_colours())


def _colours() -> ColorSystem:
    full = os.environ.get("COLORTERM", "") in ("truecolor", "24bit")
    return ColorSystem.TRUECOLOR if full else ColorSystem.EIGHT_BIT


def _translate(services: Services) -> Callable[[Article], bool]:
    """Return what translates an article and tells whether it could.

    The model is loaded once, for all of them.
    """
    engine: Translator | None = None
    database: Database | None = None
    told: set[str] = set()

    def tell(reason: str) -> None:
        if reason not in told:
            told.add(reason)
            warn(reason)

    try:
        engine = services.translator()
        database = services.database()
    except ReaderError as error:
        tell(str(error))

    def translate(article: Article) -> bool:
        article.no_translation = MISSING  # where nothing comes, the page says no more than that
        if engine is None:
            return False
        paragraphs = article.document.paragraphs

        def done(place: int, pairs: list[SentencePair]) -> None:
            if pairs:
                translation = ParagraphTranslation(paragraphs[place].id, tuple(pairs), engine.id)
                article.set_translation(place, translation)

        try:
            pipeline = make_pipeline(engine, database, tell)
            pipeline.translate([paragraph.text for paragraph in paragraphs], on_done=done)
        except ReaderError as error:
            tell(str(error))
            return False
        return True

    return translate


def _recognise(article: Article, services: Services) -> None:
    texts = [paragraph.text for paragraph in article.document.paragraphs]
    try:
        for place, found in enumerate(services.analyse(texts, lambda: False)):
            article.set_entities(place, found)
    except ReaderError as error:
        warn(str(error))
