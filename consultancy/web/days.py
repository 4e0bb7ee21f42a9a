"""A day as a person gives it: the browser's own picker."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BROWSER = "%Y-%m-%d"


class DayField(forms.DateField):
    """A date without a time."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format=BROWSER)
        super().__init__(widget=widget, input_formats=[BROWSER], **kwargs)


def not_later(day: date, today: date) -> date:
    """Return DAY. Raises ValidationError for one that is still to come."""
    if day > today:
        raise ValidationError(_("This day is still to come."), code="future")
    return day
