"""What an erasure left for later: its day, and files that could not be deleted."""

import logging
from datetime import datetime

from consultancy.actions.finish_erasure import clear_away
from consultancy.actions.note_erasures import tell_the_list
from consultancy.errors import InstallationReadOnly, OnHold
from consultancy.models import Erasure
from consultancy.selectors.readiness import why_read_only
from consultancy.selectors.retention import erasures_due

from .erase_client import erase_the_rest

log = logging.getLogger(__name__)


def run_erasures(*, now: datetime) -> int:
    """Erase what was kept until now; return of how many clients."""
    finished = 0
    for erasure in list(erasures_due(now.date())):
        if why_read_only(erasure.consultant):
            continue
        try:
            erase_the_rest(erasure, at=now)
            finished += 1
        except (OnHold, InstallationReadOnly) as error:
            log.warning("erasure %s must wait: %r", erasure.pk, error)
    for erasure in Erasure.objects.exclude(leftover=[]):
        clear_away(erasure)
    tell_the_list()
    return finished
