"""Reading the named-entity corpora: xz-compressed CoNLL, re-tokenised as the reader tokenises."""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.entities.recogniser.tokens import tokenise

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = {
    "anercorp": "anercorp",
    "clean": "cleananercorp",
    "aqmar": "aqmar",
    "wikifane": "wikifane_gold_coarse_rejoined",
    "newsfane": "newsfane_wholeword_coarse",
    "panx": "panx_ar",
}


@dataclass(slots=True)
class Sentence:
    """One sentence in the reader's tokens.

    `words` are raw, `folded` as the network sees them, `tags` BIO; `origin[i]` is the index of
    the corpus token that token i came from, `lead[o]` the token that speaks for corpus token o.
    """

    words: list[str]
    folded: list[str]
    tags: list[str]
    lead: list[int]
    gold: list[str]


def read_conll(path: Path) -> list[list[tuple[str, str]]]:
    """Sentences of (token, BIO tag) from a .conll or .conll.xz file."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in text.split("\n"):
        parts = line.rstrip("\r").split("\t") if "\t" in line else line.split()
        if len(parts) >= 2 and parts[0].strip():
            sentences[-1].append((parts[0], parts[-1].strip()))
        elif sentences[-1]:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def retokenise(pairs: list[tuple[str, str]]) -> Sentence:
    """Split glued punctuation off corpus tokens and move the tags along.

    Punctuation before a name is outside it; after or inside, it belongs to the name only when
    the next corpus token continues the name.
    """
    words: list[str] = []
    folded: list[str] = []
    tags: list[str] = []
    lead: list[int] = []
    for index, (raw, tag) in enumerate(pairs):
        pieces = tokenise(raw)
        texts = [raw[p.start : p.end] for p in pieces] or [raw]
        folds = [p.folded for p in pieces] or [raw]
        letters = [i for i, text in enumerate(texts) if text[0].isalnum()]
        first = letters[0] if letters else 0
        last = letters[-1] if letters else len(texts) - 1
        continues = index + 1 < len(pairs) and pairs[index + 1][1].startswith("I-")
        lead.append(len(words) + first)
        for position, text in enumerate(texts):
            words.append(text)
            folded.append(folds[position])
            if tag == "O" or (tag.startswith("B-") and position < first):
                tags.append("O")
            elif position == first:
                tags.append(tag)
            elif position <= last or continues:
                tags.append("I-" + tag[2:])
            else:
                tags.append("O")
    return Sentence(words, folded, tags, lead, [tag for _, tag in pairs])


def load(data: Path, corpus: str, part: str) -> list[Sentence]:
    """The sentences of one part ('train', 'dev', 'test', 'extra') of a corpus of `FOLDERS`."""
    path = data / FOLDERS[corpus] / f"{part}.conll.xz"
    return [retokenise(pairs) for pairs in read_conll(path)]
