"""Words of English number expressions."""

from decimal import Decimal

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
SMALL = {"zero": 0} | {word: n for n, word in enumerate(_SMALL.split(), 1)}
TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
VAGUE = {
    "dozens": Decimal(10), "tens": Decimal(10), "hundreds": Decimal(100),
    "thousands": Decimal(1000), "millions": Decimal(10**6), "billions": Decimal(10**9),
    "few": Decimal(3), "several": Decimal(3),
}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split(), 1)} | {
    word: 10 * n
    for n, word in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(), 2
    )
}
MONTHS = {
    word: n
    for n, word in enumerate(
        "january february march april may june july august september october november"
        " december".split(),
        1,
    )
}
WEEKDAYS = {
    word: n
    for n, word in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)
}
RELATIVE_DAYS = {"today": "P0D", "yesterday": "-P1D", "tomorrow": "P1D"}
# word -> (ISO 8601 designator, how many of it)
PERIODS = {
    **dict.fromkeys(("second", "seconds"), ("T%sS", 1)),
    **dict.fromkeys(("minute", "minutes"), ("T%sM", 1)),
    **dict.fromkeys(("hour", "hours"), ("T%sH", 1)),
    **dict.fromkeys(("day", "days", "night", "nights"), ("%sD", 1)),
    **dict.fromkeys(("week", "weeks"), ("%sW", 1)),
    **dict.fromkeys(("month", "months"), ("%sM", 1)),
    **dict.fromkeys(("year", "years"), ("%sY", 1)),
    **dict.fromkeys(("decade", "decades"), ("%sY", 10)),
    **dict.fromkeys(("century", "centuries"), ("%sY", 100)),
}
CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₪": "ILS"}
CURRENCIES = {
    **dict.fromkeys(("dollar", "dollars", "us dollars", "american dollars", "usd"), "USD"),
    **dict.fromkeys(("euro", "euros", "eur"), "EUR"),
    **dict.fromkeys(("pound sterling", "british pounds", "sterling pounds"), "GBP"),
    **dict.fromkeys(("pound", "pounds"), "pound"),
    **dict.fromkeys(("egyptian pounds", "egyptian pound"), "EGP"),
    **dict.fromkeys(("dinar", "dinars"), "dinar"),
    **dict.fromkeys(("kuwaiti dinars",), "KWD"),
    **dict.fromkeys(("iraqi dinars",), "IQD"),
    **dict.fromkeys(("riyal", "riyals", "rial", "rials"), "rial"),
    **dict.fromkeys(("saudi riyals", "saudi rials"), "SAR"),
    **dict.fromkeys(("dirham", "dirhams"), "dirham"),
    **dict.fromkeys(("lira", "liras", "lire"), "lira"),
    **dict.fromkeys(("turkish lira", "turkish liras"), "TRY"),
    **dict.fromkeys(("lebanese pounds", "lebanese lira"), "LBP"),
    **dict.fromkeys(("yen",), "JPY"),
    **dict.fromkeys(("yuan",), "CNY"),
    **dict.fromkeys(("ruble", "rubles", "roubles"), "RUB"),
    **dict.fromkeys(("shekel", "shekels"), "ILS"),
}
UNITS = {
    **dict.fromkeys(("km", "kilometer", "kilometers", "kilometre", "kilometres"), "km"),
    **dict.fromkeys(("meter", "meters", "metre", "metres"), "m"),
    **dict.fromkeys(("mile", "miles"), "mi"),
    **dict.fromkeys(("foot", "feet"), "ft"),
    **dict.fromkeys(("ton", "tons", "tonne", "tonnes"), "t"),
    **dict.fromkeys(("kg", "kilogram", "kilograms", "kilos"), "kg"),
    **dict.fromkeys(("gram", "grams"), "g"),
    **dict.fromkeys(("barrel", "barrels"), "bbl"),
    **dict.fromkeys(("liter", "liters", "litre", "litres"), "L"),
    **dict.fromkeys(("hectare", "hectares"), "ha"),
    **dict.fromkeys(("degree", "degrees"), "degree"),
    **dict.fromkeys(("megawatt", "megawatts", "mw"), "MW"),
    "square": "2",
    "cubic": "3",
}
APPROXIMATORS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("more", "than"), ">"),
    (("less", "than"), "<"),
    (("fewer", "than"), "<"),
    (("at", "least"), ">="),
    (("no", "less", "than"), ">="),
    (("at", "most"), "<="),
    (("no", "more", "than"), "<="),
    (("up", "to"), "<="),
    (("over",), ">"),
    (("about",), "~"),
    (("around",), "~"),
    (("approximately",), "~"),
    (("nearly",), "~"),
    (("almost",), "~"),
    (("some",), "~"),
)
