"""Correcting the English of a sentence."""

from reader.tui.screens.prompt import Prompt
from tests.tui.annotating import MINE, write
from tests.tui.driving import press, reading, until
from tests.tui.fakes import TEXTS, World, document


async def test_a_correction_is_shown_kept_and_taken_back(tmp_path):
    world = World(tmp_path, {"a.txt": document(TEXTS[2], TEXTS[0], TEXTS[2])})
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
        screen.app.screen.query_one("TextEntry").buffer.replace("")
        await write(pilot, "Better English.")
        assert screen.article.translations[0].text == "Better English."
        assert screen.article.translations[2].text == "Better English."
        assert screen.article.pair(0, 0).origin == "human"
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        assert screen.article.translations[2].text == "Better English."
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
        screen.app.screen.query_one("TextEntry").buffer.replace("")
        await pilot.press("enter")
        await until(pilot, lambda: "Ankara" in screen.article.translations[2].text)


async def test_a_correction_where_there_is_no_english_says_so(world):
    world.package_fault = "No package."
    app = world.app()
    async with app.run_test(size=(100, 20)) as pilot:
        await until(pilot, lambda: getattr(getattr(app.screen, "view", None), "window", None))
        await press(pilot, "e")
        assert any("no English yet" in note.message for note in app._notifications)
