"""Stored translations: one row for each paragraph text and engine, committed one by one.

A program killed at any moment keeps every paragraph that was put before.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from reader.errors import StoreError
from reader.store.database import Database
from reader.translation.model import Doubt, SentencePair, WordLink

_CHUNK = 500  # SQLite takes 32,766 parameters in one statement at most, old ones 999


class TranslationStore:
    """Keeps sentence pairs under (paragraph text, engine id); see `Engine.id`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get_many(self, texts: Sequence[str], engine: str) -> list[list[SentencePair] | None]:
        """Return the stored pairs of each paragraph text, None where there are none.

        Raises StoreError.
        """
        keys = [source_hash(text) for text in texts]
        found = self._rows(sorted(set(keys)), engine)
        return [decode(found[key]) if key in found else None for key in keys]

    def put(self, text: str, engine: str, pairs: Sequence[SentencePair]) -> None:
        """Keep the pairs of one paragraph, at once and for good. Raises StoreError."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO translation (source_hash, package, pairs, made) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET pairs = excluded.pairs, made = excluded.made",
                (source_hash(text), engine, encode(pairs), now()),
            )

    def count(self, texts: Sequence[str], engine: str) -> int:
        """Return how many of the paragraph texts are stored. Raises StoreError."""
        keys = [source_hash(text) for text in texts]
        found = self._rows(sorted(set(keys)), engine)
        return sum(key in found for key in keys)

    def engines(self) -> list[str]:
        """Return the ids of the engines that anything is stored of, sorted. Raises StoreError."""
        rows = self._database.connection.execute(
            "SELECT DISTINCT package FROM translation ORDER BY package"
        )
        return [row[0] for row in rows]

    def _rows(self, keys: list[str], engine: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for at in range(0, len(keys), _CHUNK):
            part = keys[at : at + _CHUNK]
            marks = ",".join("?" * len(part))
            rows = self._database.connection.execute(
                "SELECT source_hash, pairs FROM translation"
                f" WHERE package = ? AND source_hash IN ({marks})",
                (engine, *part),
            )
            found |= {row[0]: row[1] for row in rows}
        return found


def source_hash(text: str) -> str:
    """Return the sha256 hex of a paragraph's text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def now() -> str:
    """Return the time in ISO 8601, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def encode(pairs: Sequence[SentencePair]) -> str:
    """Return the pairs as JSON: arrays in the order of the fields, to keep rows small."""
    rows = [
        [
            pair.start,
            pair.end,
            pair.target,
            pair.origin,
            pair.score,
            [[link.s0, link.s1, link.t0, link.t1, link.weight] for link in pair.links],
            [[doubt.kind, doubt.reason] for doubt in pair.doubts],
        ]
        for pair in pairs
    ]
    return msgspec.json.encode(rows).decode()


def decode(text: str) -> list[SentencePair]:
    """Return the pairs that `encode` wrote. Raises StoreError for anything else."""
    try:
        return [
            SentencePair(
                start,
                end,
                target,
                origin,
                score,
                tuple(WordLink(*link) for link in links),
                tuple(Doubt(*doubt) for doubt in doubts),
            )
            for start, end, target, origin, score, links, doubts in msgspec.json.decode(text)
        ]
    except (msgspec.DecodeError, ValueError, TypeError) as error:
        raise StoreError(
            "A stored translation is damaged: restore a backup, or delete the translations."
        ) from error
