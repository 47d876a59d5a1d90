"""A package's tokenizer, with the place of every piece in the text.

SentencePiece tells where each piece came from. BPE packages (Moses tokenisation and subword-nmt)
go through argostranslate's own tokenizer, and the places are found again by looking for the pieces.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from reader.errors import PackageError
from reader.translation.spelling import Spelling


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as the model sees it: pieces[i] stands at offsets[i], [start, end) code points."""

    text: str
    pieces: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]


class Tokenizer(Protocol):
    """Text to pieces and back."""

    def encode(self, text: str) -> Pieces:
        """Cut a source text."""
        ...

    def decode(self, pieces: list[str]) -> Pieces:
        """Join the pieces of a translation; the offsets count in the joined text."""
        ...


def load(package: Path, from_code: str, to_code: str) -> Tokenizer:
    """Return the tokenizer of an unpacked package; raises PackageError when it is damaged."""
    model = package / "sentencepiece.model"
    try:
        if model.is_file():
            return SentencePiece(model)
        return Bpe(package / "bpe.model", from_code, to_code)
    except (OSError, RuntimeError, ValueError) as error:
        raise PackageError(
            f"The tokenizer of {package.name} is damaged: install the package again."
        ) from error
    except ImportError as error:
        raise PackageError(f"The tokenizer of {package.name} needs {error.name}.") from error


class SentencePiece:
    """A sentencepiece.model."""

    def __init__(self, model: Path) -> None:
        import sentencepiece

        self._processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(model))
        self._spelling = Spelling(self._knows)

    def encode(self, text: str) -> Pieces:
        """See Tokenizer.encode."""
        written, places = self._spelling(text)
        found = self._processor.encode(written, return_type="offset_mapping")
        offsets = tuple((places[start], places[end]) for start, end in found["offsets"])
        return Pieces(text, tuple(found["pieces"]), offsets)

    def _knows(self, character: str) -> bool:
        """Tell whether the vocabulary has a character, not only its bytes."""
        pieces = self._processor.encode(character, out_type=str)
        return not any(piece.startswith("<0x") for piece in pieces)

    def decode(self, pieces: list[str]) -> Pieces:
        """See Tokenizer.decode; the same text as argostranslate makes of the pieces."""
        found = self._processor.decode(pieces, return_type="offset_mapping")
        text = found["text"].replace("▁", " ").replace("_", " ")
        return _trimmed(text, tuple(pieces), tuple(found["offsets"]))


class Bpe:
    """A bpe.model of subword-nmt over Moses tokens."""

    def __init__(self, model: Path, from_code: str, to_code: str) -> None:
        from argostranslate.tokenizer import BPETokenizer

        self._tokenizer: Any = BPETokenizer(model, from_code, to_code)
        self._tokenizer.lazy_load()
        self._spelling = Spelling(_is_common)

    def encode(self, text: str) -> Pieces:
        """See Tokenizer.encode."""
        written, places = self._spelling(text)
        pieces = tuple(self._tokenizer.encode(written))
        found = _found_again(pieces, written)
        return Pieces(text, pieces, tuple((places[start], places[end]) for start, end in found))

    def decode(self, pieces: list[str]) -> Pieces:
        """See Tokenizer.decode."""
        text = self._tokenizer.decode(pieces)
        return _trimmed(text, tuple(pieces), _found_again(tuple(pieces), text))


def _is_common(character: str) -> bool:
    """Stand in for a vocabulary that cannot be asked: no Persian letters in Arabic words."""
    return character not in "کی"


def _trimmed(text: str, pieces: tuple[str, ...], offsets: tuple[tuple[int, int], ...]) -> Pieces:
    start = len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))

    def moved(at: int) -> int:
        return min(max(at, start), end) - start

    return Pieces(text[start:end], pieces, tuple((moved(a), moved(b)) for a, b in offsets))


def _found_again(pieces: tuple[str, ...], text: str) -> tuple[tuple[int, int], ...]:
    """Return where the pieces stand in the text, in order; one that is not there gets no width."""
    offsets, at = [], 0
    for piece in pieces:
        bare = piece.removesuffix("@@")
        found = text.find(bare, at) if bare else -1
        if 0 <= found <= at + 40:
            offsets.append((found, found + len(bare)))
            at = found + len(bare)
        else:
            offsets.append((at, at))
    return tuple(offsets)
