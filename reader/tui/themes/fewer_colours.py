"""The palettes where the terminal has fewer colours than they name.

Left to themselves, terminal libraries take the nearest colour by hue: in 256 colours the dark greys
of a page become navy and the creams of a light page pink; in 16 most kinds of names fall on one
grey. So the grounds are chosen here from the colours that there are; texts keep theirs in 256
colours. In 16 colours kinds differ by underline, bold and italic as well.
"""

from dataclasses import replace
from typing import Any, Literal

from reader.tui.themes.palettes import (
    COLOURBLIND,
    CONTRAST,
    CUES,
    DARK,
    LIGHT,
    PALETTES,
    Palette,
)

Colours = Literal["true", "256", "16"]

# Steps of xterm's 6 x 6 x 6 cube (00 5f 87 af d7 ff) and of its grey ramp.
_DARK_HIGHLIGHTS = {
    "yellow": "#5f5f00",
    "green": "#005f00",
    "red": "#5f0000",
    "blue": "#00005f",
    "purple": "#5f005f",
}
_DARK_GROUNDS: dict[str, Any] = {
    "background": "#121212",
    "surface": "#1c1c1c",
    "sentence": "#303030",
    "muted": "#a8a8a8",
    "link": "#5f5f5f",
    "selection": "#005f87",
    "match": "#870000",
    "highlights": _DARK_HIGHLIGHTS,
}
_IN_256: dict[str, dict[str, Any]] = {
    DARK.name: _DARK_GROUNDS,
    COLOURBLIND.name: _DARK_GROUNDS,
    CONTRAST.name: {
        "sentence": "#262626",
        "link": "#005f00",
        "selection": "#005f87",
        "match": "#875f00",
        "highlights": {**_DARK_HIGHLIGHTS, "green": "#005f5f"},
    },
    LIGHT.name: {
        "background": "#ffffff",
        "surface": "#eeeeee",
        "sentence": "#eeeeee",
        "muted": "#585858",
        "link": "#d7d7af",
        "selection": "#afd7ff",
        "match": "#ffd75f",
        "kinds": {**LIGHT.kinds, "event": "#870000", "percent": "#00005f"},
        "highlights": {
            "yellow": "#ffff87",
            "green": "#afffaf",
            "red": "#ffd7d7",
            "blue": "#d7ffff",
            "purple": "#d7d7ff",
        },
    },
}

# The 16 colours of the oldest terminals, as the libraries number them. Only five dark grounds carry
# white text, so some uses share one.
_BLACK, _RED, _GREEN, _BROWN, _BLUE, _MAGENTA, _CYAN, _GREY = (
    "#000000",
    "#aa0000",
    "#00aa00",
    "#aa5500",
    "#0000aa",
    "#aa00aa",
    "#00aaaa",
    "#aaaaaa",
)
_DIM, _ROSE, _LIME, _YELLOW, _PINK, _AQUA, _WHITE = (
    "#555555",
    "#ff5555",
    "#55ff55",
    "#ffff55",
    "#ff55ff",
    "#55ffff",
    "#ffffff",
)
_DARK_16: dict[str, Any] = {
    "background": _BLACK,
    "surface": _BLACK,
    "text": _WHITE,
    "muted": _GREY,
    "accent": _AQUA,
    "sentence": _BLUE,
    "link": _DIM,
    "selection": _MAGENTA,
    "match": _BROWN,
    "doubt": _YELLOW,
    "error": _ROSE,
    "kinds": {
        "person": _PINK,
        "place": _LIME,
        "organisation": _AQUA,
        "group": _PINK,
        "event": _YELLOW,
        "date": _YELLOW,
        "money": _LIME,
        "percent": _AQUA,
        "number": _YELLOW,
    },
    "highlights": {
        "yellow": _BROWN,
        "green": _DIM,
        "red": _RED,
        "blue": _BLUE,
        "purple": _MAGENTA,
    },
    "cues": CUES,
}
_LIGHT_16: dict[str, Any] = {
    "background": _WHITE,
    "surface": _WHITE,
    "text": _BLACK,
    "muted": _DIM,
    "accent": _BLUE,
    "sentence": _YELLOW,
    "link": _LIME,
    "selection": _GREY,
    "match": _AQUA,
    "doubt": _RED,
    "error": _RED,
    "kinds": {
        "person": _RED,
        "place": _BLUE,
        "organisation": _MAGENTA,
        "group": _RED,
        "event": _MAGENTA,
        "date": _BROWN,
        "money": _BLUE,
        "percent": _BLUE,
        "number": _BROWN,
    },
    "highlights": {
        "yellow": _YELLOW,
        "green": _LIME,
        "red": _PINK,
        "blue": _AQUA,
        "purple": _GREY,
    },
    "cues": CUES,
}


def fitted(palette: Palette, colours: Colours) -> Palette:
    """Return the palette as a terminal of so many colours can show it."""
    if colours == "256":
        return replace(palette, **_IN_256[palette.name])
    if colours == "16":
        return replace(palette, **(_DARK_16 if palette.dark else _LIGHT_16))
    return palette


def fitted_palettes(colours: Colours) -> dict[str, Palette]:
    """Return all palettes by name, as `fitted` makes them."""
    return {name: fitted(palette, colours) for name, palette in PALETTES.items()}
