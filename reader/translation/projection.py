"""Entities of an Arabic paragraph found again in its English.

Each entity is looked for in the translation of its own sentence: through the word links; else by
its English form; else by value (numbers) or by sound (names). What is still missing is matched when
one name and one capitalised phrase are left over. English numbers without a counterpart are kept
on their own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.entities.model import Entity, Label
from reader.entities.transliterate import english_name, similarity
from reader.translation.english_expressions import english_numbers
from reader.translation.model import ParagraphTranslation, SentencePair

_ALIKE = 0.75
_MOST_NAMES = 120  # capitalised phrases and names compared in one sentence
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_SMALL_WORDS = set("of the and al el bin ibn de von der van for du da abu on in to".split())
_EDGE = {"the", "of", "and", "for", "in", "on", "to", "a", "an", "by", "with", "from", "at", "that"}
_CAPITAL_ALWAYS = {"i", "the", "a", "an", "in", "on", "he", "she", "it", "they", "we", "but", "and",
                   "this", "that", "these", "those", "for", "as", "at", "by", "if", "his", "her",
                   "there", "however", "while", "when", "after", "before", "since", "so", "or",
                   "according", "meanwhile", "moreover", "also", "with", "from", "to", "of", "not",
                   "will", "president", "minister", "prime", "mr", "mrs"}  # fmt: skip

# what English writes for the same thing
_ALIASES = {
    "American": ("US", "U.S.", "United States"),
    "United States": ("US", "U.S.", "USA", "America"),
    "United States of America": ("United States", "US", "U.S.", "USA"),
    "America": ("US", "U.S.", "United States"),
    "United Kingdom": ("UK", "U.K.", "Britain"),
    "Britain": ("UK", "U.K.", "United Kingdom"),
    "British": ("UK", "U.K."),
    "UAE": ("Emirates", "United Arab Emirates"),
    "United Arab Emirates": ("UAE", "Emirates"),
    "European Union": ("EU", "E.U."),
    "United Nations": ("UN", "U.N."),
    "NATO": ("North Atlantic Treaty Organization", "North Atlantic Alliance"),
    "ISIS": ("ISIL", "IS", "Daesh", "Islamic State"),
    "US State Department": ("State Department", "US Foreign Ministry"),
    "Iraqi Parliament": ("Parliament",),
    "Netherlands": ("Holland",),
    "Turkey": ("Türkiye", "Turkiye"),
}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A run of capitalised words of a target sentence."""

    start: int
    end: int
    text: str


def project(entities: Sequence[Entity], translation: ParagraphTranslation) -> list[Entity]:
    """Return the entities with spans in `translation.text`, sorted and apart.

    Label, value and base form are those of the Arabic; `text` and `english` are the English words.
    """
    text = translation.text
    placed = _place(entities, translation)
    found = [
        replace(
            entity,
            start=span[0],
            end=span[1],
            text=text[span[0] : span[1]],
            english=text[span[0] : span[1]],
        )
        for entity, span in zip(entities, placed, strict=True)
        if span is not None
    ]
    taken = [(entity.start, entity.end) for entity in found]
    found += [number for number in english_numbers(text) if _free(number.start, number.end, taken)]
    return sorted(found, key=lambda entity: entity.start)


def english_forms(entities: Sequence[Entity], translation: ParagraphTranslation) -> list[str]:
    """Return the English words that stand for each entity, "" where none were found."""
    text = translation.text
    return [
        text[span[0] : span[1]] if span is not None else ""
        for span in _place(entities, translation)
    ]


def _place(entities: Sequence[Entity], translation: ParagraphTranslation) -> list[Span | None]:
    """Return each entity's span in the English paragraph, or None."""
    placed: list[Span | None] = [None] * len(entities)
    for pair, (offset, _) in zip(translation.pairs, translation.target_spans, strict=True):
        own = [n for n, e in enumerate(entities) if pair.start <= e.start < pair.end]
        sentence = _Sentence(pair, [entities[n] for n in own])
        for n, span in zip(own, sentence.spans(), strict=True):
            if span is not None:
                placed[n] = span[0] + offset, span[1] + offset
    return placed


