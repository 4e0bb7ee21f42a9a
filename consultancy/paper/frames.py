"""Messages over a pipe: four bytes of length, one letter of kind, the content."""

import struct
from typing import IO

HEADER = struct.Struct(">Ic")
LARGEST = 64 * 1024 * 1024

JOB = b"J"
PDF = b"P"
REFUSED = b"R"
READING = b"S"
WANTED = b"W"
FITS = b"F"


def write_frame(stream: IO[bytes], kind: bytes, content: bytes) -> None:
    """Send one message whole. Raises BrokenPipeError when nobody listens."""
    stream.write(HEADER.pack(len(content), kind))
    stream.write(content)
    stream.flush()


def read_frame(stream: IO[bytes]) -> tuple[bytes, bytes]:
    """Return the next message as (kind, content). Raises EOFError at the end."""
    length, kind = HEADER.unpack(_exactly(stream, HEADER.size))
    if length > LARGEST:
        raise EOFError("a message of impossible length")
    return kind, _exactly(stream, length)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    content = stream.read(size)
    if len(content) < size:
        raise EOFError("the other side closed the pipe")
    return content
