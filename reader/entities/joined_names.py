"""People whom the recogniser took for one: a clitic between two names (ميركل لماكرون)."""

import re
from dataclasses import replace

from reader.arabic.clitics import strip_clitics
from reader.arabic.normalise import normalise
from reader.entities.gazetteer import Gazetteer
from reader.entities.model import Entity, Label
from reader.entities.triggers import AMBIGUOUS

_WORD = re.compile(r"\S+")
_JOINTS = frozenset("لو")  # ب begins many a family name (بالناصر, بلعيد)
_FREQUENT = 20
_SHORTEST = 4  # letters of a name behind a clitic; fewer are found in any word


def apart(name: Entity, names: Gazetteer) -> list[Entity]:
    """Return a person as it is, or cut before each later word that is ل or و and a known person.

    Only our own lists tell: among all given names and surnames many a family name (بارشيد) is
    another one with a letter more. A word that is itself listed (بلال) begins no other name.
    """
    if name.label is not Label.PER:
        return [name]
    words = list(_WORD.finditer(name.text))[1:]
    cuts = [(word, core) for word in words if (core := _core_start(word.group(), names))]
    pieces, start = [], 0
    for word, core in cuts:
        pieces.append(_piece(name, start, word.start()))
        start = word.start() + core
    return [*pieces, _piece(name, start, len(name.text))]


def _piece(name: Entity, start: int, end: int) -> Entity:
    text = name.text[start:end].rstrip()
    first = name.start + start
    return replace(name, start=first, end=first + len(text), text=text)


def _core_start(word: str, names: Gazetteer) -> int:
    """Return where the known person begins in a word that is a clitic and a name, else 0."""
    folded = normalise(word)
    if folded in names.names or folded in names.parts:
        return 0
    for candidate in strip_clitics(word):
        core = normalise(candidate.core)
        known = candidate.prefix in _JOINTS and core in names.surnames
        if known and len(core) >= _SHORTEST and not _is_given(core, names):
            return candidate.core_start
    return 0


def _is_given(word: str, names: Gazetteer) -> bool:
    """Tell whether a surname is a frequent given name or another word (صالح) as well."""
    part = names.parts.get(word)
    return word in AMBIGUOUS or (part is not None and part.given >= _FREQUENT)
