"""What the keys of a Latin keyboard send while an Arabic layout is on.

The layout is "Arabic (101)" of Windows, which XKB's `ara` and macOS "Arabic PC" share for
letters. XKB sends lam-alef as one presentation form; where it comes as two characters the key
has no alias, since each half is another key's letter.
"""

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"
_ARABIC = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"
_SHIFTED = {
    "B": "\ufef5", "G": "\ufef7", "T": "\ufef9", "N": "آ", "H": "أ", "Y": "إ", "J": "ـ",
    "P": "؛", "I": "÷", "O": "×", "K": "،", "?": "؟", "Q": "\u064e", "W": "\u064b",
    "E": "\u064f", "R": "\u064c", "A": "\u0650", "S": "\u064d", "X": "\u0652", "Z": "~",
    "V": "}", "C": "{",
}  # fmt: skip

ALIASES: dict[str, str] = {
    **dict(zip(_LATIN, _ARABIC, strict=True)),
    "b": "\ufefb",
    **_SHIFTED,
    **{str(n): chr(0x660 + n) for n in range(10)},
}


def alias(stroke: str) -> str | None:
    """Return the character that the same key sends under the Arabic layout, if it has one."""
    return ALIASES.get(stroke)
