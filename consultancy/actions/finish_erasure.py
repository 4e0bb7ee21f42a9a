"""The rest of an erased client goes: letters, their files, what their entries told."""

import logging
from datetime import datetime
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction

from consultancy.errors import OnHold
from consultancy.ledger.erase import erase_payloads
from consultancy.models import (
    Client,
    Document,
    DocumentFile,
    Erasure,
    KeptFile,
    LedgerEntry,
    LegalHold,
)
from consultancy.selectors.retention import hold_on

from .note_erasures import tell_the_list
from .take_turn import take_turn
from .write_down import SYSTEM

log = logging.getLogger(__name__)


@transaction.atomic
def finish_erasure(erasure: Erasure, *, at: datetime, actor: str = SYSTEM) -> None:
    """Erase what was kept until now. A letter's number, ledger head and fingerprint
    stay, which tell of nobody; doing it twice is harmless. Raises OnHold."""
    take_turn(erasure.consultant)
    erasure.refresh_from_db()
    client = erasure.client
    if client is None:
        return
    if hold := hold_on(client):
        raise OnHold(hold.reason)
    _erase_entries(erasure, client, actor, at)
    erasure.leftover = [*erasure.leftover, *_stored_names(erasure, client)]
    _empty_letters(client, at)
    _drop_files(erasure)
    LegalHold.objects.filter(client=client).delete()
    erasure.client, erasure.done_at = None, at
    erasure.save()
    client.delete()
    transaction.on_commit(partial(clear_away, erasure))


def clear_away(erasure: Erasure) -> None:
    """Delete the bytes of files that no row names any more, and tell the list beside
    the data. What fails is tried again by `run_due`."""
    left = [name for name in erasure.leftover if not _delete(name)]
    if left != erasure.leftover:
        erasure.leftover = left
        Erasure.objects.filter(pk=erasure.pk).update(leftover=left)
    tell_the_list()


def _delete(name: str) -> bool:
    try:
        default_storage.delete(name)
    except OSError as error:
        log.warning("an erased file stays on the disk: %s", error)
        return False
    return True


def _erase_entries(erasure: Erasure, client: Client, actor: str, at: datetime) -> None:
    letters = Document.objects.filter(client=client)
    subjects = {f"client:{client.pk}", *letters.values_list("subject", flat=True)}
    erase_payloads(
        erasure.consultant,
        entries=LedgerEntry.objects.of(erasure.consultant).filter(subject__in=subjects),
        ground=erasure.ground,
        actor=actor,
        at=at,
    )


def _stored_names(erasure: Erasure, client: Client) -> list[str]:
    letters = DocumentFile.objects.filter(document__client=client).exclude(file="")
    names = [
        *letters.values_list("file", flat=True),
        *erasure.files.values_list("file", flat=True),
    ]
    return [str(name) for name in names]


def _empty_letters(client: Client, at: datetime) -> None:
    DocumentFile.objects.filter(document__client=client).update(file="")
    Document.objects.filter(client=client).update(
        recipient="", record={}, withheld_at=at, erased_at=at, client=None
    )


def _drop_files(erasure: Erasure) -> None:
    keys = list(erasure.files.values_list("pk", flat=True))
    erasure.files.clear()
    KeptFile.objects.filter(pk__in=keys).delete()
