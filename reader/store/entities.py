"""Recognised entities of each document, and the library's index of who is named where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from sqlite3 import Connection, Row

from reader.arabic.normalise import normalise
from reader.entities.linking import LinkedEntity, Occurrence, canonical, link
from reader.entities.model import Entity, Label
from reader.store.database import Database
from reader.store.documents import utc_now
from reader.store.library import LISTED

_LISTED = f"m.document_id IN (SELECT d.id FROM document d WHERE {LISTED})"


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entity of the library with how many documents name it, and how often in all."""

    id: int
    label: Label
    name: str
    english: str
    documents: int
    mentions: int


class EntityStore:
    """Keeps what `analyse` found; `now` gives the time (ISO 8601) for tests."""

    def __init__(self, database: Database, now: Callable[[], str] = utc_now) -> None:
        self._database = database
        self._now = now

    def save(
        self,
        document_id: int,
        paragraphs: Sequence[Sequence[Entity]],
        analyser: str,
        english: Sequence[Sequence[str]] | None = None,
    ) -> list[LinkedEntity]:
        """Keep a document's entities in place of earlier ones; return them linked.

        `analyser` names what found them (`analyser_id`); `english` are the words that stand for
        them in the translation, as in `link`. Raises StoreError.
        """
        linked = link(paragraphs, english)
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM entity_run WHERE document_id = ?", (document_id,))
            connection.execute(
                "INSERT INTO entity_run VALUES (?, ?, ?)", (document_id, analyser, self._now())
            )
            owners: dict[tuple[int, int], int] = {}
            for entity in linked:
                number = _entity_id(connection, entity)
                owners |= {(place.paragraph, place.start): number for place in entity.occurrences}
            connection.executemany(
                "INSERT INTO entity_mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        document_id, place, e.start, e.end, owners.get((place, e.start)), e.label,
                        e.text, e.score, e.value, e.base, e.english,
                    )
                    for place, entities in enumerate(paragraphs)
                    for e in entities
                ),
            )  # fmt: skip
            _drop_unnamed(connection)
        return linked

    def load(
        self, document_id: int, analyser: str, paragraphs: int | None = None
    ) -> list[list[Entity]] | None:
        """Return the kept entities of each paragraph, None when this analyser has not run.

        `paragraphs` is how many lists to return (default: as many as have entities).
        """
        rows = self._database.connection
        run = rows.execute(
            "SELECT 1 FROM entity_run WHERE document_id = ? AND analyser = ?",
            (document_id, analyser),
        ).fetchone()
        if run is None:
            return None
        mentions = rows.execute(
            "SELECT * FROM entity_mention WHERE document_id = ? ORDER BY place, start",
            (document_id,),
        ).fetchall()
        count = (
            paragraphs if paragraphs is not None else 1 + max((m[1] for m in mentions), default=-1)
        )
        found: list[list[Entity]] = [[] for _ in range(count)]
        for mention in mentions:
            if mention["place"] < count:
                found[mention["place"]].append(_entity(mention))
        return found

    def index(self, label: Label | None = None, query: str = "") -> list[IndexEntry]:
        """Return the entities of the library's list, those in most documents first.

        `query` is part of a name in either language, in any spelling of the Arabic.
        """
        rows = self._database.connection.execute(
            "SELECT e.id, e.label, e.name, e.english, count(DISTINCT m.document_id), count(*)"
            " FROM entity e JOIN entity_mention m ON m.entity_id = e.id"
            f" WHERE (?1 = '' OR e.label = ?1) AND {_LISTED} GROUP BY e.id"
            " ORDER BY 5 DESC, 6 DESC, e.id",
            (label or "",),
        )
        wanted = normalise(query, casefold=True).strip()
        return [
            IndexEntry(row[0], Label(row[1]), row[2], row[3], row[4], row[5])
            for row in rows
            if not wanted or wanted in normalise(f"{row[2]}\n{row[3]}", casefold=True)
        ]

    def documents_naming(self, entity_id: int) -> list[tuple[int, int]]:
        """Return (document id, mentions) where listed documents name an entity, most first."""
        rows = self._database.connection.execute(
            "SELECT m.document_id, count(*) FROM entity_mention m"
            f" WHERE m.entity_id = ? AND {_LISTED} GROUP BY m.document_id ORDER BY 2 DESC, 1",
            (entity_id,),
        )
        return [(row[0], row[1]) for row in rows]

    def mentions(self, entity_id: int, document_id: int) -> list[Occurrence]:
        """Return where a document names an entity, in reading order."""
        rows = self._database.connection.execute(
            'SELECT place, start, "end", text FROM entity_mention'
            " WHERE entity_id = ? AND document_id = ? ORDER BY place, start",
            (entity_id, document_id),
        )
        return [Occurrence(*row) for row in rows]

    def forms(self, entity_id: int) -> list[tuple[str, int]]:
        """Return the forms in which the library names an entity, most frequent first."""
        rows = self._database.connection.execute(
            "SELECT m.text, count(*) FROM entity_mention m"
            f" WHERE m.entity_id = ? AND {_LISTED} GROUP BY m.text ORDER BY 2 DESC, 1",
            (entity_id,),
        )
        return [(row[0], row[1]) for row in rows]

    def count(self, document_id: int) -> int:
        """Return how many different names a document has, 0 before it was analysed."""
        row = self._database.connection.execute(
            "SELECT count(DISTINCT entity_id) FROM entity_mention WHERE document_id = ?",
            (document_id,),
        ).fetchone()
        return int(row[0])


