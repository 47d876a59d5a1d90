"""What the Markdown and HTML templates get to see: plain values, nothing to compute."""

from dataclasses import dataclass, field
from itertools import pairwise

from reader.annotations.model import Annotation
from reader.annotations.targets import locate_target
from reader.documents.model import Paragraph
from reader.export.bundle import Bundle


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that starts at an annotation."""

    type: str
    quote: str


@dataclass(frozen=True, slots=True)
class Item:
    """One annotation in words."""

    number: int
    quote: str
    label: str
    colour: str
    identity: str
    value: str
    tags: tuple[str, ...]
    status: str
    note_lines: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same annotations; `notes` are those that end with it."""

    text: str
    annotated: bool = False
    classes: str = ""
    title: str = ""
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph and its English."""

    number: int
    kind: str
    direction: str
    arabic: tuple[Piece, ...]
    english: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Annotations of one paragraph, below the sentences that they stand in."""

    number: int
    arabic: str
    english: str
    items: tuple[Item, ...]


@dataclass(slots=True)
class View:
    """A document for a template."""

    key: str
    title: str
    facts: list[tuple[str, str]]
    rows: list[Row] = field(default_factory=list)
    notes: list[Item] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    orphans: list[Item] = field(default_factory=list)


_NAMES = {
    "source": "Source", "author": "Author", "date": "Date", "content_hash": "Content",
    "packages": "English by", "annotators": "Annotators", "exported": "Exported",
    "program": "Program",
}  # fmt: skip


def view(bundle: Bundle) -> View:
    """Return a document as the templates see it."""
    items = {a.id: _item(bundle, n, a) for n, a in enumerate(bundle.shown, start=1)}
    facts = bundle.provenance
    made = View(
        key=f"d{bundle.document.fingerprint[:8]}",
        title=bundle.document.title,
        facts=[
            (name, ", ".join(facts[key]) if isinstance(facts[key], list) else facts[key])
            for key, name in _NAMES.items()
            if key in facts
        ],
        notes=[i for i in items.values() if _says_something(i)],
        orphans=[
            _item(bundle, 0, a)
            for a in bundle.annotations
            if a.placement == "orphan" and a.status != "rejected"
        ],
    )
    for number, paragraph in enumerate(bundle.document.paragraphs, start=1):
        here = bundle.on(paragraph)
        made.rows.append(_row(bundle, number, paragraph, here, items))
        if here:
            made.places.append(_place(bundle, number, paragraph, here, items))
    return made


def _says_something(item: Item) -> bool:
    """Tell whether an annotation has more than the colour of its label to show."""
    return bool(item.note_lines or item.tags or item.identity or item.value or item.links)


def _item(bundle: Bundle, number: int, one: Annotation) -> Item:
    quotes = {a.id: a.quote for a in bundle.annotations}
    return Item(
        number=number,
        quote=one.quote,
        label=one.label,
        colour=one.colour,
        identity=one.identity,
        value=one.value,
        tags=one.tags,
        status=one.status,
        note_lines=tuple(one.note.splitlines()),
        links=tuple(
            Link(r.type, quotes.get(r.to_id, "")) for r in bundle.relations if r.from_id == one.id
        ),
    )


def _row(
    bundle: Bundle,
    number: int,
    paragraph: Paragraph,
    here: list[Annotation],
    items: dict[str, Item],
) -> Row:
    arabic = [(a.anchor.start, a.anchor.end, a) for a in here if a.side == "source"]
    translation = bundle.translations.get(paragraph.id)
    english: list[tuple[int, int, Annotation]] = []
    if translation is not None:
        for one in here:
            found = locate_target(one, translation)
            if found:
                english.append((*found, one))
    return Row(
        number=number,
        kind=paragraph.kind,
        direction=paragraph.direction or "rtl",
        arabic=_pieces(bundle, paragraph.text, arabic, items),
        english=_pieces(bundle, translation.text if translation else "", english, items),
    )


def _pieces(
    bundle: Bundle, text: str, spans: list[tuple[int, int, Annotation]], items: dict[str, Item]
) -> tuple[Piece, ...]:
    """Cut a text where annotations begin and end."""
    edges = sorted({0, len(text), *(e for s in spans for e in s[:2] if 0 < e < len(text))})
    pieces = []
    for start, end in pairwise(edges):
        on = [a for a0, a1, a in spans if a0 < end and start < a1]
        if not on:
            pieces.append(Piece(text[start:end]))
            continue
        roles = [a.colour or (bundle.labels.colour(a.label) if a.label else "note") for a in on]
        ended = [items[a.id] for _, a1, a in spans if a1 == end]
        pieces.append(
            Piece(
                text[start:end],
                annotated=True,
                classes=" ".join(
                    [*dict.fromkeys(roles[::-1]), *(["nested"] if len(on) > 1 else [])]
                ),
                title="; ".join(_title(bundle, a) for a in on),
                notes=tuple(i.number for i in ended if _says_something(i)),
            )
        )
    return tuple(pieces)


def _title(bundle: Bundle, one: Annotation) -> str:
    definition = bundle.labels.by_name(one.label)
    name = definition.title if definition else one.label
    return " ".join(part for part in (name, one.identity, one.note) if part) or one.kind


def _place(
    bundle: Bundle,
    number: int,
    paragraph: Paragraph,
    here: list[Annotation],
    items: dict[str, Item],
) -> Place:
    translation = bundle.translations.get(paragraph.id)
    arabic, english = paragraph.text, translation.text if translation else ""
    if translation is not None:
        inside = [
            n
            for n, pair in enumerate(translation.pairs)
            if any(pair.start < a.anchor.end and a.anchor.start < pair.end for a in here)
        ]
        if inside:
            pairs = translation.pairs
            arabic = _joined(inside, [paragraph.text[p.start : p.end].strip() for p in pairs])
            english = _joined(inside, [p.target for p in pairs])
    return Place(number, arabic, english, tuple(items[a.id] for a in here))


def _joined(chosen: list[int], texts: list[str]) -> str:
    """Join the chosen of some sentences, with a sign where others are left out."""
    parts = [texts[chosen[0]]]
    for before, n in pairwise(chosen):
        parts.append(texts[n] if n == before + 1 else f"… {texts[n]}")
    return " ".join(parts)
