"""UIMA CAS XMI for INCEpTION and DKPro, by dkpro-cassis: an extra (`…[xmi]`).

Labels are DKPro named entities with tokens and sentences; everything about an annotation is in
the custom layer webanno.custom.ReaderAnnotation, links in webanno.custom.ReaderRelation. Offsets
in the file count UTF-16 units, as UIMA does; cassis converts.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from reader.arabic.sanitise import sanitise
from reader.arabic.sentences import sentences
from reader.errors import ExchangeError
from reader.export.bundle import Bundle, File, unique_stems
from reader.export.spans import tokens
from reader.extras import install_command

SEGMENTATION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type"
NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
ANNOTATION = "webanno.custom.ReaderAnnotation"
RELATION = "webanno.custom.ReaderRelation"
_STRING = "uima.cas.String"
FEATURES = (
    "identifier", "label", "note", "tags", "identity", "value", "colour", "status", "annotator",
    "origin", "created", "modified",
)  # fmt: skip
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(bundles: Sequence[Bundle]) -> list[File]:
    """Return an .xmi for each document, and TypeSystem.xml, which readers need.

    Raises ExchangeError when dkpro-cassis is not installed.
    """
    try:
        import cassis
    except ImportError as error:
        raise ExchangeError(f"XMI needs dkpro-cassis: {install_command('dkpro-cassis')}") from error
    types = _types(cassis)
    files = []
    for stem, bundle in zip(unique_stems(list(bundles)), bundles, strict=True):
        name = f"{stem}.xmi"
        data = _cas(cassis, types, bundle).encode()
        files.append(File(name, data, sign=(name, rb'provenance="[^"]*program[^"]*reader')))
    name = "TypeSystem.xml"
    sign = (name, re.escape(ANNOTATION).encode())
    return [*files, File(name, types.to_xml().encode(), companion=True, sign=sign)]


def _types(cassis: Any) -> Any:
    types = cassis.TypeSystem()
    base = "uima.tcas.Annotation"
    types.create_type(f"{SEGMENTATION}.Sentence", base)
    types.create_type(f"{SEGMENTATION}.Token", base)
    entity = types.create_type(NAMED_ENTITY, base)
    for name in ("value", "identifier"):
        types.create_feature(entity, name, _STRING)
    own = types.create_type(ANNOTATION, base)
    for name in FEATURES:
        types.create_feature(own, name, _STRING)
    types.create_feature(own, "reviewed", "uima.cas.Boolean")
    link = types.create_type(RELATION, base)
    types.create_feature(link, "Governor", own)
    types.create_feature(link, "Dependent", own)
    types.create_feature(link, "kind", _STRING)
    about = types.create_type(METADATA, base)  # a DocumentAnnotation in DKPro
    for name in ("documentTitle", "documentId", "documentUri", "provenance"):
        types.create_feature(about, name, _STRING)
    return types


def _cas(cassis: Any, types: Any, bundle: Bundle) -> str:
    cas = cassis.Cas(types, sofa_string=_xml(bundle.plain.text), sofa_mime="text/plain")
    cas.add(
        types.get_type(METADATA)(
            begin=0,
            end=len(bundle.plain.text),
            documentTitle=_xml(bundle.document.title),
            documentId=bundle.document.fingerprint,
            documentUri=_xml(bundle.source),
            provenance=_xml(json.dumps(bundle.provenance, ensure_ascii=False)),
        )
    )
    for place, paragraph in enumerate(bundle.document.paragraphs):
        text, base = sanitise(paragraph.text), bundle.plain.offset(place, 0)
        for start, end in sentences(text):
            stop = start + len(text[start:end].rstrip())
            if stop > start:
                sentence = types.get_type(f"{SEGMENTATION}.Sentence")
                cas.add(sentence(begin=base + start, end=base + stop))
        for start, end in tokens(text):
            cas.add(types.get_type(f"{SEGMENTATION}.Token")(begin=base + start, end=base + end))
    made: dict[str, Any] = {}
    for one in bundle.decided:
        start, end = bundle.span(one)
        if one.label:
            entity = types.get_type(NAMED_ENTITY)
            cas.add(
                entity(begin=start, end=end, value=_xml(one.label), identifier=_xml(one.identity))
            )
        values = {
            name: _xml(one.id if name == "identifier" else getattr(one, name))
            for name in FEATURES
            if name != "tags"
        }
        made[one.id] = types.get_type(ANNOTATION)(
            begin=start, end=end, tags=_xml("\n".join(one.tags)), reviewed=one.reviewed, **values
        )
        cas.add(made[one.id])
    for link in bundle.relations:
        if link.from_id in made and link.to_id in made:
            governor, dependent = made[link.from_id], made[link.to_id]
            relation = types.get_type(RELATION)
            cas.add(
                relation(
                    begin=dependent.begin,
                    end=dependent.end,
                    Governor=governor,
                    Dependent=dependent,
                    kind=_xml(link.type),
                )
            )
    xmi: str = cas.to_xmi(pretty_print=True)
    return xmi


def _xml(text: str) -> str:
    """Replace what XML cannot hold, one character for one."""
    return _NOT_XML.sub("\ufffd", text)
