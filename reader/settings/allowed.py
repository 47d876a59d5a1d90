"""What a setting may be, in words, from its declared type."""

from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from reader.settings.model import HELP, Settings


def allowed(key: str) -> str:
    """Return what may stand for "table.name" or "keys.bind.command": "20 to 80"."""
    if key.startswith("keys.bind."):
        return 'a key or a list of keys in quotes, such as ["j", "down"]'
    hint = _hint(key)
    if some := choices(key):
        return "true or false" if hint is bool else f"one of {', '.join(some)}"
    return _range(hint) or {str: "text in quotes"}.get(hint, "a table of commands and their keys")


def choices(key: str) -> tuple[str, ...]:
    """Return all values of "table.name", none where there are too many to name."""
    hint = _hint(key)
    if hint is bool:
        return ("true", "false")
    return get_args(hint) if get_origin(hint) is Literal else ()


def explained(key: str) -> str:
    """Return what a setting means, with its range where it is a number."""
    bounds = _range(_hint(key))
    return f"{HELP[key]}; {bounds}" if bounds else HELP[key]


def _hint(key: str) -> Any:
    table, name = key.split(".")
    return get_type_hints(get_type_hints(Settings)[table], include_extras=True)[name]


def _range(hint: Any) -> str:
    """Return the bounds of an annotated number, "" for anything else."""
    if get_origin(hint) is not Annotated:
        return ""
    bounds = hint.__metadata__[0]
    return f"{bounds.ge} to {bounds.le}"
