"""Keymaps: which keys run which command, in which scope.

A key is a stroke or a sequence of strokes separated by blanks: "j", "ctrl+d", "] e", "space".
A stroke is one character, or a name. Scopes are sets of commands that can be active together;
the same key may mean different things in scopes that never meet.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import resources

from reader.errors import SettingsError
from reader.settings.arabic_layout import arabic_first, under_arabic

NAMED = frozenset(
    "space enter tab escape backspace delete insert".split()
    + "up down left right home end pageup pagedown".split()
) | {f"f{n}" for n in range(1, 13)}
MODIFIERS = ("ctrl+", "shift+", "alt+")
# Terminals send the same byte for these, so they would steal another key.
SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}

Keys = tuple[str, ...]
ARABIC_LAYOUT = "arabic-layout"


@dataclass(frozen=True)
class Bindable:
    """What a keymap needs to know of a command."""

    id: str
    scopes: frozenset[str]
    keys: Keys


@dataclass(frozen=True)
class Keymap:
    """The keys of every command, and the commands of every key."""

    keys: Mapping[str, Keys]  # command id to its own keys, without aliases
    sequences: Mapping[str, Mapping[tuple[str, ...], str]]  # scope to strokes to command id
    clashes: tuple[str, ...]  # one sentence each

    def find(self, scopes: Sequence[str], strokes: tuple[str, ...]) -> str | None:
        """Return the command that the strokes run; the first scope that knows them wins."""
        for scope in scopes:
            found = self.sequences.get(scope, {}).get(strokes)
            if found is not None:
                return found
        return None

    def is_prefix(self, scopes: Sequence[str], strokes: tuple[str, ...]) -> bool:
        """Tell whether more strokes may complete a key."""
        size = len(strokes)
        return any(
            len(known) > size and known[:size] == strokes
            for scope in scopes
            for known in self.sequences.get(scope, {})
        )


def preset(name: str, commands: Iterable[Bindable]) -> dict[str, Keys]:
    """Return a preset's keys by command id; the default preset changes nothing.

    `arabic-layout` is made from the commands' own keys, others are files of `keymaps`.
    """
    if name == ARABIC_LAYOUT:
        commands = list(commands)
        meant = _strokes(command.keys for command in commands)
        return {c.id: arabic_first(c.keys, meant) for c in commands}
    folder = resources.files("reader.settings") / "keymaps"
    file = folder / f"{name}.toml"
    if not file.is_file():
        files = {f.name[:-5] for f in folder.iterdir() if f.name.endswith("toml")}
        known = ", ".join(sorted(files | {ARABIC_LAYOUT}))
        raise SettingsError(f"There is no keymap preset {name}: choose one of {known}.")
    return {key: as_keys(value) for key, value in tomllib.loads(file.read_text("utf-8")).items()}


def as_keys(value: str | Iterable[str]) -> Keys:
    """Return keys as a tuple; the empty string means no key at all."""
    return tuple(k for k in ([value] if isinstance(value, str) else list(value)) if k)


def build(
    commands: Iterable[Bindable],
    overrides: Mapping[str, Keys],
    *,
    own: Mapping[str, Keys] | None = None,
    arabic_layout: bool = True,
) -> Keymap:
    """Return the keymap of the commands.

    `overrides` come from a preset, `own` from the user's settings. Raises SettingsError for a
    command that does not exist or a key that cannot be; clashes are reported, not raised: the
    first command keeps the key.
    """
    commands = list(commands)
    own = own or {}
    known = {command.id for command in commands}
    for name in own:
        if name not in known:
            close = get_close_matches(name, known, n=1, cutoff=0.5)
            hint = f": did you mean {close[0]}?" if close else "."
            raise SettingsError(f"keys.bind names an unknown command {name}{hint}")
    keys = {c.id: own.get(c.id, overrides.get(c.id, c.keys)) for c in commands}
    sequences: dict[str, dict[tuple[str, ...], str]] = {}
    clashes: list[str] = []
    for command in commands:
        for key in keys[command.id]:
            strokes = parse(key, command.id)
            for scope in command.scopes:
                table = sequences.setdefault(scope, {})
                other = _clash(table, strokes)
                if other is None:
                    table[strokes] = command.id
                elif other != command.id:
                    clashes.append(
                        f"The key {key} means both {other} and {command.id}: "
                        f"set keys.bind for one of them."
                    )
    if arabic_layout:
        meant = _strokes(keys.values())
        for table in sequences.values():
            _add_arabic(table, meant)
    return Keymap(keys, sequences, tuple(dict.fromkeys(clashes)))


def parse(key: str, command: str) -> tuple[str, ...]:
    """Return the strokes of a key. Raises SettingsError for one that no terminal sends."""
    strokes = tuple(key.split())
    if not strokes:
        raise SettingsError(f"The key of {command} is empty: name a key.")
    for stroke in strokes:
        if stroke in SAME_BYTE:
            raise SettingsError(
                f"The key {stroke} of {command} is {SAME_BYTE[stroke]} to a terminal: "
                "choose another."
            )
        bare = stroke
        for modifier in MODIFIERS:
            bare = bare.removeprefix(modifier) if bare != modifier else bare
        if len(bare) != 1 and bare not in NAMED:
            close = get_close_matches(bare, NAMED, n=1, cutoff=0.5)
            hint = f": did you mean {close[0]}?" if close else "."
            raise SettingsError(f"The key {stroke} of {command} is not a key{hint}")
    return strokes


def _clash(table: Mapping[tuple[str, ...], str], strokes: tuple[str, ...]) -> str | None:
    for other, command in table.items():
        size = min(len(other), len(strokes))
        if other[:size] == strokes[:size]:
            return command
    return None


def _strokes(keys: Iterable[Keys]) -> set[str]:
    return {stroke for some in keys for key in some for stroke in key.split()}


def _add_arabic(table: dict[tuple[str, ...], str], meant: set[str]) -> None:
    """Let each sequence be typed under the Arabic layout too, unless that key is taken."""
    for strokes, command in list(table.items()):
        other = under_arabic(strokes, meant)
        if other != strokes and _clash(table, other) is None:
            table[other] = command
