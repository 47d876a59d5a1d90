"""Plain text: a line is a paragraph, unless the text is clearly hard-wrapped.

A text is hard-wrapped when blank lines separate its paragraphs and nearly every line break inside
them was forced: the next line's first word would not have fitted. Its lines are then joined with a
space; lines that begin a list item stay apart, and so do those after a line that plainly had room
for more, as headlines and datelines have. The measure is `_forced_width`.
"""

import re
from itertools import pairwise

from reader.documents.blocks import Block, Draft
from reader.documents.encodings import decode
from reader.documents.formats.format import Format, Source

MIN_WIDTH, MAX_WIDTH = 50, 120
"""Code points of the longest line of a text that can count as hard-wrapped."""
MIN_BREAKS = 4
"""Fewer line breaks inside paragraphs than this prove nothing."""
FORCED_SHARE = 0.9
"""Share of those breaks that must be forced."""
SLACK = 0.85
"""A break is forced if the next word would pass this share of the width: fill programs balance
lines, and count marks differently."""
ROOM = 0.6
"""A line ends a paragraph if the next word would not even have reached this share of the width."""

_BLANK = re.compile(r"\n[ \t]*\n")
_LIST_ITEM = re.compile(r"\s*(?:[-*•–]|[0-9٠-٩]{1,3}[.)-])\s")


def read(source: Source) -> Draft:
    """Return the lines, or joined lines, of a text file."""
    decoded = decode(source.data, source.name)
    warnings = [decoded.warning] if decoded.warning else []
    text = decoded.text
    width = _forced_width(text)
    if width:
        blocks = [
            Block(line) for part in _BLANK.split(_newlines(text)) for line in _joined(part, width)
        ]
        warnings.append(f"Lines broken at {width} characters were joined into paragraphs.")
    else:
        blocks = [Block(text)]
    return Draft(blocks, encoding=decoded.encoding, warnings=warnings)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _forced_width(text: str) -> int:
    """Return the width at which the text was wrapped, or 0 when its line breaks mean paragraphs."""
    sample = _newlines(text[:200_000])
    parts = [part.strip("\n").split("\n") for part in _BLANK.split(sample)]
    if len(parts) < 2:
        return 0
    width = max(len(line) for part in parts for line in part)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    # a headline, byline and dateline above the text prove nothing
    top = all(_needed(*lines) < ROOM * width for lines in pairwise(parts[0]))
    breaks = forced = stops = 0
    for part in parts[top:]:
        for line, following in pairwise(part):
            if _LIST_ITEM.match(following):
                continue
            breaks += 1
            forced += _needed(line, following) > SLACK * width
            stops += line.rstrip().endswith((".", "!", "?", "؟", ":"))
    # lines that end as sentences do are verses or items, however even they are
    if breaks < MIN_BREAKS or forced < FORCED_SHARE * breaks or stops * 2 > breaks:
        return 0
    return width


def _needed(line: str, following: str) -> int:
    """Return the width that a line would have had with the first word of the one that follows."""
    first = following.split(maxsplit=1)
    return len(line) + 1 + len(first[0] if first else "")


def _joined(part: str, width: int) -> list[str]:
    """Return the paragraphs of one run of lines between blank lines."""
    result: list[str] = []
    before = ""
    for line in part.strip("\n").split("\n"):
        goes_on = result and _needed(before, line) >= ROOM * width
        if goes_on and not _LIST_ITEM.match(line):
            result[-1] = f"{result[-1].rstrip()} {line.strip()}"
        else:
            result.append(line)
        before = line
    return result


FORMAT = Format(
    name="plain text",
    media_type="text/plain",
    extensions=(".txt", ".text"),
    read=read,
    sniff=lambda _head: True,
)
