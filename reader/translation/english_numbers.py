"""Numbers, months, weekdays and decades in an English text, however they are written."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_SMALL = {
    **{word: n for n, word in enumerate(_UNITS)},
    **{word: n for n, word in enumerate(_ORDINALS)},
    **{word: 20 + 10 * n for n, word in enumerate(_TENS)},
    **{word[:-1] + "ieth": 20 + 10 * n for n, word in enumerate(_TENS)},
}
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "mn": 10**6,
    "m": 10**6,
    "k": 1000,
}
_SCALES |= {f"{word}th": n for word, n in _SCALES.items() if len(word) > 2}
_OTHER = {
    "half": ("0.5",),
    "third": ("3", "0.333333"),
    "thirds": ("0.666667", "0.333333"),
    "quarter": ("0.25", "4"),
    "quarters": ("0.75", "0.25"),
    "once": ("1",),
    "single": ("1",),
    "twice": ("2",),
    "double": ("2",),
    "doubled": ("2",),
    "couple": ("2",),
    "pair": ("2",),
    "both": ("2",),
    "triple": ("3",),
    "tripled": ("3",),
    "dozen": ("12",),
    "decade": ("10",),
    "decades": ("10",),
    "century": ("100",),
    "fortnight": ("2", "14"),
}
_GROUPS = {
    **dict.fromkeys(("dozen", "dozens"), 12),
    **dict.fromkeys(("decade", "decades"), 10),
    **dict.fromkeys(("century", "centuries"), 100),
}
_DECADES = {word[:-1] + "ies": 20 + 10 * n for n, word in enumerate(_TENS)}
MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH_NUMBERS = {
    name: n for n, month in enumerate(MONTHS, start=1) for name in (month, month[:3], month[:4])
}
_WEEKDAY_NUMBERS = {
    name: n for n, day in enumerate(WEEKDAYS, start=1) for name in (day, day + "s", day[:3])
}
_DATE = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b|\b(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})\b")
_DIGITS = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_TOKEN = re.compile(rf"(?:{_DIGITS.pattern})|[a-z]+")
_FOLD = re.compile(r"^(.+?)[-]?fold$")


@dataclass(slots=True)
class EnglishNumbers:
    """What a text says in numbers: `written` are those in digits, `all` with words and parts."""

    written: set[Decimal] = field(default_factory=set)
    all: set[Decimal] = field(default_factory=set)
    months: set[int] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)  # 1 is Monday, as in ISO 8601
    decades: set[int] = field(default_factory=set)  # 1970, or 70 without a century
    words: set[str] = field(default_factory=set)


def find(text: str) -> EnglishNumbers:
    """Return the numbers of an English text, scales and number words worked out."""
    found = EnglishNumbers()
    lower = text.casefold()
    for match in _DATE.finditer(lower):
        year, month, day, first, second, last = match.groups()
        parts = (year, month, day) if year else (last, first, second)
        found.all |= {Decimal(part) for part in parts}
        found.months |= {int(part) for part in parts[1:] if int(part) <= 12}
    tokens = [(m.group(), m.end()) for m in _TOKEN.finditer(lower)]
    found.words = {token for token, _ in tokens}
    _names(tokens, found)
    at = 0
    while at < len(tokens):
        token = tokens[at][0]
        if token[0].isdigit():
            at = _digits(lower, tokens, at, found)
        elif token in _SMALL or (token in _SCALES and len(token) > 2):
            at = _words(tokens, at, found)
        else:
            at += 1
    return found


def _names(tokens: list[tuple[str, int]], found: EnglishNumbers) -> None:
    for token, _ in tokens:
        if token in _MONTH_NUMBERS:
            found.months.add(_MONTH_NUMBERS[token])
        if token in _WEEKDAY_NUMBERS:
            found.weekdays.add(_WEEKDAY_NUMBERS[token])
        if token in _DECADES:
            found.decades.add(_DECADES[token])
        found.all |= {Decimal(value) for value in _OTHER.get(token, ())}
        if folded := _FOLD.match(token):
            found.all |= {Decimal(_SMALL[w]) for w in [folded.group(1)] if w in _SMALL}


def _digits(text: str, tokens: list[tuple[str, int]], at: int, found: EnglishNumbers) -> int:
    token, end = tokens[at]
    value = Decimal(token.replace(",", ""))
    found.written.add(value)
    found.all.add(value)
    if re.match(r"['’]?s\b", text[end:]):
        found.decades.add(int(value))
    at += 1
    while at < len(tokens) and tokens[at][0] in _SCALES:
        value *= _SCALES[tokens[at][0]]
        found.all.add(value)
        at += 1
    _group(tokens, at, value, found)
    return at


def _words(tokens: list[tuple[str, int]], at: int, found: EnglishNumbers) -> int:
    """Add the number that starts at a number word; return where the next token is."""
    total, part = Decimal(0), Decimal(0)
    started = False
    while at < len(tokens):
        token = tokens[at][0]
        if token in _SMALL:
            value = Decimal(_SMALL[token])
            # "two three" are two numbers, "twenty three" and "hundred three" one
            if started and part % 10 == 0 and (part % 100 >= 20 > value > 0 or part % 100 == 0):
                part += value
            elif started and part:
                break
            else:
                part = value
        elif token in _SCALES and (len(token) > 2 or started):
            scale = _SCALES[token]
            if scale == 100:
                part = max(part, Decimal(1)) * 100
            else:
                total += max(part, Decimal(1)) * scale
                part = Decimal(0)
        elif token == "and" and started and at + 1 < len(tokens) and tokens[at + 1][0] in _SMALL:
            # "hundred and five", but not "five and six"
            if part % 100 or (not part and not total):
                break
        else:
            break
        started = True
        at += 1
    found.all.add(total + part)
    _group(tokens, at, total + part, found)
    return at


def _group(tokens: list[tuple[str, int]], at: int, count: Decimal, found: EnglishNumbers) -> None:
    """Add what "four dozen" or "two decades" comes to."""
    if at < len(tokens) and tokens[at][0] in _GROUPS:
        found.all.add(count * _GROUPS[tokens[at][0]])
