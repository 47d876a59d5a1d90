"""Annotating the open article: every action is kept before the next key is read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.annotations.labels import DEFAULT, LabelSet, load_labels
from reader.annotations.model import Annotation
from reader.entities.model import Entity
from reader.errors import SettingsError
from reader.store.annotations import AnnotationStore
from reader.tui.reading.notebook import Notebook, Stretch

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Desk:
    """Turns selections into annotations in the store, and reads them back."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self.notebook = Notebook(screen.article)
        self.labels: LabelSet = self._load_labels()
        self._store: AnnotationStore | None = None
        self.linking: str = ""  # the annotation that a relation starts from
        self.relinking: str = ""  # the orphan that looks for its words

    @property
    def store(self) -> AnnotationStore:
        """The store under the annotator's name. Raises StoreError."""
        if self._store is None:
            reader = self._screen.reader
            self._store = AnnotationStore(reader.database, annotator=reader.annotator)
        return self._store

    def _load_labels(self) -> LabelSet:
        """Return the user's labels; the default ones, and a message, where they are at fault."""
        chosen = self._screen.reader.settings.annotation.labels
        try:
            return load_labels(Path(chosen) if chosen else None)
        except SettingsError as error:
            self._screen.reader.say(f"{error} The default labels are used.", fault=True)
            return DEFAULT

    def open(self) -> None:
        """Bring annotations of earlier versions of the file along, and show all."""
        self._follow()
        if self.notebook.orphans:
            self._screen.reader.say(self._lost())

    def _follow(self) -> None:
        from reader.store.following import follow

        reader = self._screen.reader
        follow(reader.database, self._screen.article.document, annotator=reader.annotator)
        self.refresh()

    def _lost(self) -> str:
        count = len(self.notebook.orphans)
        many = "1 annotation has" if count == 1 else f"{count} annotations have"
        return f"{many} lost the words they stood on. The annotations panel lists them."

    def refresh(self) -> None:
        """Read the annotations again and draw."""
        fingerprint = self._screen.article.document.fingerprint
        me = self._screen.reader.annotator
        shown = [
            a
            for a in self.store.for_document(fingerprint)
            if a.annotator in (me, "") or a.origin == "import"
        ]
        before = set(self.notebook.by_paragraph)
        self.notebook.fill(shown, self.store.relations(fingerprint))
        self._screen.search.renew(before | set(self.notebook.by_paragraph))
        self._screen.view.repaint()
        self._screen.show_place()

    # -- what actions act on

    def stretch(self) -> Stretch | None:
        """The selection, as a stretch of text."""
        selection = self._screen.words.selection
        if selection is None:
            return None
        return (selection.paragraph, selection.side, *selection.span)

    def current(self) -> Annotation | None:
        """The annotation of exactly the selection, or the innermost one on it."""
        stretch = self.stretch()
        if stretch is None:
            return None
        exact = self.notebook.exactly(stretch)
        on = self.notebook.on(stretch)
        return exact or (on[0] if on else None)

    def set(self, title: str, at: Stretch | None = None, **fields: Any) -> Annotation | None:
        """Set fields of a stretch's annotation, by default the selection's, making one if need be.

        One that says nothing afterwards is taken away, unless a relation holds it.
        """
        stretch = at or self.stretch()
        if stretch is None:
            self._screen.reader.say("The selected words are gone: select others.")
            return None
        there = self.notebook.exactly(stretch)
        label = fields.get("label")
        if there is not None and there.status == "rejected" and not label:
            there = None  # a note does not take the rejection back
        base = there or self.new(stretch)
        if base is None:
            return None
        changed: Annotation | None = None
        with self.store.group(title):
            for other in self.notebook.all_on(stretch) if label else ():
                if other.status == "rejected" and other is not there:
                    self.store.delete(other.id)
            wanted = replace(base, status="accepted", **fields)
            if there is not None:
                changed = self._change(there, **fields)
            elif not wanted.says_nothing:
                changed = self.store.add(wanted)
        self.refresh()
        return changed

    def change(self, annotation: Annotation, title: str, **fields: Any) -> None:
        """Set fields of an annotation, wherever it stands."""
        with self.store.group(title):
            self._change(annotation, **fields)
        self.refresh()

    def _change(self, annotation: Annotation, **fields: Any) -> Annotation | None:
        wanted = replace(annotation, status="accepted", **fields)
        if wanted.says_nothing and not self._related(annotation):
            self.store.delete(annotation.id)
            return None
        return self.store.change(annotation.id, status="accepted", **fields)

    def new(self, stretch: Stretch) -> Annotation | None:
        """Return a bare annotation, or say why there can be none."""
        try:
            return self.notebook.new(stretch)
        except ValueError:
            self._screen.reader.say("These words stand in no sentence: select others.")
            return None

    def _related(self, annotation: Annotation) -> bool:
        return any(annotation.id in (r.from_id, r.to_id) for r in self.notebook.relations)

    # -- actions

    def label(self, key: str) -> None:
        """Give the selection the label of a key; the same label again takes it away."""
        label = self.labels.by_key(key)
        if label is None:
            self._screen.reader.say(f"No label has the key {key}.")
            return
        self.set_label(label.name)

    def set_label(self, name: str) -> None:
        """Give the selection, or the suggestion under it, a label."""
        stretch = self.stretch()
        if stretch is None:
            return
        there = self.notebook.exactly(stretch)
        suggestion = self.notebook.suggestion(stretch)
        if there is not None and there.label == name and there.status == "accepted":
            self.set(f"Take away {name}", label="")
        elif there is None and suggestion is not None and self._means(suggestion, stretch):
            self._screen.suggestions.decide(suggestion, "accepted", name)
        else:
            self.set(f"Label {name}", label=name)

    def _means(self, suggestion: Entity, stretch: Stretch) -> bool:
        """Tell whether a stretch is the suggestion, perhaps with the particles before it."""
        before = self._screen.article.text(stretch[0])[stretch[2] : suggestion.start]
        inside_word = stretch[2] <= suggestion.start and not any(map(str.isspace, before))
        return inside_word and suggestion.end == stretch[3]

    def change_label(self) -> None:
        """Choose a label from all there are."""
        from reader.tui.screens.menu import Item

        items = [
            Item(label.name, label.title, label.key, f"kind-{label.colour}")
            for label in self.labels.labels
        ]
        self._screen.choose("Label", items, self.set_label)

    def highlight(self) -> None:
        """Choose a colour for the selection."""
        from reader.tui.screens.menu import Item

        items = [
            Item(c, c, str(n + 1), f"highlight-{c}") for n, c in enumerate(self.labels.highlights)
        ]
        items.append(Item("", "no colour", "0"))
        self._screen.choose("Highlight", items, lambda c: self.set("Highlight", colour=c))

    def delete(self) -> None:
        """Take the annotation away, or reject the suggestion."""
        there = self.exact()
        if there is None and self.suggestion() is not None:
            self._screen.suggestions.reject()
            return
        there = there or self.current()
        if there is None:
            self._screen.reader.say("There is no annotation here.")
            return
        self.store.delete(there.id)
        self.refresh()

    def link(self) -> None:
        """Begin a relation at this annotation, or end it here; one that is there can be ended."""
        from reader.tui.screens.menu import Item

        here = self.current()
        reader = self._screen.reader
        if here is None:
            reader.say("Put the cursor on an annotation first.")
            return
        if not self.linking or self.notebook.get(self.linking) is None:
            self.linking = here.id
            reader.say("Now go to the other annotation and press the key again.")
            return
        start, self.linking = self.linking, ""
        if start == here.id:
            reader.say("Given up: a relation needs two annotations.")
            return

        ends = {start, here.id}
        there = {r.id: r for r in self.notebook.relations if {r.from_id, r.to_id} == ends}
        taken = {r.type for r in there.values() if r.from_id == start}

        def decide(choice: str) -> None:
            if choice in there:
                self.store.unrelate(choice)
            else:
                self.store.relate(start, here.id, choice)
            self.refresh()

        items = [Item(r.id, f"take away: {r.type.replace('_', ' ')}") for r in there.values()]
        items += [
            Item(kind, kind.replace("_", " "))
            for kind in self.labels.relations
            if kind not in taken
        ]
        self._screen.choose("Relation", items, decide)

    def relink(self) -> None:
        """Give an annotation that lost its words the selected ones."""
        stretch = self.stretch()
        if stretch is None or not self.relinking:
            return
        new = self.new(stretch)
        if new is None:
            return
        orphan, self.relinking = self.relinking, ""
        found = self.store.get(orphan)
        if found is None or found.document != new.document:  # another program has followed the file
            self._screen.reader.say("The file has changed: open the article again.")
            return
        self.store.change(orphan, anchor=new.anchor, target=new.target, placement="placed")
        self.refresh()

    def suggestion(self) -> Entity | None:
        """The undecided suggestion under the cursor."""
        stretch = self.stretch()
        return self.notebook.suggestion(stretch) if stretch else None

    def exact(self) -> Annotation | None:
        """The annotation of exactly the selection."""
        stretch = self.stretch()
        return self.notebook.exactly(stretch) if stretch else None

    # -- going back and forth

    def undo(self) -> None:
        """Take the last action on this article back, also one of another day."""
        self._reverse(self.store.undo, "Undone", "There is nothing to undo.")

    def redo(self) -> None:
        """Do again what was undone."""
        self._reverse(self.store.redo, "Done again", "There is nothing to do again.")

    def _reverse(self, act: Callable[[str], Any], done: str, nothing: str) -> None:
        step = act(self._screen.article.document.fingerprint)
        if step is None:
            self._screen.reader.say(nothing)
            return
        # an action on an earlier version of the file brings its annotations back there
        before = len(self.notebook.orphans)
        self._follow()
        lost = self._lost() if len(self.notebook.orphans) > before else ""
        self._screen.reader.say(f"{done}: {step.title}. {lost}".rstrip())

    def describe(self) -> str:
        """Return what the status line says of the annotation under the cursor."""
        stretch = self.stretch()
        if stretch is None:
            return ""
        parts = []
        for a in self.notebook.on(stretch)[:3]:
            facts = [
                a.label,
                a.colour,
                a.identity and f"= {a.identity}",
                *(f"#{t}" for t in a.tags),
            ]
            facts += [a.note and f"“{a.note}”", a.status if a.status != "accepted" else ""]
            facts += [r.type for r in self.notebook.relations if a.id in (r.from_id, r.to_id)]
            parts.append(" ".join(fact for fact in facts if fact))
        suggestion = self.notebook.suggestion(stretch)
        if suggestion is not None:
            parts.append(f"{suggestion.label}? {round(100 * suggestion.score)}%")
        return " | ".join(parts)
