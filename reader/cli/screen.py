"""Running the program on this terminal."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.settings.model import Settings
from reader.terminal.detection import moves_cursor
from reader.tui.app import Opening
from reader.tui.services import Services
from reader.tui.themes.fewer_colours import Colours


def has_terminal() -> bool:
    """Tell whether there is a terminal to show on and to type at, or a browser in its place."""
    return in_browser() or (sys.stdout.isatty() and sys.stdin.isatty() and moves_cursor(os.environ))


def in_browser() -> bool:
    """Tell whether `reader serve` runs this: textual-serve then names the driver to use."""
    return "TEXTUAL_DRIVER" in os.environ


def run_on_screen(
    services: Services,
    settings: Settings,
    files: Sequence[Path],
    opening: Opening | None = None,
) -> int:
    """Run the program until it is left; return the exit status.

    `opening` makes the first screen, by default the library or the one document.
    """
    from reader.settings.overrides import overridden
    from reader.settings.paths import state_folder
    from reader.terminal.choice import choose
    from reader.tui.app import ReaderApp
    from reader.tui.driver import driver_for

    if in_browser():
        # its terminal, xterm.js, does no bidi and answers no questions
        settings = overridden(settings, {"display.render": "app"})
        app = ReaderApp(services, settings, files, opening=opening)
    else:
        terminal = choose(settings.display.render, state_folder())
        settings = overridden(settings, {"display.render": terminal.mode})
        app = ReaderApp(
            services,
            settings,
            files,
            driver_class=driver_for(terminal),
            hint=terminal.note,
            opening=opening,
            colours=terminal_colours(),
        )
    app.run()
    return app.return_code or 0


def terminal_colours() -> Colours:
    """Return how many colours the terminal has, by TERM, COLORTERM and TEXTUAL_COLOR_SYSTEM."""
    from rich.console import Console
    from textual.constants import COLOR_SYSTEM

    system = Console(color_system=COLOR_SYSTEM, force_terminal=True).color_system  # type: ignore[arg-type]
    if system == "256":
        return "256"
    return "16" if system in ("standard", "windows") else "true"


def need_terminal(what: str) -> None:
    """Raise ReaderError where there is no terminal."""
    if not has_terminal():
        raise ReaderError(f"{what} needs a terminal: run it in one.")
