"""Near-duplicate articles, such as one wire story in several papers, grouped by MinHash.

Broder's MinHash over the sets of three words in a row (datasketch), candidates by locality-
sensitive hashing. Two articles are one story when at least half of those sets are the same.
"""

import re
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reader.lookup.find import search_form
from reader.store.database import Database

if TYPE_CHECKING:
    from datasketch import MinHash

PERMUTATIONS = 128
SAME_SHARE = 0.5
SHINGLE = 3
MIN_WORDS = 12
"""Shorter documents are no stories: a headline is like many others."""
_BATCH = 100  # documents written in one transaction
_SCHEME = "affine32"  # part of every stored signature
_WORD = re.compile(r"\w+")


def group_stories(database: Database, on_progress: Callable[[int, int], None] | None = None) -> int:
    """Group all documents into stories; return how many documents are in one with others.

    Only documents without a signature are read. `on_progress(done, all)` counts those.
    """
    rows = database.connection.execute(
        "SELECT document_id FROM library_entry WHERE signature IS NULL"
    ).fetchall()
    for done in range(0, len(rows), _BATCH):
        part = rows[done : done + _BATCH]
        signatures = [(_signature_of(database, row[0]), row[0]) for row in part]
        with database.transaction() as connection:
            connection.executemany(
                "UPDATE library_entry SET signature = ? WHERE document_id = ?", signatures
            )
        if on_progress:
            on_progress(done + len(part), len(rows))
    return _write_stories(database) if rows else _count(database)


def _signature_of(database: Database, document_id: int) -> bytes:
    texts = database.connection.execute(
        "SELECT text FROM paragraph WHERE document_id = ? ORDER BY place", (document_id,)
    )
    return signature("\n".join(text for (text,) in texts))


def signature(text: str) -> bytes:
    """Return the MinHash of a text, or b"" when it is too short to compare."""
    words = _WORD.findall(search_form(text))
    if len(words) < MIN_WORDS:
        return b""
    minhash = _minhash()
    minhash.update_batch(
        {" ".join(words[n : n + SHINGLE]).encode() for n in range(len(words) - SHINGLE + 1)}
    )
    return bytes(minhash.hashvalues.astype("<u4").tobytes())


def _minhash(blob: bytes = b"") -> "MinHash":
    import numpy as np
    from datasketch import MinHash

    return MinHash(
        num_perm=PERMUTATIONS,
        hashfunc=zlib.crc32,  # ten times faster than SHA-1; the permutations do the mixing
        hashvalues=np.frombuffer(blob, dtype="<u4") if blob else None,
        permutations=_permutations(),
        scheme=_SCHEME,
    )


@lru_cache(maxsize=1)
def _permutations() -> "tuple[Any, Any]":
    """Return the permutations of datasketch's own seed, made once."""
    from datasketch import MinHash

    a, b = MinHash(num_perm=PERMUTATIONS, scheme=_SCHEME).permutations
    return a, b


def _write_stories(database: Database) -> int:
    from datasketch import MinHashLSH

    rows = database.connection.execute(
        "SELECT document_id, signature FROM library_entry WHERE signature <> x''"
        " ORDER BY document_id"
    ).fetchall()
    index = MinHashLSH(threshold=SAME_SHARE, num_perm=PERMUTATIONS)
    hashes: dict[int, MinHash] = {}
    first: dict[int, int] = {}  # document to the first document of its story
    for number, blob in rows:
        own = _minhash(blob)
        alike = [other for other in index.query(own) if own.jaccard(hashes[other]) >= SAME_SHARE]
        hashes[number] = own
        index.insert(number, own)
        roots = {_root(first, other) for other in alike} | {number}
        first.update(dict.fromkeys(roots, min(roots)))
    stories: dict[int, list[int]] = {}
    for number in hashes:
        stories.setdefault(_root(first, number), []).append(number)
    members = [(s, n) for s, group in stories.items() if len(group) > 1 for n in group]
    with database.transaction() as connection:
        connection.execute("UPDATE library_entry SET story = NULL WHERE story IS NOT NULL")
        connection.executemany("UPDATE library_entry SET story = ? WHERE document_id = ?", members)
    return len(members)


def _root(first: dict[int, int], number: int) -> int:
    while first[number] != number:
        number = first[number]
    return number


def _count(database: Database) -> int:
    row = database.connection.execute(
        "SELECT count(*) FROM library_entry WHERE story IS NOT NULL"
    ).fetchone()
    return int(row[0])
