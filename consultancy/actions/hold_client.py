"""Nothing of a client is erased while there is a dispute."""

from datetime import datetime

from django.db import transaction

from consultancy.models import Client, LegalHold
from consultancy.selectors.retention import hold_on

from .take_turn import take_turn
from .write_down import write_down


@transaction.atomic
def hold_client(client: Client, *, reason: str, at: datetime) -> None:
    """Forbid to erase anything of the client, unless that is so already."""
    take_turn(client.consultant)
    if hold_on(client):
        return
    LegalHold.objects.create(client=client, reason=reason, placed_at=at)
    _enter(client, "client_held", {"reason": reason}, at)


@transaction.atomic
def release_client(client: Client, *, at: datetime) -> None:
    """Allow it again; doing it twice is harmless."""
    take_turn(client.consultant)
    held = LegalHold.objects.filter(client=client, lifted_at=None)
    if held.update(lifted_at=at):
        _enter(client, "client_released", {}, at)


def _enter(client: Client, kind: str, told: dict[str, object], at: datetime) -> None:
    write_down(
        client.consultant,
        kind=kind,
        at=at,
        subject=f"client:{client.pk}",
        payload=told,
    )
