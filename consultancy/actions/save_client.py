"""A client with the contact who speaks for him, new or changed."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from consultancy.models import Client, Consultant, Contact

from .write_down import write_down


@dataclass(frozen=True)
class ClientData:
    """What the consultant notes of a client."""

    name: str
    sector: str
    language: str
    address_form: str


@dataclass(frozen=True)
class ContactData:
    name: str
    role: str
    email: str
    may_decide: bool


@transaction.atomic
def add_client(
    consultant: Consultant, *, client: ClientData, contact: ContactData, at: datetime
) -> Client:
    """Store a new client and his contact. Raises IntegrityError for a name in use."""
    row = Client.objects.create(consultant=consultant, created_at=at, **asdict(client))
    Contact.objects.create(client=row, **asdict(contact))
    _enter(row, "client_added", client, contact, at)
    return row


@transaction.atomic
def change_client(
    row: Client, *, client: ClientData, contact: ContactData, at: datetime
) -> None:
    """Store what changed. Raises IntegrityError for a name in use."""
    for field, value in asdict(client).items():
        setattr(row, field, value)
    row.save(update_fields=list(asdict(client)))
    first = row.contacts.order_by("id").first() or Contact(client=row)
    for field, value in asdict(contact).items():
        setattr(first, field, value)
    first.save()
    _enter(row, "client_changed", client, contact, at)


def _enter(
    row: Client, kind: str, client: ClientData, contact: ContactData, at: datetime
) -> None:
    write_down(
        row.consultant,
        kind=kind,
        at=at,
        subject=f"client:{row.pk}",
        payload={"client": asdict(client), "contact": asdict(contact)},
    )
