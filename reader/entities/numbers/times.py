"""Times of the clock: الساعة 10:30 صباحا بتوقيت غرينتش, العاشرة والنصف مساء, منتصف الليل."""

import re

from reader.entities.model import Label
from reader.entities.numbers.cardinals import number_at
from reader.entities.numbers.half_days import HALF_DAYS, HALVES
from reader.entities.numbers.match import Match
from reader.entities.numbers.number_words import FRACTIONS
from reader.entities.numbers.ordinals import ordinal_at
from reader.entities.numbers.time_zones import has_zone, zone_at
from reader.entities.numbers.view import DASHES, View, fold

_HOURS = {"الساعه": 6, "والساعه": 6, "بالساعه": 6, "للساعه": 4, "ساعه": 4}
_TO = {"الي", "حتي", *DASHES}
_POINT = re.compile(r"[.,،٫]")
_SHORT = 4  # digits of an hour and minutes written as one, 0450
_AFTER_HOUR = {fold(word) for word in "من في على إلى حتى يوم قبل بعد حين عندما".split()} | set(
    HALVES
)
# what may stand before an hour that only «بعد منتصف الليل» tells
_BEFORE_HOUR = {
    fold(word) for word in "في عند حتى نحو حوالي قرابة منذ قبل بعد من إلى بين تمام قبيل".split()
}


def match_time(view: View, at: int) -> Match | None:
    """Return the time of day that starts at a token, or None (value T10:30, T10:30Z)."""
    if view.word(at).endswith("منتصف") and view.word(at + 1) in ("الليل", "النهار"):
        start = view.tokens[at].end - 5
        value = "T00:00" if view.word(at + 1) == "الليل" else "T12:00"
        return Match(Label.TIME, at, at + 2, start, view.tokens[at + 1].end, value)
    lead = _HOURS.get(view.word(at))
    return _running(view, at) or _clock(view, at, lead)


def _running(view: View, at: int) -> Match | None:
    """Read what a race or a film took: 1:20:35, with or without the word hour."""
    marks = all(view.word(at + n) == ":" for n in (1, 3)) and view.word(at + 5) != ":"
    if not marks or not all(view.glued(at + n) for n in range(1, 5)):
        return None
    if view.word(at - 1) in _HOURS or view.word(at - 1) == "عند":
        return None  # of the clock
    hours, minutes, seconds = (view.word(at + n) for n in (0, 2, 4))
    parts_are_short = len(hours) <= 3 and len(minutes) == len(seconds) == 2
    if not (hours + minutes + seconds).isdecimal() or not parts_are_short:
        return None
    end = at + 6 if view.word(at + 5) in ("ساعه", "ساعات") else at + 5
    value = f"PT{int(hours)}H{int(minutes)}M{int(seconds)}S"
    return Match(Label.TIME, at, end, view.tokens[at].start, view.tokens[end - 1].end, value)


def _clock(view: View, at: int, lead: int | None) -> Match | None:
    token = at + 1 if lead is not None else at
    if lead is not None and view.word(at) == "ساعه" and view.word(at - 1) != "حتي":
        return None
    found = _digital(view, token, told=lead is not None) or _spoken(
        view, token, told=lead is not None
    )
    if found is None:
        return None
    end, start, hour, minute, told = found
    if lead is not None:
        start = view.tokens[at].end - lead
    hour, end, part = _part_of_day(view, token, hour, end, told=told)
    if not part and hour <= 12:
        later = _later(view, at, end, told=told)
        part = later is not None
        hour += 12 if later is not None and hour + 12 < later else 0
    end, zone = zone_at(view, end)
    if not (told or part or has_zone(view, found[0])) or hour > 24:
        return None
    value = f"T{hour % 24:02d}:{minute:02d}{zone}"
    return Match(Label.TIME, at, end, start, view.tokens[end - 1].end, value)


