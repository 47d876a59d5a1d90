"""Does the English say "not" where the Arabic does, and only there?

Words only, no parsing, and a doubt only where hardly any person would translate so: لم, لن, ليس and
their forms, and لا before a verb, are always a "not", but for fixed phrases (لا يزال "still") and
beside an exception (لم ... إلا "only"). The other way round, anything that might deny will do.
`python -m benchmarks doubts` counts both on human translations.
"""

import re

from reader.arabic.normalise import normalise, normalise_with_map


def _words(*patterns: str) -> str:
    """Return a pattern of any of these as whole words."""
    return rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)"


# The Arabic is looked at in its search form: ا for أ إ آ, ي for ى, ه for ة.
_VERB = r"(?!ال)[ايتن]\w{2,}"  # how an imperfect verb begins; with ال it is a noun
_NO_DENIAL = (
    r"[يتنا]?زال\w*|[يتنا]زل|زل[تن]\w*|[يت]نفك\w*|[يت]لبث\w*",  # still, soon
    r"[يتن]قل عن|[يتن]تجاوز\w*|[يتن]تعد\w*",  # at least, at most
    r"[يت]حصي|[يت]خفي|[يت]كاد\w*|[يت]كد|[يت]عدو|[يت]خلو|[يت]مانع",  # countless, clear, hardly, mere
    r"[يت]تجزا|[يت]ستهان",  # integral, considerable
)
_NO_DENIAL_AFTER_LA = _words(*_NO_DENIAL, r"[يتن]قل\w*")  # but لم تقل: she did not say
_DENIAL = re.compile(
    rf"(?<!\w)[وف]?(?:(?:لم|لن) (?!{_words(*_NO_DENIAL)}){_VERB}"
    rf"|لا (?!{_NO_DENIAL_AFTER_LA}){_VERB}"
    r"|(?:ليس[ات]?|ليسوا|ليستا|لسنا)(?!\w)(?: \w+)?)"
)
_EXCEPTION = re.compile(_words("الا(?! ان)", "سوي", "غير", "لولا", "بل", "[فو]حسب", "فقط"))
_MAYBE_DENIAL = re.compile(
    r"(?<!\w)[وفبلاك]{0,2}"
    r"(?:(?:لا|لم|لما|لن|لئلا|كيلا|ما|مالا|مما|اما|انما|كلا|هلا|الا|سوي|بل|لولا|قط|ابدا|نادرا|قلما|خلا|عدا|هل)(?!\w)"
    r"|ليس|لست|لسن|غير|عدم|دون|اطلاق|مطلق|لا[يت]\w{2}|لاشك|لابد|لاحاجه)"  # لايزال: written as one
    # what denies by its meaning: refuse, fail, forbid, lack, abstain, absent, stop, far, warn
    r"|نف[يوت]|[يتن]نف|رفض|فشل|منع|ممنوع|انعدام|معدوم|مستحيل|استحال|تعذر|خلو|خال[يو]|مجهول|جهل|حظر|فقد"
    r"|فاقد|افتق|نقص|غياب|غائب|تغيب|خارج|ناهيك|متنع|امتناع|استبعد|استبعاد|مستبعد|تجنب|عجز|عاجز|وقف"
    r"|كف عن|خسر|انقطع|محروم|حرم|بعيد|نسي|تنس|صفر|نظيف|هيهات|مجان|رقم|ابطل|الغ[يا]|نزع|معف|اعف"
    r"|حذر|تحذير|حجب|كتم(?!ل)|[ايت]حجم|احجام"
    r"|ضد|انكر|تراجع|تخل[يف]|انته|كذب|اقل|اقصي|قبل ان|اعتذ|تبرا"
)
_NOT = (
    r"not|never|no|none|nothing|nobody|nowhere|neither|nor|without|cannot|non|\w+n[’']t",
    r"cant|dont|wont|didnt|doesnt",
)
_DENIES = re.compile(_words(*_NOT), re.IGNORECASE)
_MAYBE_DENIES = re.compile(
    _words(
        *_NOT,
        r"only|just|merely|unless|except|hardly|barely|scarcely|rarely|seldom|little|few|instead",
        r"(?:rather|less|fewer|other|further|more) than|yet to|beyond|devoid|out of|within",
        r"(?:short|free) of|regardless|spared?|\w{3,}less(?:ly)?|non\w{3,}",
        r"un(?!der|til|ited?\b|ites|i[ovtqf]|icef|fortun|like)\w{3,}",
        r"im(?:poss|prob|moral|pract|perf|potent)\w*|il(?:legal|legit)\w*",
        r"in(?:access|capa|complet|conceiv|conclus|consol|credib|defin|descr|divis|domit|effec|elig)\w*",
        r"in(?:evit|expl|finit|num|ord|separ|suff|surm|toler|vinc|vis)\w*|inabil\w*|indispens\w*",
        r"ir(?:resist|repl|resp|rele|rev)\w*|dis(?:agr|reg|app|satis|abl|hon)\w*",
        r"fail\w*|refus\w*|reject\w*|declin\w*|den(?:y|ies|ied|ying)|lack\w*|absen\w*|avoid\w*",
        r"exclu\w*|abst\w*|negl[ei]\w*|ignor\w*",
    ),
    re.IGNORECASE,
)
_DENIES_NOTHING = re.compile(
    _words(
        r"nos?\. ?\d\w*|no \d[\d/,.]*|no\.|non-\w+",
        r"not only|not to mention|don[’']t forget|whether or not|if not|no doubt|no less|no more",
        "no longer",
    ),
    re.IGNORECASE,
)


def missing(source: str, target: str) -> list[str]:
    """Return a sentence about a "not" of the Arabic when the English has none at all."""
    if _MAYBE_DENIES.search(target):
        return []
    folded, origins = normalise_with_map(source)
    denial = _DENIAL.search(folded)
    if not denial or _EXCEPTION.search(folded):
        return []
    written = source[origins[denial.start()] : origins[denial.end()]]
    return [f"The “not” of “{written.strip()}” is missing in the English."]


def added(source: str, target: str) -> list[str]:
    """Return a sentence about a "not" of the English when the Arabic has none at all."""
    denial = _DENIES.search(_DENIES_NOTHING.sub("", target))
    if not denial or _MAYBE_DENIAL.search(normalise(source)):
        return []
    return [f"The English says “{denial.group()}”, the Arabic does not."]
