"""Sums of money: 3.5 مليار يورو, ألفي دينار, دولاران, $200, 200 ريال سعودي.

The value is "amount code" with the ISO 4217 code; a currency that several countries share and
the text does not tell apart is written by its English name ("200 rial").
"""

from decimal import Decimal

from reader.entities.model import Label
from reader.entities.numbers.approximations import amount_at, relation_at
from reader.entities.numbers.cardinals import number_at
from reader.entities.numbers.digits import plain
from reader.entities.numbers.lexicon import Lexicon
from reader.entities.numbers.match import Match
from reader.entities.numbers.number_words import FRACTIONS
from reader.entities.numbers.view import View, fold

_CURRENCIES = {
    "USD": "دولار دولارا دولارات USD",
    "EUR": "يورو أورو يوروهات EUR",
    "rial": "ريال ريالا ريالات",
    "dirham": "درهم درهما دراهم",
    "pound": "جنيه جنيها جنيهات",
    "dinar": "دينار دينارا دنانير",
    "lira": "ليرة ليرات",
    "JPY": "ين ينا",
    "CNY": "يوان يوانا رنمينبي",
    "RUB": "روبل روبلا روبلات",
    "ILS": "شيكل شيكلا شيقل شيكلات شيقلا",
    "rupee": "روبية روبيات",
    "toman": "تومان تومانا",
    "franc": "فرنك فرنكا فرنكات",
    "krone": "كرونة كرونا كرونات",
    "peso": "بيزو",
    "UAH": "هريفنيا هريفنا",
    "KRW": "وون",
    "SAR": "SAR",
    "AED": "AED",
    "EGP": "EGP",
    "GBP": "GBP",
    "cent": "سنت سنتا سنتات",
    "piastre": "قرش قرشا قروش",
    "fils": "فلس فلسا فلوس",
    "halala": "هللة هللات",
    "penny": "بنس بنسا بنسات",
    "centime": "سنتيم سنتيما سنتيمات",
    "bitcoin": "بيتكوين بتكوين",
}
CURRENCIES = Lexicon({word: code for code, words in _CURRENCIES.items() for word in words.split()})
_DUALS = Lexicon(
    {
        stem + end: code
        for stem, code in {
            "دولار": "USD", "ريال": "rial", "درهم": "dirham", "جنيه": "pound", "دينار": "dinar",
            "روبل": "RUB", "قرش": "piastre", "سنت": "cent", "ليرت": "lira", "روبيت": "rupee",
        }.items()
        for end in ("ان", "ين")
    }
)  # fmt: skip
# country adjective (masculine) -> code for each shared currency
_OWNERS = {
    "سعودي": {"rial": "SAR"},
    "قطري": {"rial": "QAR"},
    "عماني": {"rial": "OMR"},
    "يمني": {"rial": "YER"},
    "إيراني": {"rial": "IRR"},
    "إماراتي": {"dirham": "AED"},
    "مغربي": {"dirham": "MAD"},
    "كويتي": {"dinar": "KWD"},
    "أردني": {"dinar": "JOD"},
    "عراقي": {"dinar": "IQD"},
    "بحريني": {"dinar": "BHD"},
    "تونسي": {"dinar": "TND"},
    "جزائري": {"dinar": "DZD"},
    "ليبي": {"dinar": "LYD"},
    "صربي": {"dinar": "RSD"},
    "تركي": {"lira": "TRY"},
    "سوري": {"lira": "SYP"},
    "لبناني": {"lira": "LBP"},
    "مصري": {"pound": "EGP"},
    "سوداني": {"pound": "SDG"},
    "إسترليني": {"pound": "GBP"},
    "استرليني": {"pound": "GBP"},
    "بريطاني": {"pound": "GBP"},
    "هندي": {"rupee": "INR"},
    "باكستاني": {"rupee": "PKR"},
    "سويسري": {"franc": "CHF"},
    "أفريقي": {"franc": "XOF"},
    "سويدي": {"krone": "SEK"},
    "نرويجي": {"krone": "NOK"},
    "دنماركي": {"krone": "DKK"},
    "تشيكي": {"krone": "CZK"},
    "مكسيكي": {"peso": "MXN"},
    "أميركي": {"USD": "USD"},
    "أمريكي": {"USD": "USD"},
    "كندي": {"USD": "CAD"},
    "أسترالي": {"USD": "AUD"},
    "سنغافوري": {"USD": "SGD"},
    "نيوزيلندي": {"USD": "NZD"},
    "ياباني": {"JPY": "JPY"},
    "صيني": {"CNY": "CNY"},
    "روسي": {"RUB": "RUB"},
    "إسرائيلي": {"ILS": "ILS"},
}
SHARED = {code: currency for codes in _OWNERS.values() for currency, code in codes.items()}
"""The currency of a code whose name several countries share: SAR is a rial."""
HUNDREDTHS = {
    **dict.fromkeys(("USD", "EUR", "CAD", "AUD", "SGD", "NZD"), ("cent",)),
    **dict.fromkeys(("EGP", "SDG", "LBP", "SYP", "TRY", "lira"), ("piastre",)),
    "GBP": ("penny",),
    "pound": ("piastre", "penny"),
    **dict.fromkeys(("SAR", "rial"), ("halala",)),
    "AED": ("fils",),
    "MAD": ("centime",),
    "dirham": ("fils", "centime"),
    **dict.fromkeys(("CHF", "franc"), ("centime",)),
}
"""Currency -> what a hundred of are one of it; a dinar has a thousand fils."""
_OWNER_FORMS = {
    fold(form): codes
    for owner, codes in _OWNERS.items()
    for form in (owner, owner + "ا", owner + "ة", owner + "ين", "ال" + owner, "ال" + owner + "ة")
}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₪": "ILS", "₺": "TRY", "₽": "RUB",
          "₹": "INR", "﷼": "rial"}  # fmt: skip


