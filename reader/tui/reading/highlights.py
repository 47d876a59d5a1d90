"""Which named styles lie over a paragraph's two texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.annotations.labels import LabelSet
from reader.annotations.model import Annotation
from reader.annotations.targets import locate_target
from reader.entities.model import Entity
from reader.tui.page.block import Side
from reader.tui.page.layers import Layers
from reader.tui.reading.article import Article
from reader.tui.reading.cursor import Cursor
from reader.tui.reading.selection import Selection, words_of
from reader.tui.reading.word_statuses import colour_words
from reader.tui.themes.palettes import KINDS


@dataclass(frozen=True, slots=True)
class Match:
    """One hit of the search in a paragraph."""

    paragraph: int
    side: Side
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Focus:
    """What the reader points at."""

    cursor: Cursor = field(default_factory=Cursor)
    selection: Selection | None = None
    matches: Sequence[Match] = ()
    match: Match | None = None  # the current one


def highlight(
    article: Article,
    paragraph: int,
    focus: Focus,
    annotations: Iterable[Annotation] = (),
    labels: LabelSet | None = None,
) -> dict[Side, Layers]:
    """Return the layers of a paragraph's Arabic and English, in the paragraph's offsets."""
    layers = {side: Layers() for side in Side}
    if focus.cursor.paragraph == paragraph and focus.selection is None:
        _sentence(article, focus.cursor, layers)
    annotations = list(annotations)
    rejected = {(a.anchor.start, a.anchor.end) for a in annotations if a.status == "rejected"}
    names = [e for e in article.entities.get(paragraph, []) if (e.start, e.end) not in rejected]
    _entities(names, article, layers[Side.ARABIC])
    if article.word_statuses is not None:
        colour_words(article.text(paragraph), article.word_statuses, layers[Side.ARABIC])
    _entities(article.english_entities(paragraph), article, layers[Side.ENGLISH])
    _doubts(article, paragraph, layers[Side.ENGLISH])
    _annotations(article, paragraph, annotations, labels, layers)
    for match in focus.matches:
        if match.paragraph == paragraph:
            layers[match.side].add(match.start, match.end, "match")
    if focus.match and focus.match.paragraph == paragraph:
        layers[focus.match.side].add(focus.match.start, focus.match.end, "match-now")
    if focus.selection and focus.selection.paragraph == paragraph:
        _selection(article, focus.selection, layers)
    return layers


def linked(
    article: Article, paragraph: int, side: Side, span: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the words of the other side that translate a span, as the decoder linked them."""
    translation = article.translations.get(paragraph)
    if translation is None:
        return []
    found: list[tuple[int, int]] = []
    for pair, (target, _) in zip(translation.pairs, translation.target_spans, strict=True):
        for link in pair.links:
            source_span = (pair.start + link.s0, pair.start + link.s1)
            target_span = (target + link.t0, target + link.t1)
            own, other = (
                (source_span, target_span) if side is Side.ARABIC else (target_span, source_span)
            )
            if own[0] < span[1] and span[0] < own[1]:
                found.append(other)
    return found


def _sentence(article: Article, cursor: Cursor, layers: dict[Side, Layers]) -> None:
    sentences = article.sentences(cursor.paragraph)
    if cursor.sentence < len(sentences):
        layers[Side.ARABIC].add(*sentences[cursor.sentence], "sentence")
    english = article.english_sentence(cursor.paragraph, cursor.sentence)
    if english:
        layers[Side.ENGLISH].add(*english, "sentence")


def _entities(entities: Sequence[Entity], article: Article, layers: Layers) -> None:
    # the longer first, so that a name inside a longer one keeps its own colour
    for entity in sorted(entities, key=lambda e: e.start - e.end):
        if article.shows(entity.label):
            layers.add(entity.start, entity.end, f"kind-{KINDS[entity.label]}")


def _doubts(article: Article, paragraph: int, layers: Layers) -> None:
    translation = article.translations.get(paragraph)
    if translation is None:
        return
    for doubts, span in zip(article.doubts(paragraph), translation.target_spans, strict=True):
        if doubts:
            first = next((end for start, end in words_of(translation.text[slice(*span)])), 0)
            layers.add(span[0], span[0] + first, "doubt")


def _annotations(
    article: Article,
    paragraph: int,
    annotations: Iterable[Annotation],
    labels: LabelSet | None,
    layers: dict[Side, Layers],
) -> None:
    found = [(a, annotation_span(article, paragraph, a)) for a in annotations]
    placed = [(a, side, span) for a, (side, span) in found if span is not None]
    for note, side, (start, end) in sorted(placed, key=lambda p: p[2][0] - p[2][1]):
        if note.status == "rejected":
            layers[side].add(start, end, "rejected")
            continue
        if note.label and article.shows(note.label):
            role = labels.colour(note.label) if labels else KINDS.get(note.label, "misc")
            layers[side].add(start, end, f"kind-{role}")
            layers[side].add(start, end, "labelled")
        if note.colour:
            layers[side].add(start, end, f"highlight-{note.colour}")
        if note.note or note.tags or note.identity:
            layers[side].add(start, end, "note")


def annotation_span(
    article: Article, paragraph: int, annotation: Annotation
) -> tuple[Side, tuple[int, int] | None]:
    """Return where an annotation stands in the paragraph's Arabic, or in its English.

    A note on a translation that has changed since is shown at its words if they are still there.
    """
    if annotation.target is None:
        return Side.ARABIC, (annotation.anchor.start, annotation.anchor.end)
    translation = article.translations.get(paragraph)
    return Side.ENGLISH, locate_target(annotation, translation) if translation else None


def _selection(article: Article, selection: Selection, layers: dict[Side, Layers]) -> None:
    own, other = layers[selection.side], layers[selection.side.other]
    for span in linked(article, selection.paragraph, selection.side, selection.span):
        other.add(*span, "link")
    own.add(*selection.span, "select")
    own.add(*selection.head, "word")
