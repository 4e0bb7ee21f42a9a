"""A day as a person gives it: the browser's own picker."""

from typing import Any

from django import forms

BROWSER = "%Y-%m-%d"


class DayField(forms.DateField):
    """A date without a time."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format=BROWSER)
        super().__init__(widget=widget, input_formats=[BROWSER], **kwargs)
