"""What is known about the terminal that the program runs in."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Mode = Literal["app", "terminal", "off"]
"""Who orders and joins the Arabic: the program, the terminal, or nobody."""


class Kind(StrEnum):
    """Terminals that differ in what makes their own bidi keep still."""

    EXPLICIT = "explicit"
    """Knows ECMA-48 mode 8 (BDSM): VTE, WezTerm, mintty."""
    KONSOLE = "Konsole"
    MLTERM = "mlterm"
    KITTY = "kitty"
    APPLE = "Apple Terminal"
    PUTTY = "PuTTY"
    TMUX = "tmux"
    SCREEN = "GNU screen"
    PLAIN = "plain"
    """Draws cells where it is told to: xterm, Alacritty, foot, Windows Terminal."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to draw on this terminal, and how to ask it to leave the order alone."""

    kind: Kind
    mode: Mode = "app"
    note: str = ""
    """One sentence for the user, empty if there is nothing to say."""
    outer: Kind | None = None
    """Inside tmux: the terminal around it, as far as it is known."""
    switch: bool = True
    """Whether bytes are sent at all; a calibration may say no."""
    was_explicit: bool = False
    """Mode 8 was reset before the program came, so it stays so."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the terminal answered before the screen started; None where it was silent."""

    mode_8: int | None = None
    """DECRPM value of mode 8: 1 set (implicit), 2 reset (explicit), 0 not known."""
    secondary: tuple[int, ...] | None = None
    """Secondary device attributes (DA2)."""
