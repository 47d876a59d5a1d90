"""Annotating: labels, highlights, notes, suggestions."""

from typing import TYPE_CHECKING

from reader.tui.commands.base import READING, SELECT, Command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUP = "Annotate"


class _Label(Command["ReadingScreen"]):
    """Give the selection the label of this key; again takes it away."""

    group, scopes = GROUP, (SELECT,)
    number = ""

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.desk.label(self.number)


def _label(number: int) -> type[_Label]:
    values = {
        "__doc__": _Label.__doc__,
        "id": f"annotate.label_{number}",
        "title": f"Label {number}",
        "keys": (str(number),),
        "number": str(number),
        "footer": "labels 1–9" if number == 1 else "",
    }
    return type(f"Label{number}", (_Label,), values)


class Highlight(Command["ReadingScreen"]):
    """Highlight the selection in a colour."""

    id = "annotate.highlight"
    title = "Highlight"
    group, scopes, keys, footer = GROUP, (SELECT,), ("h",), "highlight"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.desk.highlight()


class Note(Command["ReadingScreen"]):
    """Write a note on the selection."""

    id = "annotate.note"
    title = "Note"
    group, scopes, keys, footer = GROUP, (SELECT,), ("N",), "note"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.writing.note()


class Tags(Command["ReadingScreen"]):
    """Give the selection tags."""

    id = "annotate.tags"
    title = "Tags"
    group, scopes, keys, footer = GROUP, (SELECT,), ("T",), "tags"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.writing.tags()


class Link(Command["ReadingScreen"]):
    """Link two annotations: once on each of them, then choose the relation."""

    id = "annotate.link"
    title = "Link annotations"
    group, scopes, keys = GROUP, (SELECT,), ("L",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.desk.link()


class Identity(Command["ReadingScreen"]):
    """Say who or what the selected name is."""

    id = "annotate.identity"
    title = "Identity"
    group, scopes, keys = GROUP, (SELECT,), ("i",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.writing.identity()


class ChangeLabel(Command["ReadingScreen"]):
    """Choose the label from the whole label set."""

    id = "annotate.change_label"
    title = "Change the label"
    group, scopes, keys = GROUP, (SELECT,), ("c",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.desk.change_label()


class Delete(Command["ReadingScreen"]):
    """Delete the annotation, or reject the suggestion, under the cursor."""

    id = "annotate.delete"
    title = "Delete or reject"
    group, scopes, keys, footer = GROUP, (SELECT,), ("x", "delete"), "delete"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.desk.delete()


class Accept(Command["ReadingScreen"]):
    """Accept the recogniser's suggestion and go to the next one."""

    id = "annotate.accept"
    title = "Accept the suggestion"
    group, scopes, keys, footer = GROUP, (SELECT,), ("a",), "accept"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.suggestions.accept()


class NextUndecided(Command["ReadingScreen"]):
    """Go to the next suggestion that nobody has decided on."""

    id = "annotate.next_undecided"
    title = "Next undecided suggestion"
    group, scopes, keys, footer = GROUP, (SELECT,), ("space",), "next"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.suggestions.next_undecided()


class BulkAccept(Command["ReadingScreen"]):
    """Accept many suggestions at once, by label and score."""

    id = "annotate.bulk_accept"
    title = "Accept many suggestions"
    group, scopes, keys = GROUP, (READING, SELECT), ("B",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.suggestions.bulk_accept()


class ApplyToAll(Command["ReadingScreen"]):
    """Annotate all other places where these words stand, after a look at them."""

    id = "annotate.apply_to_all"
    title = "Apply to all occurrences"
    group, scopes, keys = GROUP, (SELECT,), ("A",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.occurrences.preview()


class Relink(Command["ReadingScreen"]):
    """Give an annotation that lost its words the selected ones."""

    id = "annotate.relink"
    title = "Relink here"
    group, scopes, keys, footer = GROUP, (SELECT,), ("R",), "relink"

    def available(self, screen: "ReadingScreen") -> bool:
        return bool(screen.desk.relinking)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.desk.relink()


class Undo(Command["ReadingScreen"]):
    """Take back the last annotation action on this article, also one of another day."""

    id = "annotate.undo"
    title = "Undo"
    group, scopes, keys = GROUP, (READING, SELECT), ("u",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.desk.undo()


class Redo(Command["ReadingScreen"]):
    """Do again what was undone."""

    id = "annotate.redo"
    title = "Redo"
    group, scopes, keys = GROUP, (READING, SELECT), ("ctrl+r",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.desk.redo()


class Panel(Command["ReadingScreen"]):
    """List the annotations: filter, jump, mark as reviewed, relink lost ones."""

    id = "annotate.panel"
    title = "Annotations panel"
    group, scopes, keys, footer = GROUP, (READING,), ("a",), "annotations"

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.panels.show_annotations()


class NextAnnotation(Command["ReadingScreen"]):
    """Go to the next annotation."""

    id = "annotate.next"
    title = "Next annotation"
    group, scopes, keys = "Travel", (READING, SELECT), ("] n",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.panels.go_annotation(1)


class PreviousAnnotation(Command["ReadingScreen"]):
    """Go to the annotation before."""

    id = "annotate.previous"
    title = "Previous annotation"
    group, scopes, keys = "Travel", (READING, SELECT), ("[ n",)

    def run(self, screen: "ReadingScreen", count: int | None) -> None:
        screen.panels.go_annotation(-1)


COMMANDS = (
    *(_label(number) for number in range(1, 10)),
    Highlight, Note, Tags, Link, Identity, ChangeLabel, Delete, Accept, NextUndecided,
    BulkAccept, ApplyToAll, Relink, Undo, Redo, Panel, NextAnnotation, PreviousAnnotation,
)  # fmt: skip
