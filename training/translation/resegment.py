"""Other segmentations of the Arabic side, another one each time a pair is drawn.

The same words cut into other pieces make the same text look new: the model learns what the parts of
words say and reads rare names better (subword regularisation, Kudo 2018). Only the Arabic side
varies: its English is what has to be written, in one way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


class Resegmenter:
    """Draws segmentations from the tokenizer's unigram model."""

    def __init__(self, model: Path, alpha: float, seed: int = 7) -> None:
        """Read the tokenizer `model`; a smaller `alpha` (0 to 1) draws more evenly, so more pieces.

        0.5 changes two sentences of three and makes them a twelfth longer.
        """
        import sentencepiece

        sentencepiece.set_random_generator_seed(seed)
        self.processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
        self.alpha = alpha
        size = self.processor.get_piece_size()
        self.lengths = np.array([len(self.processor.id_to_piece(i)) for i in range(size)])

    def draw(self, ids: NDArray[np.uint16]) -> NDArray[np.uint16]:
        """Return ids that spell the same text; `ids` themselves when a drawn text would differ."""
        text = self.processor.decode(ids.tolist())
        drawn = self.processor.encode(
            text, enable_sampling=True, nbest_size=-1, alpha=self.alpha, out_type=int
        )
        found = np.array(drawn, np.uint16)
        return found if self.lengths[found].sum() == self.lengths[ids].sum() else ids

    def moved(
        self, guide: NDArray[np.float32], old: NDArray[np.uint16], new: NDArray[np.uint16]
    ) -> NDArray[np.float32]:
        """Return the guide (T, len(old)) for the pieces `new` (T, len(new)) of the same text.

        A new piece is linked where an old piece is that shares a character with it.
        """
        of_character = np.repeat(np.arange(len(old)), self.lengths[old])
        starts = np.cumsum(self.lengths[new]) - self.lengths[new]
        moved: NDArray[np.float32] = np.maximum.reduceat(guide[:, of_character], starts, axis=1)
        return moved