def match_money(view: View, at: int) -> Match | None:
    """Return the sum of money that starts at a token, or None."""
    return _sign_first(view, at) or _amount_first(view, at) or _dual(view, at)


def _sign_first(view: View, at: int) -> Match | None:
    """Read $200, USD 200, € 3.5 مليون."""
    token = at + 1 if view.word(at) in ("ب", "ل", "و") and view.kind(at + 1) == "sym" else at
    code = _SIGNS.get(view.word(token))
    if code is None and view.word(token).isascii() and view.kind(token) == "word":
        code = CURRENCIES.bare(view.word(token))
    amount = amount_at(view, token + 1) if code is not None else None
    if amount is None or code is None:
        return None
    value = f"{amount.render()} {code}"
    return Match(Label.MONEY, at, amount.end, view.tokens[token].start, amount.stop, value)


def _amount_first(view: View, at: int) -> Match | None:
    amount = amount_at(view, at)
    if amount is None or amount.score:
        return None
    sign = _SIGNS.get(view.word(amount.end))
    if sign is not None:
        stop = view.tokens[amount.end].end
        value = f"{amount.render()} {sign}"
        return Match(Label.MONEY, at, amount.end + 1, amount.start, stop, value)
    token = amount.end
    if view.word(token) == "من" and amount.vague:  # «ملايين من الدولارات»
        token += 1
    reading = CURRENCIES.find(view.word(token))
    if reading is None or reading.conjunction or reading.preposition:
        return None
    end, code = _owner(view, token + 1, reading.value)
    half = FRACTIONS.find(view.word(end))
    extra = Decimal(0)
    if half is not None and half.conjunction == "و" and not half.article and amount.low < 1000:
        extra, end = half.value, end + 1
    elif amount.high is None and not amount.vague and amount.low == int(amount.low):
        extra, end = _hundredths(view, end, code)
    value = f"{amount.render(lambda n: plain(n + extra))} {code}"
    return Match(Label.MONEY, at, end, amount.start, view.tokens[end - 1].end, value)


def _hundredths(view: View, at: int, code: str) -> tuple[Decimal, int]:
    """Read «و30 سنتا» behind a sum of whole dollars: (part of a dollar, token after it)."""
    number = number_at(view, at)
    if number is None or number.conjunction != "و" or number.preposition or number.article:
        return Decimal(0), at
    part = CURRENCIES.find(view.word(number.end))
    if part is None or part.conjunction or part.preposition or part.article:
        return Decimal(0), at
    if part.value not in HUNDREDTHS.get(code, ()) or not 0 < number.value < 100:
        return Decimal(0), at
    return number.value / 100, number.end + 1


def _dual(view: View, at: int) -> Match | None:
    """Read دولاران, دولار واحد, نصف دولار."""
    prefix = relation_at(view, at)
    token = prefix[0] if prefix is not None else at
    relation = prefix[2] if prefix is not None else ""
    reading = _DUALS.find(view.word(token))
    if reading is not None and reading.article and reading.value == "cent":
        return None  # «السنتين» are two years
    number = "2"
    if reading is None:
        reading = CURRENCIES.find(view.word(token))
        single = view.word(token + 1) in ("واحد", "واحده", "واحدا")
        if reading is None or reading.article:
            return None
        # «على الأقل بين» is no yen
        if not single and (prefix is None or reading.preposition):
            return None
        number = "1"
    start = prefix[1] if prefix is not None else view.tokens[token].start + reading.skip
    end, code = _owner(view, token + 1, reading.value)
    if number == "1" and view.word(end) in ("واحد", "واحده", "واحدا"):
        end += 1
    stop = view.tokens[end - 1].end
    return Match(Label.MONEY, at, end, start, stop, f"{relation}{number} {code}")


def _owner(view: View, at: int, code: str) -> tuple[int, str]:
    """Read the country adjective after a currency: (token after it, currency code)."""
    codes = _OWNER_FORMS.get(view.word(at))
    if codes is None or code not in codes:
        return at, code
    return at + 1, codes[code]
