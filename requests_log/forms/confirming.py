"""A page that only asks: are you sure?"""

from typing import Any

from django import forms

from consultancy.web.layout import fields_only


class ConfirmForm(forms.Form):
    """No field: sending it is the answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()
