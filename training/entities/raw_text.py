"""Raw Arabic text for the word vectors: news and general prose of the translation data."""

from __future__ import annotations

import random
import tarfile
from typing import TYPE_CHECKING

from reader.entities.recogniser.tokens import tokenise
from training.entities.corpora import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEWS = "news-mono"
SENTENCES = 8_000
_SHORTEST, _LONGEST = 8, 60
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


def news_sentences(raw: Path, seed: int = 5) -> list[Sentence]:
    """A sample of `SENTENCES` news sentences of middling length, for self-training."""
    lines = [line for name, line in arabic_lines(raw) if name == NEWS]
    random.Random(seed).shuffle(lines)
    sentences: list[Sentence] = []
    for line in lines:
        tokens = tokenise(line)
        if _SHORTEST <= len(tokens) <= _LONGEST and "***" not in line:
            words = [line[t.start : t.end] for t in tokens]
            folded = [t.folded for t in tokens]
            sentences.append(Sentence(words, folded, ["O"] * len(words), [], []))
        if len(sentences) == SENTENCES:
            break
    return sentences
