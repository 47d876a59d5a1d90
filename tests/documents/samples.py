"""Where the sample documents are, and the text that they all hold."""

import re
from pathlib import Path

# all of UAX #9 class B, and what every text program treats as the end of a line or page
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
DATA = Path(__file__).parent / "data"


def article_words() -> set[str]:
    """Return the distinct words of the sample article, from the page as it was written."""
    page = (DATA / "saved_page.html").read_text(encoding="utf-8")
    article = page[page.index("<article>") : page.index("</article>")]
    return set(re.sub(r"<[^>]*>", " ", article).split())
