"""One entity for all the forms in which a document names it.

Forms are joined when they share their search form without article, titles and organisation heads
(الناتو, ناتو), their English in the gazetteer (حلف شمال الأطلسي, الناتو), nearly all letters of a
person's name (ترامب, ترمب; but Hassan is not Hussein, `namesakes.py`), or when a surname alone
follows or precedes one full name that ends in it.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from reader.arabic.normalise import normalise
from reader.entities.gazetteer import gazetteer
from reader.entities.model import Entity, Label
from reader.entities.namesakes import are_two
from reader.entities.transliterate import english_name
from reader.entities.triggers import TITLE_TAILS, TITLES

_MOST_COMPARED = 200  # names in one bucket: a document of nothing but names must not cost n²
_ALIKE = 88  # rapidfuzz ratio of two spellings of a person's name
_LEAST_LETTERS = 4
_LONGEST_WORD = 30
_MOST_TITLES = 4  # «ونائب وزير الدفاع الأميركي»
_MARKS = frozenset({"Mn", "Lm", "Cf"})


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """Where a document names an entity: paragraph index and code points of its text."""

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """An entity of a document with everything the document calls it."""

    key: str  # the same in every document: kind and the gazetteer's English, or the full form
    label: Label
    name: str  # the fullest of its frequent Arabic forms
    english: str
    value: str  # of numbers and dates
    forms: tuple[tuple[str, int], ...]  # base form and how often, most frequent first
    surfaces: tuple[tuple[str, int], ...]  # the same as the text writes it: clitics, titles
    occurrences: tuple[Occurrence, ...]

    @property
    def count(self) -> int:
        """How often the document names it."""
        return len(self.occurrences)


def link(
    paragraphs: Sequence[Sequence[Entity]],
    english: Sequence[Sequence[str]] | None = None,
    *,
    texts: Sequence[str] | None = None,
    numbers: bool = False,
) -> list[LinkedEntity]:
    """Return the entities of a document, most frequent first.

    `paragraphs` are the entities that `analyse` found; `english` holds, in the same shape, the
    words that stand for each in the translation ("" where none is known); `texts`, the paragraphs,
    let the surface forms show clitics and titles. Numbers are joined by label and value, and only
    when `numbers` is set.
    """
    mentions = [
        _Mention(
            entity,
            number,
            _given(english, number, place),
            surface(texts[number], entity) if texts is not None else entity.text,
        )
        for number, entities in enumerate(paragraphs)
        for place, entity in enumerate(entities)
        if numbers or not entity.label.is_number
    ]
    groups: dict[str, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        groups[mention.key].append(mention)
    roots = _Roots(groups)
    _join_by_english(groups, roots)
    _join_spellings(groups, roots)
    _join_surnames(groups, roots)
    joined: dict[str, list[_Mention]] = defaultdict(list)
    for key, members in groups.items():
        joined[roots.of(key)].extend(members)
    found = [_linked(members) for members in joined.values()]
    return sorted(found, key=lambda entity: (-entity.count, entity.occurrences[0]))


def canonical(base: str) -> str:
    """Return what two mentions of one entity share: search form without titles and article."""
    words = normalise(base).split()
    while len(words) > 1 and words[0] in TITLES | TITLE_TAILS:
        words = words[1:]
    return " ".join(_without_article(word) for word in words)


def surface(text: str, entity: Entity) -> str:
    """Return an entity as its paragraph writes it: with its clitics, and a person's titles."""
    start = _word_start(text, entity.start)
    if entity.label is Label.PER:
        for _ in range(_MOST_TITLES):
            before = text[:start].rstrip(" ")
            word = _word_start(before, len(before))
            if start - len(before) != 1 or not _is_title(before[word:]):
                break
            start = word
    return text[start : entity.end]


def _word_start(text: str, at: int) -> int:
    """Return where the letters (with their marks) that end at an offset begin."""
    first = max(0, at - _LONGEST_WORD)
    while at > first and (text[at - 1].isalnum() or unicodedata.category(text[at - 1]) in _MARKS):
        at -= 1
    return at


def _is_title(word: str) -> bool:
    bare = normalise(word)
    return any(
        form in TITLES | TITLE_TAILS for form in (bare, bare[1:] if bare[:1] in "وفبلك" else "")
    )


