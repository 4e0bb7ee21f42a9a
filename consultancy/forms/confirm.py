"""A page that asks once before something is done."""

from typing import Any

from django import forms

from consultancy.web.layout import fields_only


class ConfirmForm(forms.Form):
    """Valid as soon as its button was pressed."""

    confirmed = forms.BooleanField(widget=forms.HiddenInput, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()
