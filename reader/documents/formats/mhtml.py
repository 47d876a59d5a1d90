"""Web pages that a browser saved as one file (MHTML, RFC 2557)."""

import email
import email.policy
from dataclasses import replace

from reader.documents.blocks import Draft
from reader.documents.formats import html
from reader.documents.formats.format import Format, Source
from reader.documents.xml import markup_text
from reader.errors import DocumentError


def read(source: Source) -> Draft:
    """Return the article of the first HTML part; raises DocumentError when there is none."""
    message = email.message_from_bytes(source.data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() != "text/html":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        draft = html.read_page(
            markup_text(payload, source.name, str(part.get_param("charset") or "")), source.name
        )
        url = str(message.get("Snapshot-Content-Location", "")).strip()
        if url and not draft.metadata.url:
            draft.metadata = replace(draft.metadata, url=url)
        return draft
    raise DocumentError(f"{source.name} holds no web page: save the page again as HTML.")


def _sniff(data: bytes) -> bool:
    head = data[:2048].lower()
    return b"multipart/related" in head and b"mime-version:" in head


FORMAT = Format(
    name="saved web page",
    media_type="multipart/related",
    extensions=(".mhtml", ".mht"),
    read=read,
    sniff=_sniff,
    limit=64 * 1024 * 1024,
)
