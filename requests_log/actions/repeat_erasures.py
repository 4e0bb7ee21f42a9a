"""Who was erased after a backup was made is erased again where it was restored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from consultancy.actions.note_erasures import NotedErasure
from consultancy.errors import (
    InstallationReadOnly,
    LetterBeingWritten,
    OnHold,
)
from consultancy.models import Client, Document, DocumentStatus, Erasure

from .erase_client import Repeated, erase_client, erase_the_rest
from .write_letter import try_to_write


@dataclass(frozen=True)
class RepeatedErasures:
    """How many were erased again, and the numbers of clients that could not be."""

    erased: int
    failed: tuple[int, ...]


def repeat_erasures(noted: Sequence[NotedErasure], *, at: datetime) -> RepeatedErasures:
    """Erase again whom the database still has; doing it twice is harmless."""
    erased, failed = 0, []
    for each in noted:
        try:
            erased += _repeat(each, at)
        except (OnHold, LetterBeingWritten, InstallationReadOnly):
            failed.append(each.client)
    return RepeatedErasures(erased, tuple(dict.fromkeys(failed)))


def _repeat(noted: NotedErasure, at: datetime) -> bool:
    """Erase one again, or what was kept of him; say whether there was anything."""
    known = Erasure.objects.filter(public_id=noted.id).first()
    if known:
        if known.done_at or not noted.done:
            return False
        erase_the_rest(known, at=at)
        return True
    clients = Client.objects.filter(pk=noted.client, restricted_at=None)
    client = clients.filter(consultant__public_id=noted.chain).first()
    if client is None:
        return False
    _write_letters(client, at)
    until = date.fromisoformat(noted.until) if noted.until else None
    erasure = erase_client(
        client,
        ground=noted.ground,
        today=at.date(),
        at=at,
        repeated=Repeated(UUID(noted.id), until),
    )
    if noted.done and erasure.done_at is None:
        erase_the_rest(erasure, at=at)
    return True


def _write_letters(client: Client, at: datetime) -> None:
    """Write what was pending when the backup was made: it was written before."""
    pending = Document.objects.filter(client=client, status=DocumentStatus.PENDING)
    for document in pending.select_related("consultant__user"):
        try_to_write(document, at=at)
