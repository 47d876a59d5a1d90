"""`reader translate`: English for files, folders or standard input, without the screen."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from reader.cli.documents import find_some, read
from reader.cli.standard_input import line_groups
from reader.cli.warning import warn, warn_of
from reader.documents.model import Document, Paragraph, paragraph_id
from reader.errors import DocumentError, StoreError
from reader.translation.model import SentencePair
from reader.translation.pipeline import Pipeline, Translator, mean_score

EXIT_BAD_INPUT = 2
_GROUP = 64  # paragraphs of short documents that go to the engine together


@click.command("translate")
@click.argument("paths", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a paragraph.")
@click.option(
    "--sentences", is_flag=True, help="With --json: also sentences, word links and doubts."
)
@click.option("--model", help="Argos package: a file, a folder or a name.")
@click.option("--translator", metavar="URL", help="A LibreTranslate server instead of a package.")
@click.option(
    "--glossary",
    type=click.Path(dir_okay=False, readable=False, path_type=Path),
    help="CSV of Arabic, English terms (default glossary.csv in the settings folder).",
)
@click.option("--jobs", type=click.IntRange(1, 256), help="Processor cores to use (default all).")
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def command(
    paths: tuple[str, ...],
    *,
    as_json: bool,
    sentences: bool,
    model: str | None,
    translator: str | None,
    glossary: Path | None,
    jobs: int | None,
    quiet: bool,
) -> None:
    """Translate files, folders, or standard input ("-", every line a paragraph).

    What was translated before comes from the database, so a run that was stopped goes on where
    it stopped.
    """
    work = _Work(_engine(model, translator, jobs), glossary, as_json=as_json, sentences=sentences)
    if paths == ("-",):
        number = 0
        for lines in line_groups():
            paragraphs = [Paragraph(paragraph_id(number + n, t), t) for n, t in enumerate(lines)]
            work.translate([("-", paragraphs)])
            number += len(lines)
        return
    files = find_some(paths)
    failed = 0
    hidden = quiet or sys.stdout.isatty()  # there the text itself is the progress
    for group in _with_progress(_groups(files), len(files), hidden=hidden):
        for fault in group:
            if isinstance(fault, DocumentError):
                failed += 1
                warn(str(fault))
        documents = [document for document in group if isinstance(document, Document)]
        for document in documents:
            warn_of(document)
        work.translate([(d.path, d.paragraphs) for d in documents], headings=len(files) > 1)
    if failed:
        sys.exit(EXIT_BAD_INPUT)


class _Work:
    """The engine with its store, and where results go."""

    def __init__(
        self, engine: Translator, glossary: Path | None, *, as_json: bool, sentences: bool
    ) -> None:
        from reader.settings.paths import database_path
        from reader.store import Database
        from reader.store.memory import MemoryStore
        from reader.store.translations import TranslationStore
        from reader.translation import glossary as glossaries
        from reader.translation.finishing import Finishing

        self._engine = engine
        self._as_json = as_json
        self._sentences = sentences
        terms = glossaries.load(glossary) if glossary else glossaries.own()
        store, memory = None, None
        try:
            database = Database(database_path())
            store, memory = TranslationStore(database), MemoryStore(database)
        except StoreError as error:
            warn(f"{error} The translations are not kept.")
        finishing = Finishing(memory, terms)
        self._pipeline = Pipeline(engine, store, finishing, on_warning=warn)

    def translate(
        self, documents: Sequence[tuple[str, Sequence[Paragraph]]], *, headings: bool = False
    ) -> None:
        """Translate the documents' paragraphs together; print each as soon as its turn comes."""
        places = [(name, p, n) for name, parts in documents for n, p in enumerate(parts)]
        waiting: dict[int, list[SentencePair]] = {}
        printed = 0

        def done(index: int, pairs: list[SentencePair]) -> None:
            nonlocal printed
            waiting[index] = pairs
            while printed in waiting:
                name, paragraph, number = places[printed]
                if headings and number == 0 and not self._as_json:
                    click.echo(f"== {_line(name)}")
                self._print(name, paragraph, waiting.pop(printed))
                printed += 1

        self._pipeline.translate([paragraph.text for _, paragraph, _ in places], on_done=done)
        sys.stdout.flush()

    def _print(self, name: str, paragraph: Paragraph, pairs: list[SentencePair]) -> None:
        for pair in pairs:
            for doubt in pair.doubts:
                if doubt.kind == "failed":
                    warn(f"{name}: {doubt.reason}")
        text = " ".join(pair.target for pair in pairs)
        if not self._as_json:
            click.echo(_line(text))
            return
        row: dict[str, Any] = {
            "document": name,
            "paragraph": paragraph.id,
            "text": paragraph.text,
            "translation": text,
            "package": self._engine.id,
            "score": mean_score(pairs),
        }
        if self._sentences:
            row["sentences"] = [_sentence(pair) for pair in pairs]
        click.echo(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def _sentence(pair: SentencePair) -> dict[str, Any]:
    """Return a sentence pair as JSON: places in the paragraph, links inside the sentence."""
    return {
        "start": pair.start,
        "end": pair.end,
        "translation": pair.target,
        "origin": pair.origin,
        "score": pair.score,
        "doubts": [{"kind": doubt.kind, "reason": doubt.reason} for doubt in pair.doubts],
        "links": [[link.s0, link.s1, link.t0, link.t1, link.weight] for link in pair.links],
    }


def _engine(model: str | None, translator: str | None, jobs: int | None) -> Translator:
    from reader.settings.files import read_settings
    from reader.translation.engine import Engine
    from reader.translation.libretranslate import LibreTranslate
    from reader.translation.packages import choose

    server = translator or ("" if model else read_settings().translation.translator)
    if server:
        return LibreTranslate(server)
    return Engine(choose(model), threads=jobs)


def _with_progress(
    groups: Iterator[list[Document | DocumentError]], total: int, *, hidden: bool
) -> Iterator[list[Document | DocumentError]]:
    """Yield the groups, with a bar of documents on standard error."""
    with click.progressbar(
        length=total, label="Translating", file=sys.stderr, hidden=hidden or total < 2
    ) as bar:
        for group in groups:
            yield group
            bar.update(len(group))


def _groups(files: Sequence[Path]) -> Iterator[list[Document | DocumentError]]:
    """Yield the documents in order, short ones together; a fault in its document's place."""
    group: list[Document | DocumentError] = []
    size = 0
    for file in files:
        try:
            document = read(file)
        except DocumentError as error:
            group.append(error)
            continue
        group.append(document)
        size += len(document.paragraphs)
        if size >= _GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


def _line(text: str) -> str:
    """Return the text as one line that a terminal shows and does not obey."""
    from reader.arabic.sanitise import safe

    return safe(text)
