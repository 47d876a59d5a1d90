"""Keys that arrive while a screen opens or closes go to that screen or to the one below it."""

import pytest
from textual.events import Paste

from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.prompt import Prompt
from reader.tui.screens.reading import ReadingScreen
from tests.tui.driving import burst, press, reading, until
from tests.tui.fakes import TEXTS, World, document


def typed(app):
    return app.screen.query_one("TextEntry").text


async def test_what_is_typed_after_the_search_key_is_searched(world):
    async with reading(world.app()) as (pilot, screen):
        await burst(pilot, "/ t R d k t")
        assert isinstance(pilot.app.screen, Prompt)
        assert typed(pilot.app) == "tRdkt"
        assert not screen.view.arabic_first
        assert screen.view.window.shape.english > 0
        await burst(pilot, "escape n")
        assert pilot.app.screen is screen
        assert screen.cursor.sentence == 1


async def test_a_whole_search_typed_at_once(world):
    async with reading(world.app()) as (pilot, screen):
        await burst(pilot, "/ A n k a r a enter escape / N A T O enter v")
        assert screen.search.query == "NATO"
        assert screen.words.selection is not None


async def test_what_is_pasted_behind_the_search_key_comes_into_its_field(world):
    async with reading(world.app()) as (pilot, _):
        app = pilot.app
        await burst(pilot, "j")
        await burst(pilot, "/ a")
        app.post_message(Paste("b c"))
        await burst(pilot, "d")
        assert typed(app) == "ab cd"


async def test_the_note_holds_what_is_typed_behind_its_key(world):
    async with reading(world.app()) as (pilot, screen):
        await burst(pilot, "v N 1 2 x")
        assert typed(pilot.app) == "12x"
        await burst(pilot, "enter")
        assert [a.note for a in screen.desk.notebook.all()] == ["12x"]


@pytest.mark.parametrize("key", ["E", "a", "i", "W", "?"])
async def test_two_escapes_close_the_panel_and_nothing_else(world, key):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, key)
        assert pilot.app.screen is not screen
        await burst(pilot, "escape escape")
        assert pilot.app.is_running
        assert pilot.app.screen is screen
        await burst(pilot, f"{key} escape escape {key} q j")
        assert pilot.app.screen is screen
        assert screen.cursor.paragraph == 1


async def test_escape_never_ends_the_program_and_q_does(library):
    app = library.app("a.txt", "b.txt")
    async with app.run_test(size=(120, 30)) as pilot:
        assert isinstance(app.screen, LibraryScreen)
        await burst(pilot, "W escape escape escape")
        assert isinstance(app.screen, LibraryScreen)
        assert app.is_running
        await burst(pilot, "q")
        await until(pilot, lambda: not app.is_running)


async def test_menus_and_filters_take_a_burst(world):
    async with reading(world.app()) as (pilot, screen):
        await burst(pilot, "v 6 h 3 escape a / E V E N T enter j")
        panel = pilot.app.screen
        assert panel.filter_text == "EVENT"
        [row] = panel.table.rows
        assert row.colour == screen.desk.labels.highlights[2]
        await burst(pilot, "enter")
        assert pilot.app.screen is screen
        assert screen.words.selection is not None


async def test_help_runs_its_command_before_the_keys_behind_it(world):
    async with reading(world.app()) as (pilot, screen):
        await burst(pilot, "? / s e a r c h space a r a b i c enter enter x")
        assert isinstance(pilot.app.screen, Prompt)
        assert typed(pilot.app) == "x"
        assert screen.cursor.paragraph == 0


async def test_the_figures_of_a_long_text_are_counted_in_the_background(tmp_path):
    world = World(tmp_path, {"a.txt": document(*(f"{TEXTS[n % 3]} {n}" for n in range(300)))})
    app = world.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        screen = app.screen
        await burst(pilot, "i q i escape K")
        assert app.screen is screen
        await until(pilot, lambda: any("You know 0%" in n.message for n in app._notifications))
