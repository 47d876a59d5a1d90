"""The SentencePiece tokenizer and its normaliser with Arabic orthographic folding.

The folding lives in the tokenizer file, so every program that runs the package applies it: harakat,
tatweel and bidi controls go, alef forms, alef maqsura, ta marbuta, Arabic-Indic digits,
presentation forms and typographic quotes become their plain letters. Digits are split, so that
numbers are copied digit by digit. Offsets into the text are not concerned: folding happens only
inside the model.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

UNKNOWN, BEGIN, END, PADDING = range(4)

_DROPPED = [
    0x640,
    *range(0x64B, 0x660),
    0x670,
    *(c for c in range(0x6D6, 0x6EE) if c not in (0x6DD, 0x6DE, 0x6E5, 0x6E6, 0x6E9)),
    *(0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF),
]
_FOLDED = {
    "آأإٱ": "ا",
    "ة": "ه",
    "ى": "ي",
    "\u201c\u201d\u201e\u00ab\u00bb": '"',
    "\u2018\u2019": "'",
    "\u2013\u2014": "-",
    "\t": " ",
}
_COMPATIBLE = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00), 0xA0, 0x2026, 0xFF0C)


def normaliser_rules() -> dict[str, str]:
    """Return what the normaliser replaces: one character -> its replacement, perhaps empty."""
    rules = {chr(code): "" for code in _DROPPED}
    for digit in range(10):
        rules[chr(0x660 + digit)] = rules[chr(0x6F0 + digit)] = str(digit)
    for code in _COMPATIBLE:
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            rules.setdefault(chr(code), plain)
    for characters, replacement in _FOLDED.items():
        rules.update(dict.fromkeys(characters, replacement))
    return rules


def rules_table() -> str:
    """Return the rules as SentencePiece reads them: hexadecimal code points, tab-separated."""
    lines = []
    for source, target in normaliser_rules().items():
        lines.append(f"{ord(source):X}\t{' '.join(f'{ord(c):X}' for c in target)}\n")
    return "".join(lines)


def train(sentences: Iterable[str], work: Path, pieces: int) -> Path:
    """Train a unigram tokenizer of `pieces` pieces shared by both languages; return its path."""
    import sentencepiece

    rules, text = work / "rules.tsv", work / "tokenizer.txt"
    rules.write_text(rules_table(), encoding="utf-8")
    text.write_text("\n".join(sentences) + "\n", encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(text),
        model_prefix=str(work / "sentencepiece"),
        vocab_size=pieces,
        model_type="unigram",
        character_coverage=0.9998,
        byte_fallback=True,
        split_digits=True,
        normalization_rule_tsv=str(rules),
        remove_extra_whitespaces=True,
        input_sentence_size=600_000,
        shuffle_input_sentence=True,
        hard_vocab_limit=False,  # a small text yields fewer pieces
        minloglevel=1,
        unk_id=UNKNOWN,
        bos_id=BEGIN,
        eos_id=END,
        pad_id=PADDING,
    )
    text.unlink()
    return work / "sentencepiece.model"


def encode(model: Path, sentences: Sequence[str]) -> tuple[NDArray[np.uint16], NDArray[np.int64]]:
    """Return the piece ids of all sentences in one row, and where each sentence starts (n + 1)."""
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    encoded = processor.encode(list(sentences), num_threads=2)
    starts = np.zeros(len(encoded) + 1, np.int64)
    starts[1:] = np.cumsum([len(ids) for ids in encoded])
    ids = np.fromiter((i for sentence in encoded for i in sentence), np.uint16, int(starts[-1]))
    return ids, starts


def pieces_of(model: Path) -> list[str]:
    """Return the vocabulary in the order of its ids."""
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    return [processor.id_to_piece(i) for i in range(processor.get_piece_size())]
