"""From the model's pieces to a sentence pair: English, word links, mended words, doubts."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reader.translation.alignment import align
from reader.translation.alignment.attention import word_attention
from reader.translation.debris import BROKEN, pieces_without_debris
from reader.translation.decoder import Hypothesis
from reader.translation.doubts import judge
from reader.translation.mending import mend_names, mend_numbers
from reader.translation.model import Doubt, SentencePair, WordLink
from reader.translation.segmenting import Segment, Sentence
from reader.translation.tokenizers import Tokenizer


class _English(NamedTuple):
    """A segment's English; `looks` is None where its words are not those the model wrote."""

    text: str
    looks: Any = None
    doubts: tuple[Doubt, ...] = ()


class Assembly:
    """Puts sentences together for one package.

    `aligned`: its attention helps to link words; `mend`: numbers and names are put right.
    """

    def __init__(self, tokenizer: Tokenizer, *, aligned: bool, mend: bool) -> None:
        self._tokenizer = tokenizer
        self._aligned = aligned
        self._mend = mend

    def pair(
        self,
        text: str,
        sentence: Sentence,
        outputs: Sequence[Hypothesis | None],
        fault: str | None = None,
    ) -> SentencePair:
        """Return the pair of a sentence of the paragraph `text`.

        `outputs` are those of its segments, None for what was not for the model. `fault` tells
        why the sentence could not be translated.
        """
        start, end = sentence.start, sentence.end
        if fault is not None:
            return SentencePair(start, end, "", doubts=(Doubt("failed", fault),))
        known = [output for output in outputs if output is not None]
        if not known:
            return SentencePair(start, end, text[start:end])
        targets: list[str] = []
        links: list[WordLink] = []
        changed: list[Doubt] = []
        at = 0
        for m, (segment, output) in enumerate(zip(sentence.segments, outputs, strict=True)):
            english = self._english(text, segment, output, last=m == len(outputs) - 1)
            targets.append(english.text)
            if output is not None:
                links += self._links(segment, english, segment.start - start, at)
            changed += english.doubts
            at += len(english.text) + 1
        target = " ".join(targets)
        score = _mean_score(known)
        doubts = (*changed, *judge(text[start:end], target, score))
        return SentencePair(start, end, target, "machine", score, tuple(links), doubts)

    def _english(
        self, text: str, segment: Segment, output: Hypothesis | None, *, last: bool
    ) -> _English:
        if segment.source is None or output is None:
            return _English(text[segment.start :])
        written = self._tokenizer.decode(output.pieces)
        decoded = pieces_without_debris(written)
        broken = () if decoded is written else (BROKEN,)
        # the model ends what it takes for a sentence with a full stop
        target = decoded.text
        if not last and target.endswith("."):
            target = target[:-1] + ","
        looks = None
        if output.attention:
            looks = word_attention(segment.source, decoded, output.attention)
        if not self._mend:
            return _English(target, looks, broken)
        source = segment.source.text
        named, names = mend_names(source, target, looks)
        mended, numbers = mend_numbers(source, named)
        doubts = (*broken, *names, *numbers)
        return _English(mended, looks if named == target else None, doubts)

    def _links(
        self, segment: Segment, english: _English, source_at: int, target_at: int
    ) -> list[WordLink]:
        """Return the links of one segment, moved to where it stands in its sentence."""
        if segment.source is None:
            return []
        return [
            WordLink(
                link.s0 + source_at,
                link.s1 + source_at,
                link.t0 + target_at,
                link.t1 + target_at,
                link.weight,
            )
            for link in align(
                segment.source.text, english.text, english.looks if self._aligned else None
            )
        ]


def _mean_score(outputs: Sequence[Hypothesis]) -> float:
    """Return the mean log-probability of a piece, the end marks counted."""
    pieces = sum(len(output.pieces) + 1 for output in outputs)
    return round(sum(output.score * (len(output.pieces) + 1) for output in outputs) / pieces, 4)
