"""A client, and the contact he begins with."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.actions.save_client import ClientData, ContactData
from consultancy.errors import NameTaken
from consultancy.models import AddressForm, Language
from consultancy.web.edits import EditForm
from consultancy.web.fields import EmailAddress, Name, capitalised

from .contact import may_decide_field, phone_field


class ClientForm(EditForm):
    stores = ("name", "sector", "language", "address_form")

    name = Name(
        label=gettext_lazy("Client"),
        help_text=gettext_lazy("The business, as you call it."),
    )
    sector = Name(label=gettext_lazy("Sector"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of their letters"), choices=Language.choices
    )
    # Not asked where the letters are English: what was noted stays.
    address_form = forms.ChoiceField(
        label=gettext_lazy("Form of address"),
        choices=capitalised(AddressForm.choices),
        required=False,
        help_text=gettext_lazy(
            "How replies and letters in Spanish speak to them: «tú» is close, «usted»"
            " keeps a distance."
        ),
    )

    def clean_address_form(self) -> str:
        told: str = self.cleaned_data["address_form"]
        return told or self.initial.get("address_form") or AddressForm.TU

    def client_data(self) -> ClientData:
        return ClientData(**self.typed())

    def explain_taken(self, error: NameTaken) -> None:
        """Say beside the name who has it."""
        if error.is_away:
            said = _("%(name)s is in your archive. Bring them back instead.")
        else:
            said = _("You already have a client of this name: %(name)s.")
        self.add_error("name", said % {"name": error.name})


class NewClientForm(ClientForm):
    """With the contact who speaks for the client from the beginning."""

    contact_name = Name(label=gettext_lazy("Who speaks for them"))
    contact_role = Name(label=gettext_lazy("Role"), required=False)
    contact_email = EmailAddress(label=gettext_lazy("E-mail"), required=False)
    contact_phone = phone_field()
    may_decide = may_decide_field()

    def contact_data(self) -> ContactData:
        data = self.cleaned_data
        return ContactData(
            name=data["contact_name"],
            role=data["contact_role"],
            email=data["contact_email"],
            may_decide=data["may_decide"],
            phone=data["contact_phone"],
        )
