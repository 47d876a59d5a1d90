"""Remembers which line read right on which terminal (`reader calibrate`)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

from reader.replacing import replace_file
from reader.terminal.model import Mode

FILE_NAME = "terminals.json"
_NAMING = ("TERM_PROGRAM", "TERM", "VTE_VERSION", "KONSOLE_VERSION")
_MODES = ("app", "terminal", "off")


class Calibration(NamedTuple):
    """The user's answer."""

    mode: Mode
    switch: bool
    """Whether the terminal is asked to keep still."""


def terminal_name(env: Mapping[str, str]) -> str:
    """Return what tells this terminal from others that the user has."""
    inside = ("tmux",) if "TMUX" in env else ()
    return "/".join((*(env[name] for name in _NAMING if env.get(name)), *inside)) or "unknown"


def recall(folder: Path, env: Mapping[str, str]) -> Calibration | None:
    """Return the answer for this terminal, if there is one that can be read."""
    entry = _read(folder).get(terminal_name(env))
    if isinstance(entry, dict) and entry.get("mode") in _MODES:
        return Calibration(cast(Mode, entry["mode"]), bool(entry.get("switch", True)))
    return None


def remember(folder: Path, env: Mapping[str, str], answer: Calibration | None) -> None:
    """Store the answer for this terminal, or forget it; raises OSError like any writing."""
    known = _read(folder)
    known.pop(terminal_name(env), None)
    if answer is not None:
        known[terminal_name(env)] = answer._asdict()
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(known, indent=2, sort_keys=True) + "\n"
    replace_file(folder / FILE_NAME, text.encode())


def _read(folder: Path) -> dict[str, object]:
    try:
        known = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
