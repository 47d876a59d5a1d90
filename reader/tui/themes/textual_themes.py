"""A palette as a theme of Textual, for its own widgets."""

from textual.theme import Theme

from reader.tui.themes.palettes import Palette


def theme_of(p: Palette) -> Theme:
    """Return a palette's theme, entity colours as variables ($entity-person, …)."""
    return Theme(
        name=p.name,
        dark=p.dark,
        primary=p.accent,
        secondary=p.muted,
        accent=p.accent,
        foreground=p.text,
        background=p.background,
        surface=p.surface,
        panel=p.sentence,
        warning=p.doubt,
        error=p.error,
        success=p.kinds["place"],
        variables={
            **{f"entity-{kind}": colour for kind, colour in p.kinds.items()},
            "footer-background": p.surface,
            "block-cursor-background": p.selection,
            "block-cursor-foreground": p.text,
            "block-cursor-text-style": "none",
            "input-selection-background": p.selection,
            "scrollbar": p.muted,
            "scrollbar-background": p.background,
            "border": p.accent,
        },
    )
