"""Entities of an Arabic paragraph found again in its English.

Each entity is looked for in the translation of its own sentence: its known English form or the
same value, the word links telling which when there are several; else the capitalised phrase or
number that the links lead to; else a number that agrees in part, or a name that sounds alike. What
is still missing is matched when one name and one capitalised phrase are left over. English numbers
without a counterpart are kept on their own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.entities.gazetteer import gazetteer
from reader.entities.model import Entity, Label
from reader.entities.transliterate import english_name, similarity
from reader.translation.english.expressions import english_numbers
from reader.translation.model import ParagraphTranslation, SentencePair
from reader.translation.other_names import OTHER_NAMES

_ALIKE = 0.75
_MOST_NAMES = 120  # capitalised phrases and names compared in one sentence
# a name's possessive s is no part of it
_WORD = re.compile(r"[^\W_]+(?:(?!['’]s\b)['’.&-][^\W_]+)*")
_SMALL_WORDS = set("of the al el bin ibn de von der van for du da abu".split())
_CAPITAL_ALWAYS = {"i", "the", "a", "an", "in", "on", "he", "she", "it", "they", "we", "but", "and",
                   "this", "that", "these", "those", "for", "as", "at", "by", "if", "his", "her",
                   "there", "however", "while", "when", "after", "before", "since", "so", "or",
                   "according", "meanwhile", "moreover", "also", "with", "from", "to", "of", "not",
                   "will", "president", "minister", "prime", "mr", "mrs"}  # fmt: skip

_TITLES = set(
    "president prime minister mr mrs ms dr king queen prince sheikh imam pope general major colonel"
    " lieutenant admiral brigadier captain ambassador senator secretary foreign defense defence"
    " deputy vice chancellor professor sir lord sultan emir judge leader commander chief".split()
)

_COUNTS = (Label.CARDINAL, Label.QUANTITY)
_BOUNDS = "~<>="  # about, more than
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:\.\.|-)(\d+(?:\.\d+)?)(\D*)")
_JOINTS = {"and", "to", "or", "-", "–", "—"}

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
        rules = (
            self._by_form,
            self._by_ends,
            self._by_links,
            self._by_core,
            self._by_sound,
            self._by_surname,
        )
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

    def _linked(self, entity: Entity) -> Span | None:
        """Return the stretch of the target that the entity's words are linked to."""
        start, end = entity.start - self._pair.start, entity.end - self._pair.start
        linked = sorted(
            (link.t0, link.t1, link.weight)
            for link in self._pair.links
            if link.s0 < end and start < link.s1 and link.t0 < link.t1 <= len(self._target)
        )
        best = max(_clusters(self._target, linked), key=lambda c: c[2], default=None)
        return (best[0], best[1]) if best is not None else None

    def _by_form(self, entity: Entity) -> Span | None:
        """Find the English form or the same value, where the links lead when it stands twice."""
        if entity.label.is_number:
            places = [(x.start, x.end) for x in self._numbers if x.value == entity.value]
        else:
            places = self._places(_forms(entity))
        places = [place for place in places if _free(*place, self._taken)]
        linked = self._linked(entity)
        if linked is None or not places:
            return places[0] if places else None
        return min(places, key=lambda place: abs(place[0] - linked[0]))

    def _by_ends(self, entity: Entity) -> Span | None:
        """Find a range or a score whose two numbers the English has side by side."""
        ends = _ends(entity)
        if ends is None:
            return None
        for first, second in zip(self._numbers, self._numbers[1:], strict=False):
            joint = self._target[first.end : second.start].strip().casefold()
            values = first.value.lstrip(_BOUNDS), second.value.lstrip(_BOUNDS)
            span = first.start, second.end
            if joint in _JOINTS and values == ends and _free(*span, self._taken):
                return span
        return None

    def _by_links(self, entity: Entity) -> Span | None:
        span = self._linked(entity)
        if span is None:
            return None
        if entity.label.is_number:
            over = [(x.start, x.end) for x in self._numbers if _touch((x.start, x.end), span)]
            return over[0] if over else None
        return self._name_within(span, entity)

    def _name_within(self, span: Span, entity: Entity) -> Span | None:
        """Return the capitalised phrase, or the part of it still free, that a stretch touches.

        None when the words there are the known English of some other name.
        """
        for phrase in self._phrases:
            phrase = _without_titles(phrase) if entity.label is Label.PER else phrase
            if not _touch((phrase.start, phrase.end), span):
                continue
            parts = [part for part in _parts(phrase) if _touch(part, span)]
            parts = [part for part in parts if _free(*part, self._taken)]
            longest = max(parts, key=lambda part: part[1] - part[0], default=None)
            if longest is None:
                continue
            if _is_another(entity, self._target[slice(*longest)]):
                return None
            return longest
        return None

    def _by_surname(self, entity: Entity) -> Span | None:
        if entity.label is not Label.PER:
            return None
        surnames = [form.split()[-1] for form in _forms(entity) if " " in form]
        places = self._places([surname for surname in surnames if len(surname) > 2])
        return next((place for place in places if _free(*place, self._taken)), None)

    def _places(self, forms: Sequence[str]) -> list[Span]:
        """Return where the first form that occurs stands in the target, as a name."""
        for form in forms:
            pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE)
            places = [
                match.span()
                for match in pattern.finditer(self._target)
                if _is_capital(match.group()) and _free(*match.span(), self._taken)
            ]
            if places:
                return places
        return []

    def _by_core(self, entity: Entity) -> Span | None:
        """Find a number that agrees in what both sides say."""
        if not entity.label.is_number:
            return None
        for number in self._numbers:
            if _free(number.start, number.end, self._taken) and _same_core(entity, number):
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
            if _free(phrase.start, phrase.end, self._taken + numbers)
            and phrase.start > 0
            and not gazetteer().is_english(phrase.text)
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


