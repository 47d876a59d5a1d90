"""Reading and writing the settings file."""

import re
from collections.abc import Callable, MutableMapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from reader.errors import SettingsError
from reader.replacing import replace_file
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
    parts = key.split(".", 2) if key.startswith("keys.bind.") else key.split(".")
    if key not in HELP and not key.startswith("keys.bind."):
        raise SettingsError(f"There is no setting {key}{_nearest(key, HELP)}")
    try:
        document = tomlkit.parse(_text(path))
        try:
            parsed: Any = tomlkit.parse(f"value = {value}")["value"]
        except tomlkit.exceptions.TOMLKitError:
            parsed = value
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
    """Return one setting by its "table.name". Raises SettingsError for an unknown one."""
    if key not in HELP:
        raise SettingsError(f"There is no setting {key}{_nearest(key, HELP)}")
    table, name = key.split(".")
    return getattr(getattr(read_settings(path), table), name)


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
            lines += [f"# {HELP[f'{table}.{name}']}", f"#{name} = {text}"]
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
    allowed = ""
    if "enum value" in reason:
        allowed = f" ({HELP.get(where, '')})".replace(" ()", "")
    return f"The settings {path} have a wrong value for {where or 'a key'}: {reason}{allowed}."


def _nearest(key: str, known: object) -> str:
    names = [str(name) for name in known]  # type: ignore[attr-defined]
    close = get_close_matches(key, names, n=1, cutoff=0.5)
    if not close:
        tails = {name.rpartition(".")[2]: name for name in names}
        tail = get_close_matches(key.rpartition(".")[2], list(tails), n=1, cutoff=0.6)
        close = [tails[tail[0]]] if tail else []
    return f": did you mean {close[0]}?" if close else "."
