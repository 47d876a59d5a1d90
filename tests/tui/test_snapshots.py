"""Pictures of the screens at three widths, dark and light."""

import pytest

from reader.settings.model import Display, Settings
from reader.tui.app import ReaderApp
from reader.tui.page.block import Side
from reader.tui.page.geometry import PageOptions
from reader.tui.reading.article import Article
from reader.tui.screens.tutor import TutorScreen
from reader.tui.tutor.services import lesson_document, lesson_services
from tests.tui.driving import translated, until
from tests.tui.fakes import TEXTS, World, document


def settings(theme):
    return Settings(display=Display(theme=theme))


async def _ready(pilot):
    await until(pilot, lambda: getattr(getattr(pilot.app.screen, "view", None), "window", None))
    await until(pilot, lambda: translated(pilot.app.screen))
    await until(pilot, lambda: not pilot.app.screen.status.work)


@pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
@pytest.mark.parametrize("width", [60, 100, 140])
def test_reading(world, snap_compare, width, theme):
    app = world.app(settings=settings(theme))
    assert snap_compare(app, terminal_size=(width, 30), run_before=_ready)


@pytest.mark.parametrize("theme", ["reader-contrast", "reader-colourblind"])
def test_words(world, snap_compare, theme):
    async def select(pilot):
        await _ready(pilot)
        await pilot.press("v", "left", "v", "left")
        await pilot.pause()

    app = world.app(settings=settings(theme))
    assert snap_compare(app, terminal_size=(100, 24), run_before=select)


@pytest.mark.parametrize("width", [60, 100, 140])
def test_library(tmp_path, snap_compare, width):
    async def ready(pilot):
        await until(pilot, lambda: all(row.title for row in pilot.app.screen.all_rows))

    documents = {"a.txt": document(*TEXTS), "b.txt": document(TEXTS[2], title="مقال ثان")}
    app = World(tmp_path, documents).app()
    assert snap_compare(app, terminal_size=(width, 20), run_before=ready)


def test_entities(world, snap_compare):
    async def ready(pilot):
        await _ready(pilot)
        await pilot.press("E")
        await pilot.pause()

    assert snap_compare(world.app(), terminal_size=(100, 20), run_before=ready)


def test_help(world, snap_compare):
    async def ready(pilot):
        await _ready(pilot)
        await pilot.press("question_mark")
        await pilot.pause()

    assert snap_compare(world.app(), terminal_size=(120, 40), run_before=ready)


def test_layers_menu(world, snap_compare):
    async def ready(pilot):
        await _ready(pilot)
        await pilot.press("l")
        await pilot.pause()

    assert snap_compare(world.app(), terminal_size=(100, 30), run_before=ready)


def test_annotations_panel(world, snap_compare):
    async def ready(pilot):
        await _ready(pilot)
        screen = pilot.app.screen
        for start, end, facts in (
            (4, 10, {"label": "PER", "note": "ملاحظة"}),
            (24, 27, {"colour": "yellow", "tags": ("war",)}),
        ):
            screen.words.select(Side.ARABIC, 0, start, end)
            screen.desk.set("Annotate", **facts)
        await pilot.press("escape", "a")
        await pilot.pause()

    assert snap_compare(world.app(), terminal_size=(100, 16), run_before=ready)


def test_tutor(snap_compare):
    def opening():
        return TutorScreen(Article(lesson_document()), PageOptions())

    app = ReaderApp(lesson_services(), Settings(), [], opening=opening)
    assert snap_compare(app, terminal_size=(100, 24), run_before=_ready)
