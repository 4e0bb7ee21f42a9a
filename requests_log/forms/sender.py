"""Who of a client's people sent a message."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import Client, ClientStatus, Consultant, Contact
from consultancy.models.name_key import name_key
from consultancy.selectors.clients import clients_offered
from consultancy.selectors.contacts import present_contacts

SOMEBODY_ELSE = "other"


class ClientChoiceField(forms.ModelChoiceField):
    """A client who may ask for something; it is said where there is no work."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Client.objects.none(), **kwargs)

    def offer(self, consultant: Consultant) -> None:
        """Offer the consultant's own clients."""
        self.queryset = clients_offered(consultant)

    def label_from_instance(self, obj: Client) -> str:
        if obj.status == ClientStatus.PAUSED:
            return _("%(client)s (paused)") % {"client": obj.name}
        if obj.status == ClientStatus.ENDED:
            return _("%(client)s (ended)") % {"client": obj.name}
        return obj.name

    def chosen(self, value: Any) -> Client | None:
        """Return the client of that number, if he is offered."""
        try:
            return self.to_python(value)
        except ValidationError:
            return None


class SenderField(forms.ChoiceField):
    """One of the client's people, or somebody else; nothing: the main contact."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Who sent it"),
            required=False,
            error_messages={
                "invalid_choice": gettext_lazy(
                    "This is nobody of the client you chose. Say who sent it."
                )
            },
        )
        self.people: dict[str, Contact] = {}

    def offer(self, client: Client | None) -> None:
        """Offer the people of CLIENT; as long as there is none, the main contact."""
        people = present_contacts(client) if client else []
        self.people = {str(contact.pk): contact for contact in people}
        if client is None:
            self.choices = [("", _("The main contact"))]
            return
        named = [(pk, _said(contact)) for pk, contact in self.people.items()]
        self.choices = [*named, (SOMEBODY_ELSE, _("Somebody else"))]

    def sender(self, value: str) -> Contact | None:
        """Return who is meant by a value that was found valid."""
        if value == SOMEBODY_ELSE:
            return None
        main = next((each for each in self.people.values() if each.is_main), None)
        return self.people.get(value, main)

    def named(self, name: str) -> Contact | None:
        """Return the one of them who is called so, or by the first name alone."""
        key = name_key(name)
        people = list(self.people.values())
        for same in (
            [each for each in people if each.name_key == key],
            [each for each in people if each.name_key.split(" ")[0] == key],
        ):
            if len(same) == 1:
                return same[0]
        return None


def _said(contact: Contact) -> str:
    return f"{contact.name}, {contact.role}" if contact.role else contact.name
