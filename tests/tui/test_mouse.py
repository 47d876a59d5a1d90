"""The mouse: clicks, double clicks, and selections drawn with the button held down."""

from textual.events import MouseMove

from reader.tui.page.block import Side
from reader.tui.reading.cursor import Cursor
from tests.tui.annotating import MINE, settle, stored
from tests.tui.driving import press, reading, screen_text
from tests.tui.fakes import ENGLISH, TEXTS, World, document

FIRST, _ = ENGLISH[TEXTS[0]]


def cell(screen, paragraph, side, offset):
    """Return the cell of the screen where a letter of the text is drawn."""
    region = screen.view.region
    for y in range(region.height):
        for x in range(region.width - 1):
            if screen.view.window.at(x, y) == (paragraph, side, offset):
                return (x + region.x, y + region.y)
    raise AssertionError((paragraph, side, offset))


async def draw(pilot, *cells):
    """Move the mouse over cells with its button held down."""
    await pilot.mouse_down(offset=cells[0])
    for place in cells[1:]:
        await drag(pilot, place)
    await pilot.mouse_up(offset=cells[-1])
    await pilot.pause()


async def drag(pilot, place):
    """Move the mouse with its left button down."""
    await pilot._post_mouse_events([MouseMove], offset=place, button=1)


def said(pilot):
    return [note.message for note in pilot.app._notifications]


async def test_arabic_is_selected_in_the_order_of_the_text(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        start, end = TEXTS[0].index("الرئيس"), TEXTS[0].index("العراق")
        cells = [cell(screen, 0, Side.ARABIC, place) for place in (start, start + 8, end + 2)]
        wanted = TEXTS[0][start : end + len("العراق")]
        await draw(pilot, *cells)
        assert screen.words.text() == wanted
        await press(pilot, "escape")
        assert screen.words.selection is None
        await draw(pilot, *reversed(cells))
        assert screen.words.text() == wanted
        await press(pilot, "1")
        await settle(pilot)
        assert [a.quote for a in stored(world)] == [wanted]


async def test_english_is_selected_and_the_other_language_is_not(world):
    async with reading(world.app()) as (pilot, screen):
        start, end = FIRST.index("Donald"), FIRST.index("Trump")
        other = cell(screen, 0, Side.ARABIC, 3)
        cells = [cell(screen, 0, Side.ENGLISH, place) for place in (start, end)]
        await draw(pilot, *cells, other)
        assert screen.words.selection.side is Side.ENGLISH
        assert screen.words.text() == "Donald Trump"


async def test_a_selection_ends_with_its_paragraph(world):
    async with reading(world.app()) as (pilot, screen):
        start = TEXTS[0].index("العراق")
        first = cell(screen, 0, Side.ARABIC, start)
        below = cell(screen, 1, Side.ARABIC, 5)
        await draw(pilot, first, below)
        assert screen.words.selection.paragraph == 0
        assert screen.words.text() == TEXTS[0][start:].rstrip(".")


async def test_the_empty_row_below_is_the_end_of_the_paragraph(world):
    async with reading(world.app()) as (pilot, screen):
        start = TEXTS[0].index("العراق")
        first = cell(screen, 0, Side.ARABIC, start)
        await draw(pilot, first, (first[0], cell(screen, 1, Side.ARABIC, 0)[1] - 1))
        assert screen.words.text() == TEXTS[0][start:].rstrip(".")


async def test_a_button_let_go_over_another_screen_draws_nothing(world):
    async with reading(world.app()) as (pilot, screen):
        cells = [cell(screen, 0, Side.ARABIC, place) for place in (5, 31)]
        await pilot.mouse_down(offset=cells[0])
        await press(pilot, "/")
        await pilot.mouse_up(offset=cells[0])
        await press(pilot, "escape")
        await pilot.hover(offset=cells[1])
        await pilot.pause()
        assert screen.words.selection is None


async def test_hidden_english_is_not_drawn_over_and_says_so_once_at_most(world):
    async with reading(world.app()) as (pilot, screen):
        cells = [cell(screen, 0, Side.ENGLISH, place) for place in (0, 12, 20)]
        await press(pilot, "R")
        await draw(pilot, *cells)
        assert screen.words.selection is None
        assert len(said(pilot)) <= 1
        await press(pilot, "v")
        before = screen.words.selection
        await pilot.triple_click(offset=cells[0])
        assert screen.words.selection == before
        assert any("hidden" in message for message in said(pilot))


async def test_a_double_click_is_a_word_and_a_triple_click_a_sentence(world):
    async with reading(world.app()) as (pilot, screen):
        there = cell(screen, 0, Side.ARABIC, TEXTS[0].index("المهمة") + 2)
        await pilot.click(offset=there)
        assert screen.words.selection is None
        assert screen.cursor == Cursor(0, 1)
        await pilot.double_click(offset=there)
        assert screen.words.text() == "المهمة"
        await press(pilot, "escape")
        await pilot.triple_click(offset=there)
        start, end = screen.article.sentences(0)[1]
        assert screen.words.text() == TEXTS[0][start:end].strip()


async def test_the_page_follows_a_selection_below_its_edge(tmp_path):
    text = " ".join(f"كلمة{n}" for n in range(400))
    world = World(tmp_path, {"a.txt": document(text)})
    async with reading(world.app(), size=(60, 12)) as (pilot, screen):
        region = screen.view.region
        top = screen_text(pilot.app)[region.y]
        first = cell(screen, 0, Side.ARABIC, 0)
        await pilot.mouse_down(offset=first)
        for _ in range(5):
            await drag(pilot, (first[0], region.bottom))
        await pilot.mouse_up(offset=(first[0], region.bottom))
        await pilot.pause()
        assert screen_text(pilot.app)[region.y] != top
        assert len(screen.words.text().split()) > 12
        assert screen.words.text().startswith("كلمة0 كلمة1 ")
