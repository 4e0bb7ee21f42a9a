"""A contact is taken out."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import Contact
from consultancy.selectors.contacts import present_contacts
from consultancy.web.layout import fields_only


class TakeOutForm(forms.Form):
    """IS_USED: something names the contact, so he stays as one who left."""

    on = forms.DateField(
        label=gettext_lazy("Left on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )
    successor = forms.ModelChoiceField(
        label=gettext_lazy("Who speaks for the client from now on"),
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
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise ValidationError(_("This is still to come."), code="future")
        return day

    @property
    def day(self) -> date:
        return self.cleaned_data.get("on") or self.today

    @property
    def successor_chosen(self) -> Contact | None:
        return self.cleaned_data.get("successor")
