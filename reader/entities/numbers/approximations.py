"""An amount: a number or range with what makes it vague or bounds it.

`Amount.render` writes it: "~2500" (نحو), ">200" (أكثر من), ">=500" (لا يقل عن), "3..9" (بضع),
"1000s" (آلاف), "20..30" (a range).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from reader.entities.numbers.cardinals import Number, fraction_at, number_at
from reader.entities.numbers.digits import plain
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.number_words import NUMBER_WORDS
from reader.entities.numbers.ranges import range_at
from reader.entities.numbers.time_zones import has_zone
from reader.entities.numbers.view import View, fold


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens [first, end), folded characters [start, stop), and the value."""

    first: int
    end: int
    start: int
    stop: int
    low: Decimal
    high: Decimal | None = None
    relation: str = ""
    vague: bool = False
    score: bool = False
    fraction: bool = False
    number: Number | None = None  # when it is one number with nothing around it

    def render(self, write: Callable[[Decimal], str] = plain) -> str:
        """Return the normalised value, each number written by `write`."""
        text = write(self.low)
        if self.vague:
            text += "s"
        if self.high is not None:
            text += ("-" if self.score else "..") + write(self.high)
        return self.relation + text


_PHRASES = {
    "~": "نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|ما يقرب من|يقارب|تقارب|ما يناهز|يناهز|تناهز|يقرب من"
    "|بحدود|في حدود|قريب من|قريبا من",
    ">": "أكثر من|أزيد من|أكبر من|أعلى من|ما يزيد عن|ما يزيد على|يزيد عن|يزيد على|تزيد عن|تزيد على"
    "|ما يربو على|ما يربو عن|ما يفوق|يفوق|تفوق|فوق|يتجاوز|تتجاوز|ما يتجاوز|تجاوز|تجاوزت",
    "<": "أقل من|أدنى من|ما يقل عن|يقل عن|تقل عن|دون",
    ">=": "ما لا يقل عن|لا يقل عن|لا تقل عن|ما لا تقل عن|على الأقل|بما لا يقل عن",
    "<=": "ما لا يزيد عن|ما لا يزيد على|لا يزيد عن|لا يزيد على|لا يتجاوز|لا تتجاوز|ما لا يتجاوز"
    "|ما يصل إلى|لا تزيد عن|لا تزيد على|لم يتجاوز|لم تتجاوز",
}
_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _relation, _phrases in _PHRASES.items():
    for _phrase in _phrases.split("|"):
        _head, *_rest = fold(_phrase).split()
        _FIRST.setdefault(_head, []).append((tuple(_rest), _relation))
_PREFIXES = Lexicon(_FIRST)
_SUFFIXES = {
    ("تقريبا",): "~",
    ("علي", "الاقل"): ">=",
    ("علي", "الاكثر"): "<=",
    ("كحد", "ادني"): ">=",
    ("كحد", "اقصي"): "<=",
    ("فاكثر",): ">=",
    ("او", "اكثر"): ">=",
    ("فما", "فوق"): ">=",
    ("او", "يزيد"): ">=",
}
_FEW = Lexicon({"بضع": 1, "بضعة": 1})
_DOZENS = Lexicon(
    {"عشرات": Decimal(10), "مئات": Decimal(100), "مئآت": Decimal(100), "مائات": Decimal(100)}
)
_WORDS_OF_BOUND = frozenset({"يتجاوز", "تتجاوز", "تجاوز", "تجاوزت", "يفوق", "تفوق", "دون", "فوق"})


def amount_at(view: View, at: int) -> Amount | None:
    """Return the amount that starts at a token, with its approximator, or None."""
    return view.once(_amount, at)


def _amount(view: View, at: int) -> Amount | None:
    prefix = relation_at(view, at)
    if prefix is None:
        body = _body(view, at)
        return None if body is None else _with_suffix(view, body)
    end, start, relation = prefix
    body = _body(view, end)
    if body is None or (body.number is not None and body.number.conjunction):
        return None
    if _is_clock(view, body.end):
        return None
    return replace(body, first=at, start=start, relation=relation)


def _is_clock(view: View, at: int) -> bool:
    """Tell whether the digits before a token are a time of day: «نحو 10:30», «قرابة 05.20 ت غ»."""
    if view.kind(at - 1) != "num":
        return False
    minutes = view.word(at) == ":" and view.glued(at) and view.kind(at + 1) == "num"
    return minutes or has_zone(view, at)


