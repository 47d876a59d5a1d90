"""Pictures of the screens at three widths, dark and light."""

import pytest

from reader.settings.model import Display, Settings
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
