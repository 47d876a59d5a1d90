"""How the article is shown."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.tui.commands.base import READING, Command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUP = "View"
_STEP = 5


class ToggleTranslation(Command["ReadingScreen"]):
    """Hide the English, or show it again."""

    id = "view.translation"
    title = "Show or hide the translation"
    group, scopes, keys, footer = GROUP, (READING,), ("t",), "English"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        options = screen.view.page_options
        screen.view.set_options(replace(options, translation=not options.translation))


class Reveal(Command["ReadingScreen"]):
    """Show the English of this paragraph while reading the Arabic first."""

    id = "view.reveal"
    title = "Reveal this paragraph's English"
    group, scopes, keys = GROUP, (READING,), ("r",)

    def available(self, screen: "ReadingScreen") -> bool:
        return screen.view.arabic_first

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        paragraph = screen.cursor.paragraph
        screen.article.revealed ^= {paragraph}
        screen.view.changed([paragraph])


class ArabicFirst(Command["ReadingScreen"]):
    """Read the Arabic first: English stays hidden until each paragraph is revealed."""

    id = "view.arabic_first"
    title = "Arabic first"
    group, scopes, keys = GROUP, (READING,), ("R",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.view.arabic_first = not screen.view.arabic_first


class FocusMode(Command["ReadingScreen"]):
    """Dim everything but the current paragraph."""

    id = "view.focus"
    title = "Focus on one paragraph"
    group, scopes, keys = GROUP, (READING,), ("F",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.view.focus_mode = not screen.view.focus_mode


class FlipDirection(Command["ReadingScreen"]):
    """Let this paragraph run from the other side."""

    id = "view.flip"
    title = "Flip this paragraph's direction"
    group, scopes, keys = GROUP, (READING,), ("f",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.flip_direction()


class ToggleHarakat(Command["ReadingScreen"]):
    """Show or hide vowel marks."""

    id = "view.harakat"
    title = "Show or hide vowel marks"
    group, scopes, keys = GROUP, (READING,), ("H",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        options = screen.view.page_options
        screen.view.set_options(replace(options, harakat=not options.harakat))


class WidenArabic(Command["ReadingScreen"]):
    """Give the Arabic more room."""

    id = "view.widen"
    title = "Wider Arabic column"
    group, scopes, keys = GROUP, (READING,), ("+",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.set_arabic_share(screen.view.page_options.arabic_share + _STEP)


class NarrowArabic(Command["ReadingScreen"]):
    """Give the English more room."""

    id = "view.narrow"
    title = "Narrower Arabic column"
    group, scopes, keys = GROUP, (READING,), ("-",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.set_arabic_share(screen.view.page_options.arabic_share - _STEP)


class EvenColumns(Command["ReadingScreen"]):
    """Give both columns the same room."""

    id = "view.even"
    title = "Even columns"
    group, scopes, keys = GROUP, (READING,), ("=",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.set_arabic_share(50)


class Layers(Command["ReadingScreen"]):
    """Choose which names and numbers are coloured."""

    id = "view.layers"
    title = "Layers of names and numbers"
    group, scopes, keys, footer = GROUP, (READING,), ("l",), "layers"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.panels.show_layers()


class Entities(Command["ReadingScreen"]):
    """List the names and numbers of the article and walk through where they occur."""

    id = "view.entities"
    title = "Entity panel"
    group, scopes, keys, footer = GROUP, (READING,), ("E",), "entities"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.panels.show_entities()


COMMANDS = (
    ToggleTranslation,
    Reveal,
    ArabicFirst,
    FocusMode,
    FlipDirection,
    ToggleHarakat,
    WidenArabic,
    NarrowArabic,
    EvenColumns,
    Layers,
    Entities,
)
