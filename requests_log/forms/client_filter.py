"""Which clients are listed, as it stands in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from consultancy.models import ClientStatus
from consultancy.web.layout import fields_only
from requests_log.selectors.client_list import ARCHIVED


class ClientFilterForm(forms.Form):
    """Nothing is required; what means nothing narrows nothing."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[
            ("", _("All but the archived")),
            (ClientStatus.ACTIVE, pgettext_lazy("clients", "Active")),
            (ClientStatus.PAUSED, pgettext_lazy("clients", "Paused")),
            (ClientStatus.ENDED, pgettext_lazy("clients", "Ended")),
            (ARCHIVED, pgettext_lazy("clients", "Archived")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.full_clean()
        self.helper = fields_only()

    @property
    def name(self) -> str:
        name: str = self.cleaned_data.get("q", "").strip()
        return name

    @property
    def chosen_status(self) -> str:
        status: str = self.cleaned_data.get("status", "")
        return status
