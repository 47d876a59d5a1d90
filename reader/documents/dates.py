"""Dates as files write them, in ISO 8601 where they can be read surely."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
# from Egypt, the Levant and the Maghreb, and English
MONTHS = (
    "يناير|كانون الثاني|جانفي|jan", "فبراير|شباط|فيفري|feb", "مارس|آذار|mar",
    "أبريل|إبريل|ابريل|نيسان|أفريل|apr", "مايو|أيار|ايار|ماي|may",
    "يونيو|يونيه|حزيران|جوان|jun", "يوليو|يوليه|تموز|جويلية|jul", "أغسطس|اغسطس|آب|أوت|aug",
    "سبتمبر|أيلول|ايلول|sep", "أكتوبر|اكتوبر|تشرين الأول|oct", "نوفمبر|تشرين الثاني|nov",
    "ديسمبر|كانون الأول|dec",
)  # fmt: skip

_LONGEST = 80
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ].*)?)?)?")
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d*)?")
_NAME = r"(?P<month>[^\W\d]{2,12}(?: [^\W\d]{2,12})?)"
_OTHER_NAME = r"(?: ?/ ?[^\W\d]{2,12}(?: [^\W\d]{2,12})?)?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_WEEKDAY, _TIME = r"(?:[^\W\d]{3,12}[,،]? )?", r"(?:[ ,،–-]{1,4}(?:at )?\d{1,2}:\d\d.*)?"
_WAYS = tuple(
    re.compile(_WEEKDAY + way + _TIME, re.IGNORECASE)
    for way in (
        rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",
        rf"{_DAY}[-/.](?P<number>\d{{1,2}})[-/.]{_YEAR}",
        rf"(?P<number>\d{{1,2}})[-/.]{_DAY}[-/.]{_YEAR}",
        rf"{_DAY}[ -](?:of )?{_NAME}\.?{_OTHER_NAME}[ ,،-]{{1,3}}{_YEAR}",
        rf"{_NAME}\.? {_DAY}[ ,،]{{1,3}}{_YEAR}",
    )
)


def is_iso(text: str) -> bool:
    """Tell whether a text is a year, month, day or moment as ISO 8601 writes it."""
    return bool(_ISO.fullmatch(text)) and _exists(text)


def iso_date(text: str) -> str:
    """Return a date in ISO 8601, as exact as it is; "" when it has no reading or more than one.

    "01/05/2024" is 1 May or 5 January. Seconds and milliseconds since 1970 are moments in UTC.
    """
    text = " ".join(text.translate(DIGITS).split())
    if len(text) > _LONGEST:
        return ""
    if is_iso(text):
        return text
    moment = _moment(text)
    if moment:
        return moment
    found = {day for way in _WAYS if (day := _day(way.fullmatch(text)))}
    return found.pop() if len(found) == 1 else ""


def _moment(text: str) -> str:
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        seconds = int(epoch.group(1)) / (1000 if len(epoch.group(1)) > 10 else 1)
        return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"
    try:
        if text.isdecimal() and len(text) == 8:
            return date.fromisoformat(text).isoformat()
        return parsedate_to_datetime(text).isoformat() if text[:1].isalpha() else ""  # RFC 5322
    except (ValueError, IndexError, OverflowError):
        return ""


def _day(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    parts = found.groupdict()
    month = int(parts.get("number") or 0) or _month(parts.get("month") or "")
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    """Return the number of a month's name, 0 for another word."""
    for number, names in enumerate(MONTHS, start=1):
        if re.fullmatch(rf"(?:{names})[^\W\d]*", name, re.IGNORECASE):
            return number
    return 0


def _exists(iso: str) -> bool:
    parts = iso[:10].split("-")
    try:
        date(int(parts[0]), *(int(part) for part in [*parts[1:], "1", "1"][:2]))
    except ValueError:
        return False
    return True
