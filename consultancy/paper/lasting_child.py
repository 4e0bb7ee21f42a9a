"""The process that makes files last: `python -m consultancy.paper.lasting_child`,
driven by ask_issuers.py. What servers answer is opened here and nowhere else."""

import json
import logging

from . import frames, limits
from .errors import NotLasting
from .lasting import fits, wanted_for, with_validation_data
from .lasting_job import ASK, FIT, LastingJob, job_from_bytes, wanted_to_bytes
from .serving import Lead, main
from .verify import HOSTILE

LEAD = Lead(limits.READING_MEMORY_BYTES, limits.CPU_SECONDS)


def answer(payload: bytes) -> tuple[bytes, bytes]:
    """Return the message that answers one job, or says why it cannot be done."""
    job = job_from_bytes(payload)
    try:
        return _done(job)
    except NotLasting as error:
        return frames.REFUSED, json.dumps([error.reason, error.subject]).encode()
    except HOSTILE:
        return frames.REFUSED, json.dumps([NotLasting.DAMAGED, ""]).encode()


def _done(job: LastingJob) -> tuple[bytes, bytes]:
    if job.step == ASK:
        return frames.WANTED, wanted_to_bytes(wanted_for(job))
    if job.step == FIT:
        return frames.FITS, b"1" if fits(job) else b""
    return frames.PDF, with_validation_data(job)


if __name__ == "__main__":
    # It would tell of every certificate that it does not know.
    logging.disable(logging.CRITICAL)
    main(answer, lead=LEAD)
