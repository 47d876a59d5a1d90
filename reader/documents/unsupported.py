"""Kinds of file that cannot be read, known by their first bytes, and what to do with each."""

_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # compound file: old Word, or encrypted new Word
_SIGNATURES = (
    (b"{\\rtf", "is an RTF file: save it as DOCX or plain text first"),
    (b"PK\x03\x04", "is a ZIP archive that holds no book or Word file: unpack it first"),
    (b"PK\x05\x06", "is an empty ZIP archive: choose another file"),
    (b"\x1f\x8b", "is compressed with gzip: unpack it first"),
    (b"BZh", "is compressed with bzip2: unpack it first"),
    (b"\xfd7zXZ", "is compressed with xz: unpack it first"),
    (b"7z\xbc\xaf", "is a 7z archive: unpack it first"),
    (b"Rar!", "is a RAR archive: unpack it first"),
    (b"\x89PNG", "is a picture: turn it into text with an OCR program first"),
    (b"\xff\xd8\xff", "is a picture: turn it into text with an OCR program first"),
    (b"GIF8", "is a picture: turn it into text with an OCR program first"),
    (b"SQLite format 3", "is a database: choose a document"),
)


def what_it_is(data: bytes) -> str:
    """Return the end of a sentence about a known kind of file that is no document, or ""."""
    if data.startswith(_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "is protected with a password: save a copy without it first"
        return "is an old Word or Office file: save it as DOCX first"
    if data.startswith(b"PK\x03\x04") and b"PK\x05\x06" not in data:
        return "is damaged or was cut off: download or copy it again"
    return next((words for start, words in _SIGNATURES if data.startswith(start)), "")
