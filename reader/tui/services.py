"""What the screens use of the core, in one place, so that tests can give their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.documents.model import Document
from reader.entities.model import Entity
from reader.errors import DocumentError, ReaderError
from reader.lookup.model import WordEntry, WordInContext
from reader.stopping import ShouldStop
from reader.store.database import Database
from reader.translation.pipeline import Pipeline, Translator


def real_look_up() -> Callable[[WordInContext], WordEntry]:
    """Return the installed analyser and dictionaries as one function."""
    from reader.lookup.lookup import LookUp

    look_up = LookUp()

    def find(word: WordInContext) -> WordEntry:
        return look_up.look_up(
            word.word,
            previous=word.previous,
            translation=word.translation,
            counterpart=word.counterpart,
        )

    return find


@dataclass(frozen=True)
class Services:
    """The core's entrances. Each is called in a worker's thread and may raise ReaderError."""

    load: Callable[[Path], Document]
    database: Callable[[], Database]
    translator: Callable[[], Translator]
    analyse: Callable[[Sequence[str], ShouldStop], list[list[Entity]]]
    analyser: Callable[[], str]  # what `analyse` is, for entities that are kept
    add: Callable[[Database, Path], int]  # brings a file into the library; 1 if it was new
    look_up: Callable[[], Callable[[WordInContext], WordEntry]] = real_look_up


def real_services(model: str | None = None, server: str | None = None) -> Services:
    """Return the core itself; a `server` goes before a `model`. Heavy parts are imported late."""

    def load(path: Path) -> Document:
        from reader.documents import load as load_document

        return load_document(path)

    def database() -> Database:
        from reader.settings.paths import database_path

        return Database(database_path())

    def translator() -> Translator:
        if server:
            from reader.translation.libretranslate import LibreTranslate

            return LibreTranslate(server)
        from reader.translation.engine import Engine
        from reader.translation.packages import choose

        return Engine(choose(model))

    def analyse(texts: Sequence[str], should_stop: ShouldStop) -> list[list[Entity]]:
        from reader.entities.analysis import analyse as analyse_texts

        return analyse_texts(texts, should_stop)

    def analyser() -> str:
        from reader.entities.analysis import analyser_id

        return analyser_id()

    def add(database: Database, path: Path) -> int:
        from reader.store.importing import Importer

        result = Importer(database).add([str(path)])
        if result.failed:
            raise DocumentError(result.failed[0])
        return result.added

    return Services(load, database, translator, analyse, analyser, add)


def make_pipeline(
    translator: Translator, database: Database | None, on_warning: Callable[[str], None]
) -> Pipeline:
    """Return what translates with the store's translations and the user's corrections.

    Without a database only the engine and the glossary work; without a glossary that can be read,
    all but that.
    """
    from reader.store.memory import MemoryStore
    from reader.store.translations import TranslationStore
    from reader.translation import glossary
    from reader.translation.finishing import Finishing

    memory = MemoryStore(database) if database is not None else None
    kept = TranslationStore(database) if database is not None else None
    try:
        terms = glossary.own()
    except ReaderError as error:
        on_warning(f"{error} Until then the glossary is left out.")
        terms = glossary.Glossary()
    return Pipeline(translator, kept, Finishing(memory, terms), on_warning)
