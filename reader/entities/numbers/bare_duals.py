"""Two of a magnitude before what it counts: مليونا مسافر, ألفا دولار, مليارا متر مكعب.

Before a noun the dual loses its n and looks like the accusative of one (بلغ مليونا في العام).
Grammar: a counted noun follows ألف and مليون at once, in the genitive and without an article.
"""

from reader.entities.numbers.number_words import NUMBER_WORDS, NumberWord
from reader.entities.numbers.view import View, fold

_TANWIN = "\u064b"  # مليونًا is one, whatever follows
# words without an article that are no counted noun
_NO_NOUN = {
    fold(word)
    for word in "في من إلى على عن مع بعد قبل خلال حتى منذ بين أو أم ثم أي إن أن أنه كما لا لم لن ما"
    " مما إذ إذا هذا هذه ذلك هو هي هم كان كانت كانوا لكن بل قد تم أمس غدا عند لدى دون نحو حوالي فقط"
    " ضمن ضد بينهم بينها منهم منها عنها عنه فيها فيه لها له لهم مقابل مقارنة بحلول بنهاية بسبب"
    " بينما بفضل بنسبة بمعدل بزيادة كل كلها معظمهم أكثر أقل غير آخر آخرون آخرين آخران حيث حين"
    " عندما لكل بحسب حسب وفق وفقا داخل خارج عبر أمام خلف تحت فوق رغم برغم عقب إثر نتيجة جراء إضافة"
    " نهاية بداية مطلع أواخر أوائل منتصف جنوب شمال شرق غرب وسط سوى غداة مساء صباح ظهر فجر".split()
}
_TIMES = {fold(word) for word in "عام سنة شهر يوم".split()}
# nouns with a و of their own; any other و joins
_OWN_WAW = {
    fold(word)
    for word in "وحدة وظيفة وثيقة وزير وزيرة وفد ولد وجبة ورقة وردة ورشة وسام وسيلة وصفة وفاة"
    " ولادة وسيط وديعة وكيل وكالة وعاء والد والدة وافد واعظ وات واط".split()
}
# nouns that begin as a verb does, or as one with a particle before it
_OWN_BEGINNING = tuple(
    fold(word)
    for word in "يورو يوم يمني يهودي ياباني يوناني يتيم ليرة ليبي لبناني لاجئ لاعب لتر ليتر لوح لغم"
    " بيت برميل بقرة بندقية بطل بطاقة بلاغ بائع باحث باص بناية بحار بريطاني بلجيكي بدلة".split()
)
_PARTICLES = ("لي", "لل", "لأ", "لا", "بان", "بال", "بم", "سي", "ست", "ي")
_SUFFIXES = ("هم", "هما", "هن", "ها")
_WITH_ARTICLE = ("ال", "بال", "لل", "كال", "فال")
# names of things called Alpha
_ALPHA = fold("ألفا")
_NAMED = {
    fold(word)
    for word in "فريق مجموعة بنك شركة جهاز قناة متحور المتحور محطة سيارة طراز جيل وحدة قوة برنامج"
    " مؤسسة جائزة عملية الجنرال الرئيس ألفا".split()
}
_ALPHA_AFTER = {
    fold(word) for word in "روميو بيتا كوندي كونديه كونداي لافال بنك ألفا غاما جاما".split()
}


def means_two(view: View, at: int) -> bool:
    """Tell whether a magnitude that ends in an alef (ألفا, مليونا) counts the word after it."""
    word = view.word(at)
    reading = NUMBER_WORDS.find(word)
    if reading is None or reading.value.kind != "magnitude" or not word.endswith("ا"):
        return False
    if reading.preposition or reading.article or _TANWIN in view.raw(at):
        return False
    bracketed = view.word(at - 1) == ")" and view.kind(at - 2) == "num"  # «(5-60) ألفا»
    if (bracketed or _numeral(view, at - 1)) and not reading.conjunction:
        return False  # «أحد عشر ألفا»: the accusative after a numeral
    return not is_alpha(view, at) and _counted(view, at + 1)


def is_alpha(view: View, at: int) -> bool:
    """Tell whether «ألفا» at a token is the letter in a name: شركة ألفا, ألفا روميو."""
    word = view.word(at)
    if word not in (_ALPHA, "و" + _ALPHA):
        return False
    return view.word(at - 1) in _NAMED or view.word(at + 1) in _ALPHA_AFTER


def _numeral(view: View, at: int) -> bool:
    return view.kind(at) == "num" or NUMBER_WORDS.find(view.word(at)) is not None


def _counted(view: View, at: int) -> bool:
    """Tell whether the word at a token may be what is counted: bare, and no accusative."""
    word = view.word(at)
    if view.kind(at) != "word" or len(word) < 2 or word in _NO_NOUN:
        return False
    magnitude = _magnitude(view, at)
    if magnitude is not None:  # «ألفا مليار دولار»
        return not magnitude.plural
    if NUMBER_WORDS.find(word) is not None or word.startswith(_WITH_ARTICLE):
        return False
    if word.startswith("و") and word not in _OWN_WAW:
        return False
    if word.endswith("ا") or (len(word) > 4 and word.endswith(_SUFFIXES)):
        return False  # «كتابا», «نصفهم»
    if word.startswith(_PARTICLES) and not word.startswith(_OWN_BEGINNING):
        return False  # «يعيش», «سيعودون», «ليصل», «بانخفاض»
    dated = view.kind(at + 1) == "num" or view.word(at + 1).startswith("ال")
    return not (word in _TIMES and dated)


def _magnitude(view: View, at: int) -> NumberWord | None:
    found = NUMBER_WORDS.bare(view.word(at))
    return found if found is not None and found.kind == "magnitude" else None
