"""The tutor can be followed to its end with the keys it names."""

import pytest

from reader.settings.model import Settings
from reader.tui.app import ReaderApp
from reader.tui.commands import all_commands
from reader.tui.page.geometry import PageOptions
from reader.tui.reading.article import Article
from reader.tui.screens.prompt import Prompt
from reader.tui.screens.tutor import TutorScreen
from reader.tui.tutor.lesson import PARAGRAPHS, STEPS
from reader.tui.tutor.services import lesson_document, lesson_services
from tests.tui.driving import press, screen_text, translated, until


def tutor():
    def opening():
        return TutorScreen(Article(lesson_document()), PageOptions())

    return ReaderApp(lesson_services(), Settings(), [], count_wait=0.01, opening=opening)


def test_the_lesson_names_commands_words_and_links_that_exist():
    known = {command.id for command in all_commands()}
    assert {step.command for step in STEPS} <= known
    for sentences in PARAGRAPHS:
        for sentence in sentences:
            assert all(name in sentence.arabic for name, _ in sentence.names)
            assert all(a in sentence.arabic and e in sentence.english for a, e in sentence.links)


async def test_each_step_is_done_by_its_key(tmp_path):
    app = tutor()
    keys = [
        "j", "n", "k", "t", "t", "/", "n", "escape", "v", "left", "w", "v", "1", "N", "u", "space",
        "a", "escape", "e", "l", "?",
    ]  # fmt: skip
    assert len(keys) == len(STEPS)
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TutorScreen) and translated(app.screen))
        screen = app.screen
        for number, key in enumerate(keys):
            await until(pilot, lambda number=number: screen.step == number)
            await press(pilot, key)
            if isinstance(app.screen, Prompt):
                app.screen.query_one("TextEntry").buffer.replace("Baghdad")
                await pilot.press("enter")
            elif app.screen is not screen:
                await pilot.press("escape")
            await pilot.pause()
        await until(pilot, lambda: screen.step == len(STEPS))
        assert any("That is all you need" in row for row in screen_text(app))
    assert not list(tmp_path.rglob("*.db"))


async def test_a_step_can_be_skipped(tmp_path):
    app = tutor()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TutorScreen) and app.screen.is_mounted)
        await press(pilot, "ctrl+n ctrl+n")
        assert app.screen.step == 2


@pytest.mark.parametrize("width", [120, 60, 40, 24])
async def test_every_step_is_shown_in_full(width):
    app = tutor()
    async with app.run_test(size=(width, 20)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TutorScreen) and app.screen.is_mounted)
        lesson = app.screen.lesson
        for number in range(len(STEPS) + 1):
            await pilot.pause()
            rows = screen_text(app)[lesson.region.y : lesson.region.bottom]
            badge = f" {lesson.step} "
            assert " ".join("".join(rows).replace(badge, "", 1).split()) == lesson.text, number
            app.screen.skip()
