"""Driving the program in tests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.screens.reading import ReadingScreen

WAIT_STEPS = 200


async def until(pilot: Pilot[None], condition) -> None:
    """Let the program run until something is true; fail if it never is."""
    for _ in range(WAIT_STEPS):
        if condition():
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError("it never came true")


def translated(screen: ReadingScreen) -> bool:
    """Tell whether everything has arrived."""
    texts = [n for n, p in enumerate(screen.article.document.paragraphs) if p.text.strip()]
    known = screen.article
    return all(n in known.translations and n in known.entities for n in texts)


@asynccontextmanager
async def reading(
    app: ReaderApp, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[tuple[Pilot[None], ReadingScreen]]:
    """Run the program until its article is shown with all that belongs to it."""
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: getattr(getattr(app.screen, "view", None), "window", None))
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await until(pilot, lambda: translated(screen))
        yield pilot, screen


def screen_text(app: ReaderApp) -> list[str]:
    """Return the rows of the screen as drawn."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys given with blanks between them; `space` and the like by name."""
    for key in keys.split():
        await pilot.press(key)
    await pilot.pause()


async def burst(pilot: Pilot[None], keys: str) -> None:
    """Press keys so fast that all arrive before the program acts on the first one."""
    for key in keys.split():
        name = _character_to_key(key) if len(key) == 1 else key
        character = " " if key == "space" else key if len(key) == 1 else None
        pilot.app.post_message(Key(name, character))
    await until(pilot, lambda: not pilot.app.is_running or pilot.app.keys.idle)
