"""A text in logical order with a caret."""

import unicodedata

from reader.arabic.presentation import letters_of
from reader.arabic.words import words


class TextBuffer:
    """Text and caret; every change keeps 0 <= caret <= len(text).

    Controls never enter it: line ends become one `\\n`, or a blank where `multiline` is false.
    Presentation forms, as some keyboards send for lam-alef, become the letters they stand for.
    """

    def __init__(self, text: str = "", *, multiline: bool = False) -> None:
        self.multiline = multiline
        self.text = ""
        self.caret = 0
        self.insert(text)

    def insert(self, text: str) -> None:
        """Insert at the caret."""
        clean = self._clean(text)
        self.text = self.text[: self.caret] + clean + self.text[self.caret :]
        self.caret += len(clean)

    def replace(self, text: str) -> None:
        """Take another text, with the caret at its end."""
        self.text, self.caret = "", 0
        self.insert(text)

    def backspace(self) -> None:
        """Take away the code point before the caret: a mark alone goes without its letter."""
        if self.caret:
            self.text = self.text[: self.caret - 1] + self.text[self.caret :]
            self.caret -= 1

    def delete(self) -> None:
        """Take away the letter after the caret, with its marks."""
        self.text = self.text[: self.caret] + self.text[self._after(self.caret) :]

    def delete_word(self) -> None:
        """Take away from the start of the word before the caret."""
        start = self._word_before()
        self.text = self.text[:start] + self.text[self.caret :]
        self.caret = start

    def forward(self) -> None:
        """Move over the next letter and its marks."""
        self.caret = self._after(self.caret)

    def back(self) -> None:
        """Move to before the previous letter."""
        if self.caret:
            self.caret -= 1
            while self.caret and unicodedata.combining(self.text[self.caret]):
                self.caret -= 1

    def forward_word(self) -> None:
        """Move to the end of the next word."""
        self.caret = next((w.end for w in words(self.text) if w.end > self.caret), len(self.text))

    def back_word(self) -> None:
        """Move to the start of the word before."""
        self.caret = self._word_before()

    def home(self) -> None:
        """Move to the start of the line."""
        self.caret = self.text.rfind("\n", 0, self.caret) + 1

    def end(self) -> None:
        """Move to the end of the line."""
        end = self.text.find("\n", self.caret)
        self.caret = len(self.text) if end < 0 else end

    def _after(self, caret: int) -> int:
        caret = min(caret + 1, len(self.text))
        while caret < len(self.text) and unicodedata.combining(self.text[caret]):
            caret += 1
        return caret

    def _word_before(self) -> int:
        starts = [w.start for w in words(self.text) if w.start < self.caret]
        return starts[-1] if starts else 0

    def _clean(self, text: str) -> str:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
        text = text.replace("\u2029", "\n").replace("\t", " ")
        if not self.multiline:
            text = text.replace("\n", " ")
        kept = (c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
        return "".join(map(letters_of, kept))
