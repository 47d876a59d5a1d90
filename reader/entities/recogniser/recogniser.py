"""Names in the paragraphs of a document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.assets import asset_path
from reader.entities.recogniser.clitics import stems
from reader.entities.recogniser.core import CoreFinder, skip_letters
from reader.entities.recogniser.features import SentenceFeatures, WordTable
from reader.entities.recogniser.gazetteer import matches
from reader.entities.recogniser.model_file import Model, load_model
from reader.entities.recogniser.name_span import NameSpan
from reader.entities.recogniser.propagation import DocumentNames, Found
from reader.entities.recogniser.tokens import Token, sentences, tokenise
from reader.entities.recogniser.viterbi import best_path, marginals

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

MODEL = "entities/names.npz"
STYLE, STYLE_FOR_GROUPS = "anercorp", "newsfane"
"""Annotation styles asked of the model: news names, and groups and buildings besides."""

_SENTENCES_AT_ONCE = 48


class Recogniser:
    """Finds names with the trained model; safe to share between calls, not between threads."""

    def __init__(self, model: Model) -> None:
        """Use `load` for the model that comes with the program."""
        self._model = model
        self._cores = CoreFinder(model.vocabulary, model.gazetteer)

    @classmethod
    def load(cls, path: Path | None = None) -> Recogniser:
        """Read the model file (default: the one in assets). Raises ReaderError."""
        return cls(load_model(path or asset_path(MODEL)))

    def recognise(
        self, texts: Sequence[str], should_stop: Callable[[], bool] | None = None
    ) -> list[list[NameSpan]]:
        """Spans of every paragraph, in order, not overlapping.

        `texts` are the paragraphs of one document: names found in one help in the others.
        When `should_stop` answers True, paragraphs not yet seen get no spans.
        """
        tokens = [tokenise(text) for text in texts]
        found = self._find(texts, tokens, should_stop)
        found = self._propagate(tokens, found)
        return [
            [self._span(text, paragraph, name) for name in names]
            for text, paragraph, names in zip(texts, tokens, found, strict=True)
        ]

    def _find(
        self,
        texts: Sequence[str],
        tokens: Sequence[list[Token]],
        should_stop: Callable[[], bool] | None,
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
            features = self._features(
                [[texts[p][t.start : t.end] for t in tokens[p][a:b]] for p, a, b in group],
                [[t.folded for t in tokens[p][a:b]] for p, a, b in group],
            )
            for (paragraph, start, _), names in zip(group, self._names(features), strict=True):
                found[paragraph].extend(
                    Found(n.start + start, n.end + start, n.label, n.score) for n in names
                )
        return found

    def _features(self, raw: list[list[str]], folded: list[list[str]]) -> list[SentenceFeatures]:
        import numpy as np

        model = self._model
        table = WordTable(model.vocabulary, model.vectors)
        contexts = model.encoder.encode(raw)
        kinds = len(model.gazetteer_types)
        return [
            SentenceFeatures(
                table,
                np.array([table.number(word) for word in words], dtype=np.int64),
                context,
                matches(words, model.gazetteer, kinds),
            )
            for words, context in zip(folded, contexts, strict=True)
        ]

    def emissions(self, features: list[SentenceFeatures], style: str) -> list[NDArray[np.float32]]:
        """Mean scores of the networks for one annotation style, a matrix for each sentence."""
        return self._emissions(features, (style,))[0]

    def _emissions(
        self, features: list[SentenceFeatures], styles: Sequence[str]
    ) -> list[list[NDArray[np.float32]]]:
        numbers = [self._model.corpora.index(style) for style in styles]
        runs = [tagger.scores(features, numbers) for tagger in self._model.taggers]
        return [
            [_mean([run[style][sentence] for run in runs]) for sentence in range(len(features))]
            for style in range(len(styles))
        ]

    def _names(self, features: list[SentenceFeatures]) -> list[list[Found]]:
        main, groups = self._emissions(features, (STYLE, STYLE_FOR_GROUPS))
        results = []
        for scores, group_scores in zip(main, groups, strict=True):
            names = self._decode(scores)
            extra = [n for n in self._decode(group_scores) if n.label in ("NORP", "FAC")]
            # a group or building takes the place of a vague MISC, never of another name
            names = [
                n for n in names
                if n.label != "MISC" or not any(_overlap(n, e) for e in extra)
            ]  # fmt: skip
            names += [e for e in extra if not any(_overlap(n, e) for n in names)]
            results.append(sorted(names, key=lambda n: n.start))
        return results

    def _decode(self, scores: NDArray[np.float32]) -> list[Found]:
        model = self._model
        path = best_path(scores, model.transitions, model.start)
        if not any(path):
            return []
        certainty = marginals(scores, model.transitions, model.start)
        names: list[Found] = []
        start, label = 0, ""
        for index, tag in enumerate([*(model.tags[number] for number in path), "O"]):
            if label and tag != f"I-{label}":
                score = min(float(certainty[i, path[i]]) for i in range(start, index))
                names.append(Found(start, index, label, max(score, 1e-6)))
                label = ""
            if tag.startswith("B-") or (tag != "O" and not label):
                start, label = index, tag[2:]
        return names

    def _propagate(
        self, tokens: Sequence[list[Token]], found: list[list[Found]]
    ) -> list[list[Found]]:
        document = DocumentNames(self._model.vocabulary)
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

    def _span(self, text: str, tokens: Sequence[Token], name: Found) -> NameSpan:
        first = tokens[name.start]
        words = [token.folded for token in tokens[name.start : name.end]]
        letters = self._cores.prefix_length(words, name.label)
        core = skip_letters(text, first.start, first.end, letters) if letters else first.start
        return NameSpan(first.start, tokens[name.end - 1].end, name.label, name.score, core)


def _mean(scores: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    total = scores[0]
    for other in scores[1:]:
        total = total + other
    result: NDArray[np.float32] = total * (1 / len(scores))
    return result


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end
