"""What one points at stays in the window when the page is laid out anew."""

import pytest

from tests.tui.driving import press, reading
from tests.tui.fakes import TEXTS, World, document


@pytest.fixture
def many(tmp_path):
    return World(tmp_path, {"a.txt": document(*(f"{TEXTS[n % 3]} {n}" for n in range(40)))})


@pytest.mark.parametrize("keys", ["j j j j j v", "j j j j j", "/ 5 enter n n n n n n n"])
async def test_what_is_pointed_at_stays_in_a_narrower_window(many, keys):
    async with reading(many.app(), size=(100, 24)) as (pilot, screen):
        await press(pilot, keys)
        pointing = screen.view.pointing
        assert screen.view.window.sees(pointing)
        assert pointing.cursor.paragraph > 2
        await pilot.resize_terminal(50, 16)
        await pilot.pause()
        assert screen.view.window.shape.stacked
        assert screen.view.pointing == pointing
        assert screen.view.window.sees(pointing)


async def test_what_is_pointed_at_stays_when_the_english_is_shown_again(many):
    async with reading(many.app(), size=(60, 24)) as (pilot, screen):
        await press(pilot, "t j j j j j j")
        assert screen.cursor.paragraph in screen.view.window.seen()
        await press(pilot, "t")
        assert screen.cursor.paragraph in screen.view.window.seen()


async def test_what_was_not_seen_does_not_move_the_page(many):
    async with reading(many.app(), size=(100, 24)) as (pilot, screen):
        screen.view.scroll_rows(60)
        assert not screen.view.window.sees(screen.view.pointing)
        top = screen.view.window.position()
        await press(pilot, "t")
        assert screen.view.window.position() == top