class _Sentence:
    """One sentence pair and the entities of its Arabic."""

    def __init__(self, pair: SentencePair, entities: list[Entity]) -> None:
        self._pair = pair
        self._target = pair.target
        self._entities = entities
        self._numbers = english_numbers(pair.target)
        self._phrases = _capitalised(pair.target)
        self._taken: list[Span] = []
        self._spans: list[Span | None] = [None] * len(entities)

    def spans(self) -> list[Span | None]:
        """Return the span of each entity in the target."""
        rules = (self._by_links, self._by_form, self._by_value, self._by_sound, self._by_surname)
        for find in rules:
            for n, entity in enumerate(self._entities):
                if self._spans[n] is None:
                    span = find(entity)
                    if span is not None and _free(*span, self._taken):
                        self._keep(n, span)
        self._leftover()
        return self._spans

    def _keep(self, n: int, span: Span) -> None:
        self._spans[n] = span
        self._taken.append(span)

    def _by_links(self, entity: Entity) -> Span | None:
        start, end = entity.start - self._pair.start, entity.end - self._pair.start
        linked = sorted(
            (link.t0, link.t1, link.weight)
            for link in self._pair.links
            if link.s0 < end and start < link.s1 and link.t0 < link.t1 <= len(self._target)
        )
        best = max(_clusters(self._target, linked), key=lambda c: c[2], default=None)
        if best is None:
            return None
        span = best[0], best[1]
        if entity.label.is_number:
            number = next((x for x in self._numbers if x.start < span[1] and span[0] < x.end), None)
            return (number.start, number.end) if number is not None else None
        return self._name_within(span)

    def _name_within(self, span: Span) -> Span | None:
        """Trim a linked stretch to whole words that begin and end like a name."""
        words = [m.span() for m in _WORD.finditer(self._target) if _touch(m.span(), span)]
        while words and self._target[slice(*words[0])].lower() in _EDGE:
            words.pop(0)
        while words and self._target[slice(*words[-1])].lower() in _EDGE:
            words.pop()
        named = [
            (start, end)
            for start, end in words
            if _is_capital(self._target[start:end]) or self._target[start].isdigit()
        ]
        if not named:
            return None
        return named[0][0], named[-1][1]

    def _by_form(self, entity: Entity) -> Span | None:
        return None if entity.label.is_number else self._first(_forms(entity))

    def _by_surname(self, entity: Entity) -> Span | None:
        if entity.label is not Label.PER:
            return None
        forms = [form.split()[-1] for form in _forms(entity) if " " in form]
        return self._first([form for form in forms if len(form) > 2])

    def _first(self, forms: Sequence[str]) -> Span | None:
        """Return the first free place of the first form that has one."""
        for form in forms:
            pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE)
            for match in pattern.finditer(self._target):
                if _free(*match.span(), self._taken) and match.group()[:1].isupper():
                    return match.span()
        return None

    def _by_value(self, entity: Entity) -> Span | None:
        if not entity.label.is_number:
            return None
        free = [x for x in self._numbers if _free(x.start, x.end, self._taken)]
        for same in (_same_value, _same_core):
            for number in free:
                if same(entity, number):
                    return number.start, number.end
        return None

    def _by_sound(self, entity: Entity) -> Span | None:
        if entity.label.is_number:
            return None
        base = entity.base or entity.text
        best: tuple[float, int, Span] | None = None
        for phrase in self._phrases[:_MOST_NAMES]:
            for start, end in _parts(phrase):
                if not _free(start, end, self._taken):
                    continue
                alike = similarity(base, self._target[start:end])
                if alike >= _ALIKE and (best is None or (alike, end - start) > best[:2]):
                    best = alike, end - start, (start, end)
        return best[2] if best is not None else None

    def _leftover(self) -> None:
        """Match the one name and the one capitalised phrase that are left."""
        missing = [
            n
            for n, entity in enumerate(self._entities)
            if self._spans[n] is None and not entity.label.is_number
        ]
        numbers = [(x.start, x.end) for x in self._numbers]
        free = [
            phrase
            for phrase in self._phrases
            if _free(phrase.start, phrase.end, self._taken + numbers) and phrase.start > 0
        ]
        if len(missing) == 1 and len(free) == 1:
            self._keep(missing[0], (free[0].start, free[0].end))


