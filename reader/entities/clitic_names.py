"""A listed place or organisation that the recogniser took together with its clitic (لإسرائيل)."""

from dataclasses import replace

from reader.arabic.clitics import strip_clitics
from reader.arabic.normalise import normalise
from reader.entities.gazetteer import Gazetteer
from reader.entities.model import Entity, Label

_LABELS = frozenset({Label.LOC, Label.ORG})
_JOINTS = frozenset({"و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"})


def without_clitic(name: Entity, names: Gazetteer) -> Entity:
    """Return a name that is not listed from where a name of our own lists begins in it.

    Frequencies alone say little of a country that the news seldom names without a clitic. A name
    that is itself listed (بلجيكا, واشنطن) stays, and so does a person's: any name is another one
    with a letter more.
    """
    if name.label not in _LABELS or names.find(name.text) is not None:
        return name
    first = name.text.split(None, 1)[0]
    for candidate in strip_clitics(first):
        if candidate.prefix not in _JOINTS:
            continue
        rest = name.text[candidate.core_start :]
        known = names.names.get(" ".join(normalise(rest).split()))
        if known is not None and known.sure and known.label is name.label:
            return replace(name, start=name.start + candidate.core_start, text=rest)
    return name
