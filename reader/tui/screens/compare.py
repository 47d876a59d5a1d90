"""Adjudication: the places where two annotators disagree, one row each."""

from typing import Any

from reader.annotations.model import Annotation
from reader.tui.drawing import visual_line
from reader.tui.reading.adjudication import Adjudication, Case
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece

KIND_WIDTH = 12
SIDE_WIDTH = 26  # of an answer, at most
LEAST_WORDS = 13  # of the words in their sentence, where there is so much room
MARK_WIDTH = 3
_KINDS = {
    "label": "label",
    "boundary": "boundary",
    "only_first": "only one",
    "only_second": "only one",
}


class CompareScreen(ListScreen[None]):
    """1 takes the first annotator's answer, 2 the second's, 0 neither; u takes a decision back."""

    SCOPES = ("compare",)
    EMPTY = " The two agree everywhere."

    def __init__(self, adjudication: Adjudication) -> None:
        super().__init__()
        self._work = adjudication
        self.TITLE_TEXT = visual_line(
            f"{adjudication.first} and {adjudication.second}", 60, base=0, align="none"
        )
        self.all_rows = list(adjudication.cases())

    def header(self) -> Any:
        """Return the column heads."""

        def draw(width: int) -> list[Piece]:
            kind, side = widths(width)
            names = [
                visual_line(f"{key} {name}", side, base=0)
                for key, name in (("1", self._work.first), ("2", self._work.second))
            ]
            return [Piece(" " * (MARK_WIDTH + kind) + "".join(names))]

        return draw

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return a disagreement's line: kind, both answers, the words in their sentence."""
        place = row.place
        mark = {"": " ", "neither": "0", "first": "1", "second": "2"}[row.decision]
        kind, side = widths(width)
        room = max(4, width - MARK_WIDTH - kind - 2 * side)
        return [
            Piece(f" {mark} ", "mark"),
            Piece(f"{_KINDS[place.kind]:<{kind}}" if kind else "", "muted"),
            self._answer(place.first, side, row.decision == "first"),
            self._answer(place.second, side, row.decision == "second"),
            Piece(visual_line(self.context(row), room, base=1), "title" if row.decision else ""),
        ]

    def _answer(self, annotation: Annotation | None, width: int, chosen: bool) -> Piece:
        if annotation is None:
            return Piece(f"{'—':<{width}}", "muted")
        text = f"{annotation.label} {annotation.quote}"
        return Piece(visual_line(text, width, base=0), "title" if chosen else "")

    def context(self, row: Case) -> str:
        """Return the words of a disagreement with a little text around them."""
        before, words, after = self._work.text(row.place)
        return f"{before[-25:]}[{words}]{after[:25]}"

    def searchable(self, row: Any) -> str:
        """Filter by the words and the labels."""
        labels = [a.label for a in (row.place.first, row.place.second) if a]
        return " ".join([self.context(row), *labels, "decided" if row.decision else "open"])

    def on_row_list_chosen(self, event: Any) -> None:
        """Go to the next one that is open."""
        self.next_open()

    def decide(self, decision: str) -> None:
        """Decide the row under the cursor, and go to the next open one."""
        row = self.table.current
        if row is None:
            return
        if decision in ("first", "second") and getattr(row.place, decision) is None:
            decision = "neither"
        self._work.decide(row.place, decision)
        self.reload()
        here = self.table.current
        if here is not None and here.decision:  # else the filter took the row, and the next is here
            self.next_open()

    def undo(self) -> None:
        """Take the last decision back."""
        if not self._work.undo():
            self.reader.say("There is no decision to take back.")
        self.reload()

    def reload(self) -> None:
        """Show the decisions as they are now."""
        cursor = self.table.cursor
        self.all_rows = list(self._work.cases())
        self.refresh_rows()
        self.table.go(cursor)

    def next_open(self) -> None:
        """Go to the next row without a decision."""
        rows = self.table.rows
        for step in range(1, len(rows)):
            number = (self.table.cursor + step) % len(rows)
            if not rows[number].decision:
                self.table.go(number)
                return


def widths(width: int) -> tuple[int, int]:
    """Return the cells of the kind, none in a narrow list, and of each answer."""
    kind = KIND_WIDTH if width >= MARK_WIDTH + KIND_WIDTH + 3 * LEAST_WORDS else 0
    return kind, min(SIDE_WIDTH, max(8, (width - MARK_WIDTH - kind - LEAST_WORDS) // 2))
