"""One number: digits, words, or both (3.5 مليون, مئة وخمسون ألفا, خمسة ملايين ونصف مليون)."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from reader.entities.numbers.bare_duals import means_two
from reader.entities.numbers.digits import parse_digits
from reader.entities.numbers.fraction_signs import FRACTION_SIGNS
from reader.entities.numbers.lexicon import Reading
from reader.entities.numbers.number_words import (
    FRACTION_PLURALS,
    FRACTIONS,
    NUMBER_WORDS,
    TEEN_ONES,
    NumberWord,
)
from reader.entities.numbers.serials import in_serial
from reader.entities.numbers.units import is_unit
from reader.entities.numbers.view import View

ONE = Decimal(1)
_MOST_TERMS = 5
_LEAST_MAGNITUDE = 1000
_MOST_HALVED = 100  # digits above are rather a year than what a half is added to
_CLITICS = re.compile(r"(?P<conj>[وف]?)(?P<prep>[بلك]?)(?P<article>ال|ل)?")
# a number glued to these only lacks its space: إلى13 مليون
_BEFORE_NUMBERS = {"الي", "من", "عام", "سنه", "نحو", "حوالي", "في", "علي", "بين", "بنسبه", "مبلغ"}
_MINUS = re.compile(r"(?P<conj>و?)(?P<prep>[بل]?)(?P<word>سالب|ناقص)")
_TEN_AFTER_UNIT = {"عشر", "عشره"}
_ONE_OF = "احدي"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the folded text: tokens [first, end), folded characters [start, stop)."""

    first: int
    end: int
    start: int
    stop: int
    value: Decimal
    scale: Decimal = ONE  # last magnitude: the earlier half of a range shares it
    digits: bool = False  # a single run of digits
    conjunction: str = ""
    preposition: str = ""
    article: bool = False

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return self.end - self.first


def number_at(view: View, at: int) -> Number | None:
    """Return the longest number that starts at a token, or None."""
    return view.once(_number, at)


def _number(view: View, at: int) -> Number | None:
    minus = _MINUS.fullmatch(view.word(at))
    if minus is not None:
        return _negative(view, at, minus)
    first = number = _term(view, at)
    if number is None or first is None:
        return None
    for _ in range(_MOST_TERMS):
        longer = _with_fraction(view, number) or _with_next_term(view, number)
        if longer is None:
            break
        number = longer
    return replace(
        number,
        start=first.start,
        conjunction=first.conjunction,
        preposition=first.preposition,
        article=first.article,
    )


def _negative(view: View, at: int, minus: re.Match[str]) -> Number | None:
    """Read «سالب 5»; «ناقص», also "lacking", only before a share or degrees."""
    inner = number_at(view, at + 1)
    if inner is None or inner.conjunction or inner.preposition or inner.value <= 0:
        return None
    degrees = view.word(inner.end) in ("درجات", "مئويه")
    measured = degrees or _wants_decimals(view, inner.end)
    taken = not minus["conj"] and view.kind(at - 1) == "num"  # 10 ناقص 5
    if taken or (minus["word"] == "ناقص" and not measured):
        return None
    return replace(
        inner,
        first=at,
        start=view.tokens[at].end - len(minus["word"]),
        value=-inner.value,
        digits=False,
        conjunction=minus["conj"],
        preposition=minus["prep"],
    )


def _with_next_term(view: View, number: Number) -> Number | None:
    """Add a smaller term after و: مليون و200 ألف, ألف ومئتان."""
    if number.scale == ONE:
        return None
    term = _term(view, number.end)
    if term is None or term.conjunction != "و" or term.preposition:
        return None
    if term.value >= number.scale or term.scale >= number.scale:
        return None
    scale = term.scale if term.scale > ONE else ONE
    return Number(number.first, term.end, number.start, term.stop, number.value + term.value, scale)


def _with_fraction(view: View, number: Number) -> Number | None:
    """Add a fraction after و: مليون ونصف, ثلاثة ونصف مليون, 3 ملايين وثلاثة أرباع المليون."""
    fraction = _fraction_of(view, number.end)
    if fraction is None:
        return None
    reading, part, end = fraction
    if reading.conjunction != "و" or reading.preposition or reading.article:
        return None
    magnitude = _magnitude(view, end)
    if number.digits and number.value > _MOST_HALVED:
        return None  # «2015 ونصف» is no number, «2015 ونصف مليون» are two
    if magnitude is None:
        value, scale = number.value + part * number.scale, ONE
    elif number.scale == ONE and number.value >= _LEAST_MAGNITUDE:
        return None  # «عام ألفين وعشرين ونصف مليون»
    elif number.scale == ONE:  # «ثلاثة ونصف مليون»
        end, scale = end + 1, magnitude.value
        value = (number.value + part) * scale
    else:  # «خمسة ملايين ونصف المليون»
        end, scale = end + 1, ONE
        value = number.value + part * magnitude.value
    return Number(number.first, end, number.start, view.tokens[end - 1].end, value, scale)


