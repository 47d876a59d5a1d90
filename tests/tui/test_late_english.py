"""English that arrives, or becomes another, while the reader stands in its paragraph."""

from dataclasses import replace

from reader.translation.model import SentencePair
from reader.tui.reading.cursor import Cursor
from tests.tui.annotating import MINE
from tests.tui.driving import press, reading
from tests.tui.fakes import TEXTS, World, document

ENDS_UNSEEN = "قال الرئيس إن المهمة انتهت. \u200b"


def without_english(screen, paragraph=0):
    """Show a paragraph as it is before its English arrives; return the English."""
    english = screen.article.translations.pop(paragraph)
    screen.article._sentences.pop(paragraph, None)
    screen.view.changed([paragraph])
    return english


async def test_white_space_without_width_is_no_sentence(tmp_path):
    world = World(tmp_path, {"a.txt": document(ENDS_UNSEEN, TEXTS[0])})
    async with reading(world.app()) as (pilot, screen):
        without_english(screen)
        assert screen.article.sentences(0) == [(0, 28)]
        await press(pilot, "n")
        assert screen.cursor == Cursor(1, 0)


async def test_the_cursor_stays_at_its_words_when_english_has_fewer_sentences(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        english = without_english(screen)
        await press(pilot, "n")
        assert screen.cursor == Cursor(0, 1)
        whole = SentencePair(0, len(TEXTS[0]), "It is all one sentence.")
        screen.take_translations({0: replace(english, pairs=(whole,))})
        assert screen.cursor == Cursor(0, 0)
        await press(pilot, "y m x")
        assert pilot.app.clipboard.endswith("It is all one sentence.")
        await press(pilot, "v")
        assert screen.words.selection is not None
        await press(pilot, "escape")
        screen.take_translations({0: english})
        assert screen.cursor == Cursor(0, 0)
        await press(pilot, "n")
        screen.take_translations({0: english})
        assert screen.cursor == Cursor(0, 1)
