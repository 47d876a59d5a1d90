"""PDF files, read in a process of their own.

A hostile PDF can make any parser loop or fill the memory; the child process has limits on both and
its end harms nobody. What it does is `reader.documents.pdf.extract`.
"""

import os
import signal
import subprocess

from reader import child
from reader.documents.blocks import Block, Draft
from reader.documents.formats.format import Format, Source
from reader.documents.model import Metadata
from reader.errors import DocumentError

CPU_LIMIT_S = 150
"""Processor time of the child process: several hundred dense pages."""
TIME_LIMIT_S = 900
"""Time by the clock, for systems that cannot limit processor time; other programs may be busy."""
MEMORY_LIMIT = 3 * 1024**3
"""Bytes of address space of the child process."""


def read(source: Source) -> Draft:
    """Return a PDF's text; raises DocumentError for one that is locked, scanned or damaged."""
    import msgspec

    try:
        done = subprocess.run(
            child.command("reader.documents.pdf.worker", str(MEMORY_LIMIT), str(CPU_LIMIT_S)),
            env=os.environ | child.import_path(os.environ),
            input=source.data,
            capture_output=True,
            timeout=TIME_LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DocumentError(_too_long(source.name)) from error
    if done.returncode == -getattr(signal, "SIGXCPU", 0):
        raise DocumentError(_too_long(source.name))
    try:
        answer = msgspec.json.decode(done.stdout)
    except msgspec.DecodeError as error:
        raise DocumentError(
            f"{source.name} is damaged or needs too much memory: download it again or split it."
        ) from error
    if "error" in answer:
        raise DocumentError(answer["error"].replace("\0", source.name))
    return Draft(
        [Block(text, kind, level) for text, kind, level in answer["blocks"]],
        msgspec.convert(answer["metadata"], Metadata),
        warnings=answer["warnings"],
    )


def _too_long(name: str) -> str:
    return f"{name} takes longer to read than {CPU_LIMIT_S} seconds: split it into parts."


FORMAT = Format(
    name="PDF",
    media_type="application/pdf",
    extensions=(".pdf",),
    read=read,
    sniff=lambda data: b"%PDF-" in data[:1024],
    binary=True,
)
