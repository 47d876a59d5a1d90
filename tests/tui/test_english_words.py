"""The word cursor in the English: it stands in a sentence, and only where English is shown."""

import pytest

from reader.tui.page.block import Side
from reader.tui.reading.cursor import Cursor
from reader.tui.screens.prompt import Prompt
from tests.tui.driving import press, reading, screen_text, until
from tests.tui.fakes import ENGLISH, TEXTS

FIRST, SECOND = ENGLISH[TEXTS[0]]


async def edited(pilot):
    """Return the English that the edit key opens."""
    await press(pilot, "e")
    await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
    return pilot.app.screen.query_one("TextEntry").text


async def click(pilot, screen, word):
    """Click on a word of the page."""
    rows = screen_text(pilot.app)
    row = next(n for n, text in enumerate(rows) if word in text)
    top = screen.view.region
    await pilot.click(offset=(rows[row].index(word), row))
    assert top.y <= row < top.bottom


def said(pilot):
    return [note.message for note in pilot.app._notifications]


async def test_tab_goes_to_the_sentence_that_is_lit(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "n tab")
        assert screen.words.selection.side is Side.ENGLISH
        assert screen.words.text() == "Then"
        assert screen.cursor == Cursor(0, 1)
        await press(pilot, "tab")
        assert screen.words.selection.side is Side.ARABIC
        assert screen.cursor == Cursor(0, 1)
        await press(pilot, "V")
        start, end = screen.article.sentences(0)[1]
        assert screen.words.text() == TEXTS[0][start:end].strip()
        await press(pilot, "tab V")
        assert screen.words.text() == SECOND


async def test_the_sentence_follows_the_english_word(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "v tab")
        assert screen.cursor == Cursor(0, 0)
        await press(pilot, " ".join("w" * len(FIRST.split())))
        assert screen.words.text() == "Then"
        await press(pilot, "escape")
        assert screen.cursor == Cursor(0, 1)
        assert await edited(pilot) == SECOND


async def test_a_click_on_english_goes_to_its_sentence(world):
    async with reading(world.app()) as (pilot, screen):
        await click(pilot, screen, "mission")
        assert screen.cursor == Cursor(0, 1)
        await click(pilot, screen, "President")
        assert screen.cursor == Cursor(0, 0)
        await press(pilot, "v")
        await click(pilot, screen, "mission")
        assert screen.words.text() == "mission"
        assert screen.cursor == Cursor(0, 1)


async def test_a_hit_in_english_is_in_its_sentence(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "/ m i s s i o n enter")
        assert screen.cursor == Cursor(0, 1)
        assert await edited(pilot) == SECOND


@pytest.mark.parametrize("key", ["t", "R"])
async def test_hidden_english_is_not_entered(world, key):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, f"{key} tab")
        assert screen.words.selection is None
        assert any("hidden" in message for message in said(pilot))
        await press(pilot, "v")
        word = screen.words.selection
        await press(pilot, "tab")
        assert screen.words.selection == word
        await press(pilot, f"escape {key} tab")
        assert screen.words.selection.side is Side.ENGLISH


async def test_words_are_followed_only_into_english_that_is_shown(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "R r tab")
        await press(pilot, " ".join("w" * len(f"{FIRST} {SECOND}".split())))
        assert screen.words.selection.paragraph == 0
        assert screen.words.text() == "ended"
        assert any("hidden" in message for message in said(pilot))
        await press(pilot, "escape")
        await click(pilot, screen, "r shows it")
        assert screen.cursor == Cursor(1, 0)


async def test_english_that_has_not_come_is_not_entered(world):
    async with reading(world.app()) as (pilot, screen):
        screen.article.translations.pop(0)
        screen.view.changed([0])
        await press(pilot, "tab")
        assert screen.words.selection is None
        assert any("no English yet" in message for message in said(pilot))
