"""The four palettes. Every text colour meets WCAG AA (4.5 : 1) on its background, which a test
checks; the high-contrast one meets AAA (7 : 1)."""

from dataclasses import dataclass, field

from reader.entities.legend import LEGEND

# Kinds of names and numbers that share a colour with another kind. What is not here has a colour
# of its own in each palette; label sets of the user name them too.
SHARED = {
    "facility": "place",
    "misc": "event",
    "other": "event",
    "time": "date",
    "quantity": "number",
    "ordinal": "number",
    "cardinal": "number",
}

# The kind of each label of the recogniser.
KINDS = {label.value: entry.role.removeprefix("entity.") for label, entry in LEGEND.items()}


@dataclass(frozen=True)
class Palette:
    """Colours as #rrggbb. `cues` adds a way to tell kinds apart that is not colour."""

    name: str
    dark: bool
    background: str
    surface: str  # bars
    text: str
    muted: str
    accent: str
    sentence: str  # background of the current sentence
    link: str  # background of words that translate one another
    selection: str  # background of the selection
    match: str  # background of a search match
    doubt: str
    error: str
    kinds: dict[str, str] = field(default_factory=dict)
    highlights: dict[str, str] = field(default_factory=dict)  # backgrounds
    cues: dict[str, str] = field(default_factory=dict)  # kind to rich style words


CUES = {
    "person": "underline",
    "place": "underline2",
    "organisation": "bold underline",
    "group": "italic underline",
    "event": "italic",
    "date": "bold",
    "money": "bold italic",
    "percent": "bold italic",
    "number": "bold",
}

DARK = Palette(
    name="reader-dark",
    dark=True,
    background="#16181d",
    surface="#20242c",
    text="#d9dde5",
    muted="#8d95a5",
    accent="#7aa2f7",
    sentence="#262c3a",
    link="#3d4a2a",
    selection="#34507e",
    match="#5c4a14",
    doubt="#e0a458",
    error="#f7768e",
    kinds={
        "person": "#f4a6c0",
        "place": "#8fd694",
        "organisation": "#7fc8f8",
        "group": "#c7a6f4",
        "event": "#f2b880",
        "date": "#e5d172",
        "money": "#71d6c4",
        "percent": "#9fd8e6",
        "number": "#c3d08b",
    },
    highlights={
        "yellow": "#4d4a1f",
        "green": "#1f4a36",
        "red": "#4a2440",
        "blue": "#1f3f5a",
        "purple": "#35244f",
    },
)

LIGHT = Palette(
    name="reader-light",
    dark=False,
    background="#fbfaf6",
    surface="#ecebe4",
    text="#22252b",
    muted="#62666f",
    accent="#1d4fa8",
    sentence="#eeeadb",
    link="#d9ebc4",
    selection="#bcd3f7",
    match="#ffe08a",
    doubt="#8a4b00",
    error="#a8123a",
    kinds={
        "person": "#93123f",
        "place": "#12602b",
        "organisation": "#0b4f86",
        "group": "#5b2a9a",
        "event": "#7f3d0a",
        "date": "#6a4b00",
        "money": "#00564d",
        "percent": "#0a5063",
        "number": "#47530a",
    },
    highlights={
        "yellow": "#fff0a6",
        "green": "#c9efd4",
        "red": "#f6d0e6",
        "blue": "#cfe3fb",
        "purple": "#e4d6f8",
    },
)

CONTRAST = Palette(
    name="reader-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    text="#ffffff",
    muted="#d0d0d0",
    accent="#ffff00",
    sentence="#1c1c38",
    link="#00331a",
    selection="#003f8a",
    match="#5a3d00",
    doubt="#ffb347",
    error="#ff9090",
    kinds={
        "person": "#ffb3d1",
        "place": "#7dff9b",
        "organisation": "#8ad8ff",
        "group": "#dcbcff",
        "event": "#ffc98a",
        "date": "#fff176",
        "money": "#7dfff0",
        "percent": "#b0f0ff",
        "number": "#e0ff8a",
    },
    highlights={
        "yellow": "#3d3a00",
        "green": "#003d20",
        "red": "#45002f",
        "blue": "#002f52",
        "purple": "#2c0050",
    },
    cues=CUES,
)

# Hues of Okabe and Ito, lightened for text on dark; told apart with any colour vision.
COLOURBLIND = Palette(
    name="reader-colourblind",
    dark=True,
    background="#14161a",
    surface="#1f2229",
    text="#e2e4e8",
    muted="#979da8",
    accent="#56b4e9",
    sentence="#242a36",
    link="#33415c",
    selection="#34507e",
    match="#5c4a14",
    doubt="#f0e442",
    error="#ff9a66",
    kinds={
        "person": "#f0b95a",
        "place": "#56b4e9",
        "organisation": "#f0e442",
        "group": "#e59ac4",
        "event": "#ff9a66",
        "date": "#4fd0a8",
        "money": "#9ad0f5",
        "percent": "#9ad0f5",
        "number": "#bfe3d5",
    },
    highlights={
        "yellow": "#4d4614",
        "green": "#123f52",
        "red": "#4a2a10",
        "blue": "#3d2440",
        "purple": "#2a2450",
    },
    cues=CUES,
)

PREFIX = "reader-"  # of our themes' names; it may be left out
PALETTES = {palette.name: palette for palette in (DARK, LIGHT, CONTRAST, COLOURBLIND)}


def palette_for(theme: str) -> Palette:
    """Return the palette of one of our themes by its full or short name; else the dark one."""
    return PALETTES.get(theme) or PALETTES.get(PREFIX + theme, DARK)
