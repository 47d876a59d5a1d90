"""How well a place in a text answers an anchor, and the places worth asking about.

The weights are those of Hypothesis's client (quote 50, prefix 20, suffix 20, position 2). All
comparison is on the search form, so vocalised and plain text are the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.annotations.anchor import BORDER, Anchor
from reader.annotations.folding import Folded
from reader.annotations.plain import PlainText
from reader.arabic import normalise as search_form

QUOTE, PREFIX, SUFFIX, POSITION = 50, 20, 20, 2
ACCEPTED = 0.75  # of 1: below it, an annotation is an orphan
# a place that no diff vouches for must have its surroundings on one side at least
SURROUNDED = 0.6
# and for a place to need no mark, both sides must be much as they were
ENCLOSED = 0.5
# one word may change by a slip of the pen, not into another word; a passage may change more
SAME_WORD, SAME_PASSAGE, PASSAGE = 0.8, 0.6, 24
MEANINGFUL = 8  # characters of context from which a paragraph's own part of it says something


@lru_cache(maxsize=4096)
def normalise(text: str) -> str:
    """Return the search form of a quote or its context; the same few are asked for again."""
    return search_form.normalise(text)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the new text: span of the original paragraph, and how good it is (0..1)."""

    place: int
    start: int
    end: int
    score: float
    quote: float
    around: float  # the better of prefix and suffix
    between: float  # the worse of the two


class Judge:
    """Scores places of one document for anchors of another version, or of other programs."""

    def __init__(self, paragraphs: Sequence[Folded]) -> None:
        self.paragraphs = paragraphs
        self.plain = PlainText([p.original for p in paragraphs])

    def candidate(
        self, anchor: Anchor, place: int, start: int, end: int, offset: int | None
    ) -> Candidate:
        """Score [start, end) of the paragraph at `place`.

        `offset` is where the anchor is expected in the document; None where nothing is known.
        Context that the anchor does not have counts neither for nor against.
        """
        words = normalise(self.paragraphs[place].original[start:end])
        quote = similarity(normalise(anchor.exact), words)
        at = self.plain.offset(place, start)
        length = max(1, len(self.plain.text))
        near = 1.0 if offset is None else max(0.0, 1 - abs(at - offset) / length)
        stop = at + end - start
        reach = len(anchor.prefix), len(anchor.suffix)
        before = _context(anchor.prefix, self.plain.text[max(0, at - reach[0]) : at], last=True)
        after = _context(anchor.suffix, self.plain.text[stop : stop + reach[1]], last=False)
        score = QUOTE * quote + PREFIX * before + SUFFIX * after + POSITION * near
        return Candidate(
            place,
            start,
            end,
            score / (QUOTE + PREFIX + SUFFIX + POSITION),
            quote,
            max(before, after),
            min(before, after),
        )


def believable(anchor: Anchor, words: str, candidate: Candidate) -> bool:
    """Tell whether a place's words can be the anchor's words.

    Figures must be the same, whatever the score: 150 is not a spelling of 250.
    """
    old, new = normalise(anchor.exact), normalise(words)
    if [c for c in old if c.isdigit()] != [c for c in new if c.isdigit()]:
        return False
    least = SAME_WORD if len(old) < PASSAGE else SAME_PASSAGE
    return candidate.score >= ACCEPTED and candidate.quote >= least


def similarity(one: str, other: str) -> float:
    """Return the normalised Indel similarity, 0 to 1; two empty texts are alike."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100 if one or other else 1.0


def occurrences(text: Folded, quote: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the original whose search form is the quote's."""
    needle = normalise(quote)
    at = text.text.find(needle) if needle else -1
    while at >= 0:
        yield text.widen(at, at + len(needle))
        at = text.text.find(needle, at + 1)


def nearest_wording(text: Folded, window: tuple[int, int], quote: str) -> tuple[int, int] | None:
    """Return the span of the original in a window of the search form most like the quote.

    rapidfuzz's partial_ratio_alignment, snapped to whole words where the quote had whole words.
    """
    from rapidfuzz import fuzz

    needle = normalise(quote)
    first, last = window
    within = text.text[first:last]
    if not needle or not within.strip():
        return None
    if len(within) <= len(needle):
        found = (first, last)
    else:
        alignment = fuzz.partial_ratio_alignment(needle, within)
        if alignment is None or alignment.dest_start == alignment.dest_end:
            return None
        found = (first + alignment.dest_start, first + alignment.dest_end)
    start, end = _snap(text.text, found, window, needle)
    return text.widen(start, end) if start < end else None


def _snap(
    text: str, found: tuple[int, int], window: tuple[int, int], needle: str
) -> tuple[int, int]:
    start, end = found
    if needle[:1].isalnum():
        while start > window[0] and text[start - 1].isalnum() and text[start].isalnum():
            start -= 1
    if needle[-1:].isalnum():
        while end < window[1] and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _context(old: str, new: str, *, last: bool) -> float:
    """Compare two prefixes (last) or suffixes; a moved paragraph counts by its own part."""
    if not old:
        return 1.0
    whole = similarity(normalise(old), normalise(new))
    own = old.rpartition(BORDER)[2] if last else old.partition(BORDER)[0]
    if len(own) == len(old) or len(own) < MEANINGFUL:
        return whole
    part = new[-len(own) :] if last else new[: len(own)]
    return max(whole, similarity(normalise(own), normalise(part)))