def relation_at(view: View, at: int) -> tuple[int, int, str] | None:
    """Return (token after it, folded start, relation) of an approximator at a token."""
    reading = _PREFIXES.find(view.word(at))
    if reading is None or reading.article:
        return None
    best: tuple[int, str] | None = None
    for rest, relation in reading.value:
        end = at + 1 + len(rest)
        fits = all(view.word(at + 1 + n) == word for n, word in enumerate(rest))
        if fits and (best is None or end > best[0]):
            best = end, relation
    if best is None:
        return None
    if best[0] == at + 1 and view.word(at) in _WORDS_OF_BOUND:
        # verbs and «فوق» are no part of the amount: they bound it only in longer phrases
        return None
    return best[0], view.tokens[at].start + reading.skip, best[1]


def _with_suffix(view: View, body: Amount) -> Amount:
    for words, relation in _SUFFIXES.items():
        if all(view.word(body.end + n) == word for n, word in enumerate(words)):
            end = body.end + len(words)
            return replace(
                body, end=end, stop=view.tokens[end - 1].end, relation=relation, number=None
            )
    return body


def _body(view: View, at: int) -> Amount | None:
    found = range_at(view, at)
    if found is not None:
        return Amount(
            at,
            found.high.end,
            found.low.start,
            found.high.stop,
            found.low_value,
            found.high_value,
            score=found.score,
        )
    vague = _vague(view, at)
    if vague is not None:
        return vague
    fraction = fraction_at(view, at)
    number = number_at(view, at)
    if fraction is not None and (number is None or fraction.end > number.end):
        return Amount(
            at, fraction.end, fraction.start, fraction.stop, fraction.value, fraction=True,
            number=fraction,
        )  # fmt: skip
    if number is None:
        return None
    return Amount(at, number.end, number.start, number.stop, number.value, number=number)


def _vague(view: View, at: int) -> Amount | None:
    """Read بضع, بضع مئات, عشرات, عشرات الآلاف, آلاف, ملايين."""
    word = view.word(at)
    few = _FEW.find(word)
    if few is not None:
        start = view.tokens[at].start + few.skip
        ten, end = _ten_after_few(view, at + 1)
        scale, end = _scales(view, end, most=2) if not ten else _magnitude(view, end)
        stop = view.tokens[end - 1].end
        return Amount(at, end, start, stop, (ten + 3) * scale, (ten + 9) * scale)
    reading = _DOZENS.find(word)
    size = reading.value if reading is not None else _plural(view, at)
    if size is None:
        return None
    skip = reading.skip if reading is not None else _plural_skip(view, at)
    scale, end = _scales(view, at + 1, most=1)
    start, stop = view.tokens[at].start + skip, view.tokens[end - 1].end
    return Amount(at, end, start, stop, size * scale, vague=True)


def _ten_after_few(view: View, at: int) -> tuple[Decimal, int]:
    """Read the ten of «بضع عشرة», the twenty of «بضعة وعشرون»: (it or 0, token after it)."""
    if view.word(at) in ("عشر", "عشره"):
        return Decimal(10), at + 1
    tens = NUMBER_WORDS.find(view.word(at))
    if tens is None or tens.value.kind != "ten" or tens.conjunction != "و" or tens.preposition:
        return Decimal(0), at
    return tens.value.value, at + 1


def _magnitude(view: View, at: int) -> tuple[Decimal, int]:
    """Read a thousand or million: (it or 1, token after it)."""
    word = NUMBER_WORDS.bare(view.word(at))
    if word is None or word.kind != "magnitude":
        return Decimal(1), at
    return word.value, at + 1


def _scales(view: View, at: int, *, most: int) -> tuple[Decimal, int]:
    """Multiply the plural magnitudes that follow: (product, token after them)."""
    product = Decimal(1)
    for _ in range(most):
        reading = _DOZENS.find(view.word(at))
        size = reading.value if reading is not None else _plural(view, at)
        clitics = _clitics(view, at)
        if size is None or clitics:
            break
        product *= size
        at += 1
    return product, at


def _plural(view: View, at: int) -> Decimal | None:
    reading = NUMBER_WORDS.find(view.word(at))
    return reading.value.value if reading is not None and reading.value.plural else None


def _plural_skip(view: View, at: int) -> int:
    reading = NUMBER_WORDS.find(view.word(at))
    return reading.skip if reading is not None else 0


def _clitics(view: View, at: int) -> bool:
    reading = _DOZENS.find(view.word(at)) or NUMBER_WORDS.find(view.word(at))
    return reading is not None and bool(reading.conjunction or reading.preposition)