def _fraction_of(view: View, at: int) -> tuple[Reading[Any], Decimal, int] | None:
    """Read نصف, ثلثي or ثلاثة أرباع: (its first word, value, token after it)."""
    reading = FRACTIONS.find(view.word(at))
    if reading is not None:
        return reading, reading.value, at + 1
    count, part = NUMBER_WORDS.find(view.word(at)), FRACTION_PLURALS.find(view.word(at + 1))
    if count is None or count.value.kind != "unit" or count.value.value == 1 or part is None:
        return None
    if part.conjunction or part.preposition or part.article:
        return None
    return count, count.value.value * part.value, at + 2


def _magnitude(view: View, at: int) -> NumberWord | None:
    reading = NUMBER_WORDS.find(view.word(at))
    if reading is None or reading.value.kind != "magnitude":
        return None
    return None if reading.conjunction or reading.preposition else reading.value


def _term(view: View, at: int) -> Number | None:
    term = _digit_term(view, at) or _fraction_term(view, at) or _word_term(view, at)
    if term is None:
        return None
    # the magnitudes multiply: 100 ألف مليون, ألف مليار
    for _ in range(2):
        magnitude = _magnitude(view, term.end)
        if magnitude is None or term.scale >= magnitude.value:
            break
        term = replace(
            term,
            end=term.end + 1,
            stop=view.tokens[term.end].end,
            value=term.value * magnitude.value,
            scale=magnitude.value,
            digits=False,
        )
    return term


def _digit_term(view: View, at: int) -> Number | None:
    """Read digits with the clitics before them (و12, بـ5, الـ32) and a sign."""
    start, conjunction, preposition, article = -1, "", "", False
    digits = at
    if view.kind(at) == "word":
        clitics = _CLITICS.fullmatch(view.word(at))
        if clitics is None:
            return None
        conjunction, preposition = clitics["conj"], clitics["prep"]
        article = bool(clitics["article"])
        if clitics["article"] == "ل" and not preposition:  # «ل» alone is the preposition
            preposition, article = "ل", False
        if clitics["article"] == "ال":
            start = view.tokens[at].end - 2
        digits = at + 1
    elif view.word(at) in ("-", "−", "+") and view.glued(at + 1) and not view.glued(at):
        digits = at + 1
        start = view.tokens[at].start
    found = _fraction_digits(view, digits) or _whole_digits(view, digits)
    if found is None or (digits == at and _part_of_name(view, at)) or in_serial(view, digits):
        return None
    value, end = found
    if _glued_letters(view, end):
        return None
    if view.word(at) in ("-", "−"):
        value = -value
    token = view.tokens[digits]
    return Number(
        at,
        end,
        token.start if start < 0 else start,
        view.tokens[end - 1].end,
        value,
        digits=end == digits + 1 and token.kind == "num",
        conjunction=conjunction,
        preposition=preposition,
        article=article,
    )


def _whole_digits(view: View, at: int) -> tuple[Decimal, int] | None:
    """Return the value of a run of digits and the token after it."""
    if view.kind(at) != "num":
        return None
    value = parse_digits(view.word(at), decimal_point=_wants_decimals(view, at + 1))
    return None if value is None else (value, at + 1)


def _fraction_digits(view: View, at: int) -> tuple[Decimal, int] | None:
    """Return the value of ½, 1½ and, before a magnitude, 1/4, and the token after it."""
    word, after = view.word(at), view.word(at + 1)
    if word in FRACTION_SIGNS:
        return FRACTION_SIGNS[word], at + 1
    if not word.isdecimal() or not view.glued(at + 1):
        return None
    if after in FRACTION_SIGNS:
        return int(word) + FRACTION_SIGNS[after], at + 2
    below = view.word(at + 2)
    if after != "/" or not (view.glued(at + 2) and len(below) <= 2 and below.isdecimal()):
        return None
    proper = 0 < int(word) < int(below) and _magnitude(view, at + 3) is not None
    return (Decimal(word) / Decimal(below), at + 3) if proper else None


def _part_of_name(view: View, at: int) -> bool:
    """Tell whether digits belong to a name: F16, سو-35, كوفيد-19."""
    if not view.glued(at):
        return False
    if view.kind(at - 1) == "word":
        before = view.word(at - 1)
        forgotten_space = before in _BEFORE_NUMBERS or _magnitude(view, at + 1) is not None
        return not forgotten_space and _CLITICS.fullmatch(before) is None
    return (
        view.word(at - 1) in "-–_"
        and view.glued(at - 1)
        and view.kind(at - 2) == "word"
        and _CLITICS.fullmatch(view.word(at - 2)) is None
    )


def _glued_letters(view: View, at: int) -> bool:
    """Tell whether Latin letters that are no unit follow at once: 5G, 3D."""
    if not view.glued(at) or view.kind(at) != "word" or not view.word(at).isascii():
        return False
    return not is_unit(view.word(at))


def _wants_decimals(view: View, at: int) -> bool:
    word = view.word(at)
    return word in ("%", "٪", "في", "بالمئه", "بالمائه", "درجه") or _magnitude(view, at) is not None


