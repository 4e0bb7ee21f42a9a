"""Everything that waits for a time. Running it twice, or twice at once, is harmless."""

import logging
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from consultancy.actions.count_asking import forget_askings
from consultancy.actions.end_sessions import forget_ended_sessions
from consultancy.actions.keep_file import forget_unused_files
from consultancy.actions.stamp_document import stamp_due
from consultancy.actions.sweep_files import sweep_files
from consultancy.errors import DocumentNotWritten, InstallationReadOnly
from consultancy.selectors.documents import unclaimed_documents
from requests_log.errors import RequestsLogError
from requests_log.selectors.due import closable
from requests_log.workflow import Who

from .close_unanswered import close_unanswered
from .run_erasures import run_erasures
from .write_letter import write_letter

MOST_AT_ONCE = 50
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Done:
    """How many letters were written, how many must wait for another run, how many
    requests were closed unanswered, and how many letters got their timestamp late."""

    written: int
    waiting: int
    unanswered: int
    stamped: int


def run_due(*, now: datetime) -> Done:
    """Stop waiting for who did not answer, write the letters that are pending, ask
    again for timestamps, and let go of files nobody used or names, of sessions that
    ended and of clients whose letters need not be kept any longer."""
    forget_unused_files(now=now)
    forget_ended_sessions(now=now)
    forget_askings(now=now)
    run_erasures(now=now)
    sweep_files(now=now)
    unanswered = _close_unanswered(now)
    written = waiting = 0
    # What cannot be written does not count: others stand behind it.
    for document in list(unclaimed_documents(now)):
        if written == MOST_AT_ONCE:
            break
        try:
            written += write_letter(document, at=now)
        except DocumentNotWritten as error:
            log.warning("letter %s is still pending: %s", error, error.__cause__)
            waiting += 1
    return Done(written, waiting, unanswered, stamp_due(now=now))


def _close_unanswered(now: datetime) -> int:
    """Close what was sent, reminded of as often as settled, and not answered."""
    closed = 0
    for request in list(islice(closable(now), MOST_AT_ONCE)):
        try:
            close_unanswered(request, at=now, who=Who.CLOCK)
            closed += 1
        except (RequestsLogError, InstallationReadOnly) as error:
            log.warning("request %s stays open: %r", request.pk, error)
    return closed
