"""Plain numbers (CARDINAL) and multiples (ثمانية أضعاف), without the false friends."""

from decimal import Decimal

from reader.entities.model import Label
from reader.entities.numbers.approximations import amount_at
from reader.entities.numbers.bare_duals import is_alpha
from reader.entities.numbers.below_zero import from_zero_at, negated
from reader.entities.numbers.cardinals import Number
from reader.entities.numbers.digits import plain
from reader.entities.numbers.match import Match
from reader.entities.numbers.ordinals import ORDINAL_WORDS
from reader.entities.numbers.units import is_unit
from reader.entities.numbers.view import View, fold

_TIMES = {"اضعاف", "ضعف", "ضعفا"}
_DOUBLE = {fold(word) for word in "ضعفين ضعفان ضعفي ضعفيه".split()}
_TWICE_BEFORE = {fold(word) for word in "إلى بمقدار بنسبة بواقع بمعدل نحو".split()}
_TWICE_AFTER = {
    fold(word)
    for word in "ما عدد حجم سعر قيمة مساحة عددهم المعدل العدد المبلغ السعر الرقم عما ميزانية متوسط"
    " كمية تكلفة نسبة حصة راتب إنتاج".split()
}
# sixth, lady, lion, company, eight: numbers only before an indefinite plural or after «الـ…»
_DOUBTFUL = {fold(word) for word in "ست سبع عشرة عشر خمس تسع ثمان".split()}
_I_AM_NOT = {"لست", "ولست", "فلست", "الست"}  # and not «for six», which units of time still are
_TEN = {"عشر", "عشره"}
_COMPANY = {fold(word) for word in "عمر طويلة طيبة حسنة وثيقة".split()}
_COUNTED_BY_SIXTY = {fold(word) for word in "يوم عام سنة دقيقة ساعة شخص".split()}
_WEST = {
    fold(word)
    for word in "هام بروميتش بروميش بروم تكساس بوينت بوينتر بالم إند فيرجينيا لايف كوست سايد"
    " وينغ وود بانك".split()
}
_QUOTES = set('«»"“”(%٪$€')
_WRITING = "ّ"  # shadda: ألّف wrote
_HALF_NOT = {
    fold(word)
    for word in "نهائي النهائي نهار النهار شقيق شقيقة أخ سنوي سنوية السنوي السنوية".split()
}
_ZERO_BEFORE = {fold(word) for word in "تحت فوق دون مقابل درجة".split()}
_FIFTH_OF = {"سكان", "عدد", "مساحه", "ميزانيه", "اعضاء", "حجم"}
_DAMMA = "ُ"
_HALF_WANTS = {"الي", "بمقدار", "بنسبه", "بواقع", "من"}


def match_count(view: View, at: int) -> Match | None:
    """Return the plain number or multiple that starts at a token, or None."""
    twice = _twice(view, at)
    if twice is not None:
        return twice
    if view.word(at) in ("صفر", "الصفر"):
        told = view.word(at - 1) in _ZERO_BEFORE
        start = view.tokens[at].start
        return _made(view, at, at + 1, start, "0") if told else None
    amount = amount_at(view, at)
    if amount is None:
        return None
    if amount.number is not None and _is_fifth(view, amount.number):
        return _made(view, at, amount.end, amount.start, "0.2")
    if view.word(amount.end) in _TIMES:
        return _made(view, at, amount.end + 1, amount.start, amount.render(_times))
    if amount.number is not None and not _counts(view, amount.number, fraction=amount.fraction):
        return None
    from_zero = from_zero_at(view, amount.end)
    if from_zero is not None and from_zero[1]:
        return _made(view, at, from_zero[0], amount.start, negated(amount.render()))
    return Match(Label.CARDINAL, at, amount.end, amount.start, amount.stop, amount.render())


def _times(number: Decimal) -> str:
    return plain(number) + "x"


