"""Fractions in one character: ½ مليون, 1¾."""

import unicodedata
from decimal import Decimal

_SLASH = "\u2044"


def _value(sign: str) -> Decimal:
    above, below = unicodedata.normalize("NFKD", sign).split(_SLASH)
    return Decimal(above) / Decimal(below)


FRACTION_SIGNS = {sign: _value(sign) for sign in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