def _entity_id(connection: Connection, entity: LinkedEntity) -> int:
    """Return the row of an entity: the same key, or the one person with this surname."""
    row = connection.execute(
        "SELECT id, english FROM entity WHERE key = ?", (entity.key,)
    ).fetchone()
    if row is not None:
        if entity.english and not row["english"]:
            connection.execute(
                "UPDATE entity SET english = ? WHERE id = ?", (entity.english, row["id"])
            )
        return int(row["id"])
    if entity.label is Label.PER:
        full = _full_name(connection, entity)
        if full is not None:
            return full
    new = connection.execute(
        "INSERT INTO entity (key, label, name, english) VALUES (?, ?, ?, ?)",
        (entity.key, entity.label, entity.name, entity.english),
    ).lastrowid
    assert new is not None
    if entity.label is Label.PER:
        _adopt_surname(connection, new, entity)
    return new


def _full_name(connection: Connection, entity: LinkedEntity) -> int | None:
    """Return the only person of the library whose full name ends in this surname."""
    surname = canonical(entity.name)
    if " " in surname:
        return None
    people = connection.execute("SELECT id, name FROM entity WHERE label = 'PER'")
    owners = [row[0] for row in people if canonical(row[1]).endswith(" " + surname)]
    return int(owners[0]) if len(owners) == 1 else None


def _adopt_surname(connection: Connection, new: int, entity: LinkedEntity) -> None:
    """Give a new full name the mentions kept under its surname alone."""
    words = canonical(entity.name).split()
    if len(words) < 2:
        return
    people = connection.execute("SELECT id, name FROM entity WHERE label = 'PER'").fetchall()
    others = [row for row in people if row[0] != new and canonical(row[1]) == words[-1]]
    rivals = [
        row for row in people if row[0] != new and canonical(row[1]).endswith(" " + words[-1])
    ]
    if rivals:
        return
    for row in others:
        connection.execute(
            "UPDATE entity_mention SET entity_id = ? WHERE entity_id = ?", (new, row[0])
        )
        connection.execute("DELETE FROM entity WHERE id = ?", (row[0],))


def _drop_unnamed(connection: Connection) -> None:
    connection.execute(
        "DELETE FROM entity WHERE id NOT IN"
        " (SELECT entity_id FROM entity_mention WHERE entity_id IS NOT NULL)"
    )


def _entity(row: Row) -> Entity:
    return Entity(
        row["start"],
        row["end"],
        Label(row["label"]),
        row["text"],
        row["score"],
        row["value"],
        row["base"],
        row["english"],
    )
