"""What one points at stays in the window when the page is laid out anew."""

import pytest

from reader.tui.page.block import Side
from tests.tui.driving import press, reading
from tests.tui.fakes import TEXTS, World, document


def is_seen(screen):
    """Tell whether what is pointed at begins in the window."""
    focus, window = screen.view.pointing, screen.view.window
    at = focus.selection or focus.match
    start = screen.article.sentences(focus.cursor.paragraph)[focus.cursor.sentence][0]
    if at is not None:
        start = focus.selection.head[0] if focus.selection else focus.match.start
    side = at.side if at else Side.ARABIC
    place = window.place_of(focus.cursor.paragraph, side, start)
    top, height = window.viewport.top, window.viewport.height
    return top <= place and window.page.distance(top, place, height) < height


@pytest.fixture
def many(tmp_path):
    return World(tmp_path, {"a.txt": document(*(f"{TEXTS[n % 3]} {n}" for n in range(40)))})


@pytest.mark.parametrize("keys", ["j j j j j v", "j j j j j", "/ 5 enter n n n n n n n"])
async def test_what_is_pointed_at_stays_in_a_narrower_window(many, keys):
    async with reading(many.app(), size=(100, 24)) as (pilot, screen):
        await press(pilot, keys)
        pointing = screen.view.pointing
        assert is_seen(screen)
        assert pointing.cursor.paragraph > 2
        await pilot.resize_terminal(50, 16)
        await pilot.pause()
        assert screen.view.window.shape.stacked
        assert screen.view.pointing == pointing
        assert is_seen(screen)


async def test_what_is_pointed_at_stays_when_the_english_is_shown_again(many):
    async with reading(many.app(), size=(60, 24)) as (pilot, screen):
        await press(pilot, "t j j j j j j")
        assert screen.cursor.paragraph in screen.view.window.seen()
        await press(pilot, "t")
        assert screen.cursor.paragraph in screen.view.window.seen()


async def test_what_was_not_seen_does_not_move_the_page(many):
    async with reading(many.app(), size=(100, 24)) as (pilot, screen):
        screen.view.scroll_rows(60)
        assert not is_seen(screen)
        top = screen.view.window.position()
        await press(pilot, "t")
        assert screen.view.window.position() == top
