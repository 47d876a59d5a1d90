"""The terminal: its kind, who orders and joins the Arabic, and what to change."""

import os

from reader.diagnosis.finding import Finding, Level
from reader.settings.paths import state_folder
from reader.terminal.choice import choose

_MODES = {
    "app": "the reader orders and joins the Arabic, the terminal keeps still",
    "terminal": "the terminal orders and joins the Arabic itself",
    "off": "nobody orders or joins the Arabic (for screen readers)",
}


def check_terminal(render: str) -> list[Finding]:
    """Report how this terminal is drawn on; `render` is the setting, it may ask the terminal."""
    terminal = choose(render, state_folder())
    name = os.environ.get("TERM", "")
    lines = [Finding("terminal", Level.OK, f"{terminal.kind} (TERM={name})")]
    level = Level.HINT if terminal.note else Level.OK
    lines.append(Finding("drawing", level, _MODES[terminal.mode], terminal.note))
    if name in ("", "dumb"):
        advice = (
            "The reading screen needs a terminal with cursor control: set TERM, or reader show."
        )
        lines.append(Finding("screen", Level.FAULT, "this terminal cannot move its cursor", advice))
    if not os.environ.get("LANG", "").upper().endswith(("UTF-8", "UTF8")) and not os.environ.get(
        "LC_ALL", os.environ.get("LC_CTYPE", "")
    ).upper().endswith(("UTF-8", "UTF8")):
        advice = "If Arabic shows as question marks or boxes: export LANG=C.UTF-8."
        lines.append(Finding("locale", Level.HINT, "does not say UTF-8", advice))
    return lines
