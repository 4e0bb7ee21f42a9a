"""A moment as a person tells it: a day and an hour in his own zone."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

BROWSER = "%Y-%m-%dT%H:%M"
SLACK = timedelta(minutes=2)  # clocks of phones differ a little


class MomentField(forms.DateTimeField):
    """When something happened; the browser's own picker, whole minutes."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("When"))
        super().__init__(
            widget=forms.DateTimeInput(
                attrs={"type": "datetime-local"}, format=BROWSER
            ),
            input_formats=[BROWSER, "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
            required=False,
            help_text=gettext_lazy("Leave it empty for just now."),
            **kwargs,
        )


class PastForm(forms.Form):
    """A form with a field `happened_at`, which nothing told leaves at NOW."""

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_happened_at(self) -> datetime:
        moment: datetime | None = self.cleaned_data["happened_at"]
        if moment and moment > self.now + SLACK:
            raise ValidationError(_("This is still to come."), code="future")
        return moment or self.now
