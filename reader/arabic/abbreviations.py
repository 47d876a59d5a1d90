"""Words that end with a stop without ending their sentence."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Titles and references: something always follows them.
NEVER_LAST = _words("""
    mr mrs ms dr prof rev hon st gen sen rep gov lt col sgt capt maj adm cmdr brig pres amb
    fr sr mt ft vs no nos vol pp fig ed eds cf e.g i.e al approx ca
""")
"""English abbreviations after which a sentence goes on, lower case, without the last stop."""

MAYBE_LAST = _words("""
    etc inc ltd co corp jr bros dept univ est a.m p.m u.s u.k u.n e.u
    jan feb mar apr jun jul aug sept sep oct nov dec
""")
"""English abbreviations that may also be the last word of a sentence."""

# Doctor, professor, engineer, page, post box, before Christ …; single letters need no entry.
NEVER_LAST_ARABIC = _words("أ.د ا.د د.م م.م ص.ب ق.م ب.م ت.م أ.م.د ا.م.د هـ")
"""Arabic abbreviations after which a sentence goes on, without the last stop."""

SENTENCE_STARTERS = _words("""
    The A An In On At It He She They We I But And However This That These Those His Her Their
    There For From With As After Before When While If Since Although According Officials
""")
"""Words that, capitalised after an abbreviation of the second kind, begin a sentence."""
