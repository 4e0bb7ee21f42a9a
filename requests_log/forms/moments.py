"""A moment as a person tells it: a day and an hour in his own zone."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BROWSER = "%Y-%m-%dT%H:%M"
SLACK = timedelta(minutes=2)  # clocks of phones differ a little


class MomentField(forms.DateTimeField):
    """When something happened; the browser's own picker, whole minutes."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=BROWSER)
        formats = [BROWSER, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        super().__init__(widget=widget, input_formats=formats, **kwargs)


def refuse_future(moment: datetime | None, *, now: datetime) -> None:
    """Raise ValidationError for what cannot have happened yet."""
    if moment and moment > now + SLACK:
        raise ValidationError(_("This is still to come."), code="future")
