"""The themes of one run of the program: the palettes fitted to its terminal, and their order."""

from collections.abc import Container

from textual.theme import Theme

from reader.tui.themes.fewer_colours import Colours, fitted_palettes
from reader.tui.themes.palettes import DARK, LIGHT, PREFIX, Palette
from reader.tui.themes.textual_themes import theme_of


class Wardrobe:
    """What can be put on, and what comes next."""

    def __init__(self, colours: Colours) -> None:
        self._palettes = fitted_palettes(colours)

    def themes(self) -> list[Theme]:
        """Return one theme of Textual's for each palette."""
        return [theme_of(palette) for palette in self._palettes.values()]

    def names(self) -> list[str]:
        """Return the names of our themes."""
        return list(self._palettes)

    def resolve(self, wanted: str, available: Container[str]) -> str | None:
        """Return the full name of a theme ("light" is reader-light), None when there is none."""
        return next((name for name in (wanted, PREFIX + wanted) if name in available), None)

    def after(self, theme: str) -> str:
        """Return the theme after one of ours, the first after any other."""
        names = self.names()
        return names[(names.index(theme) + 1) % len(names)] if theme in names else names[0]

    def palette(self, theme: str, dark: bool) -> Palette:
        """Return the palette of one of our themes, or the nearest for a theme of Textual's."""
        return self._palettes.get(theme) or self._palettes[(DARK if dark else LIGHT).name]
