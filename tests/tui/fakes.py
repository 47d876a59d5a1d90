"""What stands in for the core in tests of the screen: fixed texts, no models, no clock."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.documents.model import Document, Metadata, Paragraph, paragraph_id
from reader.entities.model import Entity, Label
from reader.errors import DocumentError, PackageError
from reader.lookup.model import Analysis, WordEntry, WordInContext
from reader.settings.model import Settings
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.translation.model import Doubt, SentencePair, WordLink
from reader.translation.paragraphwise import Paragraphwise
from reader.tui.app import ReaderApp
from reader.tui.services import Services

TEXTS = (
    "قال الرئيس دونالد ترامب إن حلف الناتو في العراق. ثم أضاف أن المهمة انتهت.",
    "بلغ العدد 500 جندي في عام 2019، وفق «وكالة رويترز» (بغداد).",
    "وقالت وزارة الدفاع العراقية إن القرار اتخذ في أنقرة.",
)
ENGLISH = {
    TEXTS[0]: (
        "President Donald Trump said that NATO is in Iraq.",
        "Then he added that the mission has ended.",
    ),
    TEXTS[1]: ("The number reached 500 soldiers in 2019, says Reuters (Baghdad).",),
    TEXTS[2]: ("The Iraqi ministry of defence said that it was decided in Ankara.",),
}
NAMES = {
    "دونالد ترامب": Label.PER,
    "العراق": Label.LOC,
    "الناتو": Label.ORG,
    "500": Label.CARDINAL,
    "عام 2019": Label.DATE,
    "أنقرة": Label.LOC,
}
VALUES = {"500": "500", "عام 2019": "2019"}
HOSTILE = "[bold]x[/b] \x1b]0;t\x07\x1b[2J \x9b31m \u202eevil\u202c [foo='x] a\u0301 {b}"


def document(
    *texts: str, path: str = "a.txt", title: str = "", warnings: tuple[str, ...] = ()
) -> Document:
    """Return a document of paragraphs."""
    return Document(
        path=path,
        media_type="text/plain",
        encoding="utf-8",
        content_hash="0" * 64,
        paragraphs=tuple(Paragraph(paragraph_id(n, t), t) for n, t in enumerate(texts)),
        metadata=Metadata(title=title),
        warnings=warnings,
    )


def pairs_of(text: str) -> list[SentencePair]:
    """Return sentence pairs for a text: the known English, or its length."""
    from reader.arabic.sentences import sentences

    spans = sentences(text)
    english = ENGLISH.get(text) or tuple(f"Sentence of {b - a} letters." for a, b in spans)
    pairs = [SentencePair(a, b, e, score=-0.5) for (a, b), e in zip(spans, english, strict=True)]
    if text == TEXTS[0]:
        first = pairs[0]
        at = text.index("العراق")
        iraq = first.target.index("Iraq")
        link = WordLink(at, at + 6, iraq, iraq + 4)
        pairs[0] = SentencePair(first.start, first.end, first.target, links=(link,))
    if text == TEXTS[1]:
        doubt = Doubt("number", "2019 is missing in the English")
        pairs[0] = SentencePair(pairs[0].start, pairs[0].end, pairs[0].target, doubts=(doubt,))
    return pairs


@dataclass
class FakeTranslator(Paragraphwise):
    """Translates at once, and remembers what it was asked."""

    id: str = "fake 1"
    asked: list[str] = field(default_factory=list)

    def paragraph(self, text: str) -> list[SentencePair]:
        """Translate."""
        self.asked.append(text)
        return pairs_of(text)


def entities_of(text: str) -> list[Entity]:
    """Return the known names in a text."""
    found = []
    for name, label in NAMES.items():
        at = text.find(name)
        if at >= 0:
            value = VALUES.get(name, "")
            found.append(Entity(at, at + len(name), label, name, 0.9, value=value))
    return sorted(found, key=lambda e: e.start)


def word_entry(word: WordInContext) -> WordEntry:
    """Return one reading of any word, with what was known of its sentence."""
    reading = Analysis(word.word, "عِرَاق", "عرق", "name", ("Iraq", "[b]Irak"))
    return WordEntry(
        word.word,
        analyses=(reading,) if word.word else (),
        in_translation=word.counterpart,
        hints=(HOSTILE,),
    )


@dataclass
class World:
    """Documents by path, a database file, and a translator."""

    folder: Path
    documents: dict[str, Document]
    translator: FakeTranslator = field(default_factory=FakeTranslator)
    package_fault: str = ""

    def services(self) -> Services:
        """Return the services."""

        def load(path: Path) -> Document:
            if str(path) not in self.documents:
                raise DocumentError(f"{path} does not exist: check the path.")
            return self.documents[str(path)]

        def add(database: Database, path: Path) -> int:
            store = DocumentStore(database)
            found = load(path)
            known = store.id_of(found) is not None
            store.save(replace(found, path=str(path)))
            return 0 if known else 1

        def translator() -> FakeTranslator:
            if self.package_fault:
                raise PackageError(self.package_fault)
            return self.translator

        return Services(
            load=load,
            database=lambda: Database(self.folder / "reader.db"),
            translator=translator,
            analyse=lambda texts, stop: [entities_of(text) for text in texts],
            analyser=lambda: "fake",
            add=add,
            look_up=lambda: word_entry,
        )

    def app(self, *paths: str, settings: Settings | None = None) -> ReaderApp:
        """Return the program with these files, or all there are."""
        files = [Path(p) for p in (paths or self.documents)]
        return ReaderApp(self.services(), settings or Settings(), files, count_wait=0.01)
