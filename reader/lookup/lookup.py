"""Looking a word up: analyses, dictionary entries, its counterpart in the translation.

Dictionaries are asked along a ladder, nearest form first: the word as written, its folded
spelling, without its clitics, its lemma (from the analyser, then from simplemma's tables).
"""

from collections.abc import Iterator
from functools import cached_property

from reader.arabic.clitics import strip_clitics
from reader.errors import DocumentError
from reader.lookup.analyser import INSTALL_HINT, Analyser, load_analyser
from reader.lookup.buckwalter import to_buckwalter
from reader.lookup.dictionaries import dictionaries_folder, open_dictionaries
from reader.lookup.dictionary import Dictionary, fold
from reader.lookup.frequency import frequency_rank
from reader.lookup.model import DictionaryEntry, WordEntry
from reader.lookup.ranking import rank
from reader.lookup.romanise import romanise

_MOST_ENTRIES = 8


class LookUp:
    """One word after another; what it needs is loaded at the first word, so use it in a worker."""

    def __init__(
        self, dictionaries: list[Dictionary] | None = None, analyser: Analyser | None = None
    ) -> None:
        self._given_dictionaries = dictionaries
        self._given_analyser = analyser
        self.faults: list[str] = []  # one sentence for each dictionary that cannot be read

    @cached_property
    def _dictionaries(self) -> list[Dictionary]:
        if self._given_dictionaries is not None:
            return list(self._given_dictionaries)
        opened, faults = open_dictionaries()
        self.faults += faults
        return opened

    @cached_property
    def _analyser(self) -> Analyser | None:
        return self._given_analyser or load_analyser()

    def look_up(
        self, word: str, *, previous: str = "", translation: str = "", counterpart: str = ""
    ) -> WordEntry:
        """Return everything known of a word as it stands in its sentence.

        `previous` is the Arabic word before it, `translation` its sentence's English and
        `counterpart` the English words linked to it.
        """
        analyses = rank(
            self._analyser.analyse(word) if self._analyser else (),
            word=word,
            previous=fold(previous),
            translation=translation,
            counterpart=counterpart,
            frequency_rank=frequency_rank,
        )
        lemmas = list(dict.fromkeys(a.lemma for a in analyses))
        latin = (
            romanise(analyses[0].vocalised, analyses[0].prefixes) if analyses else romanise(word)
        )
        return WordEntry(
            word=word,
            analyses=tuple(analyses),
            entries=tuple(self._entries(word, lemmas)),
            in_translation=counterpart,
            transliterations={"ALA-LC": latin, "Buckwalter": to_buckwalter(word)},
            frequency_rank=min(
                (r for r in map(frequency_rank, [word, *lemmas[:1]]) if r), default=0
            ),
            hints=tuple(self._hints()),
        )

    def _entries(self, word: str, lemmas: list[str]) -> list[DictionaryEntry]:
        found: list[DictionaryEntry] = []
        seen: set[tuple[str, str]] = set()
        for found_by, form in self._ladder(word, lemmas):
            key = fold(form)
            for dictionary in list(self._dictionaries):
                title = dictionary.title
                for head, text in self._ask(dictionary, key):
                    if (title, head) in seen or (found_by == "word" and head != form):
                        continue
                    seen.add((title, head))
                    found.append(DictionaryEntry(title, head, text, found_by))
                    if len(found) == _MOST_ENTRIES:
                        return found
        return found

    def _ask(self, dictionary: Dictionary, key: str) -> list[tuple[str, str]]:
        """Return the heads with a folded form and their texts; drop a dictionary that is broken.

        Its files are read at the first word, so only then does it show.
        """
        try:
            return [(head, dictionary.entry(head)) for head in dictionary.heads(key)]
        except DocumentError as error:
            self.faults.append(str(error))
            self._dictionaries.remove(dictionary)
            return []

    def _ladder(self, word: str, lemmas: list[str]) -> Iterator[tuple[str, str]]:
        yield "word", word
        yield "spelling", word
        for candidate in strip_clitics(fold(word)):
            yield "clitics", candidate.core
        for lemma in lemmas:
            yield "lemma", lemma
        if not lemmas:
            for lemma in _table_lemmas(word):
                yield "lemma", lemma

    def _hints(self) -> Iterator[str]:
        yield from self.faults
        if self._analyser is None:
            yield INSTALL_HINT
        if not self._dictionaries:
            yield (
                "For dictionary entries put StarDict or dictd files into "
                f"{dictionaries_folder()} (Debian: apt install dict-freedict-ara-eng)."
            )


def _table_lemmas(word: str) -> list[str]:
    """Return simplemma's lemmas of the word and of its forms without clitics.

    Its tables lack the future prefix: «ستستمر» is tried as «تستمر» too.
    """
    import simplemma

    folded = fold(word)
    forms = [form for form in (folded, *(c.core for c in strip_clitics(folded))) if form]
    forms += [form[1:] for form in forms if len(form) > 4 and form[0] == "س" and form[1] in "ايتن"]
    lemmas = (simplemma.lemmatize(form, lang="ar") for form in forms)
    return [lemma for lemma in dict.fromkeys(lemmas) if lemma != folded]
