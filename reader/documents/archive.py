"""ZIP files (EPUB, DOCX) read with limits, so that a small file cannot fill the memory."""

import io
import zipfile
import zlib

from reader.errors import DocumentError

MAX_MEMBERS = 20_000
MAX_TOTAL = 256 * 1024 * 1024
"""Bytes of all members unpacked."""
MAX_RATIO = 200
"""Unpacked size by packed size of one member; text seldom passes 20."""
SMALL = 4 * 1024 * 1024
"""A member smaller than this, unpacked, may have any ratio."""


class Archive:
    """An opened ZIP file; raises DocumentError for one that is damaged, locked or a bomb."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DocumentError(
                f"{name} is damaged or was cut off: download or copy it again."
            ) from error
        if any(member.flag_bits & 1 for member in members):
            raise DocumentError(
                f"{name} is protected with a password: save a copy without it first."
            )
        if (
            len(members) > MAX_MEMBERS
            or sum(member.file_size for member in members) > MAX_TOTAL
            or any(
                m.file_size > SMALL and m.file_size > MAX_RATIO * m.compress_size for m in members
            )
        ):
            raise DocumentError(
                f"{name} unpacks to far more than a document needs and was not opened: "
                "check where it comes from."
            )
        self.names = frozenset(member.filename for member in members)

    def read(self, member: str) -> bytes:
        """Return the bytes of a member; raises DocumentError when it is missing or damaged."""
        try:
            # zipfile never gives more than the size that was checked above
            return self._zip.read(member)
        except (
            KeyError, ValueError, OSError, EOFError, RuntimeError, NotImplementedError,
            zipfile.BadZipFile, zlib.error,
        ) as error:  # fmt: skip
            raise DocumentError(
                f"{self.name} is damaged ({member} cannot be read): download or copy it again."
            ) from error
