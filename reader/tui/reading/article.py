"""An open article: its document and everything known about its paragraphs so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.documents.model import Document
from reader.entities.model import Entity, Label
from reader.store.vocabulary import Status
from reader.translation.model import Doubt, ParagraphTranslation, SentencePair
from reader.tui.page.block import Side
from reader.tui.page.passages import Passage, passages


@dataclass
class Article:
    """State of the reading screen that is not about the screen.

    Paragraphs are named by their place in the document.
    """

    document: Document
    translations: dict[int, ParagraphTranslation] = field(default_factory=dict)
    entities: dict[int, list[Entity]] = field(default_factory=dict)
    failures: dict[int, str] = field(default_factory=dict)
    no_translation: str = ""  # why nothing can be translated
    revealed: set[int] = field(default_factory=set)
    directions: dict[int, int] = field(default_factory=dict)  # base levels set by hand
    hidden_labels: set[str] = field(default_factory=set)
    word_statuses: dict[str, Status] | None = None  # of saved words; None: not coloured

    def __post_init__(self) -> None:
        self.passages: list[Passage] = passages(self.document)
        self._sentences: dict[int, list[tuple[int, int]]] = {}
        self._projected: dict[int, list[Entity]] = {}
        self._doubts: dict[int, list[tuple[Doubt, ...]]] = {}

    def text(self, paragraph: int) -> str:
        """Return a paragraph's logical text."""
        return self.document.paragraphs[paragraph].text

    def set_translation(self, paragraph: int, translation: ParagraphTranslation) -> None:
        """Take a translation, new or corrected."""
        self.translations[paragraph] = translation
        self.failures.pop(paragraph, None)
        self._sentences.pop(paragraph, None)
        self._derived(paragraph)

    def set_entities(self, paragraph: int, entities: Sequence[Entity]) -> None:
        """Take what the recogniser found."""
        self.entities[paragraph] = list(entities)
        self._derived(paragraph)

    def _derived(self, paragraph: int) -> None:
        self._projected.pop(paragraph, None)
        self._doubts.pop(paragraph, None)

    def english_entities(self, paragraph: int) -> list[Entity]:
        """Return the paragraph's names and numbers with offsets in its English."""
        translation = self.translations.get(paragraph)
        if translation is None:
            return []
        if paragraph not in self._projected:
            from reader.translation.projection import project

            found = self.entities.get(paragraph, [])
            self._projected[paragraph] = project(found, translation)
        return self._projected[paragraph]

    def doubts(self, paragraph: int) -> list[tuple[Doubt, ...]]:
        """Return why each sentence's translation may be wrong, names that are lost included."""
        translation = self.translations.get(paragraph)
        if translation is None:
            return []
        if paragraph not in self._doubts:
            from reader.translation.doubts import with_names

            found = self.entities.get(paragraph, [])
            pairs = with_names(self.text(paragraph), translation.pairs, found)
            self._doubts[paragraph] = [pair.doubts for pair in pairs]
        return self._doubts[paragraph]

    def sentences(self, paragraph: int) -> list[tuple[int, int]]:
        """Return the Arabic sentences, as the translation divides them once it is there."""
        if paragraph not in self._sentences:
            translation = self.translations.get(paragraph)
            if translation is not None and translation.pairs:
                found = [(pair.start, pair.end) for pair in translation.pairs]
            else:
                from reader.arabic.sentences import sentences
                from reader.translation.segmenting import clean

                text = self.text(paragraph)
                bare = clean(text)  # the translation has no sentence of what is blank in it
                found = [(a, b) for a, b in sentences(text) if bare[a:b].strip()]
            self._sentences[paragraph] = found or [(0, len(self.text(paragraph)))]
        return self._sentences[paragraph]

    def english_sentence(self, paragraph: int, sentence: int) -> tuple[int, int] | None:
        """Return where the sentence stands in the paragraph's English, if it is there."""
        translation = self.translations.get(paragraph)
        if translation is None or sentence >= len(translation.pairs):
            return None
        return translation.target_spans[sentence]

    def pair(self, paragraph: int, sentence: int) -> SentencePair | None:
        """Return the sentence with its translation, if it is there."""
        translation = self.translations.get(paragraph)
        if translation is None or sentence >= len(translation.pairs):
            return None
        return translation.pairs[sentence]

    def sentence_at(self, paragraph: int, offset: int) -> int:
        """Return the number of the sentence that holds the offset, or the next one."""
        found = self.sentences(paragraph)
        return next((n for n, (_, end) in enumerate(found) if offset < end), len(found) - 1)

    def sentence_of(self, paragraph: int, side: Side, offset: int) -> int:
        """Return the number of the sentence at an offset of the Arabic or of the English."""
        if side is Side.ARABIC:
            return self.sentence_at(paragraph, offset)
        translation = self.translations.get(paragraph)
        spans = translation.target_spans if translation else []
        return next((n for n, (_, end) in enumerate(spans) if offset < end), max(0, len(spans) - 1))

    def sentence_start(self, paragraph: int, side: Side, sentence: int) -> int:
        """Return where a sentence begins in the Arabic or in the English."""
        if side is Side.ARABIC:
            return self.sentences(paragraph)[sentence][0]
        english = self.english_sentence(paragraph, sentence)
        return english[0] if english else 0

    def shows(self, label: Label | str) -> bool:
        """Tell whether the layer of a label is switched on."""
        return str(label) not in self.hidden_labels

    def english_of(self, passage: Passage) -> tuple[str, int]:
        """Return the passage's English and where it starts in the paragraph's English."""
        translation = self.translations.get(passage.paragraph)
        if translation is None:
            return "", 0
        if passage.start == 0 and passage.end >= len(self.text(passage.paragraph)):
            return translation.text, 0
        spans = [
            span
            for pair, span in zip(translation.pairs, translation.target_spans, strict=True)
            if passage.start <= pair.start < passage.end
        ]
        if not spans:
            return "", 0
        start, end = spans[0][0], spans[-1][1]
        return translation.text[start:end], start
