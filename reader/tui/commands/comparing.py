"""Deciding between two annotators."""

from typing import TYPE_CHECKING, ClassVar

from reader.tui.commands.base import COMPARE, Command

if TYPE_CHECKING:
    from reader.tui.screens.compare import CompareScreen

GROUP = "Compare"


class _Take(Command["CompareScreen"]):
    """Decide on what two annotators said."""

    answer: ClassVar[str]  # "first", "second" or "neither"

    def run(self, screen: "CompareScreen", count: int | None) -> None:
        screen.decide(self.answer)


class TakeFirst(_Take):
    """Take the first annotator's answer."""

    id = "compare.first"
    title = "Take the first"
    group, scopes, keys, footer = GROUP, (COMPARE,), ("1",), "first"
    answer = "first"


class TakeSecond(_Take):
    """Take the second annotator's answer."""

    id = "compare.second"
    title = "Take the second"
    group, scopes, keys, footer = GROUP, (COMPARE,), ("2",), "second"
    answer = "second"


class TakeNeither(_Take):
    """Take neither: there is nothing to annotate here."""

    id = "compare.neither"
    title = "Take neither"
    group, scopes, keys, footer = GROUP, (COMPARE,), ("0", "x"), "neither"
    answer = "neither"


class UndoDecision(Command["CompareScreen"]):
    """Take the last decision back."""

    id = "compare.undo"
    title = "Undo the decision"
    group, scopes, keys, footer = GROUP, (COMPARE,), ("u",), "undo"

    def run(self, screen: "CompareScreen", count: int | None) -> None:
        screen.undo()


COMMANDS = (TakeFirst, TakeSecond, TakeNeither, UndoDecision)
