"""What else English calls a name: America is the United States, ISIS the Islamic State.

Projection looks for these where a name's own English is not in the translation; doubts and mending
take a name as there when one of them stands.
"""

import re
from functools import lru_cache

# names of one thing; each is looked for where another was expected
_SAME = (
    ("America", "United States", "United States of America", "US", "U.S.", "USA", "U.S.A."),
    ("Britain", "United Kingdom", "Great Britain", "England", "UK", "U.K."),
    ("United Arab Emirates", "UAE", "U.A.E.", "Emirates"),
    ("European Union", "EU", "E.U."),
    ("United Nations", "UN", "U.N."),
    ("NATO", "North Atlantic Treaty Organization", "North Atlantic Alliance"),
    ("ISIS", "ISIL", "IS", "Daesh", "Islamic State"),
    ("Netherlands", "Holland"),
    ("Turkey", "Türkiye", "Turkiye"),
    ("Czechia", "Czech Republic"),
    ("Myanmar", "Burma"),
    ("Côte d’Ivoire", "Côte d'Ivoire", "Ivory Coast"),
    ("Eswatini", "Swaziland"),
    ("Cape Verde", "Cabo Verde"),
    ("North Macedonia", "Macedonia"),
)
# what may stand for an adjective or a part of government, but not the other way round
_INSTEAD = {
    "American": ("US", "U.S.", "United States"),
    "British": ("UK", "U.K."),
    "US State Department": ("State Department", "US Foreign Ministry"),
    "Iraqi Parliament": ("Parliament",),
}
OTHER_NAMES: dict[str, tuple[str, ...]] = _INSTEAD | {
    name: tuple(other for other in names if other != name) for names in _SAME for name in names
}
"""English of a name -> what else English may write for it."""


def goes_by_another(english: str, text: str) -> bool:
    """Tell whether another name for `english` stands in an English text, as whole words."""
    pattern = _pattern(english)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(64)
def _pattern(english: str) -> re.Pattern[str] | None:
    """Match the other names as they are written: "us" is not the US."""
    names = OTHER_NAMES.get(english)
    if names is None:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in names)})(?!\w)")
