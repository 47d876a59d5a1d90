"""What survives each export: worked out by exporting the sample and reading it back.

`python -m tests.export.matrix` writes the table into docs/annotation-formats.md.
"""

import re
from collections.abc import Callable
from pathlib import Path

from reader.annotations.model import Annotation
from reader.export.bundle import File
from reader.export.registry import FORMATS
from tests.export import sample
from tests.export.readback import READERS, Readback, Record

DOCS = Path(__file__).parents[2] / "docs" / "annotation-formats.md"
BEGIN, END = "<!-- matrix -->", "<!-- /matrix -->"


def export(name: str) -> list[File]:
    """Return the sample in a format, named as in READERS."""
    form, _, flavour = name.partition(" ")
    return FORMATS[form].write([sample.BUNDLE], flavour.strip("()"))


def _has(wanted: Annotation, *names: str) -> Callable[[Readback], bool]:
    """Return a test: the annotation is there, with these of its fields as they are."""

    def holds(record: Record) -> bool:
        return record.quote == wanted.quote and all(
            getattr(record, name) == getattr(wanted, name) for name in names
        )

    return lambda back: any(holds(record) for record in back.records)


def _placed(wanted: Annotation) -> Callable[[Readback], bool]:
    start, end = sample.BUNDLE.span(wanted)
    return lambda back: any(
        (r.start, r.end, r.label) == (start, end, wanted.label) for r in back.records
    )


def _all(*tests: Callable[[Readback], bool]) -> Callable[[Readback], bool]:
    return lambda back: all(test(back) for test in tests)


def _one_line(back: Readback) -> bool:
    first, second = (" ".join(x.split()) for x in sample.NOTE.note.splitlines())
    return any(first in r.note and second.split()[0] in r.note for r in back.records)


def _english(back: Readback) -> bool:
    wanted = ("Prime Minister", "150 employees")
    return any(words in english for _, english in back.pairs for words in wanted)


FEATURES: dict[str, Callable[[Readback], bool]] = {
    "label": _has(sample.TITLE_CITY, "label"),
    "exact place": _placed(sample.TITLE_CITY),
    "place inside a word": _placed(sample.IN_WORD),
    "nested labels": _all(_has(sample.OUTER, "label"), _has(sample.INNER, "label")),
    "crossing labels": _all(_has(sample.OUTER, "label"), _has(sample.CROSSING, "label")),
    "highlight": _has(sample.HIGHLIGHT, "colour"),
    "note": _one_line,
    "note to the letter": _has(sample.NOTE, "note"),
    "tags": lambda back: any(set(sample.NOTE.tags) <= set(r.tags) for r in back.records),
    "identity": _has(sample.TITLE_CITY, "identity"),
    "number's value": _has(sample.NUMBER, "value"),
    "relation of labels": lambda b: (sample.OUTER.quote, "بغداد", "located_in") in b.relations,
    "relation of others": lambda b: ("المتحدث", "إلى البصرة", "related") in b.relations,
    "reviewed": _has(sample.OUTER, "reviewed"),
    "annotator": _has(sample.INNER, "annotator"),
    "time": _has(sample.OUTER, "created"),
    "suggestion": _has(sample.SUGGESTED, "status"),
    "its score": _has(sample.SUGGESTED, "score"),
    "rejection": _has(sample.REJECTED, "status"),
    "on the English": lambda back: any(r.quote == "<Basra>" for r in back.records),
    "orphan": lambda back: any(r.quote == "كلام قديم" and r.orphan for r in back.records),
    "translation": _english,
    "provenance": lambda back: all(
        back.provenance.get(key) == sample.BUNDLE.provenance[key]
        for key in ("source", "content_hash")
    ),
}  # fmt: skip


def matrix() -> dict[str, set[str]]:
    """Return the features that survive, by format."""
    found = {}
    for name, read in READERS.items():
        back = read(export(name))
        found[name] = {feature for feature, test in FEATURES.items() if test(back)}
    return found


def table() -> str:
    """Return the matrix in Markdown."""
    found = matrix()
    names = list(found)
    lines = [
        "| | " + " | ".join(name.replace("jsonl ", "") for name in names) + " |",
        "|---" * (len(names) + 1) + "|",
    ]
    for feature in FEATURES:
        cells = ("yes" if feature in found[name] else "–" for name in names)
        lines.append(f"| {feature} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def documented() -> str:
    """Return the table as the documentation has it."""
    found = re.search(f"{BEGIN}\n(.*?){END}", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def main() -> None:
    """Write the table into the documentation."""
    text = DOCS.read_text(encoding="utf-8")
    begin, end = text.index(BEGIN) + len(BEGIN) + 1, text.index(END)
    DOCS.write_text(text[:begin] + table() + text[end:], encoding="utf-8")


if __name__ == "__main__":
    main()
