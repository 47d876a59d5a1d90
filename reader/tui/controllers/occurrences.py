"""Annotating all places where the same words stand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.annotations.model import Annotation
from reader.annotations.occurrences import find_occurrences
from reader.tui.page.block import Side
from reader.tui.reading.notebook import Stretch

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Occurrences:
    """Finds other places of an annotation's words and annotates them too."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self._desk = screen.desk

    def preview(self) -> None:
        """Show where else the annotated words stand, and annotate them all when confirmed."""
        from reader.tui.screens.menu import Item

        here = self._desk.current()
        if here is None or here.side != "source":
            self._screen.reader.say("Put the cursor on an annotation of the Arabic first.")
            return
        stretches = self._elsewhere(here)
        if not stretches:
            self._screen.reader.say("These words stand nowhere else in the article.")
            return
        items = [Item("all", f"Annotate all {len(stretches)}")]
        items += [
            Item(n, self._context(stretch), note=f"¶ {stretch[0] + 1}")
            for n, stretch in enumerate(stretches)
        ]

        def apply(choice: object) -> None:
            chosen = stretches if choice == "all" else [stretches[int(str(choice))]]
            self.add_copies(here, chosen)

        self._screen.choose("Apply to all", items, apply)

    def add_copies(self, original: Annotation, stretches: Sequence[Stretch]) -> None:
        """Annotate stretches as another one is, as one step of undo."""
        copies = [
            replace(
                self._desk.notebook.new(stretch),
                label=original.label,
                colour=original.colour,
                tags=original.tags,
                identity=original.identity,
                value=original.value,
            )
            for stretch in stretches
        ]
        with self._desk.store.group(f"Annotate {len(copies)} more places"):
            self._desk.store.add_all(copies)
        self._desk.refresh()

    def _elsewhere(self, here: Annotation) -> list[Stretch]:
        texts = [paragraph.text for paragraph in self._screen.article.document.paragraphs]
        found: list[Stretch] = []
        for place in find_occurrences(texts, here.quote):
            stretch = (place.paragraph, Side.ARABIC, place.start, place.end)
            if self._desk.notebook.exactly(stretch) is None:
                found.append(stretch)
        return found

    def _context(self, stretch: Stretch) -> str:
        paragraph, _, start, end = stretch
        text = self._screen.article.text(paragraph)
        return f"…{text[max(0, start - 20) : start]}[{text[start:end]}]{text[end : end + 20]}…"
