"""What the screens use of the core, in one place, so that tests can give their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.documents.model import Document
from reader.entities.model import Entity
from reader.lookup.model import WordEntry, WordInContext
from reader.store.database import Database
from reader.translation.pipeline import Translator

ShouldStop = Callable[[], bool]


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
    look_up: Callable[[], Callable[[WordInContext], WordEntry]] = real_look_up


def real_services(model: str | None = None, server: str | None = None) -> Services:
    """Return the core itself. Heavy parts are imported when first used."""

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
        from reader.entities import analyse as analyse_texts

        return analyse_texts(texts, should_stop)

    return Services(load, database, translator, analyse)
