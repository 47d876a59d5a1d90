"""Full-text search over the library: Arabic, English translations, notes, entities, titles.

One row of the FTS5 table for each document and kind; line n of the row is paragraph n, so that a
match leads to its paragraph. `SearchIndex.update` brings the index up to date with whatever was
opened, imported, translated or annotated since.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Literal

from reader.arabic.normalise import normalise_with_map
from reader.stopping import ShouldStop
from reader.store.database import Database
from reader.store.library import FOUND_AT
from reader.store.memory import MemoryStore
from reader.store.search_query import Highlighter, Term, highlighter, match_expression, parse
from reader.store.search_sources import (
    KINDS_PER_DOCUMENT,
    annotation_lines,
    corrected_keys,
    documents_with,
    note_corrections,
    translation_lines,
)
from reader.store.stems import indexed_words, lemmas
from reader.translation.finishing import Finishing

Kind = Literal["text", "translation", "note", "entity", "title"]
KINDS: tuple[Kind, ...] = ("text", "translation", "note", "entity", "title")
_MOST_LOOKED_FOR = 100  # corrected sentences; of more, all documents are taken to have some
_BATCH = 50  # documents indexed in one transaction: each one that ends writes a part of the index
_MOST_FORMS = 200  # words that one query word may stand for in a hit's colours


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that matches, with the first paragraph in which it does.

    `text` is what was indexed of that paragraph: the paragraph itself for "text", its translation,
    its notes or entities (one after the other), or the title and source. `spans` are half-open
    ranges of code points in `text`. `place` is the paragraph's number.
    """

    document_id: int
    path: str
    title: str
    kind: Kind
    place: int
    text: str
    spans: tuple[tuple[int, int], ...]
    score: float  # higher is better


