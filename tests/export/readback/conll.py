"""CoNLL: seqeval reads the tags, the tokens are looked for in the text."""

import json
from unicodedata import category

from reader.export.bundle import File
from tests.export.readback.record import TEXT, Readback, Record


def read_conll(files: list[File]) -> Readback:
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import IOB2, Entities

    back = Readback()
    tokens: list[str] = []
    tags: list[str] = []
    sentences: list[list[str]] = [[]]
    for line in files[0].data.decode().removesuffix("\n").split("\n"):
        if line.startswith("-DOCSTART-"):
            back.provenance = json.loads(line.split(" ", 4)[4])
        elif not line:
            sentences.append([])
        else:
            token, pos, chunk, tag = line.split(" ")
            assert (pos, chunk) == ("-X-", "-X-")
            tokens.append(token)
            tags.append(tag)
            sentences[-1].append(tag)
    assert not any(s and s[0].startswith("I-") for s in sentences)
    spans, at = [], 0
    for token in tokens:
        start = TEXT.index(token, at)
        assert _unseen(TEXT[at:start])
        at = start + len(token)
        spans.append((start, at))
    assert _unseen(TEXT[at:])
    strict = Entities([tags], scheme=IOB2).entities[0]
    assert len(strict) == len(get_entities(tags))
    for label, first, last in get_entities(tags):
        start, end = spans[first][0], spans[last][1]
        back.records.append(Record(TEXT[start:end], start, end, label, status="accepted"))
    return back


def _unseen(text: str) -> bool:
    return all(c.isspace() or category(c) == "Cf" for c in text)
