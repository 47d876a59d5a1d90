"""The user's vocabulary: saved words, what they mean, and when to see them again.

One row for each word learnt, whatever its form in the text: the key is the folded lemma.
Spaced repetition is FSRS (py-fsrs) with its default parameters and no random spread, so that a
review gives the same next date on every machine.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, cast

from reader.arabic.clitics import strip_clitics
from reader.arabic.normalise import normalise
from reader.store.database import Database

Status = Literal["new", "learning", "known"]
Rating = Literal["again", "hard", "good", "easy"]
_RATINGS: dict[Rating, int] = {"again": 1, "hard": 2, "good": 3, "easy": 4}
# after this many days of stability a word counts as known
KNOWN_AFTER_DAYS = 21.0


@dataclass(frozen=True, slots=True)
class SavedWord:
    """A word with the sentence it was met in."""

    id: int
    word: str
    lemma: str
    gloss: str
    sentence: str
    translation: str
    fingerprint: str
    paragraph_id: str
    start: int
    status: Status
    due: datetime
    added: datetime


def word_key(word: str) -> str:
    """Return the form under which a word is known: folded."""
    return normalise(word)


class VocabularyStore:
    """Saved words in the database; `now` lets tests stand at a fixed time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(
        self,
        word: str,
        *,
        lemma: str = "",
        gloss: str = "",
        sentence: str = "",
        translation: str = "",
        fingerprint: str = "",
        paragraph_id: str = "",
        start: int = 0,
        now: datetime | None = None,
    ) -> SavedWord:
        """Save a word, or renew its sentence and gloss when it is saved already.

        Its status and its place in the repetition stay as they were. A word whose lemma is not
        known is the one that stood so in a text; its lemma may come later.
        """
        from fsrs import Card

        now = now or datetime.now(UTC)
        card = Card(due=now)
        with self._database.transaction() as connection:
            row = (word, _key(connection, word, lemma), lemma, gloss, sentence, translation)
            connection.execute(
                """INSERT INTO vocabulary (word, word_key, lemma, gloss, sentence, translation,
                       fingerprint, paragraph_id, start, status, card, due, added)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'new', ?, ?, ?)
                   ON CONFLICT (word_key) DO UPDATE SET word = excluded.word,
                       lemma = CASE excluded.lemma WHEN '' THEN lemma ELSE excluded.lemma END,
                       gloss = CASE excluded.gloss WHEN '' THEN gloss ELSE excluded.gloss END,
                       sentence = excluded.sentence, translation = excluded.translation,
                       fingerprint = excluded.fingerprint, paragraph_id = excluded.paragraph_id,
                       start = excluded.start""",
                (*row, fingerprint, paragraph_id, start, card.to_json(), _iso(now), _iso(now)),
            )
            saved = connection.execute(
                "SELECT * FROM vocabulary WHERE word_key = ?", (row[1],)
            ).fetchone()
        return _saved(saved)

    def set_status(self, word_id: int, status: Status) -> None:
        """Set a word's status by hand."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE vocabulary SET status = ? WHERE id = ?", (status, word_id))

    def set_gloss(self, word_id: int, gloss: str) -> None:
        """Set what the user wants to remember of a word."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE vocabulary SET gloss = ? WHERE id = ?", (gloss, word_id))

    def remove(self, word_id: int) -> None:
        """Forget a word and its reviews."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM vocabulary WHERE id = ?", (word_id,))

    def review(self, word_id: int, rating: Rating, *, now: datetime | None = None) -> SavedWord:
        """Record how well a word was remembered, and return it with its next date."""
        from fsrs import Card, Scheduler
        from fsrs import Rating as FsrsRating

        now = now or datetime.now(UTC)
        with self._database.transaction() as connection:
            row = connection.execute("SELECT * FROM vocabulary WHERE id = ?", (word_id,)).fetchone()
            scheduler = Scheduler(enable_fuzzing=False)
            card, _ = scheduler.review_card(
                Card.from_json(row["card"]), FsrsRating(_RATINGS[rating]), review_datetime=now
            )
            stable = (card.stability or 0.0) >= KNOWN_AFTER_DAYS
            known = stable or (row["status"] == "known" and rating != "again")
            connection.execute(
                "UPDATE vocabulary SET card = ?, due = ?, status = ? WHERE id = ?",
                (card.to_json(), _iso(card.due), "known" if known else "learning", word_id),
            )
            connection.execute(
                "INSERT INTO review VALUES (?, ?, ?)", (word_id, _iso(now), _RATINGS[rating])
            )
            row = connection.execute("SELECT * FROM vocabulary WHERE id = ?", (word_id,)).fetchone()
        return _saved(row)

    def words(self, status: Status | None = None) -> list[SavedWord]:
        """Return the saved words, newest first."""
        rows = self._database.connection.execute(
            "SELECT * FROM vocabulary WHERE ? IS NULL OR status = ? ORDER BY added DESC, id DESC",
            (status, status),
        )
        return [_saved(row) for row in rows]

    def due(self, *, now: datetime | None = None, limit: int | None = 100) -> list[SavedWord]:
        """Return the words to review now, longest waiting first; `limit` None: all of them.

        Words that were marked as known by hand are not asked.
        """
        rows = self._database.connection.execute(
            "SELECT * FROM vocabulary WHERE due <= ? AND (status <> 'known'"
            " OR json_extract(card, '$.stability') >= ?) ORDER BY due, id LIMIT ?",
            (_iso(now or datetime.now(UTC)), KNOWN_AFTER_DAYS, -1 if limit is None else limit),
        )
        return [_saved(row) for row in rows]

    def statuses(self) -> dict[str, Status]:
        """Return the status of each saved word by its key, for colouring a page."""
        rows = self._database.connection.execute("SELECT word_key, word, status FROM vocabulary")
        found: dict[str, Status] = {}
        for row in rows:
            found[row["word_key"]] = found[word_key(row["word"])] = cast("Status", row["status"])
        return found


def status_of(word: str, statuses: dict[str, Status]) -> Status | None:
    """Return a word's status, tried as written and then without its clitics."""
    key = word_key(word)
    if key in statuses:
        return statuses[key]
    return next((statuses[c.core] for c in strip_clitics(key) if c.core in statuses), None)


def known_share(words: Iterable[str], statuses: dict[str, Status]) -> float:
    """Return the share of running words that are saved as known, 0 to 1."""
    counts = Counter(words)
    known = sum(n for word, n in counts.items() if status_of(word, statuses) == "known")
    return known / counts.total() if counts else 0.0


def _key(connection: sqlite3.Connection, word: str, lemma: str) -> str:
    """Return the key of the row to save a word in: a new one, or that of the row it has."""
    key, own = word_key(lemma or word), word_key(word)
    rows = connection.execute("SELECT word_key, word FROM vocabulary ORDER BY id").fetchall()
    if any(row["word_key"] == key for row in rows):
        return key
    if not lemma:
        return next((row["word_key"] for row in rows if word_key(row["word"]) == own), key)
    connection.execute(
        "UPDATE vocabulary SET word_key = ? WHERE word_key = ? AND lemma = ''", (key, own)
    )
    return key


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _saved(row: sqlite3.Row) -> SavedWord:
    fields: dict[str, Any] = dict(row)
    for name in ("word_key", "card"):
        del fields[name]
    fields["due"] = datetime.fromisoformat(fields["due"])
    fields["added"] = datetime.fromisoformat(fields["added"])
    return SavedWord(**fields)
