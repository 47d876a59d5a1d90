"""Names in single sentences: features, scores of all networks, best tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.entities.recogniser.features import SentenceFeatures, WordTable
from reader.entities.recogniser.found import Found
from reader.entities.recogniser.gazetteer import matches
from reader.entities.recogniser.viterbi import best_path, marginals

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reader.entities.recogniser.model_file import Model

STYLE, STYLE_FOR_GROUPS = "anercorp", "newsfane"
"""Annotation styles asked of the model: news names, and groups and buildings besides."""


class SentenceTagger:
    """Runs the model on batches of sentences."""

    def __init__(self, model: Model) -> None:
        """`model` as read from its file."""
        self.model = model

    def features(self, raw: list[list[str]], folded: list[list[str]]) -> list[SentenceFeatures]:
        """What the networks see of sentences given as raw words and the same words folded."""
        import numpy as np

        model = self.model
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
        numbers = [self.model.corpora.index(style) for style in styles]
        runs = [network.scores(features, numbers) for network in self.model.networks]
        return [
            [_mean([run[style][sentence] for run in runs]) for sentence in range(len(features))]
            for style in range(len(styles))
        ]

    def names(self, features: list[SentenceFeatures]) -> list[list[Found]]:
        """The names of every sentence, in order, not overlapping; token numbers in the sentence."""
        main, groups = self._emissions(features, (STYLE, STYLE_FOR_GROUPS))
        results = []
        for scores, group_scores in zip(main, groups, strict=True):
            names = self.decode(scores)
            extra = [n for n in self.decode(group_scores) if n.label in ("NORP", "FAC")]
            # a group or building takes the place of a vague MISC, never of another name
            names = [
                n for n in names
                if n.label != "MISC" or not any(_overlap(n, e) for e in extra)
            ]  # fmt: skip
            names += [e for e in extra if not any(_overlap(n, e) for n in names)]
            results.append(sorted(names, key=lambda n: n.start))
        return results

    def decode(self, scores: NDArray[np.float32]) -> list[Found]:
        """The names of the best tag sequence for emission scores (n, tags)."""
        model = self.model
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


def _mean(scores: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    total = scores[0]
    for other in scores[1:]:
        total = total + other
    result: NDArray[np.float32] = total * (1 / len(scores))
    return result


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end
