"""All that is on a screen follows a change of theme."""

from reader.tui.screens.review import ReviewScreen
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_entry import TextEntry
from tests.tui.annotating import MINE
from tests.tui.driving import press, reading


def ground(widget):
    """Return the background of a widget's first cell."""
    return next(iter(widget.render_line(1))).style.bgcolor


async def test_a_card_follows_the_theme(world):
    async with reading(world.app(settings=MINE)) as (pilot, _):
        await press(pilot, "v s escape W r")
        assert isinstance(pilot.app.screen, ReviewScreen)
        rows = pilot.app.screen.query_one(RowList)
        before = ground(rows)
        await press(pilot, "ctrl+t")
        assert before != ground(rows) == pilot.app.style_book.base.bgcolor


async def test_the_filter_of_a_list_follows_the_theme(world):
    async with reading(world.app(settings=MINE)) as (pilot, _):
        await press(pilot, "a")
        field = pilot.app.screen.query_one("#filter", TextEntry)
        before = ground(field)
        await press(pilot, "ctrl+t")
        assert before != ground(field) == pilot.app.style_book.style(("bar",)).bgcolor
