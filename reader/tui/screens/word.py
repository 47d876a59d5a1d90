"""What is known of a word: readings, dictionary entries, its counterpart in the sentence."""

from collections.abc import Callable
from typing import Any

from reader.lookup.model import WordEntry, WordInContext
from reader.tui.drawing import lay_out, visual_line
from reader.tui.messages import WordFound
from reader.tui.screens.list_screen import ListScreen
from reader.tui.widgets.bar import Piece

Line = tuple[str, str]  # text in logical order, style name
MARGIN = 2  # columns beside the text
LEAST = 4  # columns that a text gets in any window


class WordScreen(ListScreen[None]):
    """Fills in when the look-up worker has found the word."""

    SCOPES = ("lookup",)
    EMPTY = " Looking up…"
    COUNTED = False

    def __init__(self, word: WordInContext, save: Callable[[WordEntry | None], None]) -> None:
        super().__init__()
        self.TITLE_TEXT = visual_line(word.word, 40, align="none")
        self._word = word
        self._save = save
        self._entry: WordEntry | None = None

    def on_word_found(self, event: WordFound) -> None:
        """Show the entry."""
        if event.word == self._word.word:
            self._entry = event.entry
            self._wrap()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._wrap()

    def _wrap(self) -> None:
        if self._entry is not None:
            room = self.size.width - MARGIN
            self.all_rows = [row for line in entry_lines(self._entry) for row in rows(line, room)]
            self.refresh_rows()

    def save(self) -> None:
        """Save the word with its best reading. Raises StoreError."""
        self._save(self._entry)

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return one row of the entry."""
        text, style = row
        indent = _indent(text)
        room = max(LEAST, width - MARGIN - indent)
        return [Piece(" " * (indent + 1) + visual_line(text.strip(), room, base=0), style)]

    def searchable(self, row: Any) -> str:
        """Filter by the text."""
        return str(row[0])


def rows(line: Line, width: int) -> list[Line]:
    """Return a line as rows of at most `width` columns, each as far in as the line begins."""
    text, style = line
    indent = _indent(text)
    inside = text[indent:]
    laid = lay_out(inside, max(LEAST, width - indent), base=0)
    return [(text[:indent] + inside[row.start : row.end].strip(), style) for row in laid] or [line]


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def entry_lines(entry: WordEntry) -> list[Line]:
    """Return a word's entry as lines in logical order, each with its style."""
    lines: list[Line] = []
    if entry.in_translation:
        lines += [(f"here: {entry.in_translation}", "link"), ("", "")]
    for analysis in entry.analyses:
        senses = ", ".join(analysis.glosses)
        lines.append((f"{analysis.vocalised}  {senses}  ({analysis.part_of_speech})", "title"))
        parts = [f"lemma {analysis.lemma}"]
        parts += [f"root {analysis.root}"] if analysis.root else []
        parts += [*analysis.prefixes, *analysis.suffixes]
        lines.append(("    " + " · ".join(parts), "muted"))
    for found in entry.entries:
        lines += [("", ""), (f"{found.headword}  [{found.dictionary}]", "title")]
        lines += [(f"    {line}", "") for line in found.text.splitlines()]
    if entry.is_empty:
        lines.append(("Not found in the analyser or the dictionaries.", "failure"))
    lines.append(("", ""))
    lines += [(f"{name}: {text}", "muted") for name, text in (entry.transliterations or {}).items()]
    if entry.frequency_rank:
        lines.append((f"number {entry.frequency_rank:,} in the news by frequency", "muted"))
    lines += [(hint, "muted") for hint in entry.hints]
    return lines
