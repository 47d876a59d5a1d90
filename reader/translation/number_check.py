"""Does the English keep the numbers and dates of the Arabic?"""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from reader.entities.model import Entity, Label
from reader.translation.english.stated import Stated, stated
from reader.translation.english.words import MONTHS, WEEKDAYS

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DATE = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_DURATION = re.compile(r"[<>]?-?P(?:T)?(\d+)[A-Z]+")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d\d)XX")
_VAGUE = re.compile(r"^(?:بضع|بعض|عدة|عشرات|مئات|آلاف|ملايين)")
_THOUSANDS = re.compile(r"\d+s\b")  # the value of an unknown number of thousands, billions
_HALVES = {"hemisphere", "hemispheres", "mid", "middle", "midway", "semi", "midnight"}
_HIJRI = re.compile(r"محرم|صفر|ربيع|جماد|رجب|شعبان|رمضان|شوال|ذو |ذي |هـ")
_RELATIVE_CENTURY = re.compile(
    r"قرن\s+(?:الماضي|الحالي|الجاري|المنصرم|السابق|الفائت|المقبل|القادم)\b"
)
_HIJRI_YEAR = re.compile(r"1[34]\d\d")  # this century and the one before
_POINT = re.compile(r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.])")
_SECOND = {"again", "another", "other", "latter", "former"}  # a second time, on the other hand
_DIGIT = re.compile(r"\d")


def missing(entities: Sequence[Entity], target: str) -> list[str]:
    """Return one sentence for each number or date of the Arabic that `target` has not.

    `entities` are those of the sentence, with the normalised values of `reader.entities.numbers`;
    names are passed over. What the English may put in many words (today, last year, dozens) is
    not looked for.
    """
    english = stated(target)
    found = []
    for entity in entities:
        if entity.label.is_number and not _VAGUE.match(entity.text):
            lost = _lost(entity, english)
            if lost:
                found.append(f"“{entity.text}” ({lost}) is missing or changed in the English.")
    return found


def added(entities: Sequence[Entity], source: str, target: str) -> list[str]:
    """Return one sentence for each number in digits that only the English has."""
    english = stated(target)
    known = {Decimal(n) for n in _NUMBER.findall(_ascii(source).replace(",", ""))}
    for entity in entities:
        known |= {Decimal(n) for n in _NUMBER.findall(entity.value)}
        known |= set(_quantities(entity.value))
        known |= {Decimal(int(century) + 1) for century in _CENTURY.findall(entity.value)}
    scaled = {value / scale for value in known for scale in (1000, 10**6, 10**9)}
    extra = [n for n in english.written if _is_extra(n, known | scaled, english)]
    return [f"The English has {n}, the Arabic does not." for n in sorted(extra)]


def _is_extra(number: Decimal, known: set[Decimal], english: Stated) -> bool:
    # small numbers and decades (the 1990s) are often words or implied in the Arabic
    if number <= 12 or number in known or int(number) in english.decades:
        return False
    return english.sums.get(number) not in known  # a million and 200,000 for 1,200,000


def _lost(entity: Entity, english: Stated) -> str:
    """Return what of the value the English lacks, "" for nothing."""
    value = entity.value.lstrip("~<>")
    if entity.label in (Label.DATE, Label.TIME):
        hijri = _HIJRI.search(entity.text) is not None
        if _keeps_hijri(entity.text, value, english) or (
            _RELATIVE_CENTURY.search(entity.text) and "century" in english.words
        ):
            return ""
        return _lost_date(value, english, hijri=hijri)
    if entity.label is Label.ORDINAL and value == "2" and _SECOND & english.words:
        return ""
    pointed = {Decimal(n.replace(".", "")): Decimal(n) for n in _POINT.findall(_ascii(entity.text))}
    share, basis = value.endswith("%"), value.endswith(" bp")
    lost = [
        n
        for n in _quantities(value)
        if not _says(english, n)
        and not (share and _says_part(english, n / 100))  # 25% may be a quarter
        and not (basis and n / 100 in english.all)  # a quarter of a percentage point
        and pointed.get(n) not in english.written  # 97.639 is what it is in English
    ]
    return ", ".join(str(n) for n in lost)


def _keeps_hijri(text: str, value: str, english: Stated) -> bool:
    """Tell whether the English has a Hijri date as it is written: its digits, but for a month's."""
    digits = _NUMBER.findall(_ascii(text))
    if not digits or not (_HIJRI.search(text) or _HIJRI_YEAR.fullmatch(digits[-1])):
        return False
    if digits[-1] in value:
        return False  # not the year of another calendar
    if len(digits) == 3:
        del digits[1]
    return all(Decimal(number) in english.all for number in digits)


def _lost_date(value: str, english: Stated, *, hijri: bool) -> str:
    if weekday := _WEEKDAY.fullmatch(value):
        number = int(weekday.group(1))
        named = 1 <= number <= 7 and number not in english.weekdays
        return list(WEEKDAYS)[number - 1].capitalize() if named else ""
    if duration := _DURATION.fullmatch(value):
        length = Decimal(duration.group(1))
        near = {"yesterday", "tomorrow"} & english.words  # the day before yesterday
        return "" if length <= 1 or near or _says(english, length) else str(length)
    if decade := _DECADE.fullmatch(value):
        year = int(decade.group(1)) * 10
        return "" if english.decades & {year, year % 100} else f"{year}s"
    if century := _CENTURY.fullmatch(value):
        number = int(century.group(1)) + 1
        return "" if _says(english, Decimal(number)) else f"century {number}"
    if re.fullmatch(r"\d{4}", value):
        return "" if _says(english, Decimal(value)) else value
    lost: list[str] = []
    if "/" not in value:
        for year, month, day in _DATE.findall(value):
            if year != "XXXX" and not _says(english, Decimal(year)):
                lost.append(year)
            if not hijri and 1 <= int(month) <= 12 and int(month) not in english.months:
                lost.append(list(MONTHS)[int(month) - 1].capitalize())
            if day and not _says(english, Decimal(int(day))):
                lost.append(str(int(day)))
    if value.startswith("T") and (hour := re.match(r"T(\d\d)", value)):
        hours = {Decimal(int(hour.group(1))), Decimal((int(hour.group(1)) - 1) % 12 + 1)}
        if not hours & english.all and not {"noon", "midnight", "midday"} & english.words:
            lost.append(value[1:])
    return ", ".join(dict.fromkeys(lost))


def _quantities(value: str) -> list[Decimal]:
    """Return the numbers in "2500", "5000..7000", "20%", "1000000000 USD", "8x", "5 km"."""
    if _THOUSANDS.match(value):
        return []
    found = []
    for part in value.lstrip("~<>").split(".."):
        if number := _NUMBER.match(part.removeprefix("-")):  # "five below zero" has no sign
            try:
                found.append(Decimal(number.group()))
            except InvalidOperation:
                continue
    return found


def _says(english: Stated, number: Decimal) -> bool:
    if number in english.all or number == 1:  # one is mostly "a" or not said at all
        return True
    if number == Decimal("0.5") and _HALVES & english.words:
        return True
    return any(abs(number - other) <= abs(number) * Decimal("0.0001") for other in english.all)


def _says_part(english: Stated, part: Decimal) -> bool:
    return part in english.all and part not in english.written


def _ascii(text: str) -> str:
    from reader.arabic.normalise import normalise
    from reader.arabic.turned import in_reading_order

    return normalise(in_reading_order(text)) if _DIGIT.search(text) else text