def _is_another(entity: Entity, phrase: str) -> bool:
    """Tell whether a phrase is the known English of some other name."""
    known = gazetteer().find(entity.base or entity.text)
    own = known is not None and known.english.lower() == phrase.lower()
    return not own and gazetteer().is_english(phrase)


def _without_titles(phrase: _Phrase) -> _Phrase:
    """Take the titles off the start of a person's phrase: Major General Abdulkarim."""
    start, text = phrase.start, phrase.text
    while " " in text and text.split(" ", 1)[0].lower().rstrip(".") in _TITLES:
        rest = text.split(" ", 1)[1]
        start, text = start + len(text) - len(rest), rest
    return _Phrase(start, phrase.end, text)


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
    """Return the English forms to look for: the name's own, then its other names, longest first.

    Before other names that are a noun: the US president, not the United States, is the American.
    """
    own = []
    for form in (entity.english, english_name(entity.base or entity.text)):
        bare = re.sub(r"^(?:the|al-|el-)\s*", "", form, flags=re.IGNORECASE)
        own += [form, bare]
        if entity.label is Label.NORP:
            own += [bare + "s", bare + "n"]
    others = sorted(OTHER_NAMES.get(entity.english, ()), key=_longest_first)
    if entity.label is Label.NORP:
        others.sort(key=lambda form: " " in form)
    kept = {form for form in own if len(form) > 2 or form.isupper()}
    return [*sorted(kept, key=_longest_first), *others]


def _longest_first(form: str) -> tuple[int, str]:
    return -len(form), form


def _ends(entity: Entity) -> tuple[str, str] | None:
    """Return the values of the two numbers of a range or score: 20% and 30% of "20..30%"."""
    ends = _RANGE.fullmatch(entity.value.lstrip(_BOUNDS))
    if ends is None or entity.label not in (*_COUNTS, Label.MONEY, Label.PERCENT):
        return None
    return ends[1] + ends[3], ends[2] + ends[3]


def _same_core(entity: Entity, number: Entity) -> bool:
    """Compare without bounds, and dates by what both sides say of them."""
    first, second = entity.value.lstrip(_BOUNDS), number.value.lstrip(_BOUNDS)
    if not first or not second:
        return False
    if entity.label is Label.MONEY and number.label is Label.MONEY:
        return first.split()[0] == second.split()[0]
    if entity.label is Label.DATE and number.label is Label.DATE:
        return first.removeprefix("XXXX-") == second.removeprefix("XXXX-") or (
            "XXXX" in first + second and first[-5:] == second[-5:]
        )
    if first == second:
        return True
    return {entity.label, number.label} <= {*_COUNTS, Label.ORDINAL} and (
        first.split()[0] == second.split()[0]
    )


def _free(start: int, end: int, taken: Sequence[Span]) -> bool:
    return all(end <= first or last <= start for first, last in taken)


def _touch(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]
