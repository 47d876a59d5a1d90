"""Lengths of time: ثلاثة أشهر, عامين, 48 ساعة, نصف قرن, أكثر من عام; قبل شهرين, بعد أسبوع."""

from decimal import Decimal

from reader.entities.model import Label
from reader.entities.numbers.approximations import amount_at, relation_at
from reader.entities.numbers.decades import DECADE, is_contract
from reader.entities.numbers.digits import plain
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.number_words import FRACTIONS
from reader.entities.numbers.ordinals import ORDINAL_WORDS
from reader.entities.numbers.view import View

# ISO 8601 designators; T before the clock's units
_UNITS = {
    "T%sS": "ثانية ثوان ثواني ثوانى",
    "T%sM": "دقيقة دقائق",
    "T%sH": "ساعة ساعات",
    "%sD": "يوم يوما أيام ليلة ليال ليالي",
    "%sW": "أسبوع أسبوعا أسابيع",
    "%sM": "شهر شهرا أشهر شهور",
    "%sY": "عام عاما أعوام سنة سنوات سنين",
    "%s0Y": "عقد عقدا عقود",
    "%s00Y": "قرن قرنا قرون",
}
_DUALS = {
    "T%sS": "ثانيتين ثانيتان",
    "T%sM": "دقيقتين دقيقتان",
    "T%sH": "ساعتين ساعتان",
    "%sD": "يومين يومان ليلتين ليلتان",
    "%sW": "أسبوعين أسبوعان",
    "%sM": "شهرين شهران",
    "%sY": "عامين عامان سنتين سنتان",
    "%s0Y": "عقدين عقدان",
    "%s00Y": "قرنين قرنان",
}
UNITS = Lexicon({word: unit for unit, words in _UNITS.items() for word in words.split()})
DUALS = Lexicon({word: unit for unit, words in _DUALS.items() for word in words.split()})
PLURALS = Lexicon(
    {
        word: unit
        for unit, words in _UNITS.items()
        for word in words.split()
        if word in {"أيام", "أسابيع", "أشهر", "شهور", "أعوام", "سنوات", "سنين", "ساعات", "عقود",
                    "دقائق", "قرون"}
    }
)  # fmt: skip
_AGO = {"قبل", "وقبل"}
_AFTER = {"بعد", "وبعد"}
_YEAR = {"عام", "سنه"}
_WITH_ARTICLE = ("ال", "وال", "بال", "لل", "فال")
_ADJECTIVES = {"كامله", "كاملا", "كامل", "متتاليه", "متواصله", "متواليه"}


def length(unit: str, number: Decimal | None) -> str:
    """Return an ISO 8601 duration: ("%sM", 3) is "P3M", a decade ten years, None "PXM"."""
    if number is None:
        return "P" + unit.replace("00Y", "Y").replace("0Y", "Y") % "X"
    factor = 100 if "00Y" in unit else 10 if "0Y" in unit else 1
    return "P" + unit.replace("00Y", "Y").replace("0Y", "Y") % plain(number * factor)


def unit_after(view: View, at: int) -> str | None:
    """Return the unit of time that a token names without clitics, or None."""
    reading = UNITS.find(view.word(at))
    if reading is None or reading.conjunction or reading.preposition:
        return None
    return reading.value


def match_duration(view: View, at: int) -> Match | None:
    """Return the length of time, or the moment told by one (قبل شهرين), at a token."""
    sign = "-" if view.word(at) in _AGO else "+" if view.word(at) in _AFTER else ""
    body = _body(view, at + 1 if sign else at)
    if body is None:
        return None
    label, end, start, stop, value = body
    if not sign:
        return Match(label, at, end, start, stop, value)
    if ".." in value or value[0] != "P":
        return Match(label, at, end, start, stop, value)
    start = view.tokens[at].end - 3
    return Match(label, at, end, start, stop, ("-" if sign == "-" else "") + value)


def _body(view: View, at: int) -> tuple[Label, int, int, int, str] | None:
    return _counted(view, at) or _dual(view, at) or _bounded(view, at)


