"""Ordinals: الأول, الحادي عشر, الثالثة والعشرين, الذكرى السبعين."""

from dataclasses import dataclass, replace

from reader.entities.model import Label
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.number_words import NUMBER_WORDS
from reader.entities.numbers.view import View, fold

_ORDINALS = {
    1: "أول أولى حادي حادية",
    2: "ثان ثاني ثانية",
    3: "ثالث ثالثة",
    4: "رابع رابعة",
    5: "خامس خامسة",
    6: "سادس سادسة",
    7: "سابع سابعة",
    8: "ثامن ثامنة",
    9: "تاسع تاسعة",
    10: "عاشر عاشرة",
}
ORDINAL_WORDS = Lexicon({word: n for n, words in _ORDINALS.items() for word in words.split()})
_ADVERBS = {
    fold(word): n
    for n, word in enumerate(
        "أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا".split(), 1
    )
}
_TEN = {"عشر", "عشره"}
_ONLY_COMPOUND = {"حادي", "حاديه"}
_FEMININE = {fold(words.split()[-1]) for words in _ORDINALS.values()}
# after these, definite tens and hundreds order: الذكرى السبعين
_ORDERED = Lexicon(
    dict.fromkeys(
        "ذكرى قرن مركز دورة مرتبة عام سنة مادة نسخة جولة يوم دقيقة طبعة قمة عيد سنوية حلقة لواء"
        " فرقة عامه عامها".split(),
        True,
    )
)
# kings and popes carry ordinals as part of their names
_REGNAL = {
    fold(word)
    for word in "عبدالله الله محمد الحسن حسن بولس بندكت بنديكتوس بنديكت إليزابيث تشارلز فيليب نقولا"
    " نيقولا كاثرين كاترين رمسيس سليمان مراد الحميد المجيد العزيز فؤاد سليم لويس هنري جورج إدوارد"
    " ويليام وليام يوحنا تواضروس شنودة بيوس كارلوس فيصل غازي عباس ألكسندر نابليون فريدريش فيلهلم"
    " كارل غوستاف ريتشارد أكيهيتو بطرس تحتمس أمنحتب كليوباترا مارغريت مارغريتا ألبير يعقوب ليو"
    " لاون حسين طلال محمود أحمد بايزيد عثمان الفاتح إيفان فرانسوا"
    " إسماعيل خان طهماسب ألفونسو الفونسو".split()
}
_TITLES = {
    fold(word)
    for word in "الملك الملكة البابا السلطان القيصر الإمبراطور ملك ملكة بابا العاهل"
    " الأمير الشاه".split()
}
_RANKS = {fold(word) for word in "فريق الفريق ملازم الملازم رقيب الرقيب عريف وكيل".split()}
_AFTER_NOT = {fold(word) for word in "أكسيد أمس أكاسيد".split()}


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal in the folded text: tokens [first, end), characters [start, stop)."""

    first: int
    end: int
    start: int
    stop: int
    value: int
    article: bool
    conjunction: str
    feminine: bool

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return self.end - self.first


def ordinal_at(view: View, at: int) -> Ordinal | None:
    """Return the ordinal words that start at a token, whatever they stand for."""
    reading = ORDINAL_WORDS.find(view.word(at))
    if reading is None:
        return None
    core = view.word(at)
    found = Ordinal(
        at,
        at + 1,
        view.tokens[at].start + reading.skip,
        view.tokens[at].end,
        reading.value,
        reading.article,
        reading.conjunction,
        any(core.endswith(word) for word in _FEMININE),
    )
    if view.word(at + 1) in _TEN:
        return replace(found, end=at + 2, stop=view.tokens[at + 1].end, value=10 + reading.value)
    tens = NUMBER_WORDS.find(view.word(at + 1))
    joined = tens is not None and tens.conjunction == "و" and not tens.preposition
    if tens is not None and joined and tens.value.kind == "ten" and tens.article == found.article:
        value = int(tens.value.value) + reading.value
        return replace(found, end=at + 2, stop=view.tokens[at + 1].end, value=value)
    if any(core.endswith(word) for word in _ONLY_COMPOUND):
        return None
    return found


def match_ordinal(view: View, at: int) -> Match | None:
    """Return the ordinal at a token unless it is a false friend (عبدالله الثاني, ثاني أكسيد)."""
    adverb = _ADVERBS.get(view.word(at))
    if adverb is not None:
        token = view.tokens[at]
        return Match(Label.ORDINAL, at, at + 1, token.start, token.end, str(adverb))
    found = ordinal_at(view, at) or _definite_tens(view, at)
    if found is None or not _orders(view, found):
        return None
    return Match(Label.ORDINAL, at, found.end, found.start, found.stop, str(found.value))


def _definite_tens(view: View, at: int) -> Ordinal | None:
    reading = NUMBER_WORDS.find(view.word(at))
    if reading is None or not reading.article or _ORDERED.find(view.word(at - 1)) is None:
        return None
    if reading.value.kind not in ("ten", "hundred", "magnitude") or reading.conjunction:
        return None
    token = view.tokens[at]
    value = int(reading.value.value)
    return Ordinal(
        at, at + 1, token.start + reading.skip, token.end, value, True, "", feminine=False
    )


def _orders(view: View, found: Ordinal) -> bool:
    before, after = view.word(found.first - 1), view.word(found.end)
    if before in _RANKS and not found.article:
        return False
    if after in _AFTER_NOT or _written(view, found.first - 1) == "آل":  # آل ثاني
        return False
    if found.article:
        regnal = before in _REGNAL or view.word(found.first - 2) in _TITLES
        # «الأولي» with two dots is "preliminary"
        written = _written(view, found.first)
        preliminary = found.size == 1 and (
            written.endswith("أولي") or (written.endswith("اولي") and not before.endswith("ه"))
        )
        return not regnal and not preliminary
    if found.size == 2 or found.value == 1:
        return _written(view, found.first) not in ("أولي", "اولي")
    if found.feminine:
        # «جولة ثانية» orders, «ثانية» alone is a second, «رابعة» a square
        return before.endswith("ه") and not before.startswith("ال")
    return True


def _written(view: View, at: int) -> str:
    return view.raw(at) if at >= 0 else ""
