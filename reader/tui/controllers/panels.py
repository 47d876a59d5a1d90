"""Lists over the page that lead to places in it: contents, layers, names, annotations."""

from typing import TYPE_CHECKING

from reader.annotations.model import Annotation
from reader.entities.linking import LinkedEntity
from reader.tui.page.block import Side
from reader.tui.reading.cursor import Cursor, headings
from reader.tui.reading.highlights import Match
from reader.tui.reading.notebook import Stretch
from reader.tui.screens.menu import Item
from reader.tui.widgets.legend import TITLES

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Panels:
    """Opens the panels of the reading screen and goes where they point."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen

    def show_contents(self) -> None:
        """Let a heading be chosen."""
        document = self._screen.article.document
        places = headings(self._screen.article)
        if not places:
            self._screen.reader.say("This article has no headings.")
            return
        items = []
        for place in places:
            indent = "  " * max(0, document.paragraphs[place].level - 1)
            items.append(Item(place, indent + document.paragraphs[place].text))
        here = sum(place <= self._screen.cursor.paragraph for place in places) - 1

        def go(place: int) -> None:
            self._screen.point(Cursor(place))
            self._screen.view.put_on_top(place)

        self._screen.choose("Contents", items, go, max(0, here))

    def show_layers(self, cursor: int = 0) -> None:
        """Let a layer be switched; the menu stays open until it is left."""
        counts: dict[str, int] = {}
        for found in self._screen.article.entities.values():
            for entity in found:
                counts[entity.label] = counts.get(entity.label, 0) + 1
        hidden = self._screen.article.hidden_labels
        items = [
            Item(
                label,
                f"{'○' if label in hidden else '●'} {title}",
                note=str(counts.get(label, 0)),
            )
            for label, title in TITLES.items()
        ]
        items.append(Item("*", "Show all" if hidden else "Hide all"))

        def switch(label: str) -> None:
            if label == "*":
                hidden.symmetric_difference_update(set(hidden) or set(TITLES))
            else:
                hidden.symmetric_difference_update({label})
            self._screen.view.repaint()
            self._screen.show_legend()
            self.show_layers(next(n for n, item in enumerate(items) if item.value == label))

        self._screen.choose("Layers", items, switch, cursor)

    def show_entities(self) -> None:
        """Show the entity panel."""
        from reader.tui.screens.entities import EntityScreen

        self._screen.app.push_screen(EntityScreen(self._screen.article), self._go_entity)

    def _go_entity(self, entity: LinkedEntity | None) -> None:
        """Walk through where an entity stands: n and N go on and back."""
        if entity is not None:
            matches = [
                Match(place.paragraph, Side.ARABIC, place.start, place.end)
                for place in entity.occurrences
            ]
            self._screen.search.walk(entity.name, matches)

    def show_annotations(self) -> None:
        """Show the annotations panel."""
        from reader.tui.screens.annotations import AnnotationScreen

        def go(annotation: Annotation | None) -> None:
            if annotation is not None:
                self.show_annotation(annotation)

        self._screen.app.push_screen(AnnotationScreen(self._screen.desk), go)

    def show_annotation(self, annotation: Annotation) -> None:
        """Go to an annotation; one that lost its words waits for new ones."""
        screen = self._screen
        stretch = screen.desk.notebook.stretch(annotation)
        if stretch is not None:
            paragraph, side, start, end = stretch
            screen.words.select(side, paragraph, start, end)
        elif annotation in screen.desk.notebook.orphans:
            screen.desk.relinking = annotation.id
            screen.reader.say("Select the words it belongs to, then press R.")
            screen.words.start()
        else:
            self._show_arabic_of(annotation)

    def _show_arabic_of(self, annotation: Annotation) -> None:
        """Go to the Arabic sentence of English that is not there; it may be moved if it has gone.

        English that only has not come yet will be there again, and its note with it.
        """
        article = self._screen.article
        anchor = annotation.anchor
        place = article.document.index[anchor.paragraph_id]
        if place in article.translations:
            self._screen.desk.relinking = annotation.id
            why = "has other words now. This is its Arabic: R puts it on the words you select."
        else:
            why = "is not there yet: this is the Arabic of it."
        self._screen.reader.say(f"The English it stands on {why}")
        self._screen.words.start(Side.ARABIC, anchor.start, place)

    def _can_show(self, side: Side) -> bool:
        return side is Side.ARABIC or self._screen.view.page_options.translation

    def go_annotation(self, step: int) -> None:
        """Go to the next annotation (1) or the one before (-1)."""
        here = self._screen.desk.stretch()
        key = _place(here) if here else (self._screen.cursor.paragraph,)
        stretches = [
            s
            for a in self._screen.desk.notebook.all()
            if (s := self._screen.desk.notebook.stretch(a)) and self._can_show(s[1])
        ]
        ordered = sorted(stretches, key=_place)
        after = [s for s in ordered if _place(s) > key]
        before = [s for s in ordered if _place(s) < key]
        found = (after[:1] if step > 0 else before[-1:]) or []
        if not found:
            self._screen.reader.say(
                "No annotation " + ("after" if step > 0 else "before") + " this."
            )
            return
        paragraph, side, start, end = found[0]
        self._screen.words.select(side, paragraph, start, end)


def _place(stretch: Stretch) -> tuple[int, ...]:
    """Order stretches by the text, the Arabic first, and the longer of two that begin together."""
    paragraph, side, start, end = stretch
    return paragraph, int(side is Side.ENGLISH), start, -end
