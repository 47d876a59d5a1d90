"""Strokes of the keymap from Textual's key events, and how keys are shown to people."""

import unicodedata

from textual.events import Key

_ARABIC = ("AL", "NSM", "AN")  # bidi classes of letters, vowel signs and digits
_SHOWN = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "backspace": "Backspace",
    "delete": "Del", "up": "↑", "down": "↓", "left": "←", "right": "→", "home": "Home",
    "end": "End", "pageup": "PgUp", "pagedown": "PgDn", "insert": "Ins",
}  # fmt: skip


def stroke(event: Key) -> str:
    """Return the event in the keymap's terms: a character, or a name with its modifiers."""
    character = event.character
    if character and len(character) == 1 and character.isprintable() and character != " ":
        return character
    return event.key


def shown(key: str) -> str:
    """Return a key as people write it: "ctrl+d" as ^D, "] e" as ]e, "space" as Space.

    Arabic letters stand apart and in visual order: the one to press first at the right.
    """
    parts = key.split()
    names = [_stroke_shown(part) for part in parts]
    if len(parts) > 1 and all(unicodedata.bidirectional(part[0]) in _ARABIC for part in parts):
        return " ".join(reversed(names))
    return "".join(names)


def _stroke_shown(part: str) -> str:
    if unicodedata.combining(part[0]):
        return "\u25cc" + part  # a vowel sign needs something to stand on
    if part.startswith("ctrl+") and len(part) == 6:
        return "^" + part[-1].upper()
    modifier, plus, bare = part.rpartition("+") if len(part) > 1 else ("", "", part)
    name = _SHOWN.get(bare, bare.upper() if len(bare) > 1 and bare[1:].isdigit() else bare)
    return (modifier.capitalize() + plus + name) if modifier else name
