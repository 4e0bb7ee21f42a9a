"""A contact who is no longer there: forgotten if nothing names him, else marked."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from consultancy.actions.contact_leaves import mark_contact_left, remove_contact
from consultancy.actions.take_turn import take_turn
from consultancy.models import Contact
from requests_log.selectors.contact_use import contact_was_used


def take_out_contact(
    contact: Contact, *, on: date, successor: Contact | None, at: datetime
) -> bool:
    """Remove the contact, or note that he left; say whether he is gone altogether."""
    try:
        return _take_out(contact, on=on, successor=successor, at=at)
    except IntegrityError:
        # A message of his was logged at this very moment.
        return _take_out(contact, on=on, successor=successor, at=at)


@transaction.atomic
def _take_out(
    contact: Contact, *, on: date, successor: Contact | None, at: datetime
) -> bool:
    take_turn(contact.client.consultant)
    if not Contact.objects.filter(pk=contact.pk).exists():
        return True  # another tab took him out
    if contact_was_used(contact):
        mark_contact_left(contact, on=on, successor=successor, at=at)
        return False
    remove_contact(contact, successor=successor, at=at)
    return True
