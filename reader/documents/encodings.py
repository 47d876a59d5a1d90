"""Bytes of a text file to characters, when nothing says which encoding they have.

Order: byte order mark; UTF-8; UTF-16 without a mark; then the Arabic one-byte encodings, told
apart by the commonest Arabic words; only then a general detector (charset-normalizer), which on
Arabic alone is often wrong.
"""

import codecs
import re
from typing import NamedTuple

from reader.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ARABIC_ENCODINGS = ("cp1256", "iso8859_6", "cp864", "cp720")
_COMMON = """
في من على إلى الى أن ان عن مع هذا هذه التي الذي ما لا كان كانت قال بعد بين كما أو او ذلك و وقد لم
كل قبل غير عام يوم خلال أي اي هو هي
"""
_COMMON_WORDS = frozenset(_COMMON.split())
_JUDGED_ALREADY = ["ascii", "utf_7", "utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be",
                   "utf_32", "utf_32_le", "utf_32_be"]  # fmt: skip
_FEW = 8
_SAMPLE = 64 * 1024
# controls that no text needs; tab, line ends, escape and the separators 1C-1F are left out
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f") + b"\x7f"
_TELLING = re.compile(rb"[\x80-\xff]+[\0-\x7f]{0,64}")
_ARABIC_WORD = re.compile(r"[ء-ي]+")


class Decoded(NamedTuple):
    """Text, the name of its encoding, and a sentence when some of it was damaged."""

    text: str
    encoding: str
    warning: str = ""


def decode(data: bytes, name: str) -> Decoded:
    """Return the text of a plain text file's bytes; `name` is for the message.

    Raises DocumentError when the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return damaged_allowed(data, encoding)
    if _has_binary_bytes(data):
        wide = _wide_encoding(data)
        if wide:
            return damaged_allowed(data, wide)
        raise DocumentError(
            f"{name} is not a text file or a known document: convert it to text, PDF or EPUB first."
        )
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if nearly_utf8(data):
        return damaged_allowed(data, "utf-8")
    wide = _wide_encoding(data)
    if wide:
        return damaged_allowed(data, wide)
    return damaged_allowed(data, _one_byte_encoding(data))


def damaged_allowed(data: bytes, encoding: str) -> Decoded:
    """Return the text in an encoding; what is damaged becomes U+FFFD, with a warning."""
    plain = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    try:
        return Decoded(data.decode(encoding), plain)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(
            text,
            plain,
            f"Parts of the file are not valid {plain.upper()} and are shown as “\ufffd”.",
        )


def _has_binary_bytes(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    bad = len(sample) - len(sample.translate(None, _CONTROLS))
    # one stray control in a page of text is dirt, one in fifty bytes is not text
    return bad > 2 and bad * 50 > len(sample)


def nearly_utf8(data: bytes, damage: float = 0.1) -> bool:
    """Tell UTF-8 with a little damage, or none, from other encodings; false for ASCII alone.

    `damage` is the share of the characters above ASCII that must not be reached.
    """
    sample = telling(data).decode("utf-8", "replace")
    wide = sum(1 for c in sample if c > "\x7f")
    return sample.count("\ufffd") < damage * wide


def telling(data: bytes) -> bytes:
    """Return the first bytes that tell encodings apart, from which long ASCII is left out."""
    parts: list[bytes] = []
    size = 0
    for found in _TELLING.finditer(data):
        parts.append(found.group())
        size += len(parts[-1])
        if size >= _SAMPLE:
            break
    return b"".join(parts)[:_SAMPLE]


def _wide_encoding(data: bytes) -> str:
    """Return the UTF-16 variant of data without a mark, or "" when it is none."""
    sample = data[: _SAMPLE & ~1]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) & ~1].decode(encoding, "replace")
        likely = sum(1 for c in text if " " <= c <= "~" or c in "\t\r\n" or "؀" <= c <= "ۿ")
        if text and likely >= 0.9 * len(text):
            return encoding
    return ""


def arabic_encoding(sample: bytes) -> str:
    """Return the one-byte encoding in which some bytes are Arabic text, or "" if in none."""
    best = max(ARABIC_ENCODINGS, key=lambda encoding: _arabic_score(sample, encoding))
    if _arabic_score(sample, best) >= 0.02:
        return best
    # a line or two without a common word: nearly all its upper bytes are Arabic letters
    best = max(ARABIC_ENCODINGS[:2], key=lambda encoding: _letter_share(sample, encoding))
    return best if _letter_share(sample, best) >= 0.9 else ""


def _one_byte_encoding(data: bytes) -> str:
    arabic = arabic_encoding(telling(data))
    if arabic:
        return arabic
    first = _TELLING.search(data)
    start = first.start() if first else 0
    sample = data[start : start + _SAMPLE]
    upper = sample.translate(None, bytes(range(128)))
    if len(upper) <= _FEW and _decodes(sample, "cp1252"):
        return "cp1252"  # curly quotes or a pound sign in English: too little to detect by
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_exclusion=_JUDGED_ALREADY).best()
    # windows-1256 has a character for every byte: the last resort shows something for all of it
    return found.encoding if found else "cp1256"


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _arabic_score(sample: bytes, encoding: str) -> float:
    """Return the share of the words that are very common in Arabic (0.1-0.2 in news)."""
    words = _ARABIC_WORD.findall(sample.decode(encoding, "replace"))
    if len(words) < 2 or _letter_share(sample, encoding) < 0.7:
        return 0.0
    return sum(word in _COMMON_WORDS for word in words) / len(words)


def _letter_share(sample: bytes, encoding: str) -> float:
    """Return how many of the bytes above 127 are Arabic letters, as a share."""
    upper = sample.translate(None, bytes(range(128)))
    words = _ARABIC_WORD.findall(sample.decode(encoding, "replace"))
    letters = sum(map(len, words))
    # the accented letters of European words stand alone, Arabic letters stand together
    return letters / len(upper) if words and letters > 2 * len(words) else 0.0
