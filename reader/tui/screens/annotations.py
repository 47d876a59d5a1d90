"""The annotations panel: list, filter, jump, review, relink."""

from typing import Any

from reader.annotations.model import Annotation
from reader.tui.controllers.desk import Desk
from reader.tui.drawing import visual_line
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece

LABEL_WIDTH = 12


class AnnotationScreen(ListScreen[Annotation | None]):
    """Gives back the annotation to go to."""

    SCOPES = ("annotations",)
    TITLE_TEXT = "Annotations"
    EMPTY = " No annotations yet: v puts a cursor on a word, 1 to 9 label it."

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.all_rows = list(desk.notebook.all())

    def orders(self) -> Any:
        """By the text, by label, by time, those not reviewed first."""
        place = {annotation.id: n for n, annotation in enumerate(self._desk.notebook.all())}
        return (
            ("text", lambda row: place.get(row.id, 0)),
            ("label", lambda row: (row.label or "~", place.get(row.id, 0))),
            ("time", lambda row: row.modified),
            ("reviewed", lambda row: (row.reviewed, place.get(row.id, 0))),
        )

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return an annotation's line: state, label, note and tags, words."""
        state = "✓" if row.reviewed else " "
        if row.placement != "placed":
            state = "!" if row.placement == "orphan" else "~"
        role = self._desk.labels.colour(row.label) if row.label else ""
        style = f"kind-{role}" if role else f"highlight-{row.colour}" if row.colour else ""
        if row.status == "rejected":
            style = "rejected"
        facts = [*(f"#{tag}" for tag in row.tags), row.identity and f"= {row.identity}", row.note]
        room = max(2, (width - LABEL_WIDTH - 6) // 2)
        base = 1 if row.side == "source" else 0
        return [
            Piece(f" {state} ", "mark"),
            Piece(visual_line(row.label or row.kind, LABEL_WIDTH, base=0) + " ", style),
            Piece(visual_line(" ".join(f for f in facts if f), room, base=0), "muted"),
            Piece(visual_line(row.quote, room, base=base), ""),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by label, words, note, tags, identity, and states."""
        states = [row.placement, row.status, "reviewed" if row.reviewed else "open"]
        return " ".join([row.label, row.quote, row.note, *row.tags, row.identity, *states])

    def on_row_list_chosen(self, event: Any) -> None:
        """Go to the annotation."""
        self.dismiss(event.row)

    def toggle_reviewed(self) -> None:
        """Mark the annotation as reviewed, or not."""
        row = self.table.current
        if row is not None:
            self._desk.store.change(row.id, reviewed=not row.reviewed)
            self.reload()

    def delete(self) -> None:
        """Delete the annotation."""
        row = self.table.current
        if row is not None:
            self._desk.store.delete(row.id)
            self.reload()

    def reload(self) -> None:
        """List what is there now."""
        cursor = self.table.cursor
        self._desk.refresh()
        self.all_rows = list(self._desk.notebook.all())
        self.refresh_rows()
        self.table.go(cursor)
