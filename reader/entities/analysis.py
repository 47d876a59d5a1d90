"""All entities of a document's paragraphs: names by the model, numbers by the rules."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.arabic.harakat import without_harakat
from reader.arabic.joining import TATWEEL
from reader.arabic.script import has_arabic
from reader.entities.clitic_names import without_clitic
from reader.entities.gazetteer import gazetteer
from reader.entities.gazetteer_recogniser import GazetteerRecogniser
from reader.entities.joined_names import apart
from reader.entities.merging import merge, with_known
from reader.entities.model import Entity, Label
from reader.entities.numbers import find_numbers
from reader.errors import ReaderError
from reader.stopping import ShouldStop

if TYPE_CHECKING:
    from reader.entities.recogniser import Recogniser

RULES_VERSION = 5  # to be raised when the number rules or the gazetteer change


def analyse(texts: Sequence[str], should_stop: ShouldStop | None = None) -> list[list[Entity]]:
    """Return the entities of each paragraph, sorted and not overlapping.

    `texts` are the paragraphs of one document, whose names help each other. When `should_stop`
    answers True, paragraphs not yet seen get no entities. Without the trained model's file names
    come from the gazetteer. Paragraphs without Arabic letters have numbers only.
    """
    # the model knows Arabic only: of other languages it would make names out of any word
    names = _names([text if has_arabic(text) else "" for text in texts], should_stop)
    found = []
    for text, its_names in zip(texts, names, strict=True):
        stop = should_stop is not None and should_stop()
        found.append([] if stop else merge(its_names, find_numbers(text)))
    return found


def _names(texts: Sequence[str], should_stop: ShouldStop | None) -> list[list[Entity]]:
    recogniser = _trained()
    if recogniser is None:
        found = GazetteerRecogniser().recognise(texts, should_stop)
    else:
        lists = GazetteerRecogniser()
        found = [
            with_known(
                [
                    without_clitic(one, gazetteer())
                    for s in spans
                    for one in apart(
                        Entity(
                            s.core_start, s.end, Label(s.label), text[s.core_start : s.end], s.score
                        ),
                        gazetteer(),
                    )
                ],
                [] if should_stop is not None and should_stop() else lists.known(text),
            )
            for text, spans in zip(texts, recogniser.recognise(texts, should_stop), strict=True)
        ]
    return [
        [_complete(text, name) for name in names] for text, names in zip(texts, found, strict=True)
    ]


@lru_cache(1)
def _trained() -> "Recogniser | None":
    """Return the trained recogniser, or None when its model cannot be loaded."""
    from reader.entities.recogniser import Recogniser

    try:
        return Recogniser.load()
    except ReaderError:
        return None


def _complete(text: str, name: Entity) -> Entity:
    """Add the base form and the English of the gazetteer."""
    base = base_form(text, name)
    known = gazetteer().find(name.text) or gazetteer().find(base)
    return replace(name, base=base, english=known.english if known is not None else "")


def base_form(text: str, name: Entity) -> str:
    """Return a name without vowel signs and tatweel, its article restored after لل."""
    base = " ".join(without_harakat(name.text).replace(TATWEEL, "").split())
    before = without_harakat(text[max(0, name.start - 8) : name.start]).replace(TATWEEL, "")
    if before.endswith("لل") and not text[name.start - 1].isspace():
        base = "ال" + base
    return base


@lru_cache(1)
def analyser_id() -> str:
    """Return what found the entities: kept ones of another analyser are found anew."""
    model = "gazetteer"
    if _trained() is not None:
        from hashlib import sha256

        from reader.assets import asset_path

        model = sha256(asset_path("entities/names.npz").read_bytes()).hexdigest()[:12]
    return f"rules {RULES_VERSION}, names {model}"
