"""A paragraph higher than the window: what keys act on is what is seen."""

import pytest

from reader.tui.page.block import Side
from reader.tui.reading.cursor import Cursor
from tests.tui.annotating import MINE
from tests.tui.driving import press, reading
from tests.tui.fakes import TEXTS, World, document

SENTENCE = "قال الرئيس إن المهمة رقم {} في العراق انتهت بعد أن أعلن المتحدث الرسمي ذلك."
LONG = " ".join(SENTENCE.format(n) for n in range(60))


def row_of(screen, offset):
    """Return the row of the window where an offset of the first paragraph's Arabic stands."""
    window = screen.view.window
    place = window.place_of(0, Side.ARABIC, offset)
    assert place >= window.viewport.top
    return window.page.distance(window.viewport.top, place, 1000)


@pytest.fixture
def long(tmp_path):
    return World(tmp_path, {"a.txt": document(LONG, TEXTS[0])})


@pytest.mark.parametrize("key", ["v", "y", "p n", "R"])
@pytest.mark.parametrize("width", [100, 60])
async def test_keys_act_on_the_first_sentence_seen_after_paging(long, key, width):
    async with reading(long.app(settings=MINE), size=(width, 24)) as (pilot, screen):
        await press(pilot, "space space")
        top = screen.view.window.viewport.top
        assert screen.cursor.paragraph == 0
        assert screen.cursor.sentence > 0
        start, _ = screen.article.sentences(0)[screen.cursor.sentence]
        assert row_of(screen, start) < 4
        await press(pilot, key)
        if key == "v":
            assert screen.words.selection.head[0] == start
        if key == "y":
            assert pilot.app.clipboard.startswith(LONG[start : start + 40])
        if key != "p n":
            assert screen.view.window.viewport.top == top


async def test_paging_back_and_to_the_end_stays_on_what_is_seen(tmp_path):
    world = World(tmp_path, {"a.txt": document(LONG)})
    async with reading(world.app(), size=(100, 24)) as (pilot, screen):
        await press(pilot, "space space b")
        start, _ = screen.article.sentences(0)[screen.cursor.sentence]
        assert row_of(screen, start) < 4
        await press(pilot, "9 space space")
        assert screen.cursor == Cursor(0, len(screen.article.sentences(0)) - 1)
        await press(pilot, "9 b")
        assert screen.cursor == Cursor(0, 0)
