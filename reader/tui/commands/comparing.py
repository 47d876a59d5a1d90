"""Deciding between two annotators."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import COMPARE, Command

if TYPE_CHECKING:
    from reader.tui.screens.compare import CompareScreen

GROUP = "Compare"


class TakeFirst(Command["CompareScreen"]):
    """Take the first annotator's answer."""

    id = "compare.first"
    title = "Take the first"
    group, scopes, keys, footer = GROUP, (COMPARE,), ("1",), "first"

    def run(self, screen: "CompareScreen", count: int | None) -> None:
        screen.decide("first")


class TakeSecond(Command["CompareScreen"]):
    """Take the second annotator's answer."""

    id = "compare.second"
    title = "Take the second"
    group, scopes, keys, footer = GROUP, (COMPARE,), ("2",), "second"

    def run(self, screen: "CompareScreen", count: int | None) -> None:
        screen.decide("second")


class TakeNeither(Command["CompareScreen"]):
    """Take neither: there is nothing to annotate here."""

    id = "compare.neither"
    title = "Take neither"
    group, scopes, keys, footer = GROUP, (COMPARE,), ("0", "x"), "neither"

    def run(self, screen: "CompareScreen", count: int | None) -> None:
        screen.decide("neither")


class UndoDecision(Command["CompareScreen"]):
    """Take the last decision back."""

    id = "compare.undo"
    title = "Undo the decision"
    group, scopes, keys, footer = GROUP, (COMPARE,), ("u",), "undo"

    def run(self, screen: "CompareScreen", count: int | None) -> None:
        screen.undo()


COMMANDS = (TakeFirst, TakeSecond, TakeNeither, UndoDecision)
