"""A LibreTranslate server as the engine: the same Argos packages on another machine.

Used only when the user names a server. Protocol: POST /translate with JSON {q, source, target,
format}, answered by {translatedText}; see the LibreTranslate API documentation.
"""

import json
import os
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from reader.arabic.script import has_arabic
from reader.arabic.sentences import sentences
from reader.errors import TranslationError
from reader.translation.alignment import align
from reader.translation.debris import BROKEN, without_debris
from reader.translation.doubts import judge
from reader.translation.model import Doubt, SentencePair
from reader.translation.paragraphwise import Paragraphwise
from reader.translation.segmenting import clean, trimmed
from reader.translation.web_address import split_login, without_login

KEY_VARIABLE = "READER_LIBRETRANSLATE_KEY"  # for servers that ask for a key
TIMEOUT_S = 120
LARGEST_ANSWER = 32 << 20
_MOST_CHARACTERS = 4000  # in one request


class LibreTranslate(Paragraphwise):
    """Translates through the server at `address`, "http://host:5000" or with "user:password@".

    Raises TranslationError for an address that is none.
    """

    def __init__(self, address: str) -> None:
        try:
            self.address, self._login = split_login(address.rstrip("/"))
        except ValueError:
            shown = without_login(address)
            raise TranslationError(
                f"{shown} is no server address: write it as http://host:5000."
            ) from None
        parts = urlsplit(self.address)
        self.id = f"libretranslate {parts.netloc}{parts.path}"

    def paragraph(self, text: str) -> list[SentencePair]:
        """See Engine.translate. Raises TranslationError when the server cannot be reached."""
        bare = clean(text)
        spans = [trimmed(bare, start, end) for start, end in sentences(bare)]
        spans = [(start, end) for start, end in spans if start < end]
        pairs = [SentencePair(start, end, text[start:end]) for start, end in spans]
        wanted = [n for n, (start, end) in enumerate(spans) if has_arabic(bare[start:end])]
        while wanted:
            part, size = [wanted.pop(0)], 0
            while wanted and size < _MOST_CHARACTERS:
                part.append(wanted.pop(0))
                size += spans[part[-1]][1] - spans[part[-1]][0]
            sources = [bare[slice(*spans[n])] for n in part]
            for n, made in zip(part, self._sentences(sources), strict=True):
                start, end = spans[n]
                if isinstance(made, Doubt):
                    pairs[n] = SentencePair(start, end, "", doubts=(made,))
                else:
                    pairs[n] = _pair(bare, start, end, made)
        return pairs

    def _sentences(self, sources: list[str]) -> list[str | Doubt]:
        try:
            return list(self._ask(sources))
        except _Refused as error:
            if len(sources) == 1:
                return [Doubt("failed", str(error))]
            return [made for source in sources for made in self._sentences([source])]

    def _ask(self, sources: list[str]) -> list[str]:
        fields = {"q": sources, "source": "ar", "target": "en", "format": "text"}
        key = os.environ.get(KEY_VARIABLE)
        if key:
            fields["api_key"] = key
        request = urllib.request.Request(
            f"{self.address}/translate",
            data=json.dumps(fields).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"},
        )
        if self._login:
            request.add_unredirected_header("Authorization", self._login)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
                data = json.loads(answer.read(LARGEST_ANSWER))
        except urllib.error.HTTPError as error:
            with error:
                reason = _reason(error)
            message = f"The server {self.address} answered {error.code} {reason}".rstrip() + "."
            if error.code in (401, 403, 404, 405, 429):
                raise TranslationError(message) from error
            raise _Refused(message) from error
        except (OSError, HTTPException) as error:
            cause = getattr(error, "reason", None) or error
            raise TranslationError(
                f"The translation server {self.address} cannot be reached ({cause}): "
                "start it, check the address, or leave --translator out to use a package."
            ) from error
        except ValueError as error:
            raise TranslationError(
                f"{self.address} does not answer like a LibreTranslate server: check the address."
            ) from error
        found = data.get("translatedText") if isinstance(data, dict) else None
        if not isinstance(found, list) or len(found) != len(sources):
            raise TranslationError(
                f"{self.address} does not answer like a LibreTranslate server: check the address."
            )
        return [str(text) for text in found]


def _pair(text: str, start: int, end: int, made: str) -> SentencePair:
    source, target = text[start:end], without_debris(made)
    doubts = judge(source, target, None)
    if target != made:
        doubts = (BROKEN, *doubts)
    return SentencePair(start, end, target, links=align(source, target), doubts=doubts)


class _Refused(Exception):
    """The server cannot translate these sentences, but perhaps others."""


def _reason(answer: urllib.error.HTTPError) -> str:
    try:
        data: Any = json.loads(answer.read(65536))
        return f"({str(data['error'])[:200]})"
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return ""
