"""Raw Arabic text for the word vectors: news and general prose of the translation data."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING

from reader.entities.recogniser.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ARCHIVES = ("mono.tar.xz", "news.tar.xz", "corpora.tar.xz")
# interface strings, manuals, scripture and word lists say little about how names are used
_SKIPPED = ("ui-", "tech-", "erp-", "relig-", "dict-", "names-", "captions-", "commonsense-")


def arabic_lines(folder: Path) -> Iterator[tuple[str, str]]:
    """(corpus name, line) of every Arabic line in the archives of `folder`."""
    for archive in _ARCHIVES:
        with tarfile.open(folder / archive) as tar:
            for member in tar:
                name = member.name.rsplit("/", 1)[-1]
                stream = tar.extractfile(member)
                if stream is None or not name.endswith(".ar") or name.startswith(_SKIPPED):
                    continue
                for line in stream:
                    yield name.removesuffix(".ar"), line.decode("utf-8", "replace").strip()


def folded_words(line: str) -> list[str]:
    """The folded tokens of a line."""
    return [token.folded for token in tokenise(line)]
