"""A letter that was issued without a timestamp gets it later, as an update."""

import hashlib
import logging
from datetime import datetime, timedelta

from django.db import DatabaseError, transaction

from consultancy.errors import InstallationReadOnly
from consultancy.models import DocumentFile, FileKind, Timestamp
from consultancy.paper.errors import PaperError, TimestampFailed
from consultancy.paper.timestamps import Stamp, Stamper, add_timestamp
from consultancy.paper.tsa_client import TimestampAuthority
from consultancy.selectors.files import is_intact
from consultancy.selectors.timestamps import awaited_timestamps, timestamp_authority

from .discard_file import discard_file
from .store_letter import store_letter
from .write_down import SYSTEM, write_down

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
MOST_AT_ONCE = 50
SECONDS = 15.0
NOBODY_THERE = {TimestampFailed.UNREACHABLE, TimestampFailed.LATE}
log = logging.getLogger(__name__)


def stamp_due(*, now: datetime) -> int:
    """Ask again for the timestamps that letters wait for; return how many came.

    Running it twice at once asks once for each. Where nobody answers, the rest waits.
    """
    authority = timestamp_authority()
    if authority is None:
        return 0
    stamped = 0
    for awaited in list(awaited_timestamps(now)[:MOST_AT_ONCE]):
        try:
            stamped += _ask_again(awaited, authority, now)
        except (PaperError, InstallationReadOnly, OSError, DatabaseError) as error:
            number = awaited.document.number
            log.warning("letter %s has no timestamp yet: %r", number, error)
            if getattr(error, "reason", "") in NOBODY_THERE:
                break
    return stamped


def pause_after(tries: int) -> timedelta:
    """Return how long to wait after so many tries: twice as long each time."""
    doubled: int = 2 ** min(tries - 1, 20)
    return min(LONGEST_PAUSE, FIRST_PAUSE * doubled)


def _ask_again(
    awaited: Timestamp, authority: TimestampAuthority, now: datetime
) -> bool:
    """Stamp the newest file of the letter; False where another process does it."""
    if not _claim(awaited, now):
        return False
    file = awaited.document.files.latest("pk")
    if not is_intact(file):
        raise OSError(f"the file of letter {awaited.document.number} is not whole")
    stamper = Stamper(authority, now=now, seconds=SECONDS)
    with file.file.open("rb") as stored:
        content = add_timestamp(stored.read(), stamper=stamper)
    if stamper.stamp is None:
        raise TimestampFailed(TimestampFailed.NO_TOKEN)
    name = store_letter(awaited.document, content)
    try:
        _record(awaited, file, content, name, stamper.stamp, now)
    except (DatabaseError, InstallationReadOnly) as error:
        discard_file(name, after=error)
        raise
    return True


def _claim(awaited: Timestamp, now: datetime) -> bool:
    """Put the next try off before this one, in one statement: nobody else has it."""
    tries = awaited.tries + 1
    unclaimed = Timestamp.objects.filter(
        pk=awaited.pk, at=None, next_try_at=awaited.next_try_at
    )
    later = now + pause_after(tries)
    return unclaimed.update(tries=tries, next_try_at=later) == 1


@transaction.atomic
def _record(
    awaited: Timestamp,
    before: DocumentFile,
    content: bytes,
    name: str,
    stamp: Stamp,
    at: datetime,
) -> None:
    document = awaited.document
    file = DocumentFile.objects.create(
        document=document,
        kind=FileKind.TIMESTAMPED,
        file=name,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        key_fingerprint=before.key_fingerprint,
        created_at=at,
    )
    told = {"at": stamp.at, "authority": stamp.authority[:300], "next_try_at": None}
    Timestamp.objects.filter(pk=awaited.pk).update(**told)
    write_down(
        document.consultant,
        kind="document_timestamped",
        at=at,
        actor=SYSTEM,
        subject=document.subject,
        payload={
            "number": document.number,
            "sha256": file.sha256,
            "stamped_at": stamp.at.isoformat(),
            "authority": stamp.authority,
            "certificate": stamp.fingerprint,
        },
    )
