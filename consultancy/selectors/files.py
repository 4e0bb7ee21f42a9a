"""Questions about files that were brought."""

import hashlib
from collections.abc import Iterator

from django.db.models import QuerySet

from consultancy.models import Consultant, DocumentFile, KeptFile


def kept_file_of(consultant: Consultant, pk: int) -> KeptFile | None:
    """Return one file; somebody else's does not exist, nor one that is withheld."""
    shown = KeptFile.objects.of(consultant).filter(withheld_at=None)
    return shown.filter(pk=pk).first()


def held_files(consultant: Consultant) -> QuerySet[KeptFile]:
    """Return what was brought and is not used yet."""
    return KeptFile.objects.of(consultant).filter(used_at=None)


def is_intact(file: KeptFile | DocumentFile) -> bool:
    """Say whether the stored bytes are still the ones that were stored."""
    try:
        with file.file.open("rb") as stored:
            return hashlib.file_digest(stored, "sha256").hexdigest() == file.sha256
    except OSError:
        return False


def damaged_kept_files(consultant: Consultant) -> Iterator[KeptFile]:
    """Yield what an entry names and whose bytes on the disk are gone or changed."""
    used = KeptFile.objects.of(consultant).filter(used_at__isnull=False)
    for file in used.order_by("id").iterator():
        if not is_intact(file):
            yield file
