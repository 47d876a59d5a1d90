"""Percentages: 20%, ٪20, %20, خمسة في المئة, 20-30 بالمئة, 3 نقاط مئوية."""

from dataclasses import replace

from reader.entities.model import Label
from reader.entities.numbers.approximations import Amount, amount_at
from reader.entities.numbers.match import Match
from reader.entities.numbers.view import View, fold

SIGNS = {"%", "٪", "؉", "‰"}
_HUNDRED = {fold(word) for word in "المئة المائة الميه".split()}
_BY_HUNDRED = {fold(word) for word in "بالمئة بالمائة بالميه".split()}
_ZERO = {"صفر", "بصفر", "لصفر", "وصفر"}
_POINTS = {"نقطه", "نقاط"}
_CENTESIMAL = {"مئويه", "مئويتين"}


def match_percent(view: View, at: int) -> Match | None:
    """Return the percentage that starts at a token, or None (value "20%", "20..30%")."""
    return _sign_first(view, at) or _sign_after(view, at) or _nil(view, at)


def _sign_first(view: View, at: int) -> Match | None:
    token = at + 1 if view.kind(at) == "word" and len(view.word(at)) < 3 else at
    if view.word(token) not in SIGNS or not view.glued(token + 1):
        return None
    if token != at and (not view.glued(token) or view.word(at) not in ("ب", "و", "ل", "وب")):
        return None
    if view.kind(token - 1) == "num" and view.glued(token):
        return None
    amount = amount_at(view, token + 1)
    if amount is None:
        return None
    start = view.tokens[token].start
    return Match(Label.PERCENT, at, amount.end, start, amount.stop, _value(amount, "%"))


def _sign_after(view: View, at: int) -> Match | None:
    amount = amount_at(view, at)
    if amount is None:
        return None
    after = sign_at(view, amount.end)
    if after is None:
        # «20% - 30%», «من 20% إلى 30%»: each half carries its sign
        return None
    end, sign = after
    low = amount
    joint = view.word(end)
    if sign == "%" and joint in ("-", "–", "الي", "و", "او") and amount.high is None:
        second = amount_at(view, end if joint == "و" else end + 1)
        between = view.word(at - 1) in ("بين", "وبين")
        closing = sign_at(view, second.end) if second is not None else None
        wanted = joint != "و" or between
        rising = second is not None and second.high is None and second.low > amount.low
        if second is not None and rising and wanted and closing is not None and closing[1] == "%":
            low, end = replace(amount, high=second.low), closing[0]
    stop = view.tokens[end - 1].end
    return Match(Label.PERCENT, at, end, amount.start, stop, _value(low, sign))


def _nil(view: View, at: int) -> Match | None:
    """Read «صفر في المئة» and «بين صفر و0.25 في المئة»; صفر without a sign may be anything."""
    word = view.word(at)
    if word not in _ZERO:
        return None
    value, end = "0%", at + 1
    joint = view.word(end)
    to = joint in ("-", "–", "الي")
    between = view.word(at - 1) in ("بين", "وبين")
    high = amount_at(view, end + 1 if to else end) if to or between else None
    if high is not None and high.high is None and not high.relation:
        value, end = f"0..{high.render()}%", high.end
    closing = sign_at(view, end)
    if closing is None or closing[1] != "%":
        return None
    stop = view.tokens[closing[0] - 1].end
    return Match(Label.PERCENT, at, closing[0], view.tokens[at].end - len("صفر"), stop, value)


def sign_at(view: View, at: int) -> tuple[int, str] | None:
    """Return (token after it, sign) of a percent sign or its words at a token, or None."""
    word = view.word(at)
    if word in SIGNS:
        return at + 1, "‰" if word == "‰" else "%"
    if word == "في" and view.word(at + 1) in _HUNDRED:
        return at + 2, "%"
    if word == "في" and view.word(at + 1) == "الالف":
        return at + 2, "‰"
    if word in _BY_HUNDRED:
        return at + 1, "%"
    if word == "ب" and view.word(at + 1) in _HUNDRED:
        return at + 2, "%"
    if word in _POINTS and view.word(at + 1) in _CENTESIMAL:
        return at + 2, "pp"
    return None


def _value(amount: Amount, sign: str) -> str:
    return amount.render() + sign
