"""Did whoever decided have a say, by what had been noted of the client's people?"""

from datetime import date

from consultancy.models import Client
from consultancy.selectors.contacts import contact_called
from requests_log.letters.parts import Standing


def standing_of(client: Client, name: str, *, on: date) -> Standing:
    """Return what was noted of who goes by that name; nothing of a stranger."""
    contact = contact_called(client, name)
    if contact is None:
        return Standing.UNDOUBTED
    if contact.left_on and contact.left_on <= on:
        return Standing.HAD_LEFT
    return Standing.UNDOUBTED if contact.may_decide else Standing.NO_SAY
