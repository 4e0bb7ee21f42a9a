"""A contact leaves the client, comes back, or was noted by mistake."""

from datetime import date, datetime

from django.db import transaction

from consultancy.models import Contact

from .save_contact import enter, make_main
from .take_turn import take_turn


@transaction.atomic
def mark_contact_left(
    row: Contact, *, on: date, successor: Contact | None, at: datetime
) -> None:
    """Note that the contact left; SUCCESSOR speaks for the client if he did so far."""
    take_turn(row.client.consultant)
    row.refresh_from_db(fields=["is_main", "left_on"])
    if row.left_on:
        return
    was_main, row.is_main, row.left_on = row.is_main, False, on
    row.save(update_fields=["is_main", "left_on"])
    enter(row, "contact_left", at, on=on.isoformat())
    _hand_over(was_main, successor, at)


@transaction.atomic
def mark_contact_returned(row: Contact, *, at: datetime) -> None:
    """Note that a contact who left is back; alone, he speaks for the client."""
    take_turn(row.client.consultant)
    row.refresh_from_db(fields=["is_main", "left_on"])
    if row.left_on is None:
        return
    row.left_on = None
    row.save(update_fields=["left_on"])
    enter(row, "contact_returned", at)
    if not row.client.contacts.filter(is_main=True).exists():
        make_main(row, at=at)


@transaction.atomic
def remove_contact(row: Contact, *, successor: Contact | None, at: datetime) -> None:
    """Forget a contact whom nothing names; the ledger still tells of him.

    Raises IntegrityError, at the latest at the end, where a message names him.
    """
    take_turn(row.client.consultant)
    row.refresh_from_db(fields=["is_main"])
    enter(row, "contact_removed", at, role=row.role, email=row.email, phone=row.phone)
    row.delete()
    _hand_over(row.is_main, successor, at)


def _hand_over(was_main: bool, successor: Contact | None, at: datetime) -> None:
    if was_main and successor:
        make_main(successor, at=at)
