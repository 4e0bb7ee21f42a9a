"""Carries a question to a timestamp authority and its answer back, and no further."""

import base64
import http.client
import re
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from .errors import TimestampFailed

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
    """Return what the authority answers to QUERY (DER). Raises TimestampFailed.

    Redirects are not followed: it is asked where it was set up, or not at all.
    """
    connection = _connection(authority.url, seconds)
    deadline = time.monotonic() + seconds
    line: list[socket.socket] = []
    # A time-out counts from byte to byte; one a second would go on for ever.
    clock = threading.Timer(seconds, _hang_up, [connection, line])
    clock.start()
    try:
        connection.connect()
        line.append(connection.sock)
        content = _exchange(connection, authority, query)
    except (OSError, http.client.HTTPException) as error:
        is_late = time.monotonic() >= deadline or isinstance(error, TimeoutError)
        reason = TimestampFailed.LATE if is_late else TimestampFailed.UNREACHABLE
        raise TimestampFailed(reason, str(error)) from error
    finally:
        clock.cancel()
        connection.close()
    if time.monotonic() >= deadline:
        raise TimestampFailed(TimestampFailed.LATE)
    if len(content) > MOST_BYTES:
        raise TimestampFailed(TimestampFailed.HUGE)
    return content


def _connection(url: str, seconds: float) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    is_safe = parts.scheme == "https"
    kind = http.client.HTTPSConnection if is_safe else http.client.HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=seconds)


def _exchange(
    connection: http.client.HTTPConnection,
    authority: TimestampAuthority,
    query: bytes,
) -> bytes:
    parts = urlsplit(authority.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request("POST", path, query, _headers(authority))
    response = connection.getresponse()
    if response.status != http.client.OK:
        raise TimestampFailed(TimestampFailed.REFUSED, str(response.status))
    return response.read(MOST_BYTES + 1)


def _headers(authority: TimestampAuthority) -> dict[str, str]:
    headers = {
        "Content-Type": "application/timestamp-query",
        "Accept": "application/timestamp-reply",
    }
    if authority.user:
        pair = f"{authority.user}:{authority.password}".encode()
        headers["Authorization"] = f"Basic {base64.b64encode(pair).decode('ascii')}"
    return headers


def _hang_up(
    connection: http.client.HTTPConnection, line: Sequence[socket.socket]
) -> None:
    """End what is going on. LINE holds the socket that the connection itself lets go
    of as soon as an answer begins."""
    for sock in (connection.sock, *line):
        with suppress(OSError):
            if sock is not None:
                sock.shutdown(socket.SHUT_RDWR)
