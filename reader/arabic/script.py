"""Which script a text is written in."""

import re

# letters of the Arabic blocks and presentation forms, without digits and punctuation
_ARABIC_LETTER = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u0887"
    "\u0889-\u088e\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufdff\ufe70-\ufefc]"
)


def has_arabic(text: str) -> bool:
    """Tell whether the text has at least one Arabic letter."""
    return _ARABIC_LETTER.search(text) is not None
