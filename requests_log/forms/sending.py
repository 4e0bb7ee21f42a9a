"""How and when the advice reached the client."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.web.layout import fields_only
from requests_log.models import DispatchChannel

from .moments import MomentField, refuse_future


class SendForm(forms.Form):
    channel = forms.ChoiceField(label=_("How"), choices=DispatchChannel.choices)
    happened_at = MomentField(
        label=_("When"), required=False, help_text=_("Leave it empty for just now.")
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.helper = fields_only()

    def clean_happened_at(self) -> datetime:
        moment: datetime | None = self.cleaned_data["happened_at"]
        refuse_future(moment, now=self.now)
        return moment or self.now
