"""Annotating in tests: going to words, typing into boxes, reading what was stored."""

from reader.settings.model import Annotation as AnnotationSettings
from reader.settings.model import Settings
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.tui.screens.prompt import Prompt
from tests.tui.driving import press, until

MINE = Settings(annotation=AnnotationSettings(annotator="sara"))


def stored(world):
    with Database(world.folder / "reader.db") as database:
        return AnnotationStore(database).for_document(world.documents["a.txt"].fingerprint)


async def settle(pilot):
    """Let a waiting digit become a label."""
    await until(pilot, lambda: not pilot.app.screen._dispatcher.waits_for_count)


async def write(pilot, text):
    """Type a text into the box and keep it."""
    await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
    pilot.app.screen.query_one("TextEntry").buffer.insert(text)
    await pilot.press("enter")
    await pilot.pause()


async def to_word(pilot, screen, word, key="w"):
    if screen.words.selection is None:
        await pilot.press("v")
    for _ in range(60):
        if screen.words.text() == word:
            return
        await pilot.press(key)
    raise AssertionError(word)


async def note(pilot, screen, word, text):
    """Go to a word and write a note on it."""
    await to_word(pilot, screen, word)
    await press(pilot, "N")
    await write(pilot, text)
