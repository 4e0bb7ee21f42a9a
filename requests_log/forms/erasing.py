"""A client is erased, for a ground, by who typed his name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.errors import (
    AlreadyErased,
    ConsultancyError,
    LetterBeingWritten,
    OnHold,
)
from consultancy.models import Client, ErasureGround
from consultancy.models.name_key import name_key
from consultancy.web.fields import Name
from consultancy.web.layout import fields_only

NOT_ERASED = (OnHold, LetterBeingWritten, AlreadyErased)


class EraseForm(forms.Form):
    ground = forms.ChoiceField(
        label=gettext_lazy("Why"),
        choices=ErasureGround.choices,
        widget=forms.RadioSelect,
    )
    name = Name(label=gettext_lazy("Type the client's name to confirm"))

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.client = client
        self.helper = fields_only()
        self.fields["name"].widget.attrs["autocomplete"] = "off"

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if name_key(name) != name_key(self.client.name):
            raise ValidationError(
                _("This is not the client's name: %(name)s.")
                % {"name": self.client.name},
                code="other_name",
            )
        return name

    def explain(self, error: ConsultancyError) -> None:
        """Put one sentence for a refusal (one of NOT_ERASED) on the form."""
        self.add_error(None, _explained(error))


def _explained(error: ConsultancyError) -> str:
    if isinstance(error, OnHold):
        return _("Nothing is erased while there is a hold. Lift it first.")
    if isinstance(error, LetterBeingWritten):
        return _("A letter of theirs is being written. Try again in a minute.")
    return _("They were erased in another tab.")
