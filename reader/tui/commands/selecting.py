"""The word cursor and selections."""

from typing import TYPE_CHECKING

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


class WordLeft(Command["ReadingScreen"]):
    """Go to the word on the left of the screen: in Arabic the next one."""

    id = "select.left"
    title = "Word on the left"
    group, scopes, keys, counts = GROUP, (SELECT,), ("left",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.move_visually(-1, 0, count or 1)


class WordRight(Command["ReadingScreen"]):
    """Go to the word on the right of the screen: in Arabic the one before."""

    id = "select.right"
    title = "Word on the right"
    group, scopes, keys, counts = GROUP, (SELECT,), ("right",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.move_visually(1, 0, count or 1)


class WordUp(Command["ReadingScreen"]):
    """Go to the word above."""

    id = "select.up"
    title = "Word above"
    group, scopes, keys, counts = GROUP, (SELECT,), ("up", "k"), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.move_visually(0, -1, count or 1)


class WordDown(Command["ReadingScreen"]):
    """Go to the word below."""

    id = "select.down"
    title = "Word below"
    group, scopes, keys, counts = GROUP, (SELECT,), ("down", "j"), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.move_visually(0, 1, count or 1)


class ExtendLeft(Command["ReadingScreen"]):
    """Extend the selection to the word on the left."""

    id = "select.extend_left"
    title = "Extend to the left"
    group, scopes, keys, counts = GROUP, (SELECT,), ("shift+left",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.set_extending()
        screen.words.move_visually(-1, 0, count or 1)


class ExtendRight(Command["ReadingScreen"]):
    """Extend the selection to the word on the right."""

    id = "select.extend_right"
    title = "Extend to the right"
    group, scopes, keys, counts = GROUP, (SELECT,), ("shift+right",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.set_extending()
        screen.words.move_visually(1, 0, count or 1)


class ExtendUp(Command["ReadingScreen"]):
    """Extend the selection to the word above."""

    id = "select.extend_up"
    title = "Extend upwards"
    group, scopes, keys, counts = GROUP, (SELECT,), ("shift+up",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.set_extending()
        screen.words.move_visually(0, -1, count or 1)


class ExtendDown(Command["ReadingScreen"]):
    """Extend the selection to the word below."""

    id = "select.extend_down"
    title = "Extend downwards"
    group, scopes, keys, counts = GROUP, (SELECT,), ("shift+down",), True

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.words.set_extending()
        screen.words.move_visually(0, 1, count or 1)


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