def _later(view: View, first: int, at: int, *, told: bool) -> int | None:
    """Return the hour that shares its part of the day with the one before a token, or None.

    «بين الساعة 3 و5 عصرا», «من الثالثة حتى الخامسة عصرا».
    """
    joint, lead = view.word(at), view.word(first - 1)
    if joint in _TO and (told or joint not in DASHES):
        at += 1
    elif not joint.startswith("و") or not (told or lead in ("بين", "وبين")):
        return None
    at += 1 if view.word(at) in _HOURS else 0
    found = _digital(view, at, told=True) or _spoken(view, at, told=True)
    if found is None:
        return None
    hour, _, part = _part_of_day(view, at, found[2], found[0], told=True)
    return hour if part else None


def _part_of_day(view: View, first: int, hour: int, end: int, *, told: bool) -> (
    tuple[int, int, bool]
):  # fmt: skip
    """Read the part of the day after an hour: (hour of 24, token after it, found)."""
    word, after = view.word(end), view.word(end + 1)
    half = HALVES.get(word)
    if half is not None:
        if half == 12 and hour < 12:
            early = (word == "ليلا" and hour < 6) or (word == "ظهرا" and hour > 10)
            hour += 0 if early else 12
        elif hour == 12 and (half == 0 or word == "ليلا"):
            hour = 0
        return hour, end + 1, True
    midnight = end + 1 if word in ("في", "عند") else end
    if hour == 12 and view.word(midnight) == "منتصف" and view.word(midnight + 1) == "الليل":
        sure = told or view.kind(first) == "word"  # «قتل 12 منتصف الليل»
        return (0, midnight + 2, True) if sure else (hour, end, False)
    if word in ("قبل", "بعد") and after == "الظهر":
        return hour + (12 if word == "بعد" and hour < 12 else 0), end + 2, True
    if word in ("قبل", "بعد") and after == "منتصف":
        return _by_midnight(view, first, hour, end, told=told)
    if word == "من" and after in ("صباح", "مساء", "فجر", "ليل", "بعد"):
        if after == "بعد" and view.word(end + 2) == "منتصف":
            return _by_midnight(view, first, hour, end + 1, told=told)
        late = after in ("مساء", "ليل", "بعد")
        return hour + (12 if late and hour < 12 else 0), end, True
    return hour, end, False


def _by_midnight(view: View, first: int, hour: int, end: int, *, told: bool) -> (
    tuple[int, int, bool]
):  # fmt: skip
    """Read «بعد منتصف الليل» at a token; «بعد منتصف ليل الأربعاء» is left to the date."""
    night = view.word(end + 2)
    before = view.word(first - 1)
    hourly = view.kind(first - 1) != "word" or before.removeprefix("و") in _BEFORE_HOUR
    if night not in ("الليل", "ليل") or hour > 12 or not (told or hourly):
        return hour, end, False
    if view.word(end) == "بعد":
        hour %= 12
    elif 6 <= hour < 12:
        hour += 12
    return hour, end + 3 if night == "الليل" else end, True


def _digital(view: View, at: int, *, told: bool) -> tuple[int, int, int, int, bool] | None:
    """Read 10:30, 10.30 after الساعة, or a bare hour: (end, start, hour, minute, certain)."""
    number = number_at(view, at)
    if number is None or not number.digits:
        return None
    text = view.word(number.end - 1)
    hour_text, minute_text, end = text, "00", number.end
    if view.word(end) == ":" and view.glued(end) and view.kind(end + 1) == "num":
        if not view.glued(end + 1) or len(view.word(end + 1)) != 2:
            return None
        minute_text, end = view.word(end + 1), end + 2
        if view.word(end) == ":" and view.glued(end) and view.kind(end + 1) == "num":
            return None  # a ratio
        told = True
    elif _POINT.search(text) and (told or has_zone(view, end)):
        hour_text, minute_text = _POINT.split(text, maxsplit=1)
        if len(minute_text) != 2:
            return None
    elif len(text) == _SHORT and _at_the_hour(view, end, told=told):
        hour_text, minute_text = text[:2], text[2:]
    if not (hour_text.isdecimal() and minute_text.isdecimal()):
        return None
    if told and minute_text != "00" and view.word(end) == "دقيقه":  # «الساعة 8,17 دقيقة»
        end += 1
    if len(hour_text) > 2:
        return None
    hour, minute = int(hour_text), int(minute_text)
    if hour > 24 or minute > 59:
        return None
    if told and minute == 0:  # «الساعة 8 إلا ربعا»
        less, end = _less(view, end)
        hour, minute = _earlier(hour, minute, less)
    day_half = view.word(end) in HALF_DAYS
    half = day_half or (view.word(end) == "ص" and not view.glued(end))
    return end, number.start, hour, minute, told or half


