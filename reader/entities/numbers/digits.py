"""Digits with separators, as a decimal number."""

import re
from decimal import Decimal

_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
_SEPARATOR = re.compile(r"[.,٫٬،]")
_LONGEST = 40  # longer runs of digits are no numbers anybody reads


def parse_digits(text: str, *, decimal_point: bool = False) -> Decimal | None:
    """Return the number that a folded run of digits and separators writes, or None.

    ٫ is a decimal point and ٬ a thousands mark. A comma or point followed by groups of exactly
    three digits separates thousands, any other single one decimals; `decimal_point` says that the
    context (a million, a percent sign after it) makes "2.125" a decimal. Dates and version numbers
    (12.5.2021) are not numbers.
    """
    if len(text) > _LONGEST:
        return None
    text = _SPACES.sub("", text)
    separators = _SEPARATOR.findall(text)
    if not separators:
        return Decimal(text)
    parts = _SEPARATOR.split(text)
    whole, groups = parts[0], parts[1:]
    fraction = ""
    last = separators[-1]
    grouped = 1 <= len(whole) <= 3 and whole != "0" and all(len(g) == 3 for g in groups)
    if last == "٬" or (last != "٫" and grouped and _thousands(separators, decimal_point)):
        pass
    else:
        fraction = groups.pop()
        # one mark for thousands and another one for decimals: 1,200.50 or 1.200,50
        if groups and (last in separators[:-1] or any(len(g) != 3 for g in groups)):
            return None
    if any(len(g) != 3 for g in groups) or (groups and len(whole) > 3):
        return None
    digits = whole + "".join(groups)
    return Decimal(f"{digits}.{fraction}") if fraction else Decimal(digits)


def _thousands(separators: list[str], decimal_point: bool) -> bool:
    """Tell whether groups of three are thousands."""
    if len(set(separators)) > 1:
        return False
    return len(separators) > 1 or separators[0] in ",،" or not decimal_point


def plain(number: Decimal) -> str:
    """Return a number without exponent and trailing zeros: the form used in `Entity.value`."""
    if number == number.to_integral_value():
        return str(int(number))
    # thirds do not end; six places are enough to tell them
    return format(round(number, 6).normalize(), "f")
