"""Which form was sent: what tells a form from itself sent twice."""

import uuid
from typing import Any

from django import forms
from django.http import HttpRequest


class SubmissionField(forms.UUIDField):
    """A new one each time a form is drawn; clean value is never None."""

    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)

    def clean(self, value: Any) -> uuid.UUID:
        return super().clean(value) or uuid.uuid4()


def submission_of(request: HttpRequest) -> uuid.UUID | None:
    """Return which form was sent, if it says so, before anything else is read in it."""
    try:
        return uuid.UUID(request.POST.get("submission", ""))
    except ValueError:
        return None
