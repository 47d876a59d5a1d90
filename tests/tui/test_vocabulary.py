"""Looking words up, saving and reviewing them, figures of an article."""

from datetime import UTC, datetime

from reader.store.vocabulary import VocabularyStore
from reader.tui.screens.review import ReviewScreen
from reader.tui.screens.vocabulary import VocabularyScreen
from reader.tui.screens.word import WordScreen
from tests.tui.driving import press, reading, screen_text, until
from tests.tui.fakes import TEXTS

IRAQ = 8  # words before «العراق» in the first text


async def select_iraq(pilot):
    await press(pilot, "v" + " w" * IRAQ)


async def look_up_iraq(pilot):
    await select_iraq(pilot)
    await press(pilot, "d")
    await until(pilot, lambda: getattr(pilot.app.screen, "all_rows", None))


async def test_a_word_is_looked_up_in_its_sentence(world):
    async with reading(world.app()) as (pilot, screen):
        await select_iraq(pilot)
        word = screen.vocabulary.word()
        assert (word.word, word.previous, word.counterpart) == ("العراق", "في", "Iraq")
        assert word.sentence == TEXTS[0].split(". ")[0] + "."
        await press(pilot, "d")
        await until(pilot, lambda: isinstance(pilot.app.screen, WordScreen))
        await until(pilot, lambda: pilot.app.screen.all_rows)
        shown = "\n".join(screen_text(pilot.app))
        assert "here: Iraq" in shown
        assert "[b]Irak" in shown
        assert "\x1b" not in shown


async def test_an_english_word_finds_its_arabic(world):
    async with reading(world.app()) as (pilot, screen):
        await select_iraq(pilot)
        await press(pilot, "tab")
        assert screen.vocabulary.word().word == "العراق"


async def test_a_word_without_counterpart_says_so(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "v tab d")
        assert screen.vocabulary.word() is None
        assert pilot.app.screen is screen


async def test_saving_reviewing_and_colouring(world):
    async with reading(world.app()) as (pilot, screen):
        await look_up_iraq(pilot)
        await press(pilot, "s q escape K")
        (saved,) = VocabularyStore(pilot.app.database).words()
        assert (saved.word, saved.lemma, saved.gloss) == ("العراق", "عِرَاق", "Iraq, [b]Irak")
        assert screen.article.word_statuses == {"عراق": "new", "العراق": "new"}
        await press(pilot, "W")
        assert isinstance(pilot.app.screen, VocabularyScreen)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "Irak" not in "".join(screen_text(pilot.app))
        await press(pilot, "3")  # nothing before the meaning is shown
        await press(pilot, "space")
        assert "Iraq, [b]Irak" in "".join(screen_text(pilot.app))
        await press(pilot, "1")  # forgotten: comes again
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "space 4")
        assert isinstance(pilot.app.screen, VocabularyScreen)
        (reviewed,) = VocabularyStore(pilot.app.database).words()
        assert reviewed.status != "new"
        assert reviewed.due > datetime.now(UTC)
        assert any(note.message == "2 reviews done." for note in pilot.app._notifications)


async def test_a_single_review_is_counted_as_one(world):
    async with reading(world.app()) as (pilot, _):
        await look_up_iraq(pilot)
        await press(pilot, "s q escape W r space 4")
        assert any(note.message == "1 review done." for note in pilot.app._notifications)


async def test_statuses_by_hand_and_removal(world):
    async with reading(world.app()) as (pilot, _):
        await press(pilot, "v s escape W 3")
        store = VocabularyStore(pilot.app.database)
        assert [w.status for w in store.words()] == ["known"]
        await press(pilot, "x")
        assert store.words() == []


async def test_statistics(world):
    async with reading(world.app()) as (pilot, _):
        await press(pilot, "i")
        await until(pilot, lambda: pilot.app.screen.all_rows)
        shown = "\n".join(screen_text(pilot.app))
        assert "reading time" in shown
        assert "Place" in shown
        await press(pilot, "q")
        assert pilot.app.screen.__class__.__name__ == "ReadingScreen"
