"""One trained network: from what is known of the words to scores of BIO tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.entities.recogniser.lstm import reverse_each, run_lstm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from reader.entities.recogniser.features import SentenceFeatures


class Network:
    """Weights of one BiLSTM; `scores` gives emissions for the annotation style asked for."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]]) -> None:
        """`weights` as named in training/entities/export.py."""
        self._w = weights

    def scores(
        self, features: Sequence[SentenceFeatures], corpora: Sequence[int]
    ) -> list[list[NDArray[np.float32]]]:
        """[corpus][sentence] -> (number of words, number of tags)."""
        import numpy as np

        w = self._w
        order = sorted(range(len(features)), key=lambda i: -len(features[i].types))
        lengths = [len(features[i].types) for i in order]
        longest = lengths[0]
        active = [sum(length > step for length in lengths) for step in range(longest)]
        words = self._word_inputs(features, order)
        edges = np.cumsum([0, *lengths])
        results: list[list[NDArray[np.float32]]] = []
        bare = [words @ w[f"input_{side}"] for side in ("forward", "backward")]
        for corpus in corpora:
            hidden = []
            for side, flat in zip(("forward", "backward"), bare, strict=True):
                gates = np.zeros((len(order), longest, flat.shape[1]), dtype=np.float32)
                constant = w["corpus"][corpus] @ w[f"input_corpus_{side}"] + w[f"bias_{side}"]
                for row, length in enumerate(lengths):
                    gates[row, :length] = flat[edges[row] : edges[row + 1]] + constant
                if side == "backward":
                    gates = reverse_each(gates, lengths)
                states = run_lstm(gates, w[f"recurrent_{side}"], active)
                hidden.append(states if side == "forward" else reverse_each(states, lengths))
            joined = np.concatenate(hidden, axis=2)
            head = np.tanh(joined @ w["head"] + w["head_bias"])
            emitted = head @ w["emit"] + w["emit_bias"]
            sentences: list[NDArray[np.float32]] = [emitted[0, :0]] * len(order)
            for row, number in enumerate(order):
                sentences[number] = emitted[row, : lengths[row]]
            results.append(sentences)
        return results

    def _word_inputs(
        self, features: Sequence[SentenceFeatures], order: Sequence[int]
    ) -> NDArray[np.float32]:
        import numpy as np

        w = self._w
        table = features[0].table
        types = np.concatenate([features[i].types for i in order])
        used, inverse = np.unique(types, return_inverse=True)
        projected = table.vectors(used) @ w["project"] + w["project_bias"]
        spelled = np.empty((len(used), w["spelling"].shape[1]), dtype=np.float32)
        for row, number in enumerate(used.tolist()):
            buckets = table.spelling(number)
            spelled[row] = w["spelling"][buckets].sum(axis=0) / np.sqrt(len(buckets))
        by_type = np.concatenate([projected, spelled], axis=1)
        context = np.concatenate([features[i].context for i in order])
        hits = np.concatenate([features[i].gazetteer for i in order])
        return np.concatenate(
            [
                by_type[inverse],
                context @ w["context"] + w["context_bias"],
                hits @ w["gazetteer"] + w["gazetteer_bias"],
            ],
            axis=1,
        )
