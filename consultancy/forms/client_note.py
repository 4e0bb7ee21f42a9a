"""A note on a client."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.web.fields import LongText
from consultancy.web.layout import fields_only


class ClientNoteForm(forms.Form):
    text = LongText(
        label=_("A note of your own"),
        rows=3,
        max_length=5000,
        help_text=_("For you alone: the client never sees it."),
    )
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"submission": uuid.uuid4()}
        super().__init__(*args, **kwargs)
        self.helper = fields_only()

    @property
    def submitted_as(self) -> uuid.UUID:
        return self.cleaned_data["submission"] or uuid.uuid4()
