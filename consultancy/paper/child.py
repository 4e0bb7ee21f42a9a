"""The process that draws: `python -m consultancy.paper.child`, driven by render.py.

It reads jobs from standard input and answers on standard output until its parent
closes the pipe. It knows no request, no database and no secret. A fault nobody
foresaw ends it, with a traceback in the log; the parent starts another.
"""

import logging

from weasyprint.urls import FatalURLFetchingError

from . import frames
from .job import job_from_bytes
from .serving import main
from .typeset import typeset


def answer(payload: bytes) -> tuple[bytes, bytes]:
    """Return the message that answers one job: the PDF, or what it reached out for."""
    try:
        return frames.PDF, typeset(job_from_bytes(payload))
    except FatalURLFetchingError as error:
        return frames.REFUSED, str(error.__cause__).encode()


if __name__ == "__main__":
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    main(answer)
