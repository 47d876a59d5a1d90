"""Web addresses that may hold a name and a password: "http://user:password@host:5000"."""

import re
from base64 import b64encode
from urllib.parse import unquote, urlsplit


def split_login(address: str) -> tuple[str, str]:
    """Return the address without name and password, and the Authorization header for them or "".

    Basic authentication, RFC 7617. Raises ValueError for what is no http or https address, in
    words that repeat nothing of it.
    """
    try:
        parts = urlsplit(address)
        host = parts.scheme in ("http", "https") and parts.port != 0 and parts.hostname
    except ValueError:  # a port that is no number, an IPv6 address without its end
        host = None
    if not host or re.search(r"\s", host):
        raise ValueError("not a web address")
    login, _, netloc = parts.netloc.rpartition("@")
    basic = f"Basic {b64encode(unquote(login).encode()).decode()}" if login else ""
    return parts._replace(netloc=netloc).geturl(), basic


def without_login(address: str) -> str:
    """Return an address, sound or not, as a message may show it."""
    return re.sub(r"://.*@", "://", address, flags=re.DOTALL)
