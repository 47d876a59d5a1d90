"""How the word cursor moves: by the screen with the arrows, by the text with w, b and e."""

from reader.tui.page.block import Side
from reader.tui.page.page import Place
from reader.tui.reading.article import Article
from reader.tui.reading.selection import Selection, nearest_word, words_of
from reader.tui.reading.window import Window

Word = tuple[int, int]


def side_text(article: Article, paragraph: int, side: Side) -> str:
    """Return a paragraph's text on one side, empty where there is no English yet."""
    if side is Side.ARABIC:
        return article.text(paragraph)
    translation = article.translations.get(paragraph)
    return translation.text if translation else ""


def start_at(article: Article, paragraph: int, side: Side, offset: int) -> Selection | None:
    """Return a word cursor at the word nearest to an offset, if the side has words."""
    word = nearest_word(words_of(side_text(article, paragraph, side)), offset)
    return Selection(side, paragraph, word, word) if word else None


def by_words(article: Article, selection: Selection, count: int) -> Selection:
    """Move by words in the order of the text, over the ends of paragraphs unless extending."""
    paragraph = selection.paragraph
    words = words_of(side_text(article, paragraph, selection.side))
    at = _last_of(words, selection.head) + count
    if 0 <= at < len(words):
        return selection.moved(words[at])
    if selection.extending or not words:
        return selection.moved(words[0 if at < 0 else -1]) if words else selection
    other = _paragraph_beside(article, paragraph, selection.side, 1 if at > 0 else -1)
    if other is None:
        return selection.moved(words[0 if at < 0 else -1])
    words = words_of(side_text(article, other, selection.side))
    word = words[0] if at > 0 else words[-1]
    return Selection(selection.side, other, word, word)


def visually(window: Window, selection: Selection, columns: int, rows: int) -> Selection:
    """Move one word left or right, or one row up or down, as the screen shows it."""
    article, side = window.article, selection.side
    words = words_of(side_text(article, selection.paragraph, side))
    if not words:
        return selection
    head = words[_last_of(words, selection.head)]
    place = window.place_of(selection.paragraph, side, head[0])
    on_row = window.words_on(place, side, words)
    here = next((n for n, (_, word) in enumerate(on_row) if word == head), None)
    if here is None:
        return selection
    if columns:
        there = here + columns
        if 0 <= there < len(on_row):
            return selection.moved(on_row[there][1])
        line = window.row(place).line(side)
        forwards = (columns < 0) == bool(line and line.base)
        return by_words(article, selection, 1 if forwards else -1)
    column = on_row[here][0]
    found = _row_with_words(window, selection, place, rows)
    if found is None:
        return selection
    paragraph, on_row = found
    word = min(on_row, key=lambda item: abs(item[0] - column))[1]
    if paragraph != selection.paragraph:
        return Selection(side, paragraph, word, word)
    return selection.moved(word)


def _row_with_words(
    window: Window, selection: Selection, place: Place, step: int
) -> tuple[int, list[tuple[int, Word]]] | None:
    side = selection.side
    while True:
        moved = window.page.move(place, step)
        if moved == place:
            return None
        place = moved
        paragraph = window.page.passages[place.passage].paragraph
        if paragraph != selection.paragraph and selection.extending:
            return None
        text = side_text(window.article, paragraph, side)
        on_row = window.words_on(place, side, words_of(text))
        if on_row:
            return paragraph, on_row
        if paragraph != selection.paragraph and not text.strip():  # do not lay out a book
            beside = _paragraph_beside(window.article, paragraph, side, step)
            if beside is None:
                return None
            end = len(side_text(window.article, beside, side)) - 1
            there = window.place_of(beside, side, 0 if step > 0 else end)
            place = window.page.move(there, -step)


def _paragraph_beside(article: Article, paragraph: int, side: Side, step: int) -> int | None:
    paragraph += step
    while 0 <= paragraph < len(article.document.paragraphs):
        if words_of(side_text(article, paragraph, side)):
            return paragraph
        paragraph += step
    return None


def _last_of(words: list[Word], head: Word) -> int:
    """Return the number of the last word that a head of one or more words reaches."""
    reached = [n for n, word in enumerate(words) if word[0] < head[1]]
    return reached[-1] if reached else 0
