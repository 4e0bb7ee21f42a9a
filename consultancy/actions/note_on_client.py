"""What the consultant wants to remember of a client."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from consultancy.models import Client, ClientNote

from .take_turn import take_turn
from .write_down import write_down


@transaction.atomic
def note_on_client(
    client: Client, *, text: str, submission: UUID, at: datetime
) -> ClientNote:
    """Store a note; the same form sent twice returns the one it made first."""
    take_turn(client.consultant)
    note, is_new = ClientNote.objects.get_or_create(
        client=client, submission=submission, defaults={"text": text, "noted_at": at}
    )
    if is_new:
        write_down(
            client.consultant,
            kind="client_note_added",
            at=at,
            subject=f"client:{client.pk}",
            payload={"note": note.pk, "text": text},
        )
    return note
