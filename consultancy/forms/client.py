"""A client and the contact who speaks for him."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.actions.save_client import ClientData, ContactData
from consultancy.models import AddressForm, Client, Language
from consultancy.selectors.clients import main_contact
from consultancy.web.fields import ShortText
from consultancy.web.layout import fields_only


class ClientForm(forms.Form):
    name = ShortText(label=_("Client"), help_text=_("The business, as you call it."))
    sector = ShortText(label=_("Sector"), required=False)
    contact_name = ShortText(label=_("Who speaks for them"))
    contact_role = ShortText(label=_("Role"), required=False)
    contact_email = forms.EmailField(label=_("E-mail"), required=False)
    may_decide = forms.BooleanField(
        label=_("May decide for the client"), required=False, initial=True
    )
    language = forms.ChoiceField(
        label=_("Language of their letters"), choices=Language.choices
    )
    address_form = forms.ChoiceField(
        label=_("Form of address in Spanish"), choices=AddressForm.choices
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()

    def client_data(self) -> ClientData:
        data = self.cleaned_data
        return ClientData(
            name=data["name"],
            sector=data["sector"],
            language=data["language"],
            address_form=data["address_form"],
        )

    def contact_data(self) -> ContactData:
        data = self.cleaned_data
        return ContactData(
            name=data["contact_name"],
            role=data["contact_role"],
            email=data["contact_email"],
            may_decide=data["may_decide"],
        )


def values_of(client: Client) -> dict[str, Any]:
    """Return what the form shows of a client that exists."""
    contact = main_contact(client)
    values: dict[str, Any] = {
        "name": client.name,
        "sector": client.sector,
        "language": client.language,
        "address_form": client.address_form,
    }
    if contact:
        values |= {
            "contact_name": contact.name,
            "contact_role": contact.role,
            "contact_email": contact.email,
            "may_decide": contact.may_decide,
        }
    return values