def _at_the_hour(view: View, at: int, *, told: bool) -> bool:
    """Tell whether four digits before a token are an hour: «سعر الساعة 1500 دولار» is not."""
    word = view.word(at)
    follows = view.kind(at) != "word" or word.startswith(("ال", "و")) or word in _AFTER_HOUR
    return has_zone(view, at) or (told and follows)


def _spoken(view: View, at: int, *, told: bool) -> tuple[int, int, int, int, bool] | None:
    """Read العاشرة والنصف, الثالثة إلا ربعا, الثامنة إلا خمس دقائق, الواحدة وعشر دقائق."""
    word = view.word(at)
    hour, end = 0, at + 1
    start = view.tokens[at].start if at < len(view.tokens) else 0
    if word.endswith("الواحده"):
        hour, start = 1, view.tokens[at].end - 7
    else:
        ordinal = ordinal_at(view, at)
        if ordinal is None or not ordinal.article or not ordinal.feminine or ordinal.value > 12:
            return None
        hour, end, start = ordinal.value, ordinal.end, ordinal.start
    minute = 0
    part = FRACTIONS.find(view.word(end))
    if part is not None and part.conjunction == "و" and not part.preposition and part.article:
        minute, end, told = int(part.value * 60), end + 1, told or part.article
    elif view.word(end) != "الا" and told:
        minutes = number_at(view, end)
        if minutes is not None and minutes.conjunction == "و" and minutes.value < 60:
            unit = view.word(minutes.end)
            if unit in ("دقيقه", "دقائق"):
                minute, end = int(minutes.value), minutes.end + 1
    less, end = _less(view, end)
    hour, minute = _earlier(hour, minute, less)
    told = told or less > 0
    half = view.word(end)
    told = told or half in HALF_DAYS
    after = view.word(end + 1)
    if half == "من":
        told = told or after in ("صباح", "مساء", "فجر", "بعد", "ظهر", "ليل")
    elif half in ("قبل", "بعد"):
        told = told or after == "الظهر"
    return end, start, hour, minute, told


def _earlier(hour: int, minute: int, less: int) -> tuple[int, int]:
    """Return the time some minutes earlier, one o'clock after twelve."""
    if less <= minute:
        return hour, minute - less
    return (hour - 1 if hour > 1 else 12 if hour else 23), minute + 60 - less


def _less(view: View, at: int) -> tuple[int, int]:
    """Read «إلا ربعا», «إلا خمس دقائق»: (minutes, token after it)."""
    if view.word(at) != "الا":
        return 0, at
    part = FRACTIONS.find(view.word(at + 1).removesuffix("ا"))
    if part is not None:
        return int(part.value * 60), at + 2
    if view.word(at + 1) == "دقيقتين":
        return 2, at + 2
    minutes = number_at(view, at + 1)
    if minutes is None or minutes.conjunction or minutes.preposition or not 0 < minutes.value < 60:
        return 0, at
    counted = view.word(minutes.end) in ("دقيقه", "دقائق")
    return (int(minutes.value), minutes.end + 1) if counted else (0, at)
