"""Whatever bytes a loader gets, it returns a document or raises DocumentError.

`READER_FUZZ=50000` sets how many inputs there are in all; without it there are few.
"""

import io
import os
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.documents import load, load_all
from reader.documents.pdf.worker import answer
from reader.errors import DocumentError
from tests.documents.samples import DATA, LINE_ENDS

SAMPLES = [
    "saved_page.html", "saved_page.mhtml", "libreoffice.html", "note.md", "articles.jsonl",
    "feed.atom", "libreoffice.docx", "libreoffice.epub",
]  # fmt: skip
PDFS = ["chromium.pdf", "weasyprint.pdf", "fpdf2.pdf", "scan.pdf"]
NAMES = ["a.txt", "a.html", "a.mhtml", "a.md", "a.jsonl", "a.rss", "a.epub", "a"]
MAGIC = [
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"<html>",
    b"<rss>",
    b'{"text": ',
    b"\xff\xfe",
    b"---\n",
]
TOTAL = int(os.environ.get("READER_FUZZ", "320"))

fuzz = settings(
    max_examples=max(10, TOTAL // (len(SAMPLES) + len(PDFS) + 4)),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=6
)


def edited(data: bytes, changes) -> bytes:
    """Return the bytes with stretches replaced: (where, how many bytes go, what comes)."""
    for where, gone, new in changes:
        at = int(where * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


def check(name: str, data: bytes) -> None:
    documents = []
    said = ""
    try:
        documents = [load(name, data=data), *load_all(name, data=data)]
    except DocumentError as fault:
        said = str(fault)
    assert documents or name in said
    assert "\n" not in said
    for document in documents:
        assert document.paragraphs
        for paragraph in document.paragraphs:
            assert paragraph.text.strip()
            assert not set(paragraph.text) & set(LINE_ENDS)
        "".join(p.text for p in document.paragraphs).encode()
        (document.title + str(document.metadata)).encode()


def check_pdf(data: bytes) -> None:
    result = answer(data)
    assert "error" in result or result["blocks"]
    assert "\n" not in result.get("error", "")


@fuzz
@given(st.sampled_from(NAMES), st.sampled_from(MAGIC), st.binary(max_size=400))
def test_random_bytes(name, magic, data):
    if b"%PDF-" not in magic + data:
        check(name, magic + data)
    else:
        check_pdf(magic + data)


@fuzz
@given(st.sampled_from(NAMES), st.text(max_size=300))
def test_random_text(name, text):
    check(name, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("sample", SAMPLES)
@fuzz
@given(changes=edits, end=st.floats(0.01, 1))
def test_changed_and_cut_samples(sample, changes, end):
    data = edited((DATA / sample).read_bytes(), changes)
    check(sample, data[: max(1, int(end * len(data)))])


@pytest.mark.parametrize("sample", PDFS)
@fuzz
@given(changes=edits, end=st.one_of(st.just(1.0), st.floats(0.01, 1)))
def test_changed_and_cut_pdfs(sample, changes, end):
    data = edited((DATA / sample).read_bytes(), changes)
    check_pdf(data[: max(1, int(end * len(data)))])


@pytest.mark.parametrize("sample", ["libreoffice.docx", "libreoffice.epub"])
@fuzz
@given(pick=st.integers(0, 99), changes=edits)
def test_sound_archives_of_changed_members(sample, pick, changes):
    with zipfile.ZipFile(DATA / sample) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(members)[pick % len(members)]
    members[name] = edited(members[name], changes)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for member, data in members.items():
            archive.writestr(member, data)
    check(sample, out.getvalue())
