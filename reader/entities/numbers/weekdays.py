"""Days of the week: الثلاثاء, يوم الأربعاء الماضي, يومي السبت والأحد (value XXXX-WXX-n)."""

from reader.entities.model import Label
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.view import View, fold

_DAYS = {
    1: "اثنين إثنين أثنين",
    2: "ثلاثاء",
    3: "أربعاء إربعاء",
    4: "خميس",
    5: "جمعة",
    6: "سبت",
    7: "أحد",
}
WEEKDAYS = Lexicon({word: n for n, words in _DAYS.items() for word in words.split()})
_DAY_WORDS = Lexicon({"يوم": 1, "يومي": 2, "أيام": 3, "نهار": 1})
_LATER = {
    fold(word)
    for word in "الماضي الماضية المقبل المقبلة القادم القادمة الجاري الفائت المنصرم التالي السابق"
    " الأخير".split()
}
_MARKETS = {"سوق", "خان"}  # places named after a day
_FRIENDS = {fold(word) for word in "عشر عشرة".split()}


def weekday_at(view: View, at: int) -> tuple[int, int, int, str] | None:
    """Return (token after it, folded start, number, conjunction) of a weekday with its article."""
    reading = WEEKDAYS.find(view.word(at))
    if reading is None or not reading.article or view.word(at + 1) in _FRIENDS:
        return None
    return at + 1, view.tokens[at].start + reading.skip, reading.value, reading.conjunction


def match_weekday(view: View, at: int) -> Match | None:
    """Return the weekday, or list of weekdays, that starts at a token, or None."""
    lead = _DAY_WORDS.find(view.word(at))
    named = lead is not None and not lead.article and weekday_at(view, at + 1) is not None
    token = at + 1 if named else at
    found = weekday_at(view, token)
    if found is None or view.word(at - 1) in _MARKETS:
        return None
    end, start, number, _ = found
    if named and lead is not None:
        start = view.tokens[at].start + lead.skip
    values = [f"XXXX-WXX-{number}"]
    while named and lead is not None and lead.value > 1:
        other = weekday_at(view, end)
        if other is None or other[3] != "و":
            break
        end = other[0]
        values.append(f"XXXX-WXX-{other[2]}")
    if view.word(end) in _LATER:
        end += 1
    value = values[0] if len(values) == 1 else "{" + ",".join(values) + "}"
    return Match(Label.DATE, at, end, start, view.tokens[end - 1].end, value)
