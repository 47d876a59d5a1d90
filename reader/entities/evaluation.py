"""Scores of the reader's own analysis against a CoNLL file.

A file has one `token TAB tag` a line (IOB2, the tag last) and an empty line between sentences;
`.xz` and `.gz` are read as they are. A word counts as found whole, its clitics with it, which is
how the corpora mark it. Only the kinds that the file marks are scored.
"""

import gzip
import lzma
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.entities.analysis import analyse
from reader.entities.model import Entity
from reader.errors import DocumentError

Sentence = list[tuple[str, str]]  # token, tag

# other names of the corpora for our labels
_NAMES = {"PERS": "PER", "PERSON": "PER", "GPE": "LOC", "Person": "PER", "Location": "LOC",
          "Organization": "ORG", "Organisation": "ORG"}  # fmt: skip
# what our labels fall under when a file does not mark them
_BROADER = {"FAC": "LOC", "EVENT": "MISC"}
_OPENERS: dict[str, Callable[[bytes], bytes]] = {".xz": lzma.decompress, ".gz": gzip.decompress}
_TOGETHER = 200  # sentences analysed as one document


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in percent; how many entities the file has."""

    precision: float
    recall: float
    f1: float
    support: int

    @classmethod
    def of(cls, right: int, given: int, wanted: int) -> "Score":
        """Return the score of so many right ones among those given and those wanted."""
        precision = 100 * right / given if given else 0.0
        recall = 100 * right / wanted if wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        return cls(precision, recall, f1, wanted)


def read_conll(path: Path) -> list[Sentence]:
    """Return the sentences of a CoNLL file; raises DocumentError when it is not one."""
    try:
        data = path.read_bytes()
        opener = _OPENERS.get(path.suffix)
        text = (opener(data) if opener is not None else data).decode("utf-8-sig")
    except (OSError, lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise DocumentError(
            f"{path} cannot be read as a CoNLL file ({error}): "
            "give a UTF-8 file of tokens and tags."
        ) from error
    sentences: list[Sentence] = [[]]
    for number, line in enumerate(text.splitlines(), 1):
        fields = line.split()
        if not fields:
            sentences.append([])
            continue
        tag = fields[-1]
        if len(fields) < 2 or not (tag == "O" or tag[:2] in ("B-", "I-")):
            raise DocumentError(
                f"{path}, line {number}: «token tag» is expected, with IOB tags such as B-PER."
            )
        sentences[-1].append((fields[0], tag))
    found = [sentence for sentence in sentences if sentence]
    if not found:
        raise DocumentError(f"{path} holds no sentence: give a file of tokens and tags.")
    return found


def evaluate(sentences: Sequence[Sentence]) -> dict[str, Score]:
    """Return the score of each kind that the file marks, and "all" for the micro average."""
    kinds = {_kind(tag) for sentence in sentences for _, tag in sentence if tag != "O"}
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for at in range(0, len(sentences), _TOGETHER):
        group = sentences[at : at + _TOGETHER]
        texts = [" ".join(token for token, _ in sentence) for sentence in group]
        for sentence, entities in zip(group, analyse(texts), strict=True):
            truth = gold_spans([tag for _, tag in sentence])
            answer = token_spans([token for token, _ in sentence], entities, kinds)
            for counter, spans in ((wanted, truth), (given, answer), (right, truth & answer)):
                counter.update(kind for _, _, kind in spans)
    totals = [sum(counter.values()) for counter in (right, given, wanted)]
    scores = {kind: Score.of(right[kind], given[kind], wanted[kind]) for kind in sorted(kinds)}
    return scores | {"all": Score.of(*totals)}


def gold_spans(tags: Iterable[str]) -> set[tuple[int, int, str]]:
    """Return (first token, token after the last, kind) of each entity of IOB tags."""
    found: set[tuple[int, int, str]] = set()
    start, kind = -1, ""
    for at, tag in enumerate([*tags, "O"]):
        inside = tag.startswith("I-") and _kind(tag) == kind
        if kind and not inside:
            found.add((start, at, kind))
            kind = ""
        if tag != "O" and not inside:
            start, kind = at, _kind(tag)
    return found


def token_spans(
    tokens: Sequence[str], entities: Iterable[Entity], kinds: set[str]
) -> set[tuple[int, int, str]]:
    """Return the entities of tokens joined by spaces as token spans, in the file's kinds."""
    owners: list[int] = []
    for number, token in enumerate(tokens):
        owners += [number] * (len(token) + 1)
    found = set()
    for entity in entities:
        kind = str(entity.label)
        kind = kind if kind in kinds else _BROADER.get(kind, "")
        if kind in kinds:
            found.add((owners[entity.start], owners[entity.end - 1] + 1, kind))
    return found


def _kind(tag: str) -> str:
    return _NAMES.get(tag[2:], tag[2:])
