"""Deciding on what the recogniser suggests."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.annotations.model import Status
from reader.entities.model import Entity
from reader.tui.page.block import Side

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Suggestions:
    """Accepts and rejects suggestions; each decision is an annotation in the store."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen
        self._desk = screen.desk

    def accept(self) -> None:
        """Accept the suggestion under the cursor and go to the next."""
        self._answer("accepted")

    def reject(self) -> None:
        """Reject the suggestion under the cursor and go to the next."""
        self._answer("rejected")

    def next_undecided(self) -> None:
        """Go to the next suggestion nobody has decided on."""
        selection = self._screen.words.selection
        paragraph = selection.paragraph if selection else self._screen.cursor.paragraph
        offset = selection.span[1] if selection and selection.side is Side.ARABIC else 0
        found = self._desk.notebook.next_undecided(paragraph, offset)
        if found is None:
            self._screen.reader.say("Nothing is left to decide.")
            return
        place, entity = found
        self._screen.words.select(Side.ARABIC, place, entity.start, entity.end)

    def bulk_accept(self) -> None:
        """Accept all suggestions of a label, after showing how many of what score."""
        from reader.tui.screens.menu import Item

        rest = self._desk.notebook.all_undecided()
        if not rest:
            self._screen.reader.say("Nothing is left to decide.")
            return
        items = []
        for label in dict.fromkeys(entity.label for _, entity in rest):
            for least in (0.0, 0.9):
                chosen = [(p, e) for p, e in rest if e.label == label and e.score >= least]
                if chosen:
                    text = f"{label}" + (f", score {least} and more" if least else ", all")
                    items.append(Item(chosen, text, note=str(len(chosen))))
        items.append(Item(rest, "everything", note=str(len(rest))))
        self._screen.choose("Accept suggestions", items, self._accept_many)

    def _accept_many(self, chosen: list[tuple[int, Entity]]) -> None:
        many = "1 suggestion" if len(chosen) == 1 else f"{len(chosen)} suggestions"
        with self._desk.store.group(f"Accept {many}"):
            for paragraph, entity in chosen:
                self._store_decision(paragraph, entity, "accepted", entity.label)
        self._desk.refresh()
        self._screen.reader.say(f"Accepted {len(chosen)}.")

    def _answer(self, status: Status) -> None:
        suggestion = self._desk.suggestion()
        there = self._desk.exact()
        if suggestion is None and there is not None and there.status == "suggested":
            self._desk.store.change(there.id, status=status)
            self._desk.refresh()
        elif suggestion is None:
            self.next_undecided()
            return
        else:
            self.decide(suggestion, status, suggestion.label)
        self.next_undecided()

    def decide(self, entity: Entity, status: Status, label: str) -> None:
        """Keep a decision on a suggestion of the current paragraph."""
        selection = self._screen.words.selection
        assert selection is not None
        self._store_decision(selection.paragraph, entity, status, label)
        self._desk.refresh()

    def _store_decision(self, paragraph: int, entity: Entity, status: Status, label: str) -> None:
        stretch = (paragraph, Side.ARABIC, entity.start, entity.end)
        known = label == entity.label
        verb = "Accept" if status == "accepted" else "Reject"
        score, value = (entity.score, entity.value) if known else (None, "")
        fields: dict[str, Any] = {"label": str(label), "status": status}
        fields |= {"score": score, "value": value}
        there = self._desk.notebook.exactly(stretch)
        with self._desk.store.group(f"{verb} {label}"):
            if there is not None and not there.label and status == "accepted":  # a note, a colour
                self._desk.store.change(there.id, **fields)
            else:
                new = self._desk.notebook.new(stretch)
                self._desk.store.add(replace(new, origin="recogniser", **fields))
