"""Does the English name the currency of a sum of money, and say that a share is one?

Words only, anywhere in the sentence: a sum whose currency is named beside another sum passes.
"""

import re
from collections.abc import Sequence

from reader.entities.model import Entity, Label
from reader.entities.numbers.money import SHARED
from reader.translation.english.words import CURRENCIES, CURRENCY_SIGNS

_WORD = re.compile(r"[^\W\d_]+")
_CALLED = {"lira": "pound", "SYP": "pound", "LBP": "pound", "CNY": "JPY", "cent": "piastre"}
"""Currencies with one English name, or one sign: the pounds of Syria and Lebanon are lira."""
_LAST_WORDS = {name.split()[-1]: code for name, code in CURRENCIES.items()}
_SHARE = re.compile(
    r"[%٪؉‰]|\bper ?(?:cent|mille|thousand)|\bpercent|\bpct\b|\bpoints?\b|\bout of\b"
    r"|\bin (?:a|one) hundred"
    r"|\bhal(?:f|ves|ved)\b|\bthirds?\b|\bquarter|\b(?:fif|six|seven|eigh|nin|ten|hundred)ths?\b",
    re.IGNORECASE,
)


def missing(entities: Sequence[Entity], target: str) -> list[str]:
    """Return one sentence for each sum of money or share that `target` has without its unit.

    `entities` are those of the sentence, with the values of `reader.entities.numbers` ("5 EUR",
    "20%"). Nothing and the whole (0 %, 100 %) are often said in words.
    """
    found = []
    for entity in entities:
        currency = entity.value.rpartition(" ")[2]
        if entity.label is Label.MONEY and _name(currency) not in _named(target):
            found.append(f"The currency of “{entity.text}” ({currency}) is not in the English.")
        share = entity.label is Label.PERCENT and entity.value not in ("0%", "100%")
        if share and not _SHARE.search(target):
            found.append(f"“{entity.text}” is not a share in the English.")
    return found


def _named(text: str) -> set[str]:
    """Return the currencies that an English text names, by word or by sign."""
    words = {_LAST_WORDS.get(word, "") for word in _WORD.findall(text.casefold())}
    signs = {code for sign, code in CURRENCY_SIGNS.items() if sign in text}
    return {_name(code) for code in words | signs if code}


def _name(code: str) -> str:
    """Return the same name for currencies that English calls the same."""
    currency = SHARED.get(code, code)
    return _CALLED.get(code, _CALLED.get(currency, currency))
