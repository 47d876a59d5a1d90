"""A stretch of one paragraph's logical text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open [start, end) in code points of the paragraph's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end} is not a stretch of text")

    def of(self, text: str) -> str:
        """Return the text that the span covers."""
        return text[self.start : self.end]
