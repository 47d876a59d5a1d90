"""The Argos package index: the one place of the program that downloads, and only when asked."""

import json
import os
import shutil
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any

from reader.errors import PackageError
from reader.translation import archive
from reader.translation.packages import SUFFIX, version_key
from reader.translation.web_address import split_login, without_login

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
TIMEOUT_S = 30
LARGEST_INDEX = 16 << 20
_BLOCK = 1 << 18


@dataclass(frozen=True, slots=True)
class Available:
    """A package that the index offers."""

    name: str
    version: str
    links: tuple[str, ...]


def newest(from_code: str = "ar", to_code: str = "en") -> Available:
    """Ask the index for its newest package of a language pair.

    The index is Argos's own, or the one that Argos's variable ARGOS_PACKAGE_INDEX names. Raises
    PackageError, without a network with how to install a file instead.
    """
    address = os.environ.get("ARGOS_PACKAGE_INDEX", INDEX).rstrip("/") + "/index.json"
    try:
        with _open(address) as answer:
            rows = json.loads(answer.read(LARGEST_INDEX))
    except (OSError, ValueError, HTTPException) as error:
        raise PackageError(f"The Argos package index {_offline(address, error)}") from error
    found = [
        available
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, dict) and (available := _available(row, from_code, to_code))
    ]
    if not found:
        raise PackageError(f"The Argos package index has no package from {from_code} to {to_code}.")
    return max(found, key=lambda available: version_key(available.version))


def download(
    available: Available, folder: Path, progress: Callable[[int, int], None] | None = None
) -> Path:
    """Fetch a package into `folder`, check it, and return the file's path.

    `progress(bytes so far, bytes in all or 0)` is called now and then. Raises PackageError.
    """
    if not available.links:
        raise PackageError(f"The index names no address for {available.name}.")
    target = folder / (available.name + SUFFIX)
    fault = ""
    for link in available.links:
        try:
            with _open(link) as answer, target.open("wb") as file:
                _copy(answer, file, progress or (lambda *_: None))
        except (OSError, ValueError, HTTPException) as error:
            fault = _offline(link, error)
            continue
        archive.check(target)
        return target
    raise PackageError(f"The package {available.name} {fault}")


def install(progress: Callable[[int, int], None] | None = None) -> Path:
    """Download the newest Arabic to English package into Argos's own folder; return its folder.

    Raises PackageError; then nothing changed.
    """
    from reader.translation.installing import install_file

    available = newest()
    folder = Path(tempfile.mkdtemp(prefix="reader-"))
    try:
        return install_file(download(available, folder, progress))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _available(row: dict[str, Any], from_code: str, to_code: str) -> Available | None:
    pair = (row.get("from_code"), row.get("to_code"), row.get("type", "translate"))
    if pair != (from_code, to_code, "translate"):
        return None
    links = row.get("links")
    safe = [
        link
        for link in (links if isinstance(links, list) else [])
        if isinstance(link, str) and _is_web(link)
    ]
    return Available(
        f"translate-{from_code}_{to_code}", str(row.get("package_version", "")), tuple(safe)
    )


def _is_web(link: str) -> bool:
    try:
        split_login(link)
    except ValueError:
        return False
    return True


def _open(address: str) -> Any:
    bare, login = split_login(address)
    request = urllib.request.Request(bare, headers={"User-Agent": "reader"})
    if login:
        request.add_unredirected_header("Authorization", login)
    return urllib.request.urlopen(request, timeout=TIMEOUT_S)


def _copy(answer: Any, file: Any, progress: Callable[[int, int], None]) -> None:
    total = int(answer.headers.get("Content-Length") or 0)
    done = 0
    while block := answer.read(_BLOCK):
        done += len(block)
        if done > archive.MAX_BYTES:
            raise OSError("the file is too large")
        file.write(block)
        progress(done, total)
    if total and done != total:
        raise OSError("the connection broke off")


def _offline(address: str, error: Exception) -> str:
    # an HTTPError's own text has the status, a plain URLError's is wrapped
    wrapped = isinstance(error, urllib.error.URLError) and not hasattr(error, "code")
    reason = getattr(error, "reason", error) if wrapped else error
    return (
        f"cannot be had from {without_login(address)} ({reason}): without a network, bring the "
        f"{SUFFIX} file from another machine and run `reader model install FILE{SUFFIX}`."
    )