def _counted(view: View, at: int) -> tuple[Label, int, int, int, str] | None:
    amount = amount_at(view, at)
    if amount is None or amount.score:
        return None
    unit = unit_after(view, amount.end)
    if unit is None:
        return None
    if _names_year(view, amount.end):
        return None
    most = amount.low if amount.high is None else amount.high
    if unit == DECADE and is_contract(view, amount.first, amount.end + 1, most):
        return None
    end, low = amount.end + 1, amount
    extra = _half(view, end)
    if extra and amount.high is None:
        end += 1
    stop = view.tokens[end - 1].end
    if view.word(end) in _ADJECTIVES:
        end, stop = end + 1, view.tokens[end].end
    value = low.render(lambda number: length(unit, number + extra))
    return _label(unit), end, amount.start, stop, value


def _names_year(view: View, at: int) -> bool:
    """Tell whether «عام» begins a date after a number: «بلغ مليونا عام 2020»."""
    year = view.word(at + 1)
    return view.word(at) in _YEAR and len(year) == 4 and year.isdecimal()


def _dual(view: View, at: int) -> tuple[Label, int, int, int, str] | None:
    relation, token, start = "", at, -1
    prefix = relation_at(view, at)
    if prefix is not None:
        token, start, relation = prefix
    reading = DUALS.find(view.word(token))
    if reading is None or (relation and (reading.conjunction or reading.preposition)):
        return None
    end = token + 1
    if reading.value == DECADE and is_contract(view, at, end, Decimal(2)):
        return None
    if reading.article and (_ordered(view, end) or _adjective(view, token)):
        return None
    start = view.tokens[token].start + reading.skip if start < 0 else start
    extra = _half(view, end)
    end += 1 if extra else 0
    value = relation + length(reading.value, 2 + extra)
    return _label(reading.value), end, start, view.tokens[end - 1].end, value


def _ordered(view: View, at: int) -> bool:
    """Tell whether numbers say which two are meant: «الدقيقتين 44 و48», «اليومين الأول والثاني»."""
    return view.kind(at) == "num" or ORDINAL_WORDS.find(view.word(at)) is not None


def _adjective(view: View, at: int) -> bool:
    """Tell whether «العامين» means "general" after a definite plural: المديرين العامين."""
    word, before = view.word(at), view.word(at - 1)
    return word.endswith("العامين") and before.startswith(_WITH_ARTICLE) and len(before) > 4


def _bounded(view: View, at: int) -> tuple[Label, int, int, int, str] | None:
    """Read one unit without a number: أكثر من عام, عام ونصف."""
    prefix = relation_at(view, at)
    if prefix is not None:
        token, start, relation = prefix
        unit = unit_after(view, token)
        if unit is None or view.word(token).startswith("ال"):
            return None
        if unit == DECADE and is_contract(view, at, token + 1, Decimal(1)):
            return None
        extra = _half(view, token + 1)
        end = token + (2 if extra else 1)
        value = relation + length(unit, 1 + extra)
        return _label(unit), end, start, view.tokens[end - 1].end, value
    reading = UNITS.find(view.word(at))
    if reading is None or reading.article or at + 1 >= len(view.tokens):
        return None
    extra = _half(view, at + 1)
    if extra:
        start, stop = view.tokens[at].start + reading.skip, view.tokens[at + 1].end
        return _label(reading.value), at + 2, start, stop, length(reading.value, 1 + extra)
    short = "0Y" not in reading.value  # «بعد عقد» is mostly "after holding"
    if short and view.word(at - 1) in _AGO | _AFTER and _ends(view, at + 1):
        # «بعد عام»: the caller stands on قبل or بعد
        start, stop = view.tokens[at].start + reading.skip, view.tokens[at].end
        several = PLURALS.find(view.word(at)) is not None
        value = length(reading.value, None if several else Decimal(1))
        return _label(reading.value), at + 1, start, stop, value
    return None


def _ends(view: View, at: int) -> bool:
    """Tell whether «بعد عام» ends there: «بعد عام 2011» and «بعد يوم طويل» go on."""
    word = view.word(at)
    return view.kind(at) != "num" and word not in ("", "طويل") and not word.startswith("ال")


def _half(view: View, at: int) -> Decimal:
    reading = FRACTIONS.find(view.word(at))
    joined = reading is not None and reading.conjunction == "و" and not reading.article
    return reading.value if reading is not None and joined else Decimal(0)


def _label(unit: str) -> Label:
    return Label.TIME if unit.startswith("T") else Label.DATE
