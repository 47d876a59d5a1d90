"""Searching the library: what was found is shown in the list, and on the page when it opens."""

from contextlib import asynccontextmanager

import pytest

from reader.arabic.layout import visual_line
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.store.translations import TranslationStore
from reader.tui.page.block import Side
from reader.tui.screens.finding import FindingScreen
from reader.tui.screens.reading import ReadingScreen
from tests.tui.driving import press, screen_text, until
from tests.tui.fakes import ENGLISH, TEXTS, World, document, pairs_of

LATE_WORD = (
    "وفي سياق متصل أعلن المتحدث الرسمي باسم الحكومة في مؤتمر صحفي عقده أمس أن الوزارة ستعلن عن "
    "نتائج الانتخابات قريبا في بغداد"
)
SENTENCE = "قال المسؤول إن المهمة رقم {} في المدينة انتهت بعد أن أعلن المتحدث الرسمي ذلك."
LONG = " ".join(SENTENCE.format("الزرافة" if n == 45 else n) for n in range(60))


@asynccontextmanager
async def found(world, query, size):
    """Search a library of two articles; yield the list of what was found."""
    world.documents["b.txt"] = document("x", path="b.txt")
    app = world.app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: all(row.document_id for row in app.screen.table.rows))
        await press(pilot, "f")
        app.screen.query_one("TextEntry").buffer.insert(query)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, FindingScreen))
        yield pilot, app.screen


async def opened(pilot, kind="text"):
    """Open the first hit of a kind; return its screen."""
    listing = pilot.app.screen
    listing.table.go([hit.kind for hit in listing.table.rows].index(kind))
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
    screen = pilot.app.screen
    await until(pilot, lambda: getattr(getattr(screen, "view", None), "window", None))
    return screen


def is_seen(screen, match):
    """Tell whether a hit stands in the window."""
    window = screen.view.window
    place = window.place_of(match.paragraph, match.side, match.start)
    return place >= window.viewport.top and (
        window.page.distance(window.viewport.top, place, 1000) < window.viewport.height
    )


@pytest.mark.parametrize("width", [80, 100])
async def test_the_list_shows_the_words_that_were_found(tmp_path, width):
    world = World(tmp_path, {"a.txt": document(LATE_WORD, title="مقال")})
    async with found(world, "الانتخابات", (width, 12)) as (_, screen):
        word = visual_line("الانتخابات", 30, align="none")
        assert any(word in row for row in screen_text(screen.app)[1:])


async def test_a_hit_opens_at_its_sentence_with_the_query_lit(tmp_path):
    world = World(tmp_path, {"a.txt": document(LONG, TEXTS[0], title="t")})
    async with found(world, "الزرافة", (80, 24)) as (pilot, _):
        screen = await opened(pilot)
        match = screen.view.pointing.match
        assert LONG[match.start : match.end] == "الزرافة"
        assert screen.cursor.sentence == 45
        assert is_seen(screen, match)
        assert "1 of 1" in screen.status.hint


async def test_words_that_the_pages_own_search_does_not_find_are_lit_too(tmp_path):
    world = World(tmp_path, {"a.txt": document(LONG, title="t")})
    async with found(world, "انتهت الزرافة", (80, 24)) as (pilot, _):
        screen = await opened(pilot)
        lit = {LONG[m.start : m.end] for m in screen.view.pointing.matches}
        assert lit == {"الزرافة", "انتهت"}
        assert is_seen(screen, screen.view.pointing.match)


async def test_a_hit_in_english_is_lit_when_the_english_is_there(tmp_path):
    text = TEXTS[0]
    world = World(tmp_path, {"a.txt": document(TEXTS[2], text, title="t")})
    with Database(tmp_path / "reader.db") as database:
        DocumentStore(database).save(world.documents["a.txt"])
        TranslationStore(database).put(text, "fake 1", pairs_of(text))
    async with found(world, "mission", (80, 24)) as (pilot, _):
        screen = await opened(pilot, "translation")
        await until(pilot, lambda: screen.view.pointing.match)
        match = screen.view.pointing.match
        assert (match.paragraph, match.side) == (1, Side.ENGLISH)
        assert " ".join(ENGLISH[text])[match.start : match.end] == "mission"
        assert not any("Nothing found" in note.message for note in pilot.app._notifications)
