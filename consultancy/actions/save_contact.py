"""One of a client's people, new or changed; one of them is the main contact."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from consultancy.errors import NameTaken
from consultancy.models import Client, Contact
from consultancy.models.name_key import name_key

from .merge_edits import merge_into
from .take_turn import take_turn
from .write_down import write_down


@dataclass(frozen=True)
class ContactData:
    """What the consultant notes of a contact."""

    name: str
    role: str
    email: str
    may_decide: bool
    phone: str = ""


@transaction.atomic
def add_contact(
    client: Client, *, contact: ContactData, is_main: bool, at: datetime
) -> Contact:
    """Store a new contact. Raises NameTaken."""
    take_turn(client.consultant)
    refuse_taken_contact(client, contact.name)
    row = Contact.objects.create(
        client=client, name_key=name_key(contact.name), **asdict(contact)
    )
    enter(row, "contact_added", at, **asdict(contact))
    if is_main:
        make_main(row, at=at)
    return row


@transaction.atomic
def change_contact(
    row: Contact,
    *,
    contact: ContactData,
    seen: Mapping[str, Any],
    is_main: bool,
    at: datetime,
) -> dict[str, Any]:
    """Store what changed of a form drawn from SEEN; return what another tab changed
    meanwhile and is kept. Raises NameTaken, EditedMeanwhile."""
    take_turn(row.client.consultant)
    row.refresh_from_db(fields=["is_main", "left_on"])
    merged = merge_into(row, asdict(contact), seen=seen)
    if merged.changes:
        if "name" in merged.changes:
            refuse_taken_contact(row.client, merged.values["name"], but=row)
            row.name_key = name_key(merged.values["name"])
        merged.save(row, "name_key")
        enter(row, "contact_changed", at, changed=merged.changes)
    if is_main:
        make_main(row, at=at)
    return merged.kept


def make_main(row: Contact, *, at: datetime) -> None:
    """Let the contact speak for the client, unless he does already or left."""
    if row.is_main or row.left_on:
        return
    Contact.objects.filter(client=row.client_id, is_main=True).update(is_main=False)
    row.is_main = True
    row.save(update_fields=["is_main"])
    enter(row, "contact_made_main", at)


def refuse_taken_contact(
    client: Client, name: str, *, but: Contact | None = None
) -> None:
    """Raise NameTaken where another contact of the client is called so."""
    same = client.contacts.filter(name_key=name_key(name))
    other = same.first()
    if other and other != but:
        raise NameTaken(other.name, is_away=other.left_on is not None)


def enter(row: Contact, kind: str, at: datetime, **told: Any) -> None:
    """Write down an act on a contact, under his client."""
    write_down(
        row.client.consultant,
        kind=kind,
        at=at,
        subject=f"client:{row.client_id}",
        payload={"contact": row.pk, "name": row.name, **told},
    )