def _clusters(text: str, linked: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Join linked stretches that stand side by side: (start, end, weight) of each group."""
    groups: list[tuple[int, int, float]] = []
    for start, end, weight in linked:
        if groups:
            first, last, total = groups[-1]
            between = text[last:start].strip().lower()
            if start <= last or not between or between in _SMALL_WORDS:
                groups[-1] = first, max(last, end), total + weight
                continue
        groups.append((start, end, weight))
    return groups


def _capitalised(text: str) -> list[_Phrase]:
    """Return the runs of capitalised words, small words between them allowed."""
    phrases: list[_Phrase] = []
    run: list[Span] = []
    pending: list[Span] = []
    last_end = 0
    for match in _WORD.finditer(text):
        word = match.group()
        broken = bool(text[last_end : match.start()].strip()) and bool(run)
        last_end = match.end()
        capital = _is_capital(word) and word.lower() not in _CAPITAL_ALWAYS
        if broken or not (capital or (run and word.lower() in _SMALL_WORDS)):
            _close(text, run, phrases)
            run, pending = [], []
        if capital:
            run += [*pending, match.span()]
            pending = []
        elif run:
            pending.append(match.span())
    _close(text, run, phrases)
    return phrases


def _is_capital(word: str) -> bool:
    """Tell whether a word is written as a name: Rikabi, al-Rikabi."""
    return word[0].isupper() or (word[:3] in ("al-", "el-") and word[3:4].isupper())


def _close(text: str, run: list[Span], phrases: list[_Phrase]) -> None:
    if run:
        start, end = run[0][0], run[-1][1]
        phrases.append(_Phrase(start, end, text[start:end]))


def _parts(phrase: _Phrase) -> list[Span]:
    """Return the stretches of up to five words inside a phrase, in code points of the target."""
    words = [
        (phrase.start + m.start(), phrase.start + m.end()) for m in _WORD.finditer(phrase.text)
    ][:12]
    capital = [
        _is_capital(phrase.text[start - phrase.start : end - phrase.start]) for start, end in words
    ]
    return [
        (words[first][0], words[last][1])
        for first in range(len(words))
        for last in range(first, min(first + 5, len(words)))
        if capital[first] and capital[last]
    ]


def _forms(entity: Entity) -> list[str]:
    """Return the English forms to look for, longest first."""
    forms = list(_ALIASES.get(entity.english, ()))
    for form in (entity.english, english_name(entity.base or entity.text)):
        bare = re.sub(r"^(?:the|al-|el-)\s*", "", form, flags=re.IGNORECASE)
        forms += [form, bare]
        if entity.label is Label.NORP:
            forms += [bare + "s", bare + "n"]
    kept = {form for form in forms if len(form) > 2 or form.isupper()}
    return sorted(kept, key=lambda form: (-len(form), form))


def _same_value(entity: Entity, number: Entity) -> bool:
    return entity.value == number.value


def _same_core(entity: Entity, number: Entity) -> bool:
    """Compare without bounds, and dates by what both sides say of them."""
    first, second = entity.value.lstrip("~<>="), number.value.lstrip("~<>=")
    if entity.label is Label.MONEY and number.label is Label.MONEY:
        return first.split()[0] == second.split()[0]
    if entity.label is Label.DATE and number.label is Label.DATE:
        return first.removeprefix("XXXX-") == second.removeprefix("XXXX-") or (
            "XXXX" in first + second and first[-5:] == second[-5:]
        )
    if first == second:
        return True
    return {entity.label, number.label} <= {Label.CARDINAL, Label.ORDINAL, Label.QUANTITY} and (
        first.split()[0] == second.split()[0]
    )


def _free(start: int, end: int, taken: Sequence[Span]) -> bool:
    return all(end <= first or last <= start for first, last in taken)


def _touch(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]
