"""Writing notes, tags and identities: what is typed is kept, whatever the page does meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.tui.drawing import visual_line

if TYPE_CHECKING:
    from reader.annotations.model import Annotation
    from reader.tui.screens.reading import ReadingScreen

TAGS_WIDTH = 60

Keep = Callable[..., None]


class Writing:
    """Asks for texts about the selection."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self._desk = screen.desk

    def note(self) -> None:
        """Write a note on the selection."""
        keep = self._keeper("Note")
        if keep is None:
            return
        there = self._desk.exact()
        self._screen.view.uncover()
        self._screen.ask(
            "Note",
            there.note if there else "",
            lambda text: keep(note=text.strip()),
            multiline=True,
        )

    def tags(self) -> None:
        """Give the selection tags."""
        keep = self._keeper("Tags")
        if keep is None:
            return
        there = self._desk.exact()
        known = sorted({tag for a in self._desk.notebook.all() for tag in a.tags})
        in_use = visual_line(", ".join(known), TAGS_WIDTH, base=0, align="none")
        self._screen.ask(
            "Tags",
            ", ".join(there.tags) if there else "",
            lambda text: keep(tags=_tags(text)),
            hint="Separate them with commas." + (f" In use: {in_use}" if known else ""),
        )

    def identity(self) -> None:
        """Say who or what the selection is."""
        keep = self._keeper("Identity")
        if keep is None:
            return
        there = self._desk.exact()
        self._screen.ask(
            "Identity",
            there.identity if there else "",
            lambda text: keep(identity=text.strip()),
            hint="A name of your own, or an identifier such as Q79.",
        )

    def _keeper(self, title: str) -> Keep | None:
        """Return what sets fields of the words that are selected now, at a later time.

        English may be another by then. None, with a message, where nothing can be annotated.
        """
        stretch = self._desk.stretch()
        bare = self._desk.new(stretch) if stretch else None
        if bare is None:
            return None
        there = self._desk.exact()

        def keep(**fields: Any) -> None:
            now = self._desk.notebook.stretch(bare)
            if now is not None:
                self._desk.set(title, now, **fields)
            elif there is not None:
                self._desk.change(there, title, **fields)
            else:
                self._keep_on_arabic(bare, **fields)

        return keep

    def _keep_on_arabic(self, bare: "Annotation", **fields: Any) -> None:
        wanted = replace(bare, target=None, status="accepted", **fields)
        if not wanted.says_nothing:
            self._desk.store.add(wanted)
            self._desk.refresh()
            self._screen.reader.say("The English has changed: this is kept on the Arabic of it.")


def _tags(text: str) -> tuple[str, ...]:
    """Return tags from a text with commas, Arabic ones too, each once."""
    names = (tag.strip() for tag in text.replace("،", ",").split(","))
    return tuple(dict.fromkeys(tag for tag in names if tag))
