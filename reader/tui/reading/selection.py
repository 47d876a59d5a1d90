"""The word cursor and the selection that grows from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.tui.page.block import Side


@dataclass(frozen=True, slots=True)
class Selection:
    """Whole words of one paragraph on one side.

    `anchor` is the word where it began, `head` the word of the cursor; while `extending`, the
    selection runs from one to the other, otherwise it is the word alone.
    """

    side: Side
    paragraph: int
    anchor: tuple[int, int]
    head: tuple[int, int]
    extending: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The selected code points, half-open."""
        if not self.extending:
            return self.head
        return min(self.anchor[0], self.head[0]), max(self.anchor[1], self.head[1])

    def moved(self, head: tuple[int, int]) -> "Selection":
        """Return it with the cursor on another word."""
        return replace(self, head=head, anchor=self.anchor if self.extending else head)

    def over(self, start: int, end: int) -> "Selection":
        """Return it covering exactly [start, end)."""
        return replace(self, anchor=(start, start), head=(start, end), extending=True)

    def swapped(self, words: Sequence[tuple[int, int]]) -> "Selection":
        """Return it with the cursor at its other end; `words` are those of its text."""
        if not self.extending:
            return self
        start, end = self.span
        inside = [word for word in words if start < word[1] and word[0] < end]
        if not inside:
            return self
        first, last = (start, inside[0][1]), (inside[-1][0], end)
        at_end = self.head[1] >= self.anchor[1]
        return replace(self, anchor=last if at_end else first, head=first if at_end else last)


def words_of(text: str) -> list[tuple[int, int]]:
    """Return the words that the cursor stops at, in the order of the text."""
    from reader.arabic.words import words

    return [(word.start, word.end) for word in words(text)]


def nearest_word(words: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Return the word at an offset, or the next one, or the last."""
    return next((word for word in words if offset < word[1]), words[-1] if words else None)
