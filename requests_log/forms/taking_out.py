"""A contact is taken out."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.models import Contact
from consultancy.selectors.contacts import present_contacts
from consultancy.web.days import DayField, not_later
from consultancy.web.layout import fields_only


class TakeOutForm(forms.Form):
    """IS_USED: something names the contact, so he stays as one who left."""

    on = DayField(label=_("Left on"))
    successor = forms.ModelChoiceField(
        label=_("Who speaks for the client from now on"),
        queryset=Contact.objects.none(),
        empty_label=None,
    )

    def __init__(
        self, *args: Any, contact: Contact, is_used: bool, today: date, **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"on": today}
        super().__init__(*args, **kwargs)
        self.today = today
        others = present_contacts(contact.client).exclude(pk=contact.pk)
        if not is_used:
            del self.fields["on"]
        if contact.is_main and others.exists():
            self.fields["successor"].queryset = others  # type: ignore[attr-defined]
        else:
            del self.fields["successor"]
        self.helper = fields_only()

    def clean_on(self) -> date:
        return not_later(self.cleaned_data["on"], self.today)

    @property
    def day(self) -> date:
        return self.cleaned_data.get("on") or self.today

    @property
    def successor_chosen(self) -> Contact | None:
        return self.cleaned_data.get("successor")
