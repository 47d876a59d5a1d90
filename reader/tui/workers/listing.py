"""Brings files into the library and finds out what it shows of them."""

from collections.abc import Iterable
from pathlib import Path

from reader.documents.files import exists
from reader.errors import ReaderError, StoreError
from reader.stopping import ShouldStop
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.store.entities import EntityStore
from reader.store.library import Entry, Library
from reader.store.paths import PART, stored_path
from reader.store.search import SearchIndex
from reader.tui.messages import DocumentFacts, Listed, WorkFailed
from reader.tui.services import Services
from reader.tui.workers.worker import Post, Worker

GROUP = 100  # files between two reports


class Lister(Worker[list[Path]]):
    """Posts Listed: first what the library knows, then what was added or could not be read.

    At last the search index is brought up to date and names are counted, which may take long and
    is given up as soon as an article is opened.
    """

    def __init__(self, services: Services, post: Post) -> None:
        super().__init__("lister", post)
        self._services = services
        self._database: Database | None = None

    def work(self, job: list[Path], should_stop: ShouldStop) -> None:
        """List files."""
        if self._database is None:
            try:
                self._database = self._services.database()
            except StoreError as error:
                self.post(WorkFailed(str(error)))
                self.post(Listed([DocumentFacts(path) for path in job]))
                return
        database = self._database
        wanted = {stored_path(str(path)): path for path in job}
        entries = self._tell(database, wanted)
        kept = {entry.path for entry in entries}
        added = 0
        for start in range(0, len(job), GROUP):
            faults = []
            before = added
            for path in job[start : start + GROUP]:
                if should_stop():
                    return
                try:
                    added += self._services.add(database, path)
                except ReaderError as error:
                    # the text of a file that is gone is kept, and opens
                    if exists(str(path)) or stored_path(str(path)) not in kept:
                        faults.append(DocumentFacts(path, fault=str(error)))
            if faults:
                self.post(Listed(faults))
            if added > before:
                self._tell(database, wanted)
        # copies of texts that are known add nothing, yet stand in the list
        entries = self._tell(database, wanted)
        SearchIndex(database).update(should_stop=should_stop)
        self._count_names(database, wanted, entries, should_stop)
        SearchIndex(database).update(should_stop=should_stop)

    def close(self) -> None:
        """Close the database."""
        if self._database is not None:
            self._database.close()

    def _tell(self, database: Database, wanted: dict[str, Path]) -> list[Entry]:
        entries = Library(database).entries_by_file(lambda path: _asked(path, wanted))
        self.post(Listed([_facts(entry, wanted) for entry in entries]))
        return entries

    def _count_names(
        self,
        database: Database,
        wanted: dict[str, Path],
        entries: Iterable[Entry],
        should_stop: ShouldStop,
    ) -> None:
        uncounted: dict[int, list[Entry]] = {}
        for entry in entries:
            if entry.entities is None:
                uncounted.setdefault(entry.document_id, []).append(entry)
        for document_id, rows in uncounted.items():
            document = DocumentStore(database).get(document_id)
            texts = [paragraph.text for paragraph in document.paragraphs]
            found = self._services.analyse(texts, should_stop)
            if should_stop():
                return
            linked = EntityStore(database).save(document_id, found, self._services.analyser())
            Library(database).set_entities(document_id, len(linked))
            counted = [entry._replace(entities=len(linked)) for entry in rows]
            self.post(Listed([_facts(entry, wanted) for entry in counted]))


def _asked(path: str, wanted: dict[str, Path]) -> bool:
    return path in wanted or path.rpartition(PART)[0] in wanted


def _facts(entry: Entry, wanted: dict[str, Path]) -> DocumentFacts:
    path = wanted.get(entry.path)
    if path is None:
        file, _, number = entry.path.rpartition(PART)
        path = Path(f"{wanted[file]}{PART}{number}")
    return DocumentFacts(
        path=path,
        title=entry.title,
        size=entry.size,
        read=entry.read,
        translated=entry.translated,
        entities=entry.entities,
        annotations=entry.annotations,
        date=entry.date,
        about=" ".join([entry.source, entry.author, entry.date, *entry.tags]),
        tags=entry.tags,
        story=entry.story,
        document_id=entry.document_id,
    )
