"""CoNLL-2003 (https://aclanthology.org/W03-0419/): a token a line, IOB2 tags, sentences apart.

Tokens are the words of `reader.arabic.words` and single signs. A word keeps its particles, as
taggers will meet it; a label on a part of it counts for the whole word. Of overlapping labels the
longest is kept. Columns 2 and 3 (part of speech, chunk) are empty: -X-.
"""

import json
from collections.abc import Iterator, Sequence

from reader.arabic.sanitise import sanitise
from reader.arabic.sentences import sentences
from reader.export.bundle import Bundle, File
from reader.export.spans import LabelledSpan, labelled, tokens, without_overlap


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return all documents in one file, each after a -DOCSTART- line with its provenance."""
    text = "".join(line + "\n" for bundle in bundles for line in lines(bundle))
    name = bundles[0].stem if len(bundles) == 1 else "annotations"
    return [File(f"{name}.conll", text.encode())]


def lines(bundle: Bundle) -> Iterator[str]:
    """Yield the lines of one document."""
    facts = json.dumps(bundle.provenance)  # ASCII: no separator of lines in it
    yield f"-DOCSTART- -X- -X- O {facts}"
    yield ""
    spans = without_overlap(labelled(bundle))
    for place, paragraph in enumerate(bundle.document.paragraphs):
        text = sanitise(paragraph.text)
        base = bundle.plain.offset(place, 0)
        here = [s for s in spans if base <= s.start < base + len(text)]
        found = tokens(text)
        for first, last in sentences(text):
            inside = [(a, b) for a, b in found if first <= a < last]
            tags = iob2(inside, here, base)
            yield from (f"{text[a:b]} -X- -X- {t}" for (a, b), t in zip(inside, tags, strict=True))
            if inside:
                yield ""


def iob2(found: Sequence[tuple[int, int]], spans: Sequence[LabelledSpan], base: int) -> list[str]:
    """Return the tag of each token: B- at the first of a label, I- inside, O elsewhere."""
    tags = []
    previous: LabelledSpan | None = None
    for start, end in found:
        own = next((s for s in spans if s.start - base < end and start < s.end - base), None)
        if own is None:
            tags.append("O")
        else:
            name = own.label.replace(" ", "_")
            tags.append(f"I-{name}" if own is previous else f"B-{name}")
        previous = own
    return tags
