"""A note on a client."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.web.fields import LongText
from consultancy.web.layout import fields_only
from consultancy.web.submissions import SubmissionField


class ClientNoteForm(forms.Form):
    text = LongText(
        label=_("A note of your own"),
        rows=3,
        max_length=5000,
        help_text=_("For you alone: the client never sees it."),
    )
    submission = SubmissionField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()
