"""Let go of stored files that a crash left and that no row names."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.core.files.storage import default_storage

from consultancy.models import SWEEP_FILES, Heartbeat
from consultancy.selectors.stored_files import named_among
from consultancy.storage import UNFINISHED

EVERY = timedelta(days=1)
# Long enough to notice that a database was brought back without its newest days.
KEPT_FOR = timedelta(days=30)
UNFINISHED_FOR = timedelta(days=2)
BATCH = 500
log = logging.getLogger(__name__)


def sweep_files(*, now: datetime) -> int:
    """Delete what nobody names and has been there for long, once a day; return how
    many. A file is stored before the row that names it, so a new one may have none."""
    if Heartbeat.objects.filter(name=SWEEP_FILES, at__gt=now - EVERY).exists():
        return 0
    Heartbeat.objects.update_or_create(name=SWEEP_FILES, defaults={"at": now})
    old = _old_files(now)
    swept = 0
    while batch := set(islice(old, BATCH)):
        swept += sum(_delete(name) for name in batch - named_among(batch))
    return swept


def _old_files(now: datetime, folder: str = "") -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever stored, or it has just gone
        return
    for name in (f"{folder}{file}" for file in files):
        if _is_old(name, now):
            yield name
    for inner in folders:
        yield from _old_files(now, f"{folder}{inner}/")


def _is_old(name: str, now: datetime) -> bool:
    age = UNFINISHED_FOR if name.endswith(UNFINISHED) else KEPT_FOR
    try:
        return default_storage.get_modified_time(name) < now - age
    except FileNotFoundError:
        return False


def _delete(name: str) -> bool:
    try:
        default_storage.delete(name)
    except OSError as error:
        log.warning("a file nobody names stays on the disk: %s", error)
        return False
    log.warning("a file nobody names was deleted: %s", name)
    return True
