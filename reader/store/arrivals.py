"""What comes to a document that opens, from the texts before it and from where it went.

Only plans: nothing is written here. `reader.store.versions` has the model.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from reader.annotations.anchors import Result, reanchor
from reader.annotations.model import Annotation, Relation, content, copy_id
from reader.documents.model import Document
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.store.departed import departed, state, texts_with_words
from reader.store.documents import DocumentStore
from reader.store.succession import left_texts
from reader.store.versions import FormerText, claimants, file_of, has_held


@dataclass(slots=True)
class Arrivals:
    """Annotations and relations as they are to be on the document.

    `merged` are as they are now, each with the id of the same one that the document has already.
    `taken` are the texts that the document's file needs nothing more of.
    """

    result: Result = field(default_factory=Result)
    moved: list[Annotation] = field(default_factory=list)
    copied: list[Annotation] = field(default_factory=list)
    merged: list[tuple[Annotation, str]] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.moved or self.copied or self.merged or self.relations)


def arrivals(database: Database, document: Document) -> Arrivals:
    """Return what comes to a document when it opens. Raises StoreError."""
    return _Planner(database, document).plan()


class _Planner:
    def __init__(self, database: Database, document: Document) -> None:
        self._database = database
        self._connection = database.connection
        self._store = AnnotationStore(database)
        self._document = document
        self._text = document.fingerprint
        self._file = file_of(document.path)
        self._found = Arrivals()
        own = self._store.for_document(self._text)
        self._there = {content(a): a.id for a in own}
        self._links = {_ends(r) for r in self._store.relations(self._text)}

    def plan(self) -> Arrivals:
        left = left_texts(self._database, self._document)
        gone = departed(self._connection, self._text)
        for text in left:
            self._take(text.fingerprint, text, gone.pop(text.fingerprint, set()))
        for fingerprint, ids in gone.items():
            self._take(fingerprint, None, ids)
        self._found.taken = [text.fingerprint for text in left]
        return self._found

    def _take(self, fingerprint: str, left: FormerText | None, at_home: set[str]) -> None:
        """Plan for one other text; `left`: the file has left it, else only what is at home here."""
        holders = claimants(self._connection, fingerprint)
        if left is not None and self._file is not None:
            holders.discard(self._file)
        here: dict[str, str] = {}  # ids there and what they are here
        leaving: set[str] = set()
        copies: dict[str, str] = {}
        chosen = []
        for one in self._store.for_document(fingerprint):
            home = one.id in at_home
            if left is None and not home:
                continue
            way = self._way(one, holders, owed=home or (left is not None and left.claimed))
            if way == "move":
                leaving.add(one.id)
            elif way == "copy":
                new, usable = self._copy_of(one.id)
                if not usable:
                    here |= {one.id: new} if new else {}
                    continue
                copies[one.id] = new
            else:
                continue
            chosen.append(one)
        if chosen:
            here |= self._place(chosen, fingerprint, copies)
        if here:
            self._link(fingerprint, here, leaving)

    def _way(
        self, one: Annotation, holders: set[str], *, owed: bool
    ) -> Literal["move", "copy", "stay"]:
        """Return how an annotation comes here; `owed`: this file or this text has a right to it."""
        others = holders
        if one.placement == "orphan":
            words = texts_with_words(self._connection, one.id) - {one.document}
            if words:
                others = {f for f in holders if f != self._file and self._has_held(f, words)}
                owed = owed and (self._text in words or self._has_held(self._file, words))
        if owed:
            return "copy" if others else "move"
        return "stay" if holders else "move"

    def _has_held(self, file: str | None, fingerprints: set[str]) -> bool:
        return file is not None and has_held(self._connection, file, fingerprints)

    def _copy_of(self, original: str) -> tuple[str, bool]:
        """Return the id of the copy of an annotation here, and whether it is still to be made.

        The id is "" where the user has deleted the copy.
        """
        wanted, n = copy_id(self._text, original), 0
        while True:
            what, where = state(self._connection, wanted)
            if what == "unknown":
                return wanted, True
            if what == "gone":
                return "", False
            if where == self._text:
                return wanted, False
            n += 1  # the copy has gone on to another text meanwhile
            wanted = copy_id(self._text, f"{original} {n}")

    def _place(
        self, chosen: list[Annotation], fingerprint: str, copies: dict[str, str]
    ) -> dict[str, str]:
        """Find the annotations of one text here; return what their ids are here."""
        here = {}
        before = {one.id: one for one in chosen}
        old = DocumentStore(self._database).by_fingerprint(fingerprint)
        places = reanchor(chosen, old, self._document)
        arrived: dict[Annotation, str] = {}
        for name in ("placed", "moved", "orphans"):
            for new in getattr(places, name):
                same = self._there.get(content(new))
                if same is not None:
                    here[new.id] = same
                    if new.id not in copies:
                        self._found.merged.append((before[new.id], same))
                    continue
                one = replace(new, id=copies.get(new.id, new.id))
                here[new.id] = one.id
                arrived[content(one)] = one.id
                getattr(self._found.result, name).append(one)
                (self._found.copied if new.id in copies else self._found.moved).append(one)
        self._there |= arrived
        return here

    def _link(self, fingerprint: str, here: dict[str, str], leaving: set[str]) -> None:
        """Plan the relations of what comes from one text."""
        for old in self._store.relations(fingerprint):
            moves = old.from_id in leaving or old.to_id in leaving
            if not moves and not (old.from_id in here and old.to_id in here):
                continue
            new = replace(
                old,
                id=old.id if moves else copy_id(self._text, old.id),
                document=self._text,
                from_id=here.get(old.from_id, old.from_id),
                to_id=here.get(old.to_id, old.to_id),
            )
            if _ends(new) in self._links:
                continue
            if moves or state(self._connection, new.id)[0] == "unknown":
                self._links.add(_ends(new))
                self._found.relations.append(new)


def _ends(relation: Relation) -> tuple[str, str, str, str]:
    return relation.from_id, relation.to_id, relation.type, relation.annotator
