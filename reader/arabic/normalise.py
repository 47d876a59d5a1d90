"""The search form of a text: what differs only in spelling or typing becomes equal."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple, TypedDict, Unpack

from reader.arabic.dashes import with_dashes
from reader.arabic.harakat import without_harakat
from reader.arabic.joining import TATWEEL
from reader.arabic.presentation import letters_of

_ALEFS = dict.fromkeys("أإآٱٲٳ", "ا")
# Persian keyboards type keheh and Farsi yeh in Arabic words.
_YEHS = {"ى": "ي", "ی": "ي", "ک": "ك"}
_SEPARATORS = {"٫": ".", "٬": ","}
_COMPOSING_ARABIC = frozenset("\u0653\u0654\u0655")


class Folds(TypedDict, total=False):
    """The steps of the search form; all are on but `casefold`."""

    harakat: bool  # vowel signs are dropped
    tatweel: bool  # dropped, between two numbers a dash
    alef: bool  # أ إ آ ٱ become ا
    yeh: bool  # ى and ی become ي, ک becomes ك
    teh_marbuta: bool  # ة becomes ه
    digits: bool  # of any script, and their separators, become ASCII
    casefold: bool  # upper case is folded


class _Folds(NamedTuple):
    harakat: bool = True
    tatweel: bool = True
    alef: bool = True
    yeh: bool = True
    teh_marbuta: bool = True
    digits: bool = True
    casefold: bool = False


def normalise(text: str, **folds: Unpack[Folds]) -> str:
    """Return the search form of a text.

    Presentation forms become letters, format characters go, the result is NFC. Each keyword of
    `Folds` turns one more step off or on.
    """
    return _normalise(text, _Folds(**folds))[0]


def normalise_with_map(text: str, **folds: Unpack[Folds]) -> tuple[str, list[int]]:
    """Return the search form and, for each of its code points, the offset it comes from.

    The list has one more entry, `len(text)`, so a match `[a, b)` is `text[map[a]:map[b]]`.
    """
    return _normalise(text, _Folds(**folds))


def _normalise(text: str, folds: _Folds) -> tuple[str, list[int]]:
    out: list[str] = []
    sources: list[int] = []
    base = ""  # the last base character as written, composed with its marks so far
    base_at = 0  # where its folded form starts in `out`
    if folds.tatweel:
        text = with_dashes(text)
    for i, character in enumerate(text):
        folded = _fold(character, folds)
        if folded is None:
            composed = unicodedata.normalize("NFC", base + character) if base else ""
            if len(composed) == 1:
                source = sources[base_at]
                del out[base_at:], sources[base_at:]
                base = composed
                folded = _fold(composed, folds) or ""
                out += folded
                sources += [source] * len(folded)
            elif character not in _COMPOSING_ARABIC:
                out.append(character)
                sources.append(i)
            continue
        if folded or not unicodedata.combining(character):
            base, base_at = character, len(out)
        out += folded
        sources += [i] * len(folded)
    result = "".join(out)
    sources.append(len(text))
    if not unicodedata.is_normalized("NFC", result):
        return _composed(result, sources)
    return result, sources


@lru_cache(maxsize=8192)
def _fold(character: str, folds: _Folds) -> str | None:
    """Return the folded form; None for a mark that may compose with its base."""
    if "!" <= character <= "@":
        return character
    if unicodedata.category(character) == "Cf" or (folds.tatweel and character == TATWEEL):
        return ""
    if not without_harakat(character):
        return "" if folds.harakat else character
    if unicodedata.combining(character):
        return None
    return "".join(
        _fold_letter(c, folds) for c in unicodedata.normalize("NFC", letters_of(character))
    )


def _fold_letter(letter: str, folds: _Folds) -> str:
    if folds.alef and letter in _ALEFS:
        return _ALEFS[letter]
    if folds.yeh and letter in _YEHS:
        return _YEHS[letter]
    if folds.teh_marbuta and letter == "ة":
        return "ه"
    if folds.digits:
        if letter in _SEPARATORS:
            return _SEPARATORS[letter]
        if (digit := unicodedata.decimal(letter, None)) is not None:
            return str(digit)
    return letter.casefold() if folds.casefold else letter


def _composed(text: str, sources: list[int]) -> tuple[str, list[int]]:
    """Bring the rest to NFC: conjoining jamo, marks out of order.

    Each stretch that changes gets the source offset of its first character throughout.
    """
    result: list[str] = []
    mapped: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and not _starts_anew(text[end - 1], text[end]):
            continue
        stretch = unicodedata.normalize("NFC", text[start:end])
        if stretch == text[start:end]:
            mapped += sources[start:end]
        else:
            mapped += [sources[start]] * len(stretch)
        result.append(stretch)
        start = end
    return "".join(result), [*mapped, sources[-1]]


def _starts_anew(before: str, character: str) -> bool:
    """Tell whether NFC never reaches back from this character."""
    if character.isascii():
        return True
    pair = before + character
    return unicodedata.combining(character) == 0 and (
        len(unicodedata.normalize("NFC", pair)) >= len(unicodedata.normalize("NFC", character)) + 1
        and not 0x1160 <= ord(character) <= 0x11FF
    )
