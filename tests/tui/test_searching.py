"""Walking through hits while the English changes and the cursor moves."""

import pytest

from reader.tui.messages import Translated
from reader.tui.page.block import Side
from reader.tui.reading.cursor import Cursor
from reader.tui.screens.prompt import Prompt
from tests.tui.driving import press, reading, until
from tests.tui.fakes import ENGLISH, TEXTS, World, document

LEFT = "وغادر الحلف."
TWICE = "NATO met in Brussels on Monday, and then NATO left."


def lit(screen, name="match-now"):
    """Return the words of the English that are lit, in all paragraphs."""
    found = []
    for paragraph, translation in screen.article.translations.items():
        layers = screen.view._layers_of(screen.article, paragraph)[Side.ENGLISH]
        text = translation.text
        found += [text[m.start : m.end] for m in screen.view.pointing.matches
                  if m.paragraph == paragraph and name in layers.at(m.start, m.end)]  # fmt: skip
    return found


async def correct(pilot, screen, text):
    await press(pilot, "e")
    await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
    entry = pilot.app.screen.query_one("TextEntry")
    entry.buffer.replace(text)
    await press(pilot, "enter")
    await until(pilot, lambda: screen.article.pair(0, 0).target == text)


@pytest.fixture
def alliance(tmp_path, monkeypatch):
    """Three paragraphs of which two name NATO in English."""
    monkeypatch.setitem(ENGLISH, LEFT, ("NATO has left.",))
    return World(tmp_path, {"a.txt": document(TEXTS[0], TEXTS[2], LEFT)})


async def test_a_corrected_sentence_is_searched_again(alliance):
    async with reading(alliance.app()) as (pilot, screen):
        await press(pilot, "/ N A T O enter")
        assert lit(screen) == ["NATO"]
        total = len(screen.view.pointing.matches)
        before = screen.view.pointing.match
        await correct(pilot, screen, "Some words in front: " + screen.article.pair(0, 0).target)
        assert screen.view.pointing.match.start == before.start + len("Some words in front: ")
        assert lit(screen) == ["NATO"]
        assert set(lit(screen, "match")) == {"NATO"}
        assert len(screen.view.pointing.matches) == total
        await press(pilot, "n")
        assert screen.cursor.paragraph == 2
        await press(pilot, "N")
        assert screen.cursor.paragraph == 0
        assert "1 of 2" in screen.status.hint


async def test_a_hit_that_is_gone_leads_to_the_next_after_its_place(alliance):
    async with reading(alliance.app()) as (pilot, screen):
        await press(pilot, "/ N A T O enter")
        await correct(pilot, screen, "The alliance.")
        assert screen.view.pointing.match is None
        assert not any("Nothing found" in note.message for note in pilot.app._notifications)
        await press(pilot, "n")
        assert screen.cursor.paragraph == 2
        assert lit(screen) == ["NATO"]
        await press(pilot, "n")
        assert (screen.cursor.paragraph, lit(screen)) == (2, ["NATO"])


async def test_hits_before_the_one_that_is_gone_are_found_backwards(alliance):
    async with reading(alliance.app()) as (pilot, screen):
        await press(pilot, "/ N A T O enter")
        await correct(pilot, screen, TWICE)
        second = TWICE.rindex("NATO")
        assert screen.view.pointing.match.start == second
        await correct(pilot, screen, "NATO met in Brussels on Monday.")
        assert screen.view.pointing.match is None
        await press(pilot, "N")
        assert screen.view.pointing.match.start == 0
        assert screen.cursor.paragraph == 0


async def test_english_that_arrives_later_is_searched(alliance):
    async with reading(alliance.app()) as (pilot, screen):
        kept = screen.article.translations.pop(2)
        await press(pilot, "/ N A T O enter")
        assert "1 of 1" in screen.status.hint
        screen.on_translated(Translated(screen.article.document.fingerprint, {2: kept}))
        assert "1 of 2" in screen.status.hint
        await press(pilot, "n")
        assert screen.cursor.paragraph == 2


async def test_occurrences_go_on_from_the_cursor(tmp_path):
    texts = [f"عاد من أنقرة وفد {n}." for n in range(8)]
    world = World(tmp_path, {"a.txt": document(*texts)})
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "j E")
        names = [row.name for row in pilot.app.screen.table.rows]
        pilot.app.screen.table.go(names.index("أنقرة"))
        await press(pilot, "enter")
        assert screen.cursor == Cursor(0)
        await press(pilot, "n n n")
        assert "4 of 8" in screen.status.hint
        await press(pilot, "j j n")
        assert "6 of 8" in screen.status.hint
        await press(pilot, "k N")
        assert "5 of 8" in screen.status.hint


async def test_a_search_goes_on_from_the_sentence_of_the_cursor(tmp_path):
    text = "قال الوزير العراق أولا. ثم قال شيئا آخر. ثم سافر إلى العراق ثانيا. ثم عاد من العراق."
    world = World(tmp_path, {"a.txt": document(text, LEFT)})
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "n /")
        pilot.app.screen.query_one("TextEntry").buffer.insert("العراق")
        await press(pilot, "enter")
        assert screen.cursor == Cursor(0, 2)
        assert "2 of 3" in screen.status.hint
        await press(pilot, "n n")
        assert screen.cursor == Cursor(0, 0)
        await press(pilot, "escape j /")
        pilot.app.screen.query_one("TextEntry").buffer.replace("العراق")
        await press(pilot, "enter")
        assert screen.cursor == Cursor(0, 0)
