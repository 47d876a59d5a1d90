"""Years: عام 2018, ٢٠١٥م, 1444 هـ, عام ألفين وعشرين, ranges and lists of years."""

from dataclasses import dataclass, replace

from reader.entities.model import Label
from reader.entities.numbers.cardinals import number_at
from reader.entities.numbers.durations import UNITS as TIME_UNITS
from reader.entities.numbers.hijri import gregorian
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.money import CURRENCIES
from reader.entities.numbers.months import Calendar
from reader.entities.numbers.number_words import NUMBER_WORDS
from reader.entities.numbers.percent import sign_at
from reader.entities.numbers.units import SQUARE, is_unit, power_at
from reader.entities.numbers.view import DASHES, View, fold

_COMMON_ERA = {"م", "ميلادي", "ميلاديه", "للميلاد"}
_HIJRI = {"ه", "هجري", "هجريه", "للهجره"}
YEAR_WORDS = Lexicon(
    {"عام": 1, "سنة": 1, "عامي": 2, "سنتي": 2, "عاما": 2, "أعوام": 3, "سنوات": 3}
    | dict.fromkeys("عامين عامان سنتين سنتان".split(), 2)
)
_FULL_DUALS = ("عامين", "عامان", "سنتين", "سنتان")
_LEADS = {
    fold(word)
    for word in "في منذ خلال حتى بحلول قبل بعد نهاية بداية مطلع أوائل أواخر منتصف صيف شتاء ربيع"
    " خريف أحداث انتخابات مونديال ثورة أولمبياد موسم ومنذ وفي نسخة يورو بطولة إلى من بين كوبا"
    " موازنة حرب دستور اتفاق اتفاقية قانون تقرير".split()
}
_STRONG = _LEADS - {
    fold(word) for word in "في حتى من إلى بين قبل بعد خلال بطولة تقرير وفي يورو".split()
}
_NUMBERED = {
    fold(word)
    for word in "القرار الرقم العدد المادة الصفحة المبلغ الرحلة الفقرة الغرفة إلى بالقرار".split()
}
_COUNTED = {
    fold(word)
    for word in "شخص جندي قتيل جريح مقاتل نسمة طفل مدرسة مدني لاجئ نازح فرد عنصر أسرة عائلة وحدة"
    " منزل شركة دولة حالة إصابة وفاة طالب موظف عامل سيارة طائرة صاروخ مشارك متظاهر مصاب ضحية مهاجر"
    " امرأة رجل مواطن أسير سجين معتقل ناخب مقعد صوت كلمة صفحة سرير".split()
}


_THIS = {"هذا", "هذه", "لهذا", "لهذه", "وهذا", "وهذه"}
_WITH_ARTICLE = ("ال", "وال", "بال", "لل", "فال")


@dataclass(frozen=True, slots=True)
class Year:
    """A year: token after it, folded end, value in EDTF, calendar and number."""

    end: int
    stop: int
    number: int
    calendar: Calendar
    value: str
    signed: bool  # م or هـ stands after it


def year_at(view: View, at: int, *, words: bool = False, calendar: Calendar | None = None) -> (
    Year | None
):  # fmt: skip
    """Return the year whose number starts at a token; `words` allows ألفين وعشرين."""
    token = view.tokens[at] if at < len(view.tokens) else None
    if token is None:
        return None
    if token.kind == "num" and token.text.isdecimal() and len(token.text) in (1, 2, 3, 4):
        number, end = int(token.text), at + 1
    elif words:
        spelled = number_at(view, at)
        if spelled is None or spelled.digits or not 1000 <= spelled.value <= 2199:
            return None
        number, end = int(spelled.value), spelled.end
    else:
        return None
    sign = view.word(end)
    before = view.word(end) == "قبل" and view.word(end + 1) == "الميلاد"
    if before or (view.word(end) == "ق" and view.word(end + 1) in (".", "م")):
        end += 2
        if view.word(end - 1) == ".":
            end += 1 if view.word(end) == "م" else 0
        value = f"-{number - 1:04d}"  # EDTF has a year 0
        return Year(end, view.tokens[end - 1].end, number, "gregorian", value, signed=True)
    signed = sign in _COMMON_ERA or sign in _HIJRI
    plausible = len(token.text) == 4 or token.kind == "word"
    if not signed and not (plausible and 1000 <= number <= 2199):
        return None
    hijri = sign in _HIJRI or (calendar == "hijri" and not signed and number < 1600)
    if sign == "م" and (
        len(token.text) < 3 or view.word(end + 1) in SQUARE or power_at(view, end + 1, "m")
    ):
        return None  # «20 م» is twenty metres
    end += 1 if signed else 0
    value = gregorian(number) if hijri else f"{number:04d}"
    stop = view.tokens[end - 1].end
    return Year(end, stop, number, "hijri" if hijri else "gregorian", value, signed)


