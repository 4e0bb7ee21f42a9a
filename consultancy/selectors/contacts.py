"""Questions about a client's people."""

from django.db.models import F, QuerySet

from consultancy.models import Client, Consultant, Contact
from consultancy.models.name_key import name_key


def contact_of(consultant: Consultant, pk: int) -> Contact:
    """Return one contact. Raises Contact.DoesNotExist for somebody else's."""
    rows = Contact.objects.of(consultant).select_related("client__consultant__user")
    return rows.get(pk=pk)


def contact_called(client: Client, name: str) -> Contact | None:
    """Return who of the client's people a person would know by that name."""
    return client.contacts.filter(name_key=name_key(name)).first()


def contacts_of(client: Client) -> QuerySet[Contact]:
    """Return the client's people: the main one, the others by name, who left last."""
    last = F("left_on").asc(nulls_first=True)
    return client.contacts.order_by(last, "-is_main", "name_key")


def present_contacts(client: Client) -> QuerySet[Contact]:
    """Return those who have not left, the main one first."""
    return contacts_of(client).filter(left_on=None)
