"""Asks a child process what a PDF says that somebody brought."""

import os

from .capped import CappedProcess, module
from .reading import Reading, ReadingJob, job_to_bytes, reading_from_bytes

CHILD = module("reading_child")
WALL_SECONDS = 12.0
QUEUE_SECONDS = 10.0

_process = CappedProcess(CHILD)
os.register_at_fork(after_in_child=_process.forget)


def read_pdf(
    job: ReadingJob,
    *,
    wall_seconds: float = WALL_SECONDS,
    queue_seconds: float = QUEUE_SECONDS,
) -> Reading:
    """Return what is in a file of any kind. Raises ChildError: with BUSY nobody has
    looked at it, with any other reason it takes more than a letter ever does."""
    _, content = _process.ask(
        job_to_bytes(job), wall_seconds=wall_seconds, queue_seconds=queue_seconds
    )
    return reading_from_bytes(content)