def match_year(view: View, at: int) -> Match | None:
    """Return the year, list or range of years that starts at a token, or None."""
    return _after_word(view, at) or _bare(view, at)


def _after_word(view: View, at: int) -> Match | None:
    reading = YEAR_WORDS.find(view.word(at))
    if reading is None:
        return None
    first_at = at + 1
    bracketed = view.word(first_at) == "(" and view.word(first_at + 2) == ")"
    if bracketed:  # «عام (1962)»
        year = year_at(view, first_at + 1)
        if year is None:
            return None
        start, stop = view.tokens[at].start + reading.skip, view.tokens[first_at + 2].end
        return Match(Label.DATE, at, first_at + 3, start, stop, year.value)
    dual = view.word(at).endswith(_FULL_DUALS)  # «العامين 2014 و2015»
    if dual and not reading.article and not view.word(at).startswith("لل"):
        return None
    first = year_at(view, first_at, words=True)
    if first is None and not dual and not _counts_on(view, at):
        first = _short(view, first_at)
    if first is None:
        return None
    end, stop, value = _more(view, _in_era(view, first, {"/", "و", *DASHES}))
    start = view.tokens[at].start + reading.skip
    return Match(Label.DATE, at, end, start, stop, value)


def _counts_on(view: View, at: int) -> bool:
    """Tell whether the short number after عام at a token counts what follows, not the year.

    «المستشفى العام 39 مراجعا», «هذا العام 30 دورة», «من العام 21%».
    """
    before, word, after = view.word(at - 1), view.word(at), view.word(at + 2)
    definite = word.endswith(("العام", "السنه"))
    if definite and (before in _THIS or before.startswith(_WITH_ARTICLE)):
        return True
    if sign_at(view, at + 2) is not None or is_unit(after):
        return after not in _COMMON_ERA
    number = NUMBER_WORDS.find(after)
    if (number is not None and number.value.kind == "magnitude") or CURRENCIES.bare(after):
        return True
    if TIME_UNITS.bare(after) is not None:
        return True
    if definite and len(view.word(at + 1)) == 2:  # 11 to 99 count an accusative
        return len(after) > 3 and after.endswith(("ا", "ه"))
    return not _no_count(view, at + 2, strong=not definite)


def _short(view: View, at: int) -> Year | None:
    """Read a two- or three-digit year after عام: «حرب عام 73», «عام 656»."""
    text = view.word(at)
    if view.kind(at) != "num" or not text.isdecimal() or len(text) not in (2, 3):
        return None
    number = int(text) + (1900 if len(text) == 2 else 0)
    return Year(at + 1, view.tokens[at].end, number, "gregorian", f"{number:04d}", signed=False)


def _bare(view: View, at: int) -> Match | None:
    """Read a year that only its surroundings tell: منذ 2011, (1948), 2010-2015, ١٤٤٤ هـ."""
    clitic = view.kind(at) == "word" and view.word(at) in ("و", "ل", "ب", "وب", "ول", "ف")
    number_token = at + 1 if clitic and view.glued(at + 1) else at
    if view.kind(number_token) != "num":
        return None
    year = year_at(view, number_token)
    if year is None:
        return None
    before = view.word(at - 1)
    if before.endswith("القرن") or before in ("للقرن", "قرن"):
        return None  # «القرن 5 هـ» is no year 5
    year = _in_era(view, year, {"/", *DASHES})
    if view.glued(number_token) and number_token == at and before not in ("(", "/", "«", '"'):
        return None
    end, stop, value = _more(view, year)
    is_list = end > year.end
    modern = 1800 <= year.number <= 2100
    bracketed = before == "(" and view.word(end) in (")", "-", "–") and modern
    named = 1900 <= year.number < 2050 and _definite(before) and year.number != 2000
    told = modern and (before in _LEADS or named) and _no_count(view, end, strong=before in _STRONG)
    if not (year.signed or bracketed or told or (is_list and modern and "/" in value)):
        return None
    start = view.tokens[number_token].start
    return Match(Label.DATE, at, end, start, stop, value)


