"""The user's label set: names with keys 1..9 and colour roles, from labels.toml.

    highlights = ["yellow", "green"]
    relations = ["works_for", "located_in"]

    [labels.PER]
    title = "Person"
    key = "1"
    colour = "person"

A section that the file does not have keeps its default.
"""

import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reader.errors import SettingsError
from reader.settings.paths import config_folder

FILE_NAME = "labels.toml"
KEYS = tuple("123456789")
# what a theme gives a colour to
COLOUR_ROLES = (
    "person", "place", "organisation", "group", "facility", "event", "date", "number", "misc",
    "yellow", "green", "blue", "red", "purple",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LabelDefinition:
    """One label as the user sees it."""

    name: str  # as stored and exported, without spaces
    title: str
    key: str = ""  # "1".."9", or "" for none
    colour: str = "misc"  # one of COLOUR_ROLES


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Labels in the order of their keys, highlight colours, and kinds of relation."""

    labels: tuple[LabelDefinition, ...]
    highlights: tuple[str, ...]
    relations: tuple[str, ...]

    def by_key(self, key: str) -> LabelDefinition | None:
        """Return the label on a key 1..9."""
        return next((label for label in self.labels if key and label.key == key), None)

    def by_name(self, name: str) -> LabelDefinition | None:
        """Return the label of that name."""
        return next((label for label in self.labels if label.name == name), None)

    def colour(self, name: str) -> str:
        """Return a label's colour role; "misc" for labels of other people's files."""
        label = self.by_name(name)
        return label.colour if label else "misc"


DEFAULT = LabelSet(
    labels=(
        LabelDefinition("PER", "Person", "1", "person"),
        LabelDefinition("LOC", "Place", "2", "place"),
        LabelDefinition("ORG", "Organisation", "3", "organisation"),
        LabelDefinition("NORP", "Nationality or group", "4", "group"),
        LabelDefinition("FAC", "Building or road", "5", "facility"),
        LabelDefinition("EVENT", "Event", "6", "event"),
        LabelDefinition("DATE", "Date", "7", "date"),
        LabelDefinition("NUM", "Number", "8", "number"),
        LabelDefinition("MISC", "Other name", "9", "misc"),
        # what the recogniser tells apart among numbers, without a key of their own
        LabelDefinition("TIME", "Time", "", "date"),
        LabelDefinition("MONEY", "Money", "", "number"),
        LabelDefinition("PERCENT", "Percentage", "", "number"),
        LabelDefinition("QUANTITY", "Quantity", "", "number"),
        LabelDefinition("ORDINAL", "Ordinal", "", "number"),
        LabelDefinition("CARDINAL", "Cardinal", "", "number"),
    ),
    highlights=("yellow", "green", "blue", "red", "purple"),
    relations=("related", "same_as", "part_of", "works_for", "located_in", "said_by"),
)


def load_labels(path: Path | None = None) -> LabelSet:
    """Return the label set of a file, by default labels.toml in the settings folder.

    Without that file: the defaults. Raises SettingsError that names the file and the key.
    """
    where = path.expanduser() if path else config_folder() / FILE_NAME
    if path is None and not where.exists():
        return DEFAULT
    try:
        data = tomllib.loads(where.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The label set {where} cannot be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The label set {where} is not valid TOML: {error}.") from error
    try:
        return parse_labels(data)
    except SettingsError as error:
        raise SettingsError(f"The label set {where}: {error}") from None


def parse_labels(data: dict[str, Any]) -> LabelSet:
    """Return the label set of parsed TOML. Raises SettingsError that names the key."""
    _known_keys(data, ("labels", "highlights", "relations"), "")
    labels = DEFAULT.labels
    if "labels" in data:
        labels = tuple(_label(name, value) for name, value in _table(data, "labels").items())
        _distinct_keys(labels)
    return LabelSet(
        labels=labels,
        highlights=_names(data, "highlights", DEFAULT.highlights, COLOUR_ROLES),
        relations=_names(data, "relations", DEFAULT.relations),
    )


def _label(name: str, value: object) -> LabelDefinition:
    where = f"labels.{name}"
    if not name or any(c.isspace() for c in name):
        raise SettingsError(f"{where} has a space in its name: use a hyphen or an underscore.")
    if not isinstance(value, dict):
        raise SettingsError(f"{where} is not a table: write [{where}] and its keys below it.")
    _known_keys(value, ("title", "key", "colour"), f"{where}.")
    title = _text(value, "title", name, where)
    key = _text(value, "key", "", where)
    if key and key not in KEYS:
        raise SettingsError(f'{where}.key is "{key}": it must be one of "1" to "9".')
    colour = _text(value, "colour", "misc", where)
    _known_value(colour, COLOUR_ROLES, f"{where}.colour")
    return LabelDefinition(name, title, key, colour)


def _distinct_keys(labels: tuple[LabelDefinition, ...]) -> None:
    taken: dict[str, str] = {}
    for label in labels:
        if label.key in taken:
            raise SettingsError(
                f'labels.{label.name}.key is "{label.key}", which labels.{taken[label.key]} has: '
                "give it another key."
            )
        if label.key:
            taken[label.key] = label.name


def _names(
    data: dict[str, Any],
    key: str,
    default: tuple[str, ...],
    allowed: tuple[str, ...] | None = None,
) -> tuple[str, ...]:
    if key not in data:
        return default
    value = data[key]
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise SettingsError(f"{key} is not a list of names.")
    for name in value:
        if allowed is not None:
            _known_value(name, allowed, key)
        elif any(c.isspace() for c in name):
            raise SettingsError(f'{key} has "{name}": use an underscore in place of the space.')
    return tuple(value)


def _table(data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data[key]
    if not isinstance(value, dict) or not value:
        raise SettingsError(f"{key} is not a table of labels: write [{key}.NAME].")
    return value


def _text(table: dict[str, Any], key: str, default: str, where: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise SettingsError(f"{where}.{key} is not text: put it in quotes.")
    return value


def _known_keys(table: dict[str, Any], known: tuple[str, ...], prefix: str) -> None:
    for key in table:
        _known_value(key, known, f"{prefix}{key}", "is no setting")


def _known_value(value: str, known: tuple[str, ...], where: str, fault: str | None = None) -> None:
    if value in known:
        return
    near = get_close_matches(value, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}."
    raise SettingsError(f"{where} {fault or f'is {value!r}, which is not known'}: {hint}")
