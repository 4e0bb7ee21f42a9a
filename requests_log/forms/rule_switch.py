"""Why a rule shall be silent, and for whom."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.models import Client, Consultant
from consultancy.selectors.clients import clients_offered
from consultancy.web.fields import LongText
from consultancy.web.layout import fields_only

from .thin import is_thin


class RuleSwitchForm(forms.Form):
    client = forms.ModelChoiceField(
        label=gettext_lazy("For whom"),
        queryset=Client.objects.none(),
        required=False,
        empty_label=gettext_lazy("All clients"),
    )
    reason = LongText(
        label=gettext_lazy("Why it shall be silent"),
        rows=3,
        max_length=2000,
        help_text=gettext_lazy(
            "A sentence that says what it gets wrong. It stays in your record beside"
            " what the rule hears."
        ),
    )

    def __init__(self, *args: Any, consultant: Consultant, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = self.fields["client"]
        offered.queryset = clients_offered(consultant)  # type: ignore[attr-defined]
        self.helper = fields_only()

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        if is_thin(reason):
            raise ValidationError(
                _("Say in a sentence why; it may be asked one day."), code="thin"
            )
        return reason
