"""Translation memory as TMX 1.4b (LISA OSCAR), which OmegaT, Trados and memoQ read and write.

Level 1: plain text. The origin travels in the property "x-origin", the engine in "x-package".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from reader import __version__
from reader.errors import ExchangeError
from reader.replacing import replace_file
from reader.translation.memory import Entry, memory_key

LARGEST_SEGMENT = 100_000  # code points
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGES = {"ara": "ar", "eng": "en"}  # ISO 639-2, which some programs write
_CODES = {"bpt", "ept", "ph", "it", "ut"}  # hold another program's markup, not text


@dataclass(frozen=True, slots=True)
class Imported:
    """What a TMX file gave: sentence pairs, and how many units had none that can be remembered."""

    entries: list[Entry]
    skipped: int


def write(entries: Iterable[Entry], path: Path) -> int:
    """Write the entries; return how many. The file is replaced as a whole or left alone.

    Raises ExchangeError when it cannot be written.
    """
    listed = list(entries)
    try:
        replace_file(path, to_bytes(listed))
    except OSError as error:
        raise ExchangeError(f"{path} cannot be written: {error.strerror}.") from error
    return len(listed)


def to_bytes(entries: Iterable[Entry], properties: Iterable[tuple[str, str]] = ()) -> bytes:
    """Return a TMX document; `properties` (type, value) go into its header."""
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(
        root,
        "header",
        {
            "creationtool": "reader",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "reader",
            "adminlang": "en",
            "srclang": "ar",
            "datatype": "plaintext",
        },
    )
    for kind, value in properties:
        etree.SubElement(header, "prop", type=kind).text = _xml(value)
    body = etree.SubElement(root, "body")
    for entry in entries:
        _unit(etree, body, entry)
    document: bytes = etree.tostring(
        root,
        xml_declaration=True,
        encoding="UTF-8",
        pretty_print=True,
        doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    )
    return document


def read(path: Path) -> Imported:
    """Return the Arabic-English pairs of a TMX file of any program.

    Entities, DTDs and the network are not followed. Raises ExchangeError when the file cannot
    be read or is not TMX.
    """
    from lxml import etree

    entries: list[Entry] = []
    skipped = 0
    try:
        with path.open("rb") as file:
            for unit in _units(etree, file):
                entry = _entry(unit)
                if entry is None:
                    skipped += 1
                else:
                    entries.append(entry)
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror}.") from error
    except (etree.XMLSyntaxError, _NotTmxError) as error:
        raise ExchangeError(f"{path} is not a sound TMX file ({error}).") from error
    return Imported(entries, skipped)


class _NotTmxError(Exception):
    """Well-formed XML of another kind."""


def _unit(etree: Any, body: Any, entry: Entry) -> None:
    attributes = {
        "creationdate": _to_tmx(entry.created),
        "changedate": _to_tmx(entry.changed),
        "creationid": _xml(entry.author),
        "changeid": _xml(entry.author),
    }
    unit = etree.SubElement(body, "tu", {k: v for k, v in attributes.items() if v})
    for kind, value in (("x-origin", entry.origin), ("x-package", entry.package)):
        if value:
            etree.SubElement(unit, "prop", type=kind).text = _xml(value)
    for language, text in (("ar", entry.source), ("en", entry.target)):
        variant = etree.SubElement(unit, "tuv", {_LANG: language})
        etree.SubElement(variant, "seg").text = _xml(text)


def _units(etree: Any, file: Any) -> Iterator[Any]:
    """Yield each tu element, freed after use, so that large files fit."""
    events = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = None
    for event, element in events:
        if root is None:
            root = element
            if root.tag != "tmx":
                raise _NotTmxError(f"its root is <{root.tag}>")
        if event == "end" and element.tag == "tu":
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _entry(unit: Any) -> Entry | None:
    texts: dict[str, str] = {}
    marked = [unit]  # what may say who translated it and when: the unit, or its English
    for variant in unit.iterchildren("tuv"):
        language = (variant.get(_LANG) or variant.get("lang") or "").lower()
        language = re.split("[-_]", language)[0]
        language = _LANGUAGES.get(language, language)
        segment = variant.find("seg")
        text = _text(segment).strip() if segment is not None else ""
        if text and language not in texts:
            texts[language] = text
            marked += [variant] if language == "en" else []
    source, target = texts.get("ar", ""), texts.get("en", "")
    # some texts, a lone tatweel or vowel sign, have nothing that they could be found by
    if not memory_key(source) or not target or max(len(source), len(target)) > LARGEST_SEGMENT:
        return None
    properties = {prop.get("type"): prop.text or "" for prop in unit.iterchildren("prop")}
    origin = properties.get("x-origin", "")
    created = _first(_from_tmx(element.get("creationdate")) for element in marked)
    return Entry(
        source,
        target,
        origin if origin in ("human", "machine") else "import",
        _first(e.get("changeid") or e.get("creationid") or "" for e in marked),
        properties.get("x-package", ""),
        created,
        _first(_from_tmx(element.get("changedate")) for element in marked) or created,
    )


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _text(segment: Any) -> str:
    parts = [segment.text or ""]
    for child in segment:
        if child.tag not in _CODES and isinstance(child.tag, str):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _xml(text: str) -> str:
    """Return the text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def _to_tmx(time: str) -> str:
    """Return an ISO 8601 time as TMX writes it: 20261121T231200Z."""
    return re.sub(r"[-:]", "", time)


def _from_tmx(time: str | None) -> str:
    try:
        found = datetime.strptime(time or "", "%Y%m%dT%H%M%SZ")
    except ValueError:
        return ""
    return f"{found.isoformat(timespec='seconds')}Z"
