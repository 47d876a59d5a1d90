"""Every setting, its default and what it means: the one place where settings are declared."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Preset = Literal["default", "vim", "arabic-layout"]


class Display(Struct, forbid_unknown_fields=True, frozen=True):
    """How the screen looks."""

    theme: str = "reader-dark"
    render: Literal["auto", "app", "terminal", "off"] = "auto"
    legend: bool = True
    key_bar: bool = True
    status_bar: bool = True


class Reading(Struct, forbid_unknown_fields=True, frozen=True):
    """How an article is laid out."""

    stack_below: Annotated[int, Meta(ge=20, le=400)] = 80
    arabic_share: Annotated[int, Meta(ge=20, le=80)] = 50
    max_width: Annotated[int, Meta(ge=0, le=1000)] = 0
    direction: Literal["auto", "rtl", "ltr"] = "auto"
    harakat: bool = True
    translation: bool = True
    arabic_first: bool = False
    focus: bool = False


class Keys(Struct, forbid_unknown_fields=True, frozen=True):
    """Which keys do what."""

    preset: Preset = "default"
    arabic_layout: bool = True
    count_wait: Annotated[float, Meta(ge=0, le=5)] = 0.4
    bind: dict[str, str | list[str]] = field(default_factory=dict)


class Translation(Struct, forbid_unknown_fields=True, frozen=True):
    """Who translates."""

    model: str = ""
    translator: str = ""


class Annotation(Struct, forbid_unknown_fields=True, frozen=True):
    """Who annotates, and with which labels."""

    annotator: str = ""
    labels: str = ""


class Settings(Struct, forbid_unknown_fields=True, frozen=True):
    """All settings; a file names only those that differ."""

    display: Display = Display()
    reading: Reading = Reading()
    keys: Keys = field(default_factory=Keys)
    translation: Translation = Translation()
    annotation: Annotation = Annotation()


# The comment above each key in the file that `reader config init` writes.
HELP: dict[str, str] = {
    "display.theme": "reader-dark, reader-light, reader-contrast, reader-colourblind, "
    "or any theme of Textual",
    "display.render": "who orders and joins the Arabic: auto, app, terminal, off",
    "display.legend": "show what the colours mean",
    "display.key_bar": "show the keys at the bottom",
    "display.status_bar": "show the place, progress and messages",
    "reading.stack_below": "put the English under the Arabic when the window is narrower (columns)",
    "reading.arabic_share": "percent of the width for the Arabic",
    "reading.max_width": "widest page on the screen in columns, 0 for the whole window "
    "(reader show takes --width)",
    "reading.direction": "base direction of paragraphs: auto, rtl, ltr",
    "reading.harakat": "show vowel marks",
    "reading.translation": "show the English when an article opens",
    "reading.arabic_first": "hide the English until it is revealed, paragraph by paragraph",
    "reading.focus": "dim everything but the current paragraph",
    "keys.preset": "default, vim, arabic-layout",
    "keys.arabic_layout": "let keys work while an Arabic keyboard layout is on",
    "keys.count_wait": "seconds that a label key waits for a movement, which makes it a count (3w)",
    "keys.bind": 'own keys, such as "move.next_paragraph" = ["j", "down"] (reader config keys)',
    "translation.model": "Argos package: a name, or a path of a package; empty: the best there is",
    "translation.translator": "address of a LibreTranslate server, http://host:5000; empty: none",
    "annotation.annotator": "your name on annotations; empty: the login name",
    "annotation.labels": "file of your own label set; empty: labels.toml beside this file, if any",
}
