"""brat standoff (https://brat.nlplab.org/standoff.html): .txt, .ann and annotation.conf.

A label is a text-bound annotation; one without a label gets the type Highlight, Note or Mark.
Notes, tags and values are `#` lines, identities normalisations (N), status an attribute (A).
"""

import json
import re
from collections.abc import Sequence
from itertools import count

from reader.annotations.model import Annotation
from reader.export.bundle import Bundle, File, harmless, unique_stems

UNLABELLED = {"highlight": "Highlight", "note": "Note", "tag": "Tagged", "identity": "Identity"}
_TYPE = re.compile(r"[^\w-]+")
_PROVENANCE = rb'"program": "reader '
_CONFIGURATION = (
    rb"\A\[entities\]\n(?:[^\t\n]+\n)+?\[relations\]\n(?:[^\t\n]+\tArg1:<ENTITY>, Arg2:<ENTITY>\n)*"
    rb"<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\[events\]\n\[attributes\]\n"
    rb"Status\tArg:<ENTITY>, Value:suggested\|accepted\|rejected\nReviewed\tArg:<ENTITY>\n"
    rb"Colour\tArg:<ENTITY>, Value:[^\t\n]*\n\Z"
)


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return .txt, .ann and provenance of each document, and one annotation.conf."""
    files = []
    for stem, bundle in zip(unique_stems(list(bundles)), bundles, strict=True):
        provenance = json.dumps(bundle.provenance, ensure_ascii=False, indent=1)
        about = provenance.encode("utf-8", "backslashreplace") + b"\n"
        sign = (f"{stem}.provenance.json", _PROVENANCE)
        files += [
            File(f"{stem}.ann", standoff(bundle).encode(), sign=sign),
            File(f"{stem}.txt", bundle.plain.text.encode(), companion=True, sign=sign),
            File(f"{stem}.provenance.json", about, companion=True, sign=sign),
        ]
    types = configuration(bundles).encode()
    sign = ("annotation.conf", _CONFIGURATION)
    return [*files, File("annotation.conf", types, companion=True, sign=sign)]


def standoff(bundle: Bundle) -> str:
    """Return the .ann of a document."""
    lines: list[str] = []
    ids: dict[str, str] = {}
    attributes, notes, names = count(1), count(1), count(1)
    for n, one in enumerate(bundle.decided, start=1):
        start, end = bundle.span(one)
        own = ids[one.id] = f"T{n}"
        lines.append(f"{own}\t{type_of(one)} {start} {end}\t{bundle.plain.text[start:end]}")
        if one.status != "accepted":
            lines.append(f"A{next(attributes)}\tStatus {own} {one.status}")
        if one.reviewed:
            lines.append(f"A{next(attributes)}\tReviewed {own}")
        if one.colour:
            lines.append(f"A{next(attributes)}\tColour {own} {one.colour}")
        if one.identity:
            base = "Wikidata" if re.fullmatch(r"Q\d+", one.identity) else "Reader"
            key = _TYPE.sub("_", one.identity)
            lines.append(f"N{next(names)}\tReference {own} {base}:{key}\t{_line(one.identity)}")
        for kind, value in (("AnnotatorNotes", one.note), ("Value", one.value)):
            if value:
                lines.append(f"#{next(notes)}\t{kind} {own}\t{_line(value)}")
        lines.extend(f"#{next(notes)}\tTag {own}\t{_line(tag)}" for tag in one.tags)
    number = count(1)
    for link in bundle.relations:
        if link.from_id in ids and link.to_id in ids:
            lines.append(
                f"R{next(number)}\t{brat_type(link.type)} "
                f"Arg1:{ids[link.from_id]} Arg2:{ids[link.to_id]}"
            )
    return "".join(f"{line}\n" for line in lines)


def type_of(one: Annotation) -> str:
    """Return the brat type of an annotation."""
    return brat_type(one.label) if one.label else UNLABELLED.get(one.kind, "Mark")


def brat_type(name: str) -> str:
    """Return a name as brat allows it: letters, digits, hyphen and underscore."""
    return _TYPE.sub("_", name) or "_"


def configuration(bundles: Sequence[Bundle]) -> str:
    """Return an annotation.conf with every type that occurs or could."""
    labels = bundles[0].labels
    types = dict.fromkeys(brat_type(label.name) for label in labels.labels)
    types |= dict.fromkeys([*UNLABELLED.values(), "Mark"])
    links = dict.fromkeys(brat_type(name) for name in labels.relations)
    for bundle in bundles:
        types |= dict.fromkeys(type_of(a) for a in bundle.decided)
        links |= dict.fromkeys(brat_type(r.type) for r in bundle.relations)
    colours = "|".join(
        dict.fromkeys(
            [*labels.highlights, *(a.colour for b in bundles for a in b.decided if a.colour)]
        )
    )
    return "\n".join(
        [
            "[entities]",
            *types,
            "[relations]",
            *(f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in links),
            "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
            "[events]",
            "[attributes]",
            "Status\tArg:<ENTITY>, Value:suggested|accepted|rejected",
            "Reviewed\tArg:<ENTITY>",
            f"Colour\tArg:<ENTITY>, Value:{colours}",
            "",
        ]
    )


def _line(text: str) -> str:
    """Return a text on one line: brat ends everything at a line break."""
    return " ⏎ ".join(harmless(text).split("\n")).replace("\t", " ")
