"""Annotating the English side, also where it is hidden, has failed or becomes another."""

from dataclasses import replace

import pytest

from reader.translation.model import SentencePair
from reader.tui.page.block import Side
from tests.tui.annotating import MINE, settle, stored, write
from tests.tui.driving import press, reading
from tests.tui.fakes import TEXTS


async def test_the_english_side_can_be_annotated(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "tab w")
        assert screen.words.text() == "Donald"
        await press(pilot, "v w 1")
        await settle(pilot)
        [found] = stored(world)
        assert found.side == "target"
        assert found.quote == "Donald Trump"
        start = screen.article.translations[0].text.index("Donald")
        layers = screen.view._layers_of(screen.article, 0)[Side.ENGLISH]
        assert "kind-person" in layers.at(start, start + 1)


async def test_english_held_back_is_shown_where_an_annotation_leads_to_it(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "tab 1")
        await settle(pilot)
        await press(pilot, "escape R")
        assert not screen.view.shows_english(0)
        await press(pilot, "] n")
        assert screen.words.text() == "President"
        assert screen.view.shows_english(0)
        assert not screen.view.shows_english(1)


async def test_annotations_of_english_that_is_switched_off_are_passed_over(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "tab 1")
        await settle(pilot)
        await press(pilot, "escape t ] n")
        assert screen.words.selection is None
        assert any("No annotation after" in note.message for note in pilot.app._notifications)
        await press(pilot, "a enter")
        assert screen.words.selection is None
        assert any("show it first" in note.message for note in pilot.app._notifications)


async def test_english_whose_first_sentence_failed_can_be_annotated(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        known = screen.article.translations[0]
        first, second = known.pairs
        failed = (replace(first, target="", links=()), replace(second, target="Then he left."))
        screen.take_translations({0: replace(known, pairs=failed)})
        await press(pilot, "tab P 1")
        await settle(pilot)
        assert [a.quote for a in stored(world)] == ["Then he left."]


async def test_words_of_english_that_is_another_now_are_let_go(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "n tab")
        shorter = SentencePair(0, len(TEXTS[0]), "He left.")
        known = screen.article.translations[0]
        screen.take_translations({0: replace(known, pairs=(shorter,))})
        assert screen.words.selection is None
        await press(pilot, "tab")
        screen.take_translations({0: replace(known, pairs=(shorter,))})
        assert screen.words.text() == "He"


async def test_a_note_on_english_is_not_shown_inside_another_word(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "n tab w N")
        assert screen.words.text() == "he"
        await write(pilot, "who?")
        known = screen.article.translations[0]
        first, second = known.pairs
        again = replace(second, target="Moreover, Trump said: the mission is over.")
        screen.take_translations({0: replace(known, pairs=(first, again))})
        [found] = screen.desk.notebook.all()
        assert screen.desk.notebook.stretch(found) is None


async def test_a_note_on_english_that_is_not_there_is_not_lost(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "n tab N")
        await write(pilot, "who?")
        [before] = stored(world)
        screen.article.translations.pop(0)
        screen.view.changed([0])
        await press(pilot, "escape g j a enter")
        assert any("is not there yet" in note.message for note in pilot.app._notifications)
        assert (screen.words.selection.paragraph, screen.words.selection.side) == (0, Side.ARABIC)
        assert screen.words.selection.head[0] >= before.anchor.start > 0
        await press(pilot, "w R")
        assert stored(world) == [before]


@pytest.mark.parametrize("key", ["N", "T", "i"])
async def test_what_is_typed_is_kept_if_the_english_changes_meanwhile(world, key):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, f"n tab {key}")
        known = screen.article.translations[0]
        first, second = known.pairs
        other = replace(second, target="Moreover, it ended.", links=())
        screen.take_translations({0: replace(known, pairs=(first, other))})
        assert screen.words.selection is None
        await write(pilot, "typed")
        [found] = stored(world)
        assert "typed" in (found.note, *found.tags, found.identity)
        assert (found.side, found.anchor.start) == ("source", second.start)
        assert any("kept on the Arabic" in note.message for note in pilot.app._notifications)


async def test_a_note_that_stands_is_changed_if_its_english_does_meanwhile(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "n tab N")
        await write(pilot, "first")
        await press(pilot, "N")
        known = screen.article.translations[0]
        first, second = known.pairs
        other = replace(second, target="Moreover, it ended.", links=())
        screen.take_translations({0: replace(known, pairs=(first, other))})
        await write(pilot, " and second")
        [found] = stored(world)
        assert (found.note, found.side) == ("first and second", "target")


async def test_a_note_follows_words_that_moved_meanwhile(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "n tab w w N")
        assert screen.words.text() == "added"
        known = screen.article.translations[0]
        first, second = known.pairs
        other = replace(second, target="Afterwards he added this.", links=())
        screen.take_translations({0: replace(known, pairs=(first, other))})
        await write(pilot, "typed")
        [found] = screen.desk.notebook.all()
        assert (found.quote, found.note) == ("added", "typed")
        assert screen.desk.notebook.stretch(found) is not None


async def test_a_note_on_english_that_has_other_words_now_can_be_moved(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "n tab N")
        await write(pilot, "who?")
        known = screen.article.translations[0]
        first, second = known.pairs
        again = replace(second, target="Moreover, the mission has ended.")
        screen.take_translations({0: replace(known, pairs=(first, again))})
        await press(pilot, "escape g j a enter")
        assert any("has other words now" in note.message for note in pilot.app._notifications)
        assert screen.words.selection.side is Side.ARABIC
        await press(pilot, "tab w w w R")
        word = screen.words.text()
        [found] = stored(world)
        assert (found.side, found.quote, found.note) == ("target", word, "who?")
        assert screen.desk.notebook.stretch(found) is not None
