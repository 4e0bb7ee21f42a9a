"""A client out of every list and select, and back; nothing of his is lost."""

from datetime import datetime

from django.db import transaction

from consultancy.models import Client

from .take_turn import take_turn
from .write_down import write_down


def archive_client(row: Client, *, at: datetime) -> None:
    """Put the client in the archive, unless he is there."""
    _store(row, "client_archived", archived_at=at, at=at)


def restore_client(row: Client, *, at: datetime) -> None:
    """Bring the client back, unless he is here."""
    _store(row, "client_restored", archived_at=None, at=at)


@transaction.atomic
def _store(
    row: Client, kind: str, *, archived_at: datetime | None, at: datetime
) -> None:
    take_turn(row.consultant)
    row.refresh_from_db(fields=["archived_at"])
    if (row.archived_at is None) == (archived_at is None):
        return
    row.archived_at = archived_at
    row.save(update_fields=["archived_at"])
    write_down(
        row.consultant,
        kind=kind,
        at=at,
        subject=f"client:{row.pk}",
        payload={"name": row.name},
    )
