"""Correcting translations: kept as translation memory, at work at once."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.store.memory import MemoryStore
from reader.translation.memory import memory_key
from reader.translation.model import ParagraphTranslation, SentencePair
from reader.tui.drawing import visual_line

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

HINT_WIDTH = 90


class Corrections:
    """Edits the English of the current sentence."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen

    def edit(self) -> None:
        """Ask for better English; an empty one brings the machine's back."""
        screen = self._screen
        paragraph, sentence = screen.cursor.paragraph, screen.cursor.sentence
        pair = screen.article.pair(paragraph, sentence)
        if pair is None:
            screen.reader.say("This sentence has no English yet.")
            return
        source = screen.article.text(paragraph)[pair.start : pair.end].strip()
        screen.view.uncover()
        screen.ask(
            "Translation",
            pair.target,
            lambda text: self._keep(source, text, paragraph),
            multiline=True,
            hint=self._hint(source),
        )

    def _hint(self, source: str) -> str:
        """Return similar sentences that were translated before."""
        lines = []
        for match in MemoryStore(self._screen.reader.database).matches(source, limit=2):
            text = visual_line(match.entry.target, HINT_WIDTH, base=0, align="none")
            lines.append(f"{round(match.percent)}% {text}")
        return "\n".join(lines)

    def _keep(self, source: str, text: str, paragraph: int) -> None:
        screen = self._screen
        store = MemoryStore(screen.reader.database)
        target = " ".join(text.split())
        translation = screen.article.translations[paragraph]
        if not target:
            store.remove(source)
        else:
            store.put(source, target, author=screen.reader.annotator, package=translation.package)
            self._show(memory_key(source), target)
        screen.reader.crew.translation.replace(screen.article.document)

    def _show(self, key: str, target: str) -> None:
        """Show the correction everywhere in the article at once."""
        article = self._screen.article
        changed: dict[int, ParagraphTranslation] = {}
        for paragraph, translation in article.translations.items():
            text = article.text(paragraph)
            pairs = tuple(
                SentencePair(pair.start, pair.end, target, "human")
                if memory_key(text[pair.start : pair.end]) == key
                else pair
                for pair in translation.pairs
            )
            if pairs != translation.pairs:
                changed[paragraph] = replace(translation, pairs=pairs)
        self._screen.take_translations(changed)
