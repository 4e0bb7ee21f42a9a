"""One of a client's people."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.actions.save_contact import ContactData
from consultancy.errors import NameTaken
from consultancy.web.edits import EditForm
from consultancy.web.fields import EmailAddress, Name, ShortText


def _refuse_no_number(text: str) -> None:
    if not any(c.isdecimal() for c in text):
        raise ValidationError(_("There is no number in it."), code="no_number")


def phone_field() -> ShortText:
    """Return a telephone number's field, as it is typed."""
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})
    return ShortText(
        label=gettext_lazy("Telephone"),
        required=False,
        max_length=40,
        widget=widget,
        validators=[_refuse_no_number],
    )


def may_decide_field() -> forms.BooleanField:
    return forms.BooleanField(
        label=gettext_lazy("May decide for the client"),
        required=False,
        initial=True,
        help_text=gettext_lazy(
            "Whose word counts when they go ahead against your advice."
        ),
    )


class ContactForm(EditForm):
    """IS_MAIN: he speaks for the client already, or there is nobody else."""

    stores = ("name", "role", "email", "phone", "may_decide")

    name = Name(label=gettext_lazy("Name"))
    role = Name(label=gettext_lazy("Role"), required=False)
    email = EmailAddress(label=gettext_lazy("E-mail"), required=False)
    phone = phone_field()
    may_decide = may_decide_field()
    is_main = forms.BooleanField(
        label=gettext_lazy("Main contact: speaks for the client"),
        required=False,
        help_text=gettext_lazy("Letters are addressed to the main contact."),
    )

    def __init__(self, *args: Any, is_main: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_main:
            del self.fields["is_main"]

    @property
    def wants_main(self) -> bool:
        return bool(self.cleaned_data.get("is_main"))

    def contact_data(self) -> ContactData:
        return ContactData(**self.typed())

    def explain_taken(self, error: NameTaken) -> None:
        """Say beside the name who has it."""
        if error.is_away:
            said = _("%(name)s is noted here as having left. Bring them back instead.")
        else:
            said = _("%(name)s is a contact of this client already.")
        self.add_error("name", said % {"name": error.name})
