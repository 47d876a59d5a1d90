"""From style names to terminal styles.

A run of text carries names ("sentence", "kind-person", "select"); later names lie on top.
"""

from rich.style import Style

from reader.tui.page.layers import Names
from reader.tui.themes.palettes import SHARED, Palette


class StyleBook:
    """Styles of one palette; combinations are made once and kept."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.base = Style(color=palette.text, bgcolor=palette.background)
        self._named = _named(palette)
        self._made: dict[Names, Style] = {(): self.base}

    def style(self, names: Names) -> Style:
        """Return the style of the names, bottom first; unknown names change nothing."""
        made = self._made.get(names)
        if made is None:
            made = self.base
            for name in names:
                made += self._named.get(name, Style.null())
            self._made[names] = made
        return made

    def only(self, name: str) -> Style:
        """Return one name's own style, without the page's background."""
        return self._named.get(name, Style.null())


def _named(p: Palette) -> dict[str, Style]:
    styles = {
        "muted": Style(color=p.muted),
        "dim": Style(color=p.muted),
        "placeholder": Style(color=p.muted, italic=True),
        "failure": Style(color=p.error, italic=True),
        "heading": Style(bold=True),
        "quote": Style(italic=True),
        "rule": Style(color=p.sentence),
        "mark": Style(color=p.accent, bold=True),
        "gutter-note": Style(color=p.doubt, bold=True),
        "sentence": Style(bgcolor=p.sentence),
        "doubt": Style(underline=True),
        "link": Style(bgcolor=p.link, bold=True),
        "match": Style(bgcolor=p.match),
        "match-now": Style(color=p.background, bgcolor=p.doubt, bold=True),
        "select": Style(bgcolor=p.selection),
        "word": Style(color=p.background, bgcolor=p.accent, bold=True),
        "note": Style(underline=True),
        "bar": Style(color=p.text, bgcolor=p.surface),
        "bar-muted": Style(color=p.muted, bgcolor=p.surface),
        "bar-key": Style(color=p.accent, bgcolor=p.surface, bold=True),
        "bar-mode": Style(color=p.background, bgcolor=p.accent, bold=True),
        "title": Style(bold=True),
        "labelled": Style(bold=True),
        "rejected": Style(color=p.muted, strike=True),
        "bar-error": Style(color=p.error, bgcolor=p.surface, bold=True),
        "scroll": Style(color=p.sentence),
        "scroll-thumb": Style(color=p.muted),
        "cursor-row": Style(bgcolor=p.selection),
        "column-head": Style(color=p.muted, bold=True),
        "status-new": Style(color=p.doubt, underline=True),
        "status-learning": Style(color=p.accent, underline=True),
        "status-known": Style(color=p.muted),
        "origin-human": Style(color=p.accent),
    }
    shared = {kind: p.kinds[like] for kind, like in SHARED.items()}
    for kind, colour in {**p.kinds, **shared}.items():
        cue = Style.parse(p.cues.get(SHARED.get(kind, kind), ""))
        styles[f"kind-{kind}"] = Style(color=colour) + cue
    for role, colour in p.highlights.items():
        styles[f"highlight-{role}"] = Style(bgcolor=colour)
    return styles