def _twice(view: View, at: int) -> Match | None:
    """Read الضعف, ضعفين, ضعف عدد: «ضعف» alone may be weakness."""
    word = view.word(at)
    core = word.removeprefix("و").removeprefix("ب").removeprefix("ل")
    if word in _DOUBLE or core in _DOUBLE:
        start = view.tokens[at].end - (len(word) if word in _DOUBLE else len(core))
        return _made(view, at, at + 1, start, "2x")
    if word == "الضعف" and view.word(at - 1) in _TWICE_BEFORE:
        return _made(view, at, at + 1, view.tokens[at].start, "2x")
    if core == "ضعف" and view.word(at + 1) in _TWICE_AFTER:
        return _made(view, at, at + 1, view.tokens[at].end - 3, "2x")
    return None


def _is_fifth(view: View, number: Number) -> bool:
    """Tell خُمس from خمس: a vowel sign, or a definite noun after it."""
    if number.size > 1 or view.folded[number.start : number.stop] != "خمس":
        return False
    after = view.word(number.end)
    definite = after.startswith("ال") and view.kind(number.end) == "word"
    return _DAMMA in view.raw(number.first) or definite or after in _FIFTH_OF


def _counts(view: View, number: Number, *, fraction: bool) -> bool:
    """Tell whether number words are a number here."""
    before, after = view.word(number.first - 1), view.word(number.end)
    word = view.word(number.first)
    if fraction:
        return _is_fraction(view, number)
    if number.digits:
        return not (len(word) > 6 and word.startswith("0"))
    if number.size > 1:
        return True
    stem = view.folded[number.start : number.stop]
    if number.article:
        stem = stem.removeprefix("ال")
    if stem.startswith("واحد"):
        return before not in ("كل", "ان", "اي", "فورمولا") and after != "تلو" and not number.article
    if is_alpha(view, number.first):
        return False
    if stem == "الف":
        accusative = after.endswith("ا") and len(after) > 3 and not after.startswith("ال")
        return _WRITING not in view.raw(number.first) and not accusative
    if _is_name(view, number, stem):
        return False
    if stem in ("اثنا", "اثني", "اثنتا", "اثنتي"):
        return False
    if stem in _DOUBTFUL:
        return _doubtful(view, number, stem)
    # the G20 is a name
    return not (number.article and number.value in (20, 7, 8) and before == "مجموعه")


def _is_name(view: View, number: Number, stem: str) -> bool:
    """Tell whether a number word is (part of) a foreign name: إيما ستون, وست هام, كالفين."""
    after = view.word(number.end)
    if stem == "ستون" and not number.article:
        # sixty counts an accusative: «ستون شخصا», «ستون امرأة»
        accusative = len(after) > 3 and after.endswith(("ا", "ه"))
        return not accusative and after not in _COUNTED_BY_SIXTY
    if stem == "ست" and number.conjunction:
        return after in _WEST
    if number.preposition == "ك":
        return stem.startswith("الف") and "أ" not in view.raw(number.first)
    # «ألفي» stands before what it counts, never before a definite noun or a full stop
    absolute = view.kind(number.end) != "word" or after.startswith("ال")
    return stem == "الفي" and (absolute and after not in _QUOTES)


def _doubtful(view: View, number: Number, stem: str) -> bool:
    before, after = view.word(number.first - 1), view.word(number.end)
    if view.word(number.first) in _I_AM_NOT:
        return False
    if stem in _TEN and before.startswith("ال") and ORDINAL_WORDS.find(before) is not None:
        return False  # Louis XVI: what orders a king is no number, nor is its ten
    if number.article:
        return before.startswith("ال") and stem != "خمسا"
    if stem == fold("عشرة") and (after in _COMPANY or "عِ" in view.raw(number.first)):
        return False
    counted = view.kind(number.end) == "word" and not after.startswith("ال")
    return counted and len(after) > 2 and after not in ("علي", "الي", "هذه", "هذا", "التي")


def _is_fraction(view: View, number: Number) -> bool:
    after = view.word(number.end)
    if number.size > 1:
        return True
    if number.article:
        return view.word(number.first - 1) in _HALF_WANTS
    if number.conjunction and number.preposition:
        return False
    return view.kind(number.end) == "word" and after not in _HALF_NOT and not is_unit(after)


def _made(view: View, at: int, end: int, start: int, value: str) -> Match:
    return Match(Label.CARDINAL, at, end, start, view.tokens[end - 1].end, value)
