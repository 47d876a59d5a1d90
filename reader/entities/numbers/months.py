"""Month names of the Arab press: five families, dual names (يوليو/تموز), and their pitfalls."""

from dataclasses import dataclass, replace
from typing import Literal

from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.view import View, fold

Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class Month:
    """A month; `sure` when its name means nothing else."""

    number: int
    calendar: Calendar = "gregorian"
    sure: bool = True


@dataclass(frozen=True, slots=True)
class MonthMatch:
    """A month in the folded text: tokens [first, end), characters [start, stop)."""

    first: int
    end: int
    start: int
    stop: int
    month: Month
    dual: bool = False
    conjunction: str = ""


_EGYPTIAN = (
    "يناير|فبراير|مارس?|أبريل إبريل|مايو|يونيو يونية يونيه|يوليو يولية? يوليه?|أغسطس اغسطس|سبتمبر"
    "|أكتوبر|نوفمبر|ديسمبر"
)
_LEVANTINE = "|شباط|آذار|نيسان?|أيار|حزيران|تموز|آب?|أيلول|||"  # the two كانون and تشرين are pairs
_MAGHREBI = (
    "جانفي|فيفري|مارس?|أفريل|ماي?|جوان?|جويلية جويليه يوليوز|أوت? غشت أغشت|شتنبر سبتمر|أكتوبر"
    "|نونبر نوفنبر|دجنبر دجمبر"
)
_HIJRI = "محرم?|صفر?|||||رجب?|شعبان?|رمضان?|شوال?||"


def _table(names: str, calendar: Calendar) -> dict[str, Month]:
    """Read "name name?|name": months in order, ? after a name that means other things too."""
    return {
        word.rstrip("?"): Month(number, calendar, not word.endswith("?"))
        for number, words in enumerate(names.split("|"), 1)
        for word in words.split()
    }


_SINGLE = Lexicon(
    {
        **_table(_MAGHREBI, "gregorian"),
        **_table(_LEVANTINE, "gregorian"),
        **_table(_EGYPTIAN, "gregorian"),
        **_table(_HIJRI, "hijri"),
    }
)
_PAIRS: Lexicon[dict[str, Month]] = Lexicon(
    {
        "كانون": {
            "الثاني": Month(1),
            "الاول": Month(12),
            "ثاني": Month(1),
            "ثان": Month(1),
            "اول": Month(12),
        },
        "تشرين": {
            "الاول": Month(10),
            "الثاني": Month(11),
            "اول": Month(10),
            "ثاني": Month(11),
            "ثان": Month(11),
        },
        "ربيع": {
            "الاول": Month(3, "hijri"),
            "الثاني": Month(4, "hijri"),
            "الاخر": Month(4, "hijri"),
            "اول": Month(3, "hijri", sure=False),
            "ثاني": Month(4, "hijri", sure=False),
            "ثان": Month(4, "hijri", sure=False),
        },
        "جمادى": {
            "الاولي": Month(5, "hijri"),
            "الاول": Month(5, "hijri"),
            "الثانيه": Month(6, "hijri"),
            "الثاني": Month(6, "hijri"),
            "الاخره": Month(6, "hijri"),
            "الاخر": Month(6, "hijri"),
        },
        **{
            word: {
                "القعده": Month(11, "hijri"),
                "الحجه": Month(12, "hijri"),
            }
            for word in ("ذو", "ذي", "ذى")
        },
    }
)
_EPITHETS = {"المبارك", "الحرام", "المعظم", "الكريم"}
_GIVES = {fold(word) for word in "ما مما بما لما الذي التي فيما وما كما".split()}
_NOT_BEFORE = {fold("أيلول"): {"الاسود"}}


def month_at(view: View, at: int) -> MonthMatch | None:
    """Return the month that starts at a token, dual name and epithet with it, or None."""
    found = _pair(view, at) or _single(view, at)
    if found is None:
        return None
    found = _with_dual(view, found)
    if found.month.calendar == "hijri" and view.word(found.end) in _EPITHETS:
        found = replace(
            found,
            end=found.end + 1,
            stop=view.tokens[found.end].end,
            month=replace(found.month, sure=True),
        )
    return found


def _pair(view: View, at: int) -> MonthMatch | None:
    reading = _PAIRS.find(view.word(at))
    if reading is None or reading.article:
        return None
    month = reading.value.get(view.word(at + 1))
    if month is None or not (month.sure or _beside_digits(view, at)):
        return None
    start = view.tokens[at].start + reading.skip
    stop = view.tokens[at + 1].end
    return MonthMatch(at, at + 2, start, stop, month, conjunction=reading.conjunction)


def _beside_digits(view: View, at: int) -> bool:
    """Tell «12 ربيع أول», «ربيع أول 1445» from «ربيع أول مرة»."""
    before, after = view.word(at - 1), view.word(at + 2)
    return (before.isdecimal() and len(before) < 3) or (
        after.isdecimal() and len(after) == 4 and after.startswith(("13", "14"))
    )


def _single(view: View, at: int) -> MonthMatch | None:
    reading = _SINGLE.find(view.word(at))
    if reading is None:
        return None
    month, token = reading.value, view.tokens[at]
    if token.text.endswith("يوليه") and view.word(at - 1) in _GIVES:
        return None  # «ما يوليه من اهتمام»: he gives it
    if reading.article and fold("محرم") not in token.text:
        return None
    if view.word(at + 1) in _NOT_BEFORE.get(token.text[reading.skip :], ()):
        return None
    if not month.sure:
        # «باب», «كاب» are no Augusts: آب keeps its madda and takes no ب or ك
        if token.text.endswith("اب") and ("آ" not in view.raw(at) or reading.preposition in "بك"):
            return None if reading.preposition or "آ" not in view.raw(at) else _made(view, at)
        if reading.preposition == "ك":
            return None
    return _made(view, at)


def _made(view: View, at: int) -> MonthMatch | None:
    reading = _SINGLE.find(view.word(at))
    if reading is None:
        return None
    token = view.tokens[at]
    return MonthMatch(
        at,
        at + 1,
        token.start + reading.skip,
        token.end,
        reading.value,
        conjunction=reading.conjunction,
    )


def _with_dual(view: View, found: MonthMatch) -> MonthMatch:
    """Join the second name of the same month: يوليو/تموز, يوليو (تموز), آب - أغسطس."""
    mark = view.word(found.end)
    if mark not in ("/", "(", "-", "–", "\\"):
        return found
    other = _pair(view, found.end + 1) or _single(view, found.end + 1)
    if other is None or other.month.number != found.month.number or other.conjunction:
        return found
    if other.month.calendar != found.month.calendar:
        return found
    end = other.end
    if mark == "(":
        if view.word(end) != ")":
            return found
        end += 1
    month = replace(found.month, sure=True)
    return replace(found, end=end, stop=view.tokens[end - 1].end, month=month, dual=True)
