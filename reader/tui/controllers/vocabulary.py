"""Looking words up from the page, saving them, colouring the known ones."""

from asyncio import to_thread
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from reader.arabic.statistics import TextStatistics, statistics
from reader.arabic.words import words
from reader.lookup.model import WordEntry, WordInContext
from reader.store.vocabulary import Status, VocabularyStore, known_share
from reader.tui.page.block import Side
from reader.tui.reading.highlights import linked
from reader.tui.reading.word_motion import side_text

if TYPE_CHECKING:
    from reader.entities.model import Entity
    from reader.tui.screens.reading import ReadingScreen


class Vocabulary:
    """What the reading screen does with words."""

    def __init__(self, screen: "ReadingScreen") -> None:
        self._screen = screen

    @property
    def _store(self) -> VocabularyStore:
        return VocabularyStore(self._screen.reader.database)

    def word(self) -> WordInContext | None:
        """Return the selected Arabic word, or the one that the selected English translates."""
        selection = self._screen.words.selection
        if selection is None:
            return None
        article, paragraph = self._screen.article, selection.paragraph
        start, end = selection.head
        if selection.side is Side.ENGLISH:
            sources = linked(article, paragraph, Side.ENGLISH, selection.head)
            if not sources:
                return None
            start, end = min(sources)
        text = article.text(paragraph)
        number = article.sentence_at(paragraph, start)
        first, last = article.sentences(paragraph)[number]
        pair = article.pair(paragraph, number)
        english = side_text(article, paragraph, Side.ENGLISH)
        targets = sorted(linked(article, paragraph, Side.ARABIC, (start, end)))
        before = list(words(text[first:start]))
        previous = text[first:start][before[-1].start : before[-1].end] if before else ""
        return WordInContext(
            word=text[start:end],
            previous=previous,
            sentence=text[first:last].strip(),
            translation=pair.target if pair else "",
            counterpart=" ".join(english[a:b] for a, b in targets),
            fingerprint=article.document.fingerprint,
            paragraph_id=article.document.paragraphs[paragraph].id,
            start=start,
        )

    def look_up(self) -> None:
        """Show what is known of the word."""
        from reader.tui.screens.word import WordScreen

        word = self.word()
        if word is None:
            self._screen.reader.say("No Arabic word is known to stand behind this one.")
            return
        reader = self._screen.reader
        reader.push_screen(WordScreen(word, lambda entry: self.save(word, entry)))
        reader.crew.look_up.replace(word)

    def save(self, word: WordInContext | None = None, entry: WordEntry | None = None) -> None:
        """Save a word, by default the selected one, with its sentence. Raises StoreError."""
        word = word or self.word()
        if word is None:
            self._screen.reader.say("No Arabic word is known to stand behind this one.")
            return
        best = entry.analyses[0] if entry and entry.analyses else None
        self._store.save(
            word.word,
            lemma=best.lemma if best else "",
            gloss=", ".join(best.glosses[:3]) if best else word.counterpart,
            sentence=word.sentence,
            translation=word.translation,
            fingerprint=word.fingerprint,
            paragraph_id=word.paragraph_id,
            start=word.start,
            now=datetime.now(UTC),
        )
        self._screen.reader.say(f"Saved to the vocabulary: {word.word}")
        if self._screen.article.word_statuses is not None:
            self._colour()

    def toggle_colours(self) -> None:
        """Colour saved words by how well they are known, or stop. Raises StoreError."""
        article = self._screen.article
        if article.word_statuses is None:
            self._colour()
            self._screen.run_worker(self._tell_share(article.word_statuses or {}))
        else:
            article.word_statuses = None
            self._screen.view.repaint()

    def _colour(self) -> None:
        self._screen.article.word_statuses = self._store.statuses()
        self._screen.view.repaint()

    async def _tell_share(self, statuses: dict[str, Status]) -> None:
        # a book has so many words that counting them here would hold the keys up
        share = await to_thread(known_share, self._words(), statuses)
        self._screen.reader.say(f"You know {share:.0%} of this article's words as saved.")

    def _words(self) -> Iterator[str]:
        texts = (p.text for p in self._screen.article.document.paragraphs)
        return (text[w.start : w.end] for text in texts for w in words(text))

    def show_statistics(self) -> None:
        """Show the article's figures. Raises StoreError."""
        from reader.tui.screens.statistics import StatisticsScreen

        article = self._screen.article
        found: list[Entity] = [e for several in article.entities.values() for e in several]
        statuses = self._store.statuses()

        def count() -> tuple[TextStatistics, float]:
            figures = statistics(p.text for p in article.document.paragraphs)
            return figures, known_share(self._words(), statuses)

        self._screen.reader.push_screen(StatisticsScreen(count, found))
