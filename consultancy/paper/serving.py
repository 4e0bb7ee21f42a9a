"""What every child process does: read a job, answer it, until the pipe ends."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from . import frames, limits

# A job's payload to the answer, as (kind, content).
Answer = Callable[[bytes], tuple[bytes, bytes]]


@dataclass(frozen=True)
class Lead:
    """How long a lead a child is kept on: bytes, and seconds of the processor a job."""

    memory: int = limits.MEMORY_BYTES
    cpu_seconds: int = limits.CPU_SECONDS


LONG = Lead()


def serve(
    jobs: IO[bytes], answers: IO[bytes], answer: Answer, *, lead: Lead = LONG
) -> None:
    """Answer jobs until the pipe ends, or this process has grown too large to keep."""
    while not limits.has_grown_large():
        try:
            _, payload = frames.read_frame(jobs)
        except EOFError:
            return
        limits.allow_one_job(lead.cpu_seconds)
        frames.write_frame(answers, *answer(payload))
        limits.end_of_job()


def main(answer: Answer, *, lead: Lead = LONG) -> None:
    """Serve standard input and output, with everything else turned to the log."""
    limits.cap_memory(lead.memory)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not end up between two messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    try:
        serve(sys.stdin.buffer, answers, answer, lead=lead)
    except MemoryError:
        # Not sys.exit: unwinding and cleaning up need memory too.
        os._exit(limits.OUT_OF_MEMORY)
