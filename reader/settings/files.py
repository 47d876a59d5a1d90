"""Reading and writing the settings file."""

import re
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from reader.errors import SettingsError
from reader.replacing import replace_file
from reader.settings.allowed import allowed, explained
from reader.settings.model import HELP, Settings
from reader.settings.paths import config_folder

_PLACE = re.compile(r"\$\.?([\w.\-\[\]…]*)")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")


def settings_path() -> Path:
    """Return where the settings file is, or would be."""
    return config_folder() / "config.toml"


def read_settings(path: Path | None = None) -> Settings:
    """Return the settings of the file, defaults where it is silent or missing.

    Raises SettingsError, naming the file, the key and the nearest known key.
    """
    path = path or settings_path()
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"The settings {path} cannot be read: {error.strerror}.") from error
    return parse_settings(data, path)


def parse_settings(data: bytes, path: Path) -> Settings:
    """Return the settings in a TOML text; `path` is only named in errors."""
    try:
        return msgspec.toml.decode(data, type=Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(_explain(str(error), path)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"The settings {path} are not valid TOML: {error}.") from error


def set_value(
    key: str,
    value: str,
    path: Path | None = None,
    check: Callable[[Settings], object] | None = None,
) -> Settings:
    """Write one setting into the file, keeping its comments, and return all settings.

    `key` is "table.name"; `value` is TOML ("true", "90") or plain text. Nothing is written
    unless the result is valid and `check` does not raise. Raises SettingsError.
    """
    import tomlkit

    path = path or settings_path()
    parts = _parts(key)
    parsed = _value(parts, value)
    try:
        document = tomlkit.parse(_text(path))
        table: Any = document
        for part in parts[:-1]:
            if part not in table:
                table.add(part, tomlkit.table())
            table = table[part]
            if not isinstance(table, MutableMapping):
                parse_settings(tomlkit.dumps(document).encode(), path)  # says what is wrong
        table[parts[-1]] = parsed
        text = tomlkit.dumps(document)
    except tomlkit.exceptions.TOMLKitError as error:
        raise SettingsError(f"The settings {path} are not valid TOML: {error}.") from error
    settings = parse_settings(text.encode(), path)
    if check is not None:
        check(settings)
    write_whole(path, text)
    return settings


def get_value(key: str, path: Path | None = None) -> Any:
    """Return one setting by its "table.name" or "keys.bind.command".

    Raises SettingsError for an unknown one, and for a command without keys of the user's.
    """
    parts = _parts(key)
    value = getattr(getattr(read_settings(path), parts[0]), parts[1])
    if len(parts) == 2:
        return value
    if parts[2] not in value:
        raise SettingsError(
            f"{key} is not set: `reader config keys` shows the commands and the keys in use."
        )
    return value[parts[2]]


def _parts(key: str) -> list[str]:
    """Return a key's table, name and, under keys.bind, command, which has dots of its own."""
    if key.startswith("keys.bind."):
        return key.split(".", 2)
    if key not in HELP:
        raise SettingsError(f"There is no setting {key}{_nearest(key, HELP)}")
    return key.split(".")


def _value(parts: list[str], value: str) -> Any:
    """Return a value as the file takes it: TOML, or else plain text. Raises SettingsError."""
    import tomlkit

    given: list[Any] = [value]
    with suppress(tomlkit.exceptions.TOMLKitError):
        parsed = tomlkit.parse(f"value = {value}").unwrap()["value"]
        # a name may look like a number, a list is never meant as a text
        given = [parsed] if isinstance(parsed, list | dict) else [parsed, value]
    for one in given:
        table = {parts[-1]: one}
        for part in reversed(parts[:-1]):
            table = {part: table}
        with suppress(msgspec.ValidationError):
            msgspec.convert(table, Settings)
            return one
    key = ".".join(parts)
    raise SettingsError(f"{value} is no value for {key}: it must be {allowed(key)}.")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise SettingsError(f"The settings {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"The settings {path} are not UTF-8: save them as UTF-8.") from error


def write_whole(path: Path, text: str) -> None:
    """Replace the file in one step, so that a fault leaves the old one. Raises SettingsError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
    except OSError as error:
        raise SettingsError(f"The file {path} cannot be written: {error.strerror}.") from error


def commented_defaults() -> str:
    """Return a settings file in which every key stands with its default and its meaning."""
    lines = ["# Settings of the reader. Lines that start with # show the defaults.", ""]
    defaults = msgspec.to_builtins(Settings())
    for table, values in defaults.items():
        lines.append(f"[{table}]")
        for name, value in values.items():
            if isinstance(value, dict):
                continue
            shown = str(value).lower() if isinstance(value, bool) else value
            text = f'"{shown}"' if isinstance(value, str) else str(shown)
            lines += [f"# {explained(f'{table}.{name}')}", f"#{name} = {text}"]
        lines.append("")
    lines += [f"# {HELP['keys.bind']}", "[keys.bind]", ""]
    return "\n".join(lines)


def _explain(message: str, path: Path) -> str:
    place = _PLACE.search(message)
    where = (place.group(1) if place else "").strip(".`")
    unknown = _UNKNOWN.search(message)
    if unknown:
        key = f"{where}.{unknown.group(1)}".strip(".")
        known = {*HELP, *(k.split(".")[0] for k in HELP)}
        return f"The settings {path} have an unknown key {key}{_nearest(key, known)}"
    reason = message.split(" - at ")[0]
    if where.startswith("keys.bind["):
        unquoted = "got `object`" in reason
        reason = (
            'put the command\'s name in quotes, such as "move.next_paragraph" = ["j", "down"]'
            if unquoted
            else f"it must be {allowed('keys.bind.')}"
        )
        where = "a command under keys.bind"
    elif where in HELP:
        reason = f"it must be {allowed(where)}"
    return f"The settings {path} have a wrong value for {where or 'a key'}: {reason}."


def _nearest(key: str, known: object) -> str:
    names = [str(name) for name in known]  # type: ignore[attr-defined]
    close = get_close_matches(key, names, n=1, cutoff=0.5)
    if not close:
        tails = {name.rpartition(".")[2]: name for name in names}
        tail = get_close_matches(key.rpartition(".")[2], list(tails), n=1, cutoff=0.6)
        close = [tails[tail[0]]] if tail else []
    return f": did you mean {close[0]}?" if close else "."
