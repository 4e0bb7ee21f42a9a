"""Which timestamp authority is asked, and how."""

import base64
import re
from dataclasses import dataclass, field
from pathlib import Path

from .errors import FetchFailed, TimestampFailed
from .fetch import Question, fetch

# What a token with a long chain of certificates takes; room for it is kept in the PDF.
MOST_BYTES = 16_000
SECONDS = 5.0
CERTIFICATE = re.compile(
    r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL
)


@dataclass(frozen=True)
class TimestampAuthority:
    """Whom to ask: `roots` (PEM) are the authorities that may have certified him; with
    none, whoever answers is believed. `policy` is an object identifier, or empty."""

    url: str
    user: str = ""
    password: str = field(default="", repr=False)
    policy: str = ""
    roots: tuple[str, ...] = ()


def certificates_in(file: Path | None) -> tuple[str, ...]:
    """Return the certificates of a file, PEM. Raises OSError, UnicodeDecodeError."""
    return tuple(CERTIFICATE.findall(file.read_text("utf-8"))) if file else ()


def ask(authority: TimestampAuthority, query: bytes, *, seconds: float) -> bytes:
    """Return what the authority answers to QUERY (DER). Raises TimestampFailed."""
    question = Question(authority.url, MOST_BYTES, query, _headers(authority))
    try:
        return fetch(question, seconds=seconds)
    except FetchFailed as error:
        raise TimestampFailed(error.reason, error.detail) from error


def _headers(authority: TimestampAuthority) -> dict[str, str]:
    headers = {
        "Content-Type": "application/timestamp-query",
        "Accept": "application/timestamp-reply",
    }
    if authority.user:
        pair = f"{authority.user}:{authority.password}".encode()
        headers["Authorization"] = f"Basic {base64.b64encode(pair).decode('ascii')}"
    return headers
