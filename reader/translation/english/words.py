"""Words of English number expressions."""

from decimal import Decimal

DASHES = {"-", "–", "—"}
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
SMALL = {"zero": 0} | {word: n for n, word in enumerate(_SMALL.split(), 1)}
TENS = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
MAGNITUDES = {
    "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
# after digits; one letter only at a sum of money
SHORT_MAGNITUDES = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12,
}  # fmt: skip
FOLDS = {f"{word}fold": n for words in (SMALL, TENS) for word, n in words.items()}
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
DECADES = {
    word: 10 * n
    for n, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
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
AMBIGUOUS_MONTHS = {"may", "march"}
SHORT_MONTHS = {month[:3]: n for month, n in MONTHS.items() if month != "may"} | {"sept": 9}
WEEKDAYS = {
    word: n
    for n, word in enumerate("monday tuesday wednesday thursday friday saturday sunday".split(), 1)
}
SHORT_WEEKDAYS = {word[:3]: n for word, n in WEEKDAYS.items()}
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
CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₪": "ILS",
                  "₺": "TRY", "₽": "RUB", "₹": "INR"}  # fmt: skip
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
    **dict.fromkeys(("shekel", "shekels", "ils", "nis"), "ILS"),
    **dict.fromkeys(("rupee", "rupees"), "rupee"),
    **dict.fromkeys(("indian rupee", "indian rupees"), "INR"),
    **dict.fromkeys(("pakistani rupee", "pakistani rupees"), "PKR"),
    **dict.fromkeys(("toman", "tomans"), "toman"),
    **dict.fromkeys(("franc", "francs"), "franc"),
    **dict.fromkeys(("swiss franc", "swiss francs", "chf"), "CHF"),
    **dict.fromkeys(("krona", "kronor", "krone", "kroner", "koruna", "korunas"), "krone"),
    **dict.fromkeys(("peso", "pesos"), "peso"),
    **dict.fromkeys(("hryvnia", "hryvnias", "uah"), "UAH"),
    **dict.fromkeys(("korean won",), "KRW"),
    **dict.fromkeys(("cent", "cents"), "cent"),
    **dict.fromkeys(("piastre", "piastres", "piaster", "piasters"), "piastre"),
    **dict.fromkeys(("halala", "halalas"), "halala"),
    **dict.fromkeys(("penny", "pennies", "pence"), "penny"),
    **dict.fromkeys(("bitcoin", "bitcoins"), "bitcoin"),
    **dict.fromkeys(("sar",), "SAR"),
    **dict.fromkeys(("aed",), "AED"),
    **dict.fromkeys(("egp",), "EGP"),
    **dict.fromkeys(("gbp",), "GBP"),
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
    **dict.fromkeys(("degree", "degrees", "°"), "degree"),
    **dict.fromkeys(("megawatt", "megawatts", "mw"), "MW"),
    **{
        length + sign: length + power
        for length in ("km", "m", "cm")
        for sign, power in (("²", "2"), ("³", "3"))
    },
    "square": "2",
    "cubic": "3",
}
# World War II, Louis XIV; I, V and X alone are letters
ROMAN = {
    word: n
    for n, word in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split(), 1)
    if len(word) > 1
}
# words that say a number without naming it
IMPLIED = {
    "half": ("0.5",),
    "third": ("3", "0.333333"),
    "thirds": ("0.666667", "0.333333"),
    "quarter": ("0.25", "4"),
    "quarters": ("0.75", "0.25"),
    **dict.fromkeys(("once", "single"), ("1",)),
    **dict.fromkeys(("twice", "double", "doubled", "couple", "pair", "both"), ("2",)),
    **dict.fromkeys(("triple", "tripled"), ("3",)),
    **dict.fromkeys(("quadruple", "quadrupled"), ("4",)),
    **dict.fromkeys(("decade", "decades"), ("10",)),
    "century": ("100",),
    "fortnight": ("2", "14"),
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
