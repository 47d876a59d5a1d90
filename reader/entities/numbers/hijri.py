"""Hijri dates as Gregorian ones (Umm al-Qura calendar, through hijridate).

The Umm al-Qura tables cover 1343-1500 AH; other years keep their Hijri number, written
"AH 0061-01-10".
"""

FIRST_YEAR, LAST_YEAR = 1343, 1500


def gregorian(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Return the ISO date, or the interval "first/last" of a Hijri month or year."""
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return _hijri(year, month, day)
    from hijridate import Hijri

    try:
        if month is not None and day is not None:
            return str(Hijri(year, month, day).to_gregorian().isoformat())
        first = Hijri(year, month or 1, 1)
        end = Hijri(year, month or 12, 1)
        last = Hijri(year, month or 12, end.month_length())
    except (ValueError, OverflowError):
        return _hijri(year, month, day)
    return f"{first.to_gregorian().isoformat()}/{last.to_gregorian().isoformat()}"


def _hijri(year: int | None, month: int | None, day: int | None) -> str:
    parts = ["XXXX" if year is None else f"{year:04d}"]
    parts += [f"{part:02d}" for part in (month, day) if part is not None]
    return "AH " + "-".join(parts)
