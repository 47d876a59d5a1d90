"""Which terminal this is, from its environment and from what it answers.

No answer tells Apple Terminal, kitty or a multiplexer, so the environment comes first. What a
terminal does was measured on each kind; `reader calibrate` overrules all of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from reader.terminal.model import Kind, Mode, Reply, Terminal

_FIRST_VTE_WITH_BIDI = 5800
_PUTTY_SECONDARY = (0, 136, 0)
_EXPLICIT_REPLIES = (1, 2)
_RESET = 2

_NOTES = {
    Kind.KITTY: "kitty reorders Arabic by itself: put `force_ltr yes` into kitty.conf, then run "
    "`reader calibrate`; until then kitty does the joining.",
    Kind.APPLE: "Apple Terminal reorders Arabic by itself and cannot be told not to: if lines "
    "look wrong, run `reader calibrate` or use another terminal, such as iTerm2.",
    Kind.PUTTY: "PuTTY reorders Arabic by itself: tick 'Disable bidirectional text display' and "
    "'Disable Arabic text shaping' in its settings, then run `reader calibrate`.",
    Kind.TMUX: "tmux passes the switch for Arabic on only with `set -g allow-passthrough on`; if "
    "lines look reversed, set that or run `reader calibrate`.",
    Kind.SCREEN: "GNU screen cannot tell the terminal to leave Arabic alone: if lines look "
    "reversed, run `reader calibrate`.",
}


def moves_cursor(env: Mapping[str, str]) -> bool:
    """Tell whether this terminal knows control sequences at all; "dumb" ones print them."""
    return env.get("TERM") != "dumb"


def detect(env: Mapping[str, str], query: Callable[[], Reply]) -> Terminal:
    """Return the terminal; `query` is called only where its answer can matter."""
    if "TMUX" in env or env.get("TERM", "").startswith("tmux"):
        outer = _announced(env)
        return Terminal(Kind.TMUX, note=_NOTES[Kind.TMUX] if outer else "", outer=outer)
    if "STY" in env or env.get("TERM", "").startswith("screen"):
        reorders = _announced(env) is not None
        return Terminal(Kind.SCREEN, note=_NOTES[Kind.SCREEN] if reorders else "", switch=False)
    if not moves_cursor(env):
        return Terminal(Kind.PLAIN, switch=False)
    if "MLTERM" in env:
        return Terminal(Kind.MLTERM)
    if "KONSOLE_VERSION" in env:
        return Terminal(Kind.KONSOLE)
    if "KITTY_WINDOW_ID" in env or env.get("TERM") == "xterm-kitty":
        return Terminal(Kind.KITTY, "terminal", _NOTES[Kind.KITTY])
    if env.get("TERM_PROGRAM") == "Apple_Terminal":
        return Terminal(Kind.APPLE, "terminal", _NOTES[Kind.APPLE])
    reply = query()
    if reply.secondary == _PUTTY_SECONDARY:
        return Terminal(Kind.PUTTY, "terminal", _NOTES[Kind.PUTTY])
    if reply.mode_8 in _EXPLICIT_REPLIES:
        return Terminal(Kind.EXPLICIT, was_explicit=reply.mode_8 == _RESET)
    return Terminal(_announced(env) or Kind.PLAIN)


def _announced(env: Mapping[str, str]) -> Kind | None:
    """Return the terminal that left its version in the environment; under tmux only a hint."""
    if "KONSOLE_VERSION" in env:
        return Kind.KONSOLE
    version = env.get("VTE_VERSION", "")
    if version.isdecimal() and int(version) >= _FIRST_VTE_WITH_BIDI:
        return Kind.EXPLICIT
    return None


def with_mode(terminal: Terminal, mode: Mode, switch: bool = True) -> Terminal:
    """Return the terminal with a mode that the user chose; what the program would say is moot."""
    return replace(terminal, mode=mode, switch=switch and terminal.switch, note="")
