"""A client, new with the contact who speaks for him, or changed."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from consultancy.errors import NameTaken
from consultancy.models import Client, Consultant, Contact
from consultancy.models.name_key import name_key

from .merge_edits import merge_into
from .save_contact import ContactData
from .take_turn import take_turn
from .write_down import write_down

__all__ = ["ClientData", "ContactData", "add_client", "change_client"]


@dataclass(frozen=True)
class ClientData:
    """What the consultant notes of a client."""

    name: str
    sector: str
    language: str
    address_form: str


@transaction.atomic
def add_client(
    consultant: Consultant, *, client: ClientData, contact: ContactData, at: datetime
) -> Client:
    """Store a new client and his main contact. Raises NameTaken."""
    take_turn(consultant)
    _refuse_taken(consultant, client.name)
    row = Client.objects.create(
        consultant=consultant,
        created_at=at,
        name_key=name_key(client.name),
        **asdict(client),
    )
    Contact.objects.create(
        client=row, is_main=True, name_key=name_key(contact.name), **asdict(contact)
    )
    told = {"client": asdict(client), "contact": asdict(contact)}
    _enter(row, "client_added", told, at)
    return row


@transaction.atomic
def change_client(
    row: Client, *, client: ClientData, seen: Mapping[str, Any], at: datetime
) -> dict[str, Any]:
    """Store what changed of a form drawn from SEEN; return what another tab changed
    meanwhile and is kept. Raises NameTaken, EditedMeanwhile."""
    take_turn(row.consultant)
    merged = merge_into(row, asdict(client), seen=seen)
    if merged.changes:
        if "name" in merged.changes:
            _refuse_taken(row.consultant, merged.values["name"], but=row)
            row.name_key = name_key(merged.values["name"])
        merged.save(row, "name_key")
        _enter(row, "client_changed", {"changed": merged.changes}, at)
    return merged.kept


def _refuse_taken(
    consultant: Consultant, name: str, *, but: Client | None = None
) -> None:
    same = Client.objects.of(consultant).filter(name_key=name_key(name))
    other = same.first()
    if other and other != but:
        raise NameTaken(other.name, is_away=other.archived_at is not None)


def _enter(row: Client, kind: str, told: dict[str, Any], at: datetime) -> None:
    write_down(
        row.consultant, kind=kind, at=at, subject=f"client:{row.pk}", payload=told
    )
