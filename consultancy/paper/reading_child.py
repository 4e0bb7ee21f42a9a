"""The process that reads: `python -m consultancy.paper.reading_child`, driven by
read.py. What strangers bring is opened here and nowhere else."""

import logging

from . import frames, limits
from .examine import examine
from .reading import job_from_bytes, reading_to_bytes
from .serving import Lead, main

LEAD = Lead(limits.READING_MEMORY_BYTES, limits.READING_CPU_SECONDS)


def answer(payload: bytes) -> tuple[bytes, bytes]:
    """Return the message that answers one job."""
    return frames.READING, reading_to_bytes(examine(job_from_bytes(payload)))


if __name__ == "__main__":
    # It would tell of every fault in every file.
    logging.disable(logging.CRITICAL)
    main(answer, lead=LEAD)
