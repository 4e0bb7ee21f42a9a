"""The process that draws: `python -m consultancy.paper.child`, driven by render.py.

It reads jobs from standard input and answers on standard output until its parent
closes the pipe. It knows no request, no database and no secret. A fault nobody
foresaw ends it, with a traceback in the log; the parent starts another.
"""

import logging
import os
import sys
from typing import IO

from weasyprint.urls import FatalURLFetchingError

from . import frames, limits
from .job import job_from_bytes
from .typeset import typeset


def answer(payload: bytes) -> tuple[bytes, bytes]:
    """Return the message that answers one job: the PDF, or what it reached out for."""
    try:
        return frames.PDF, typeset(job_from_bytes(payload))
    except FatalURLFetchingError as error:
        return frames.REFUSED, str(error.__cause__).encode()


def serve(jobs: IO[bytes], answers: IO[bytes]) -> None:
    """Answer jobs until the pipe ends, or this process has grown too large to keep."""
    while not limits.has_grown_large():
        try:
            _, payload = frames.read_frame(jobs)
        except EOFError:
            return
        limits.allow_one_job()
        frames.write_frame(answers, *answer(payload))
        limits.end_of_job()


def main() -> None:
    """Serve standard input and output, with everything else turned to the log."""
    limits.cap_memory()
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not end up between two messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        serve(sys.stdin.buffer, answers)
    except MemoryError:
        # Not sys.exit: unwinding and cleaning up need memory too.
        os._exit(limits.OUT_OF_MEMORY)


if __name__ == "__main__":
    main()
