"""A page that only asks: are you sure?"""

from typing import Any

from django import forms
from django.http import HttpRequest

from .layout import fields_only
from .sent import sent


class ConfirmForm(forms.Form):
    """No field: sending it is the answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()


def confirm_form(request: HttpRequest) -> ConfirmForm:
    """Return the form; it is valid as soon as its button was pressed."""
    return ConfirmForm(sent(request))