class SearchIndex:
    """The full-text index of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._finish = Finishing(MemoryStore(database))
        self._written: set[tuple[str, str]] = set()  # rows of search_form known to be there

    def search(self, query: str, *, limit: int = 50, kinds: Sequence[Kind] = KINDS) -> list[Hit]:
        """Return the best hits, one for each document and kind.

        All words must occur in a document's row; "…" is a phrase, `word*` a beginning, `-word`
        must be absent. A query without a word finds nothing.
        """
        terms = parse(query)
        expression = match_expression(terms, self._stems(terms))
        if not expression:
            return []
        numbers = [KINDS.index(kind) for kind in kinds]
        rows = self._database.connection.execute(
            # an older text of a file that holds another one now is kept, but not shown
            f"SELECT rowid, words, bm25(search, 2.0, 1.0) AS score FROM search"
            f" WHERE search MATCH ? AND rowid % {KINDS_PER_DOCUMENT} IN"
            f" ({','.join('?' * len(numbers))})"
            f" AND rowid / {KINDS_PER_DOCUMENT} NOT IN (SELECT d.id FROM document d"
            " WHERE d.path NOT IN ('', '-') AND d.id NOT IN (SELECT document_id FROM file))"
            " ORDER BY score LIMIT ?",
            (expression, *numbers, limit),
        ).fetchall()
        marker = highlighter(terms, self._forms(terms))
        return [self._hit(row["rowid"], row["words"], row["score"], marker) for row in rows]

    def index(self, document_id: int, kind: Kind, texts: Sequence[str]) -> None:
        """Index one kind of a document's texts anew; `texts[n]` belongs to paragraph n."""
        with self._writing() as connection:
            self._index(connection, document_id, kind, texts)

    def update(
        self,
        on_progress: Callable[[int, int], None] | None = None,
        should_stop: ShouldStop | None = None,
    ) -> int:
        """Index what is new or has changed; return how many documents that was.

        `on_progress(done, all)` counts them. Stopped or killed, it goes on the next time.
        """
        if not self._take_corrections(should_stop):
            return 0
        stale = self._database.connection.execute(_STALE).fetchall()
        for done in range(0, len(stale), _BATCH):
            if should_stop and should_stop():
                return done
            part = stale[done : done + _BATCH]
            with self._writing() as connection:
                for row in part:
                    self._update(connection, row["id"], row["changes"], row["annotations"])
            if on_progress:
                on_progress(done + len(part), len(stale))
        return len(stale)

    def _take_corrections(self, should_stop: ShouldStop | None) -> bool:
        """Mark the documents whose corrections have changed; tell whether it was not stopped."""
        keys = corrected_keys(self._database.connection)
        found: set[int] | None = None
        if len(keys) <= _MOST_LOOKED_FOR:
            found = set()
            for key in keys:
                if should_stop and should_stop():
                    return False
                found |= documents_with(self._database.connection, key)
        if keys:
            with self._writing() as connection:
                note_corrections(connection, keys, found)
        return True

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._database.transaction() as connection:
                yield connection
        except BaseException:
            self._written.clear()  # what was undone is to be written again
            raise

    def _update(
        self, connection: Connection, document_id: int, changes: int, annotations: int
    ) -> None:
        before = connection.execute(
            "SELECT changes, annotations FROM search_state WHERE document_id = ?",
            (document_id,),
        ).fetchone()
        if before is None:
            rows = connection.execute(
                "SELECT text FROM paragraph WHERE document_id = ? ORDER BY place", (document_id,)
            )
            self._index(connection, document_id, "text", [row[0] for row in rows])
        if before is None or changes != before["changes"]:
            about = connection.execute(
                "SELECT title, json_extract(metadata, '$.source'),"
                " json_extract(metadata, '$.author') FROM document WHERE id = ?",
                (document_id,),
            ).fetchone()
            title = " · ".join(part for part in about if part)
            self._index(connection, document_id, "title", [title])
            lines = translation_lines(connection, document_id, self._finish)
            self._index(connection, document_id, "translation", lines)
        if before is None or annotations != before["annotations"]:
            notes, entities = annotation_lines(connection, document_id)
            self._index(connection, document_id, "note", notes)
            self._index(connection, document_id, "entity", entities)
        connection.execute(
            "INSERT OR REPLACE INTO search_state VALUES (?, ?, ?)",
            (document_id, changes, annotations),
        )

    def _index(
        self, connection: Connection, document_id: int, kind: Kind, texts: Sequence[str]
    ) -> None:
        rowid = document_id * KINDS_PER_DOCUMENT + KINDS.index(kind)
        connection.execute("DELETE FROM search WHERE rowid = ?", (rowid,))
        connection.execute("DELETE FROM search_source WHERE id = ?", (rowid,))
        one_line = [" ".join(text.splitlines()) for text in texts]
        if not any(one_line):
            return
        lines = [indexed_words(text) for text in one_line]
        connection.execute(
            "INSERT INTO search (rowid, words, stems) VALUES (?, ?, ?)",
            (
                rowid,
                "\n".join(" ".join(word.form for word in line) for line in lines),
                " ".join(stem for line in lines for word in line for stem in word.stems),
            ),
        )
        forms = {pair for line in lines for word in line for pair in word.known}
        connection.executemany(
            "INSERT OR IGNORE INTO search_form VALUES (?, ?)", sorted(forms - self._written)
        )
        self._written |= forms
        if kind != "text":
            connection.execute(
                "INSERT INTO search_source VALUES (?, ?)", (rowid, "\n".join(one_line))
            )

    def _stems(self, terms: Sequence[Term]) -> dict[str, list[str]]:
        """Return the indexed lemmas of the terms' forms, and how the first words of phrases occur.

        A form's cores without particles are left out: only the text's words are taken apart, since
        a query means the word that it says. A phrase may begin with a particle in the text.
        """
        found: dict[str, list[str]] = {}
        for form in {form for term in terms for form in term.forms if not term.phrase}:
            rows = self._database.connection.execute(
                "SELECT stem FROM search_form WHERE form = ?1"
                " UNION SELECT stem FROM search_form WHERE stem = ?1",
                (form,),
            ).fetchall()
            # a word that no text has is looked up by its lemma, which costs loading the tables
            stems = [row[0] for row in rows] or lemmas(form)
            found[form] = [stem for stem in stems if not form.endswith(stem)]
        for first in {term.form.split()[0] for term in terms if term.phrase}:
            variants = self._database.connection.execute(
                "SELECT form FROM search_form WHERE stem = ? LIMIT ?", (first, _MOST_FORMS)
            )
            found[first] = [form for (form,) in variants if form.endswith(first)]
        return found

    def _forms(self, terms: Sequence[Term]) -> dict[str, list[str]]:
        """Return the indexed words that each term stands for."""
        found: dict[str, list[str]] = {}
        for term in terms:
            if term.phrase or term.prefix or term.without:
                continue
            own = self._stems([term])
            keys = {*term.forms, *(stem for form in term.forms for stem in own[form])}
            rows = self._database.connection.execute(
                f"SELECT DISTINCT form FROM search_form WHERE stem IN ({','.join('?' * len(keys))})"
                " LIMIT ?",
                (*keys, _MOST_FORMS),
            )
            found[term.form] = [*(row[0] for row in rows), *keys]
        return found

    def _hit(self, rowid: int, words: str, score: float, marker: Highlighter) -> Hit:
        document_id, number = divmod(rowid, KINDS_PER_DOCUMENT)
        kind = KINDS[number]
        place = marker.first_line(words)
        connection = self._database.connection
        about = connection.execute(
            f"SELECT {FOUND_AT} AS path, title FROM document d WHERE id = ?", (document_id,)
        ).fetchone()
        if kind == "text":
            row = connection.execute(
                "SELECT text FROM paragraph WHERE document_id = ? AND place = ?",
                (document_id, place),
            ).fetchone()
            text = row[0] if row else ""
        else:
            row = connection.execute(
                "SELECT texts FROM search_source WHERE id = ?", (rowid,)
            ).fetchone()
            text = row[0].split("\n")[place] if row else ""
        folded, sources = normalise_with_map(text, casefold=True)
        spans = tuple((sources[start], sources[end]) for start, end in marker.spans(folded))
        return Hit(document_id, about["path"], about["title"], kind, place, text, spans, -score)


# documents that were never indexed, or have other translations or annotations than then
_STALE = """
SELECT d.id, e.changes, coalesce(a.last, 0) AS annotations
FROM document d
JOIN library_entry e ON e.document_id = d.id
LEFT JOIN (SELECT document, max(seq) AS last FROM annotation_event GROUP BY document) a
    ON a.document = d.fingerprint
LEFT JOIN search_state s ON s.document_id = d.id
WHERE s.document_id IS NULL OR s.changes <> e.changes
    OR s.annotations <> coalesce(a.last, 0)
ORDER BY d.id
"""
