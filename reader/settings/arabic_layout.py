"""What the keys of a Latin keyboard send while an Arabic layout is on.

The layout is "Arabic (101)" of Windows, which XKB's `ara` and macOS "Arabic PC" share for
letters. XKB sends lam-alef as one presentation form; where it comes as two characters the key
has no Arabic form, since each half is another key's letter.
"""

from collections.abc import Set

_ROWS = (  # keys, what they send, and the same with shift
    ("`qwertyuiop[]", "ذضصثقفغعهخحجد"),
    ("asdfghjkl;'", "شسيبلاتنمكط"),
    ("zxcvbnm,./", "ئءؤر\ufefbىةوزظ"),
    ("QWERTYUIOP", "\u064e\u064b\u064f\u064c\ufef9إ`÷×؛"),
    ("ASDFGHJKL", "\u0650\u064d][\ufef7أـ،/"),
    ("ZXCVBNM?", "~\u0652}{\ufef5آ'؟"),
    ("0123456789", "٠١٢٣٤٥٦٧٨٩"),
)
_SENT = {
    key: sent for keys, row in _ROWS for key, sent in zip(keys, row, strict=True)
}  # fmt: skip
CAPITAL = _SENT["`"]
"""Before a letter it stands for the capital, where the layout's own sign means something else."""


def under_arabic(strokes: tuple[str, ...], meant: Set[str]) -> tuple[str, ...]:
    """Return what the keys of a Latin sequence send under the Arabic layout.

    `meant` are the strokes that commands name: Shift+L sends "/", and where that searches, the
    capital L is the two strokes ذ م. Strokes that the layout does not change stay.
    """
    found: list[str] = []
    for stroke in strokes:
        sent = _SENT.get(stroke, stroke)
        if sent.isascii() and sent != stroke and sent in meant:
            found += [CAPITAL, _SENT[stroke.lower()]]
        else:
            found.append(sent)
    return tuple(found)


def arabic_first(keys: tuple[str, ...], meant: Set[str]) -> tuple[str, ...]:
    """Return a command's keys with their Arabic forms before them; digits stay as they are."""
    forms = [
        " ".join(under_arabic(tuple(key.split()), meant)) for key in keys if not key.isdecimal()
    ]
    return tuple(dict.fromkeys([form for form in forms if form not in keys] + list(keys)))
