"""How this run draws: the option, else the calibration, else what the terminal is."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import cast

from reader.terminal.calibration import recall
from reader.terminal.detection import detect, with_mode
from reader.terminal.model import Mode, Reply, Terminal
from reader.terminal.query import ask, may_ask


def choose(
    render: str,
    folder: Path,
    env: Mapping[str, str] | None = None,
    query: Callable[[], Reply] | None = None,
) -> Terminal:
    """Return the terminal with the mode to draw in.

    `render` is the setting (`auto`, `app`, `terminal`, `off`), `folder` the state folder with the
    calibrations. Call it before the screen starts: it may ask the terminal, for 0.3 s at most if
    that is silent.
    """
    env = os.environ if env is None else env
    if query is None:
        query = _ask_this_terminal
    terminal = detect(env, query if may_ask(env) else Reply)
    if render != "auto":
        return with_mode(terminal, cast(Mode, render))
    answer = recall(folder, env)
    return with_mode(terminal, answer.mode, answer.switch) if answer else terminal


def _ask_this_terminal() -> Reply:
    if sys.__stdin__ is None or sys.__stderr__ is None:
        return Reply()
    try:
        return ask(sys.__stdin__.fileno(), sys.__stderr__.fileno())
    except (OSError, ValueError):
        return Reply()