def _definite(word: str) -> bool:
    """Tell whether a word has an article and is nothing that is numbered (القرار 1949)."""
    return word.startswith(("ال", "وال", "بال", "لل")) and word not in _NUMBERED


def _no_count(view: View, at: int, *, strong: bool) -> bool:
    """Tell whether no counted noun follows: «في 2015» is a year, «في 2000 مدرسة» is not."""
    if view.kind(at) != "word":
        return True
    word = view.word(at)
    if word in _COUNTED or (word.endswith("ا") and len(word) > 4 and not word.startswith("ال")):
        return False
    return strong or word.startswith(("ال", "و", "في", "من", "علي", "ان", "ب", "ل", "ف")) or (
        word in {"الي", "عن", "مع", "بعد", "قبل", "حين", "عندما", "كان", "كانت", "ثم", "او", "لم",
                 "تم", "هو", "هي", "عام", "اي", "اذ", "حيث", "حتي", "ما", "لا", "قد"}
    )  # fmt: skip


def _more(view: View, first: Year) -> tuple[int, int, str]:
    """Read on: a range (2010-2015, 2010 إلى 2015) or a list (2010 و2015)."""
    end, stop, values = first.end, first.stop, [first]
    word = view.word(end)
    if word in DASHES or word in ("الي", "حتي", "/"):
        last = year_at(view, end + 1, words=not word or word in ("الي", "حتي"))
        if last is None and word in ("/", "-", "–"):
            last = _season_end(view, end + 1, first)
        same = last is not None and last.calendar == first.calendar
        if last is not None and same and last.number > first.number:
            return last.end, last.stop, f"{_first(first.value)}/{_last(last.value)}"
        if word == "/" and last is not None and last.calendar != first.calendar:
            return last.end, last.stop, first.value  # «1444 هـ / 2023 م»
    between = view.word(_year_word(view, first)) in ("بين", "وبين")
    while view.word(end) == "و" and view.kind(end + 1) == "num":
        other = year_at(view, end + 1)
        if other is None or not _lists(view, first, between):
            break
        values.append(other)
        end, stop = other.end, other.stop
        if between:
            return end, stop, f"{_first(first.value)}/{_last(other.value)}"
    if len(values) == 1:
        return end, stop, first.value
    return end, stop, "{" + ",".join(year.value for year in values) + "}"


def _in_era(view: View, first: Year, marks: set[str]) -> Year:
    """Give the first year the Hijri sign of the next one behind a mark: 1435/1436هـ."""
    if first.signed or view.word(first.end) not in marks:
        return first
    last = year_at(view, first.end + 1)
    if last is None or last.calendar != "hijri" or last.number <= first.number:
        return first
    return replace(first, calendar="hijri", value=gregorian(first.number), signed=True)


def _year_word(view: View, year: Year) -> int:
    """Return the token before the year's number or the word عام in front of it."""
    at = year.end - 1
    while at > 0 and view.kind(at) != "num":
        at -= 1
    at -= 1
    return at - 1 if YEAR_WORDS.find(view.word(at)) is not None else at


def _lists(view: View, first: Year, between: bool) -> bool:
    if between:
        return True
    at = _year_word(view, first) + 1
    reading = YEAR_WORDS.find(view.word(at))
    return reading is not None and reading.value > 1


def _season_end(view: View, at: int, first: Year) -> Year | None:
    """Read «2019/20»."""
    text = view.word(at)
    if view.kind(at) != "num" or len(text) != 2 or int(text) != (first.number + 1) % 100:
        return None
    number = first.number + 1
    return Year(at + 1, view.tokens[at].end, number, "gregorian", f"{number:04d}", signed=False)


def _first(value: str) -> str:
    return value.split("/")[0]


def _last(value: str) -> str:
    return value.split("/")[-1]
