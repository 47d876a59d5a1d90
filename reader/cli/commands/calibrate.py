"""`reader calibrate`: which line reads right on this terminal?"""

import os
import sys

import click

from reader.arabic.layout import visual_line
from reader.errors import ReaderError
from reader.settings.paths import state_folder
from reader.terminal.calibration import Calibration, remember, terminal_name
from reader.terminal.choice import choose
from reader.terminal.detection import with_mode
from reader.terminal.sequences import enter_bytes, leave_bytes

SAMPLE = "«السلام» (12) abc لا"
MEANING = "«as-salām» (12) abc lā"
_WIDTH = 40
# What each line is drawn with, best first.
LINES = {
    "A": Calibration("app", True),
    "B": Calibration("terminal", False),
    "C": Calibration("app", False),
}
_PICKS = [*LINES, "none", "forget"]


@click.command("calibrate", short_help="Find out how this terminal draws Arabic.")
@click.option(
    "--pick",
    type=click.Choice(_PICKS, case_sensitive=False),
    help="Store an answer without being asked; forget: go back to detection.",
)
def command(pick: str | None) -> None:
    """Show a line of Arabic drawn in three ways, one after the other, and keep the right one."""
    if pick is None:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise ReaderError("Calibration needs a terminal: run it there, or give --pick.")
        pick = _asked()
    answer = LINES.get(pick.upper())
    if pick == "none":
        click.echo(
            "Nothing is stored. If letters were boxes, choose a font with Arabic letter forms "
            "(DejaVu Sans Mono); otherwise use another terminal: xterm, GNOME Terminal, Alacritty."
        )
        return
    try:
        remember(state_folder(), os.environ, answer)
    except OSError as error:
        raise ReaderError(
            f"The answer cannot be stored in {state_folder()}: {error.strerror}."
        ) from None
    name = terminal_name(os.environ)
    if answer is None:
        click.echo(f"Forgotten for {name}: the terminal is detected again.")
    else:
        click.echo(f"Stored for {name}: {pick.upper()}.")


def _asked() -> str:
    terminal = choose("auto", state_folder())
    click.echo(
        "Right is: from the right edge, «السلام» joined and in guillemets, then (12) in brackets, "
        f"then abc, then لا at the left. That is {MEANING}, read from the right."
    )
    for name, (mode, switch) in LINES.items():
        drawn = with_mode(terminal, mode, switch)
        # The line end is inside: VTE keeps the setting for each row.
        click.echo(enter_bytes(drawn).decode("ascii"), nl=False)
        render = "app" if mode == "app" else "terminal"
        click.echo(f"{name}  {visual_line(SAMPLE, _WIDTH, 1, render=render)}")
        is_right = click.confirm(f"Does line {name} read right?", default=False)
        click.echo(leave_bytes(drawn).decode("ascii"), nl=False)
        if is_right:
            return name
    return "none"
