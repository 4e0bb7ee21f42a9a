"""Carries one question to a server and its answer back: in time, in size, and no
further than it was sent."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .errors import FetchFailed

Connection = http.client.HTTPConnection


@dataclass(frozen=True)
class Question:
    """What is sent where; `body` is None to get what lies there. `connect_to` is the
    address to connect to where the name's own was looked at beforehand."""

    url: str
    most_bytes: int
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    connect_to: str = ""


def fetch(question: Question, *, seconds: float) -> bytes:
    """Return what the server answers. Raises FetchFailed, saying why.

    Redirects are not followed: it is asked where it was sent, or not at all.
    """
    connection = _connection(question, seconds)
    deadline = time.monotonic() + seconds
    line: list[socket.socket] = []
    # A time-out counts from byte to byte; one a second would go on for ever.
    clock = threading.Timer(seconds, _hang_up, [connection, line])
    clock.start()
    try:
        connection.connect()
        line.append(connection.sock)
        content = _exchange(connection, question)
    except (OSError, http.client.HTTPException) as error:
        is_late = time.monotonic() >= deadline or isinstance(error, TimeoutError)
        reason = FetchFailed.LATE if is_late else FetchFailed.UNREACHABLE
        raise FetchFailed(reason, str(error)) from error
    finally:
        clock.cancel()
        connection.close()
    if time.monotonic() >= deadline:
        raise FetchFailed(FetchFailed.LATE)
    if len(content) > question.most_bytes:
        raise FetchFailed(FetchFailed.HUGE)
    return content


class _Plain(http.client.HTTPConnection):
    """Connects to an address, and speaks to it by its name."""

    def __init__(self, host: str, port: int | None, *, timeout: float, to: str) -> None:
        super().__init__(host, port, timeout=timeout)
        self._to = to

    def connect(self) -> None:
        self.sock = socket.create_connection((self._to, self.port), self.timeout)


class _Safe(http.client.HTTPSConnection):
    """The same, where the name must be the one in the server's certificate."""

    def __init__(self, host: str, port: int | None, *, timeout: float, to: str) -> None:
        self._trusts = ssl.create_default_context()
        super().__init__(host, port, timeout=timeout, context=self._trusts)
        self._to = to

    def connect(self) -> None:
        sock = socket.create_connection((self._to, self.port), self.timeout)
        self.sock = self._trusts.wrap_socket(sock, server_hostname=self.host)


def _connection(question: Question, seconds: float) -> Connection:
    parts = urlsplit(question.url)
    kind = _Safe if parts.scheme == "https" else _Plain
    host = parts.hostname or ""
    to = question.connect_to or host
    return kind(host, parts.port, timeout=seconds, to=to)


def _exchange(connection: Connection, question: Question) -> bytes:
    parts = urlsplit(question.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    method = "GET" if question.body is None else "POST"
    connection.request(method, path, question.body, dict(question.headers))
    response = connection.getresponse()
    if response.status != http.client.OK:
        raise FetchFailed(FetchFailed.REFUSED, str(response.status))
    return response.read(question.most_bytes + 1)


def _hang_up(connection: Connection, line: Sequence[socket.socket]) -> None:
    """End what is going on. LINE holds the socket that the connection itself lets go
    of as soon as an answer begins."""
    for sock in (connection.sock, *line):
        with suppress(OSError):
            if sock is not None:
                sock.shutdown(socket.SHUT_RDWR)
