"""Strokes of the keymap from Textual's key events, and how keys are shown to people."""

from textual.events import Key

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
    """Return a key as people write it: "ctrl+d" as ^D, "] e" as ]e, "space" as Space."""
    return "".join(_stroke_shown(part) for part in key.split())


def _stroke_shown(part: str) -> str:
    if part.startswith("ctrl+") and len(part) == 6:
        return "^" + part[-1].upper()
    modifier, plus, bare = part.rpartition("+") if len(part) > 1 else ("", "", part)
    name = _SHOWN.get(bare, bare.upper() if len(bare) > 1 and bare[1:].isdigit() else bare)
    return (modifier.capitalize() + plus + name) if modifier else name
