"""From an article to its page: texts, placeholders, styles below the layers."""

from dataclasses import dataclass

from reader.tui.page.block import Block, lay_out_block
from reader.tui.page.geometry import Geometry, PageOptions, geometry
from reader.tui.page.layers import Names
from reader.tui.page.page import Page
from reader.tui.page.passages import Passage
from reader.tui.reading.article import Article

WAITING = "· · ·"
MISSING = "—"
HIDDEN = "· · ·  r shows it"
_BASES = {"rtl": 1, "ltr": 0}


@dataclass(frozen=True, slots=True)
class EnglishText:
    """What stands on the English side of a passage."""

    text: str
    shift: int = 0  # where it starts in the paragraph's English
    under: Names = ()  # "placeholder", "failure", or nothing
    real: bool = True  # the translation itself, not a placeholder


def english_text(article: Article, passage: Passage, *, arabic_first: bool = False) -> EnglishText:
    """Return the passage's English, or what says that it is hidden, failed or on its way."""
    paragraph = passage.paragraph
    if arabic_first and paragraph not in article.revealed:
        text = HIDDEN if passage.start == 0 else ""
        return EnglishText(text, under=("placeholder",), real=False)
    if paragraph in article.translations:
        text, shift = article.english_of(passage)
        return EnglishText(text, shift)
    if passage.start:
        return EnglishText("", real=False)
    if paragraph in article.failures:
        return EnglishText(article.failures[paragraph], under=("failure",), real=False)
    if article.no_translation:
        first = passage == article.passages[0]
        text = article.no_translation if first else MISSING
        return EnglishText(text, under=("failure" if first else "placeholder",), real=False)
    return EnglishText(WAITING, under=("placeholder",), real=False)


def base_of(article: Article, paragraph: int, options: PageOptions) -> int | None:
    """Return a paragraph's base level: set by hand, by the settings, by its file, or None.

    None lets the layout decide by the majority of the text.
    """
    if paragraph in article.directions:
        return article.directions[paragraph]
    if options.direction != "auto":
        return _BASES[options.direction]
    own = article.document.paragraphs[paragraph].direction
    return _BASES[own] if own else None


def make_page(
    article: Article, width: int, options: PageOptions, *, arabic_first: bool = False
) -> tuple[Page, Geometry]:
    """Return the article's page for a window of `width` cells; blocks are made when needed."""
    shape = geometry(width, options)

    def make(passage: Passage) -> Block:
        english = english_text(article, passage, arabic_first=arabic_first)
        return lay_out_block(
            article.text(passage.paragraph)[passage.start : passage.end],
            english.text,
            shape,
            options,
            base_of(article, passage.paragraph, options),
        )

    return Page(article.passages, make), shape


def kind_style(article: Article, paragraph: int) -> Names:
    """Return the style of a heading or quotation as a whole."""
    kind = article.document.paragraphs[paragraph].kind
    return (kind,) if kind in ("heading", "quote") else ()
