"""The annotations panel."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import ANNOTATIONS, Command

if TYPE_CHECKING:
    from reader.tui.screens.annotations import AnnotationScreen

GROUP = "Annotations panel"


class ToggleReviewed(Command["AnnotationScreen"]):
    """Mark the annotation as reviewed, or not."""

    id = "panel.reviewed"
    title = "Reviewed"
    group, scopes, keys, footer = GROUP, (ANNOTATIONS,), ("r",), "reviewed"

    def run(self, screen: "AnnotationScreen", count: int | None) -> None:
        screen.toggle_reviewed()


class DeleteRow(Command["AnnotationScreen"]):
    """Delete the annotation; u on the page brings it back."""

    id = "panel.delete"
    title = "Delete the annotation"
    group, scopes, keys, footer = GROUP, (ANNOTATIONS,), ("x", "delete"), "delete"

    def run(self, screen: "AnnotationScreen", count: int | None) -> None:
        screen.delete()


COMMANDS = (ToggleReviewed, DeleteRow)
