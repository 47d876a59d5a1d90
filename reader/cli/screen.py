"""Running the program on this terminal."""

import sys
from collections.abc import Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.settings.model import Settings
from reader.tui.app import Opening
from reader.tui.services import Services


def has_terminal() -> bool:
    """Tell whether there is a terminal to show on and to type at."""
    return sys.stdout.isatty() and sys.stdin.isatty()


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

    terminal = choose(settings.display.render, state_folder())
    settings = overridden(settings, {"display.render": terminal.mode})
    app = ReaderApp(
        services,
        settings,
        files,
        driver_class=driver_for(terminal),
        hint=terminal.note,
        opening=opening,
    )
    app.run()
    return app.return_code or 0


def need_terminal(what: str) -> None:
    """Raise ReaderError where there is no terminal."""
    if not has_terminal():
        raise ReaderError(f"{what} needs a terminal: run it in one.")
