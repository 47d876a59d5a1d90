"""The word cursor and selections."""

from typing import TYPE_CHECKING, ClassVar

from reader.tui.commands.base import READING, SELECT, Command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUP = "Select"


class StartSelecting(Command["ReadingScreen"]):
    """Put a cursor on a word of the current sentence; its translation lights up."""

    id = "select.start"
    title = "Word cursor"
    group, scopes, keys, footer = GROUP, (READING,), ("v",), "words"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.start()


class Extend(Command["ReadingScreen"]):
    """Let the selection grow with the cursor, or stop that."""

    id = "select.extend"
    title = "Extend the selection"
    group, scopes, keys, footer = GROUP, (SELECT,), ("v",), "extend"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.toggle_extending()


class _Move(Command["ReadingScreen"]):
    """Go to the next word in a direction of the screen."""

    counts = True
    columns: ClassVar[int]
    rows: ClassVar[int]

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.move_visually(self.columns, self.rows, count or 1)


class _Grow(_Move):
    """Take the selection along."""

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.set_extending()
        super().run(screen, count)


class WordLeft(_Move):
    """Go to the word on the left of the screen: in Arabic the next one."""

    id = "select.left"
    title = "Word on the left"
    group, scopes, keys = GROUP, (SELECT,), ("left",)
    columns, rows = -1, 0


class WordRight(_Move):
    """Go to the word on the right of the screen: in Arabic the one before."""

    id = "select.right"
    title = "Word on the right"
    group, scopes, keys = GROUP, (SELECT,), ("right",)
    columns, rows = 1, 0


class WordUp(_Move):
    """Go to the word above."""

    id = "select.up"
    title = "Word above"
    group, scopes, keys = GROUP, (SELECT,), ("up", "k")
    columns, rows = 0, -1


class WordDown(_Move):
    """Go to the word below."""

    id = "select.down"
    title = "Word below"
    group, scopes, keys = GROUP, (SELECT,), ("down", "j")
    columns, rows = 0, 1


class ExtendLeft(_Grow):
    """Extend the selection to the word on the left."""

    id = "select.extend_left"
    title = "Extend to the left"
    group, scopes, keys = GROUP, (SELECT,), ("shift+left",)
    columns, rows = -1, 0


class ExtendRight(_Grow):
    """Extend the selection to the word on the right."""

    id = "select.extend_right"
    title = "Extend to the right"
    group, scopes, keys = GROUP, (SELECT,), ("shift+right",)
    columns, rows = 1, 0


class ExtendUp(_Grow):
    """Extend the selection to the word above."""

    id = "select.extend_up"
    title = "Extend upwards"
    group, scopes, keys = GROUP, (SELECT,), ("shift+up",)
    columns, rows = 0, -1


class ExtendDown(_Grow):
    """Extend the selection to the word below."""

    id = "select.extend_down"
    title = "Extend downwards"
    group, scopes, keys = GROUP, (SELECT,), ("shift+down",)
    columns, rows = 0, 1


class NextWord(Command["ReadingScreen"]):
    """Go to the next word of the text, whatever its direction."""

    id = "select.next_word"
    title = "Next word"
    group, scopes, keys, counts = GROUP, (SELECT,), ("w", "e"), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.move(count or 1)


class PreviousWord(Command["ReadingScreen"]):
    """Go to the word before in the text."""

    id = "select.previous_word"
    title = "Previous word"
    group, scopes, keys, counts = GROUP, (SELECT,), ("b",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.move(-(count or 1))


class SelectSentence(Command["ReadingScreen"]):
    """Select the whole sentence."""

    id = "select.sentence"
    title = "Select the sentence"
    group, scopes, keys = GROUP, (SELECT,), ("V",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.select_sentence()


class SelectParagraph(Command["ReadingScreen"]):
    """Select the whole paragraph."""

    id = "select.paragraph"
    title = "Select the paragraph"
    group, scopes, keys = GROUP, (SELECT,), ("P",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.select_paragraph()


class OtherEnd(Command["ReadingScreen"]):
    """Move the cursor to the selection's other end."""

    id = "select.other_end"
    title = "Other end"
    group, scopes, keys = GROUP, (SELECT,), ("o",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.swap_ends()


class OtherSide(Command["ReadingScreen"]):
    """Move to the other language, to the words that translate these."""

    id = "select.other_side"
    title = "Other language"
    group, scopes, keys, footer = GROUP, (READING, SELECT), ("tab",), "side"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.other_side()


class CopySelection(Command["ReadingScreen"]):
    """Copy the selected words, in logical order."""

    id = "select.copy"
    title = "Copy the selection"
    group, scopes, keys = GROUP, (SELECT,), ("y",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.copy()


class StopSelecting(Command["ReadingScreen"]):
    """Leave the word cursor."""

    id = "select.stop"
    title = "Leave the word cursor"
    group, scopes, keys = GROUP, (SELECT,), ("escape",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.stop()


COMMANDS = (
    StartSelecting, Extend, WordLeft, WordRight, WordUp, WordDown, ExtendLeft, ExtendRight,
    ExtendUp, ExtendDown, NextWord, PreviousWord, SelectSentence, SelectParagraph, OtherEnd,
    OtherSide, CopySelection, StopSelecting,
)  # fmt: skip
