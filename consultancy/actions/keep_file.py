"""Keep what was brought: on the disk first, then in the database, then in use."""

import hashlib
import logging
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.db.models import Sum

from consultancy.errors import FilesGone, NoRoomForFiles
from consultancy.models import Consultant, KeptFile

from .discard_file import discard_file
from .take_turn import take_turn

log = logging.getLogger(__name__)
HELD_FOR = timedelta(days=2)  # a form begun in the evening may be sent the day after


@dataclass(frozen=True)
class Upload:
    """A file as it was brought; the name is clean, the media type one we know."""

    name: str
    media_type: str
    content: bytes


def keep_file(consultant: Consultant, *, upload: Upload, at: datetime) -> KeptFile:
    """Store a file that nothing names yet. Raises NoRoomForFiles, OSError."""
    _ensure_room(consultant, upload)
    # A crash after this line leaves a file nobody names, never a name without it.
    name = f"kept/{consultant.public_id}/{secrets.token_hex(16)}"
    stored = default_storage.save(name, ContentFile(upload.content))
    try:
        return _enter(consultant, upload, stored, at)
    except (DatabaseError, NoRoomForFiles) as error:
        discard_file(stored, after=error)
        raise


@transaction.atomic
def _enter(
    consultant: Consultant, upload: Upload, stored: str, at: datetime
) -> KeptFile:
    # Another file may have come in while this one was written.
    take_turn(consultant)
    _ensure_room(consultant, upload)
    return KeptFile.objects.create(
        consultant=consultant,
        name=upload.name,
        media_type=upload.media_type,
        file=stored,
        sha256=hashlib.sha256(upload.content).hexdigest(),
        size=len(upload.content),
        kept_at=at,
    )


def _ensure_room(consultant: Consultant, upload: Upload) -> None:
    own = KeptFile.objects.of(consultant)
    there: int = own.aggregate(bytes=Sum("size"))["bytes"] or 0
    if there + len(upload.content) > settings.KEPT_FILES_LIMIT:
        raise NoRoomForFiles


def use_files(files: Sequence[KeptFile], *, at: datetime) -> None:
    """Mark held files as named by an entry, in the caller's transaction.

    Raises FilesGone for one that is used already or was held for too long.
    """
    keys = [file.pk for file in files]
    unused = KeptFile.objects.filter(pk__in=keys, used_at=None)
    if unused.update(used_at=at) != len(keys):
        raise FilesGone


def forget_unused_files(*, now: datetime) -> int:
    """Delete what was brought to a form that nobody finished; return how many."""
    forgotten = 0
    for file in KeptFile.objects.filter(used_at=None, kept_at__lt=now - HELD_FOR):
        # The row first: a file may stay, nameless.
        forgotten += _forget(file)
    return forgotten


def _forget(file: KeptFile) -> bool:
    """Delete a file unless a form uses it at this very moment; say whether it went."""
    with transaction.atomic():
        unused = KeptFile.objects.select_for_update().filter(pk=file.pk, used_at=None)
        row = unused.first()
        if row is None:
            return False
        row.delete()
    try:
        default_storage.delete(file.file.name or "")
    except OSError as error:
        log.warning("a file nobody used stays on the disk: %s", error)
    return True