def _word_term(view: View, at: int) -> Number | None:
    word = view.word(at)
    if view.kind(at) != "word":
        return None
    if word == "و" and view.kind(at + 1) == "word" and view.word(at + 1) != "و":  # «ثلاثة و عشرون»
        inner = _word_term(view, at + 1)
        if inner is None or inner.conjunction or inner.preposition:
            return None
        return replace(inner, first=at, conjunction="و")
    ones = _with_one(view, at)
    if ones is not None:
        first, ones_value, end = ones
        return _made(view, at, end, first.skip, ones_value, first)
    reading = NUMBER_WORDS.find(word)
    if reading is None or reading.value.plural:
        return None
    kind, value = reading.value.kind, reading.value.value
    end = at + 1
    scale = ONE
    if kind == "unit":
        end, value = _after_unit(view, end, value)
    elif kind == "hundred":
        end, value = _after_hundred(view, end, value)
    elif kind == "magnitude":
        scale = value
        value *= 2 if means_two(view, at) else 1
    elif kind == "dual":
        scale = value / 2
    return replace(_made(view, at, end, reading.skip, value, reading), scale=scale)


def _made(view: View, at: int, end: int, skip: int, value: Decimal, reading: object) -> Number:
    return Number(
        at,
        end,
        view.tokens[at].start + skip,
        view.tokens[end - 1].end,
        value,
        conjunction=getattr(reading, "conjunction", ""),
        preposition=getattr(reading, "preposition", ""),
        article=bool(getattr(reading, "article", False)),
    )


def _after_unit(view: View, at: int, value: Decimal) -> tuple[int, Decimal]:
    """Go on after a unit: teen, hundreds, tens."""
    if 2 <= value <= 9 and view.word(at) in _TEN_AFTER_UNIT:
        return at + 1, value + 10
    if 3 <= value <= 9:
        after = NUMBER_WORDS.bare(view.word(at))
        if after is not None and after.kind == "hundred" and after.value == 100:
            return _after_hundred(view, at + 1, value * 100)
    if value <= 9:
        tens, end = _joined(view, at)
        if tens is not None and tens.kind == "ten":
            return end, value + tens.value
    return at, value


def _after_hundred(view: View, at: int, value: Decimal) -> tuple[int, Decimal]:
    """Go on after hundreds: وخمسة, وعشرون, وخمسة وعشرون, وأحد عشر."""
    ones = _with_one(view, at)
    if ones is not None and ones[0].conjunction == "و":
        return ones[2], value + ones[1]
    rest, end = _joined(view, at)
    if rest is None:
        return at, value
    if rest.kind == "ten":
        return end, value + rest.value
    if rest.kind == "unit":
        end, units = _after_unit(view, end, rest.value)
        if units < 100:
            return end, value + units
    return at, value


def _with_one(view: View, at: int) -> tuple[Reading[int], Decimal, int] | None:
    """Read أحد عشر or إحدى وعشرون: (its first word, value, token after it)."""
    ones = TEEN_ONES.find(view.word(at))
    if ones is None:
        return None
    if view.word(at + 1) in _TEN_AFTER_UNIT:
        return ones, Decimal(11), at + 2
    # not «أحد وعشرون», somebody and twenty
    tens, end = _joined(view, at + 1) if view.word(at).endswith(_ONE_OF) else (None, at)
    return (ones, tens.value + 1, end) if tens is not None and tens.kind == "ten" else None


def _joined(view: View, at: int) -> tuple[NumberWord | None, int]:
    """Return the number word after a و (glued or not) and where it ends."""
    if view.word(at) == "و":
        return NUMBER_WORDS.bare(view.word(at + 1)), at + 2
    reading = NUMBER_WORDS.find(view.word(at))
    if reading is None or reading.conjunction != "و" or reading.preposition:
        return None, at
    return reading.value, at + 1


def _fraction_term(view: View, at: int) -> Number | None:
    """Read «نصف مليون» and «ثلاثة أرباع المليون»."""
    fraction = _fraction_of(view, at)
    if fraction is None or fraction[0].article:
        return None
    reading, part, end = fraction
    magnitude = _magnitude(view, end)
    if magnitude is None:
        return None
    number = _made(view, at, end + 1, reading.skip, part * magnitude.value, reading)
    return replace(number, scale=magnitude.value)


def fraction_at(view: View, at: int) -> Number | None:
    """Return a fraction that stands alone: ثلث, ثلثي, ثلاثة أرباع."""
    number = number_at(view, at)
    if number is not None and number.size == 1 and 1 < number.value < 10:
        part = FRACTION_PLURALS.find(view.word(number.end))
        if part is not None and not part.conjunction and not part.preposition:
            return replace(
                number,
                end=number.end + 1,
                stop=view.tokens[number.end].end,
                value=number.value * part.value,
            )
    reading = FRACTIONS.find(view.word(at))
    if reading is None:
        return None
    return _made(view, at, at + 1, reading.skip, reading.value, reading)