class _Mention:
    """An entity with the keys that linking looks at."""

    def __init__(self, entity: Entity, paragraph: int, english: str, shown: str) -> None:
        self.entity = entity
        self.surface = shown
        self.base = entity.base or entity.text
        self.translated = english
        self.occurrence = Occurrence(paragraph, entity.start, entity.end, entity.text)
        if entity.label.is_number:
            self.core = entity.value
            self.key = f"{entity.label}/{entity.value}"
        else:
            self.core = canonical(self.base)
            self.key = f"{_class(entity.label)}/{self.core}"


class _Roots:
    """Disjoint sets of keys."""

    def __init__(self, keys: Sequence[str] | dict[str, list[_Mention]]) -> None:
        self._parent = {key: key for key in keys}

    def of(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, key: str, other: str) -> None:
        self._parent[self.of(key)] = self.of(other)


def _join_by_english(groups: dict[str, list[_Mention]], roots: _Roots) -> None:
    first: dict[str, str] = {}
    for key, members in groups.items():
        english = members[0].entity.english
        if english and not members[0].entity.label.is_number:
            name = f"{_class(members[0].entity.label)}/{english}"
            roots.join(key, first.setdefault(name, key))


def _join_spellings(groups: dict[str, list[_Mention]], roots: _Roots) -> None:
    """Join persons whose names differ in a letter or two (ترامب, ترمب)."""
    from rapidfuzz.fuzz import ratio

    buckets: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key, members in groups.items():
        core = members[0].core
        if members[0].entity.label is Label.PER and len(core) >= _LEAST_LETTERS:
            buckets[core.count(" "), core[0]].append(key)
    for keys in buckets.values():
        keys = keys[:_MOST_COMPARED]
        for n, key in enumerate(keys):
            for other in keys[:n]:
                cores = groups[key][0].core, groups[other][0].core
                if ratio(*cores) >= _ALIKE and not are_two(*cores):
                    roots.join(key, other)


def _join_surnames(groups: dict[str, list[_Mention]], roots: _Roots) -> None:
    """Join a surname (or given name) alone to the one full name that has it."""
    full: dict[str, set[str]] = defaultdict(set)
    people = {k: m for k, m in groups.items() if m[0].entity.label is Label.PER}
    for key, members in people.items():
        words = members[0].core.split()
        if len(words) > 1:
            full[words[-1]].add(roots.of(key))
            full[" ".join(words[1:])].add(roots.of(key))
    for key, members in people.items():
        owners = {roots.of(root) for root in full.get(members[0].core, ())}
        if len(owners) == 1:
            roots.join(key, owners.pop())


def _linked(members: list[_Mention]) -> LinkedEntity:
    members = sorted(members, key=lambda m: (m.occurrence.paragraph, m.occurrence.start))
    forms = Counter(mention.base for mention in members)
    labels = Counter(mention.entity.label for mention in members)
    label = labels.most_common(1)[0][0]
    name = _fullest(forms, person=label is Label.PER)
    value = members[0].entity.value if label.is_number else ""
    known = None if label.is_number else gazetteer().find(name)
    core = known.english if known is not None else canonical(name)
    key = members[0].key if label.is_number else f"{_class(label)}/{core}"
    return LinkedEntity(
        key,
        label,
        name,
        _english(name, label, members),
        value,
        tuple(forms.most_common()),
        tuple(Counter(mention.surface for mention in members).most_common()),
        tuple(mention.occurrence for mention in members),
    )


def _fullest(forms: Counter[str], *, person: bool) -> str:
    """Return a person's longest form, or another entity's most frequent one."""
    if person:
        return max(forms, key=lambda form: (len(canonical(form).split()), forms[form]))
    return max(forms, key=lambda form: (forms[form], len(form)))


def _english(name: str, label: Label, members: list[_Mention]) -> str:
    """Choose the English form: gazetteer, then the translation's usual words, then letters."""
    if label.is_number:
        return ""
    known = gazetteer().find(name)
    if known is not None:
        return known.english
    translated = Counter(m.translated for m in members if m.translated)
    same_form = Counter(m.translated for m in members if m.translated and m.base == name)
    for counter in (same_form, translated):
        if counter:
            return counter.most_common(1)[0][0]
    listed = [m.entity.english for m in members if m.entity.english]
    if listed:
        return listed[0]
    return english_name(name)


def _given(english: Sequence[Sequence[str]] | None, paragraph: int, place: int) -> str:
    if english is None or paragraph >= len(english) or place >= len(english[paragraph]):
        return ""
    return english[paragraph][place]


def _class(label: Label) -> str:
    """Return the kind under which forms may be joined: place and facility are one."""
    return {Label.FAC: "LOC", Label.MISC: "OTHER", Label.EVENT: "OTHER"}.get(label, str(label))


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
