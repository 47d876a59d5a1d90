"""The library: what the list of documents shows, sorting, filtering, tags.

Every document that was opened or imported is in it; of a file that has changed, the newest text,
and of a feed the articles that have rolled off too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reader.documents.dates import is_iso
from reader.lookup.find import search_form
from reader.store.database import Database

SortKey = Literal[
    "title", "size", "read", "translated", "entities", "annotations", "date", "added", "opened",
    "source", "path",
]  # fmt: skip


class Entry(NamedTuple):
    """One document in the list; shares are 0 to 1, times ISO 8601 in UTC."""

    document_id: int
    fingerprint: str
    path: str
    media_type: str
    title: str
    title_form: str  # its search form
    source: str
    author: str
    date: str  # of the article, as its file says
    size: int  # code points
    paragraphs: int
    read: float
    translated: float
    entities: int | None  # None: not yet looked for
    annotations: int
    story: int | None  # the same for near-duplicates, None when there are none
    added: str
    opened: str  # "" when it never was
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which entries to show; what is not set lets everything pass."""

    text: str = ""  # in title, source, author or path, Arabic spelling folded
    tag: str = ""
    unread: bool = False
    untranslated: bool = False
    annotated: bool = False
    one_of_each_story: bool = False
    since: str = ""  # date of the article, from this ISO date on; those without one are left out
    until: str = ""  # … and up to this one


class Library:
    """The list of documents in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(
        self, sort: SortKey = "title", *, reverse: bool = False, only: Filter | None = None
    ) -> list[Entry]:
        """Return the entries in order: numbers and times by size, texts by their search form."""
        found = self._load()
        if only:
            found = _filtered(found, only)
        found.sort(key=lambda entry: entry.path)
        found.sort(key=_SORTS[sort], reverse=reverse)
        return found

    def entries_by_file(self, asked: Callable[[str], bool]) -> list[Entry]:
        """Return an entry for each path that is asked for, in their order.

        Files that hold the same text share a document, so their entries differ in the path alone.
        """
        documents = {entry.document_id: entry for entry in self._load()}
        rows = self._database.connection.execute("SELECT path, document_id FROM file ORDER BY path")
        return [documents[number]._replace(path=path) for path, number in rows if asked(path)]

    def entry(self, document_id: int) -> Entry | None:
        """Return one entry, or None when there is no such document."""
        return next(iter(self._load(document_id)), None)

    def stories(self) -> list[list[Entry]]:
        """Return the groups of near-duplicates, each of two or more, largest first."""
        groups: dict[int, list[Entry]] = {}
        for entry in self.entries("added"):
            if entry.story is not None:
                groups.setdefault(entry.story, []).append(entry)
        return sorted((g for g in groups.values() if len(g) > 1), key=len, reverse=True)

    def set_entities(self, document_id: int, count: int) -> None:
        """Remember how many entities were found in a document."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE library_entry SET entities = ? WHERE document_id = ?", (count, document_id)
            )

    def tag(self, document_id: int, name: str) -> None:
        """Put a tag on a document; twice is once. Blank names are left out."""
        name = " ".join(name.split())
        if name:
            with self._database.transaction() as connection:
                connection.execute("INSERT OR IGNORE INTO tag VALUES (?, ?)", (document_id, name))

    def untag(self, document_id: int, name: str) -> None:
        """Take a tag off a document."""
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM tag WHERE document_id = ? AND name = ?", (document_id, name)
            )

    def tags(self) -> dict[str, int]:
        """Return every tag and how many documents of the list have it, by name."""
        rows = self._database.connection.execute(
            "SELECT t.name, count(*) FROM tag t JOIN document d ON d.id = t.document_id"
            f" WHERE {LISTED} GROUP BY t.name ORDER BY t.name"
        )
        return dict(tuple(row) for row in rows)

    def _load(self, document_id: int | None = None) -> list[Entry]:
        rows = self._database.connection.execute(_ENTRIES, {"id": document_id})
        tags: dict[int, list[str]] = {}
        for number, name in self._database.connection.execute(
            "SELECT document_id, name FROM tag ORDER BY name"
        ):
            tags.setdefault(number, []).append(name)
        return [Entry._make((*row, tuple(tags.get(row[0], ())))) for row in rows]


# of document d, a file that holds its text now; the row has that of the file opened last with it
FOUND_AT = """
coalesce((
    SELECT f.path FROM file f WHERE f.document_id = d.id
    ORDER BY f.path GLOB '*#kept-*', f.path LIMIT 1
), d.path)
"""
# a document is left out when its file holds another text now
LISTED = """
(d.path IN ('', '-') OR EXISTS (SELECT 1 FROM file f WHERE f.document_id = d.id))
"""
# the columns are the fields of Entry up to its tags
_ENTRIES = f"""
SELECT d.id, d.fingerprint, {FOUND_AT} AS found,
    d.media_type, d.title, e.title_form, e.source, e.author, e.date, d.size, e.paragraphs,
    min(1.0, coalesce(r.furthest + 1.0, 0.0) / max(1, e.paragraphs)),
    min(1.0, 1.0 * e.translated / max(1, e.paragraphs)),
    e.entities, coalesce(a.number, 0), e.story, d.added, coalesce(d.opened, '')
FROM document d
JOIN library_entry e ON e.document_id = d.id
LEFT JOIN reading_position r ON r.document_id = d.id
LEFT JOIN (
    SELECT document, count(*) AS number FROM annotation
    WHERE status <> 'rejected' AND (origin <> 'recogniser' OR reviewed) GROUP BY document
) a ON a.document = d.fingerprint
WHERE CASE WHEN :id IS NULL THEN {LISTED} ELSE d.id = :id END
"""


def _filtered(entries: Sequence[Entry], only: Filter) -> list[Entry]:
    words = search_form(only.text).split()
    result = []
    stories: set[int] = set()
    for entry in entries:
        if only.tag and only.tag not in entry.tags:
            continue
        if (only.unread and entry.read) or (only.untranslated and entry.translated == 1):
            continue
        if only.annotated and not entry.annotations:
            continue
        if not _in_time(entry.date, only):
            continue
        if words:
            about = search_form(f"{entry.source}\n{entry.author}\n{entry.path}")
            if not all(word in entry.title_form or word in about for word in words):
                continue
        if only.one_of_each_story and entry.story is not None:
            if entry.story in stories:
                continue
            stories.add(entry.story)
        result.append(entry)
    return result


def _in_time(date: str, only: Filter) -> bool:
    if not is_iso(date):
        return not (only.since or only.until)
    return date >= only.since and (not only.until or date[: len(only.until)] <= only.until)


_SORTS = {
    "title": lambda e: e.title_form,
    "size": lambda e: e.size,
    "read": lambda e: e.read,
    "translated": lambda e: e.translated,
    "entities": lambda e: -1 if e.entities is None else e.entities,
    "annotations": lambda e: e.annotations,
    "date": lambda e: e.date if is_iso(e.date) else "",
    "added": lambda e: e.added,
    "opened": lambda e: e.opened,
    "source": lambda e: search_form(e.source),
    "path": lambda e: e.path,
}
