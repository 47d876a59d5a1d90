"""Scores of an Argos package: BLEU and chrF by sacreBLEU, speed, size, and its word links.

Only the package file is needed, no trainer. Decoding as the program decodes: beam search on the
CPU, int8, one sentence a segment.
"""

from __future__ import annotations

import json
import tempfile
import time
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 256  # English pieces of one sentence


@dataclass(frozen=True)
class Search:
    """Settings of the beam search, as CTranslate2 names them."""

    beam_size: int = 4
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0


class Package:
    """An unpacked package, ready to translate sentences with the search it recommends."""

    def __init__(self, folder: Path, threads: int) -> None:
        import ctranslate2
        import sentencepiece

        metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
        self.search = Search(**metadata.get("search", {}))
        self.tokenizer = sentencepiece.SentencePieceProcessor(
            model_file=str(folder / "sentencepiece.model")
        )
        self.translator: Any = ctranslate2.Translator(
            str(folder / "model"), device="cpu", intra_threads=threads, compute_type="int8"
        )

    def translate(self, sentences: Sequence[str], search: Search | None = None) -> list[str]:
        """Return the English of each sentence."""
        search = search or self.search
        results = self.translator.translate_batch(
            [self.tokenizer.encode(sentence, out_type=str) for sentence in sentences],
            max_batch_size=1024,
            batch_type="tokens",
            max_decoding_length=LONGEST,
            **vars(search),
        )
        return [self.tokenizer.decode_pieces(result.hypotheses[0]) for result in results]


@contextmanager
def opened(package: Path, threads: int = 2) -> Iterator[Package]:
    """Unpack an .argosmodel file (or take a folder as it is) and load it."""
    if package.is_dir():
        yield Package(package, threads)
        return
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)
        (top,) = Path(folder).iterdir()
        yield Package(top, threads)


def score(translations: Sequence[str], references: Sequence[str]) -> dict[str, Any]:
    """Return BLEU and chrF (0 to 100, one decimal) with sacreBLEU's signatures."""
    from sacrebleu.metrics import BLEU, CHRF

    result: dict[str, Any] = {}
    for name, metric in (("BLEU", BLEU()), ("chrF", CHRF())):
        value = metric.corpus_score(list(translations), [list(references)]).score
        result[name] = round(value, 1)
        result[f"{name} signature"] = str(metric.get_signature())
    return result


def evaluate(
    package: Path, arabic: Path, english: Path, search: Search | None = None, threads: int = 2
) -> dict[str, Any]:
    """Return the scores on a line-aligned test set, sentences per second and megabytes.

    Without `search` the package's own settings are used.
    """
    sentences = arabic.read_text(encoding="utf-8").splitlines()
    references = english.read_text(encoding="utf-8").splitlines()
    with opened(package, threads) as loaded:
        start = time.perf_counter()
        translations = loaded.translate(sentences, search)
        seconds = time.perf_counter() - start
        used = search or loaded.search
    size = sum(f.stat().st_size for f in package.rglob("*")) or package.stat().st_size
    measured = {
        "package": package.name,
        "test": arabic.stem,
        "sentences": len(sentences),
        "sentences per second": round(len(sentences) / seconds, 1),
        "megabytes": round(size / 1e6, 1),
    }
    return score(translations, references) | measured | vars(used)


def tune(package: Path, arabic: Path, english: Path, searches: Sequence[Search]) -> list[Any]:
    """Return the scores of each search, the best BLEU first."""
    rows = [evaluate(package, arabic, english, search) for search in searches]
    return sorted(rows, key=lambda row: row["BLEU"], reverse=True)
