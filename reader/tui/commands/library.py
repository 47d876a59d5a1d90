"""The library's own commands."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import LIBRARY, Command

if TYPE_CHECKING:
    from reader.tui.screens.library import LibraryScreen

GROUP = "Library"


class SearchLibrary(Command["LibraryScreen"]):
    """Search all articles, their translations, labelled words and notes."""

    id = "library.search"
    title = "Search the library"
    group, scopes, keys, footer = GROUP, (LIBRARY,), ("f",), "find"

    def run(self, screen: "LibraryScreen", count: int | None) -> None:
        screen.finder.ask()


class NamesOfLibrary(Command["LibraryScreen"]):
    """List the names of all articles, and the articles of a name."""

    id = "library.entities"
    title = "Names in the library"
    group, scopes, keys, footer = GROUP, (LIBRARY,), ("E",), "names"

    def run(self, screen: "LibraryScreen", count: int | None) -> None:
        screen.finder.names()


class TagDocument(Command["LibraryScreen"]):
    """Give the document tags; the filter finds them."""

    id = "library.tags"
    title = "Tags of the document"
    group, scopes, keys, footer = GROUP, (LIBRARY,), ("T",), "tags"

    def run(self, screen: "LibraryScreen", count: int | None) -> None:
        screen.edit_tags()


class OneOfEachStory(Command["LibraryScreen"]):
    """Show only one of articles that tell nearly the same (≈), or all of them."""

    id = "library.stories"
    title = "One of each story"
    group, scopes, keys = GROUP, (LIBRARY,), ("D",)

    def run(self, screen: "LibraryScreen", count: int | None) -> None:
        screen.toggle_stories()


COMMANDS = (SearchLibrary, NamesOfLibrary, TagDocument, OneOfEachStory)
