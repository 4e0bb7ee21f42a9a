"""A small HTTP server on this computer alone, for what asks the web."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class LoopbackHandler(ABC, BaseHTTPRequestHandler):
    """Answers whole, keeps nothing in a log, and forgives who hangs up."""

    def do_GET(self) -> None:
        self.reply(b"")

    def do_POST(self) -> None:
        self.reply(self.rfile.read(int(self.headers["Content-Length"])))

    @abstractmethod
    def reply(self, query: bytes) -> None:
        """Answer what was asked, with what was sent along."""

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """Send this body, its length and these headers."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:  # who asked has hung up, as he should
            return

    def log_message(self, *_args: object) -> None:
        return None


@contextmanager
def loopback(handler: type[LoopbackHandler]) -> Iterator[ThreadingHTTPServer]:
    """Serve on a free port until the test is over."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
