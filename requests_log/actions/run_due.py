"""Everything that waits for a time. Running it twice, or twice at once, is harmless."""

import logging
from dataclasses import dataclass
from datetime import datetime

from consultancy.actions.keep_file import forget_unused_files
from consultancy.errors import DocumentNotWritten
from consultancy.selectors.documents import unclaimed_documents

from .write_letter import write_letter

MOST_AT_ONCE = 50
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Done:
    """How many letters were written, and how many must wait for another run."""

    written: int
    waiting: int


def run_due(*, now: datetime) -> Done:
    """Write the letters that are pending, and let go of what nobody used."""
    forget_unused_files(now=now)
    written = waiting = 0
    for document in unclaimed_documents(now)[:MOST_AT_ONCE]:
        try:
            written += write_letter(document, at=now)
        except DocumentNotWritten as error:
            log.warning("letter %s is still pending: %s", error, error.__cause__)
            waiting += 1
    return Done(written, waiting)
