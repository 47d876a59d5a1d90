"""Names in the paragraphs of a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.assets import asset_path
from reader.entities.recogniser.clitics import stems
from reader.entities.recogniser.core import CoreFinder, skip_letters
from reader.entities.recogniser.found import Found
from reader.entities.recogniser.model_file import Model, load_model
from reader.entities.recogniser.name_span import NameSpan
from reader.entities.recogniser.propagation import DocumentNames
from reader.entities.recogniser.sentence_tagger import SentenceTagger
from reader.entities.recogniser.tokens import Token, sentences, tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.stopping import ShouldStop


MODEL = "entities/names.npz"
_SENTENCES_AT_ONCE = 48


class Recogniser:
    """Finds names with the trained model; safe to share between calls, not between threads."""

    def __init__(self, model: Model) -> None:
        """Use `load` for the model that comes with the program."""
        self.tagger = SentenceTagger(model)
        self._cores = CoreFinder(model.vocabulary, model.gazetteer)

    @classmethod
    def load(cls, path: Path | None = None) -> Recogniser:
        """Read the model file (default: the one in assets). Raises ReaderError."""
        return cls(load_model(path or asset_path(MODEL)))

    def recognise(
        self, texts: Sequence[str], should_stop: ShouldStop | None = None
    ) -> list[list[NameSpan]]:
        """Spans of every paragraph, in order, not overlapping.

        `texts` are the paragraphs of one document: names found in one help in the others.
        When `should_stop` answers True, paragraphs not yet seen get no spans.
        """
        tokens = [tokenise(text) for text in texts]
        found = self._find(texts, tokens, should_stop)
        found = self.propagate(tokens, found)
        return [
            self._spans(text, paragraph, names)
            for text, paragraph, names in zip(texts, tokens, found, strict=True)
        ]

    def _find(
        self,
        texts: Sequence[str],
        tokens: Sequence[list[Token]],
        should_stop: ShouldStop | None,
    ) -> list[list[Found]]:
        found: list[list[Found]] = [[] for _ in texts]
        ranges = [
            (paragraph, start, end)
            for paragraph, its_tokens in enumerate(tokens)
            for start, end in sentences(its_tokens)
        ]
        for first in range(0, len(ranges), _SENTENCES_AT_ONCE):
            if should_stop is not None and should_stop():
                break
            group = ranges[first : first + _SENTENCES_AT_ONCE]
            features = self.tagger.features(
                [[texts[p][t.start : t.end] for t in tokens[p][a:b]] for p, a, b in group],
                [[t.folded for t in tokens[p][a:b]] for p, a, b in group],
            )
            for (paragraph, start, _), names in zip(
                group, self.tagger.names(features), strict=True
            ):
                found[paragraph].extend(
                    Found(n.start + start, n.end + start, n.label, n.score) for n in names
                )
        return found

    def propagate(
        self, tokens: Sequence[list[Token]], found: list[list[Found]]
    ) -> list[list[Found]]:
        """The names of a document's paragraphs after each has learnt from all the others."""
        document = DocumentNames(self.tagger.model.vocabulary)
        for its_tokens, names in zip(tokens, found, strict=True):
            for name in names:
                document.learn(self._bare(its_tokens, name), name.label, name.score)
        completed = []
        for its_tokens, names in zip(tokens, found, strict=True):
            settled = []
            taken = [False] * len(its_tokens)
            for name in names:
                taken[name.start : name.end] = [True] * (name.end - name.start)
                label = document.label(self._bare(its_tokens, name), name.label, name.score)
                settled.append(replace(name, label=label))
            words = [token.folded for token in its_tokens]
            missed = document.missed(words, [[word, *stems(word)] for word in words], taken)
            completed.append(sorted([*settled, *missed], key=lambda n: n.start))
        return completed

    def _bare(self, tokens: Sequence[Token], name: Found) -> list[str]:
        """The folded words of a name, the first without its clitics."""
        words = [token.folded for token in tokens[name.start : name.end]]
        words[0] = words[0][self._cores.prefix_length(words, name.label) :]
        return words

    def _spans(self, text: str, tokens: Sequence[Token], names: Sequence[Found]) -> list[NameSpan]:
        spans = []
        before = -1
        for name in names:
            first = tokens[name.start]
            words = [token.folded for token in tokens[name.start : name.end]]
            letters = self._cores.prefix_length(words, name.label, after_name=before == name.start)
            core = skip_letters(text, first.start, first.end, letters) if letters else first.start
            end = tokens[name.end - 1].end
            spans.append(NameSpan(first.start, end, name.label, name.score, core))
            before = name.end
        return spans
