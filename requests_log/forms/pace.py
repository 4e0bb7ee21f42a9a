"""How often clients are reminded."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.web.fields import ShortText
from consultancy.web.layout import fields_only

MOST_REMINDERS = 6
LONGEST_WAIT = 90  # days


class PaceForm(forms.Form):
    reminder_days = ShortText(
        label=gettext_lazy("Remind the client after so many days"),
        max_length=40,
        required=False,
        help_text=gettext_lazy(
            "Whole days after the advice was sent, rising: 2, 5, 10. Empty for none."
        ),
    )

    def __init__(self, *args: Any, days: list[int], **kwargs: Any) -> None:
        kwargs["initial"] = {"reminder_days": ", ".join(map(str, days))}
        super().__init__(*args, **kwargs)
        self.helper = fields_only()

    def clean_reminder_days(self) -> list[int]:
        parts = self.cleaned_data["reminder_days"].replace(";", ",").split(",")
        given = [part.strip() for part in parts if part.strip()]
        days = [int(part) for part in given if part.isascii() and part.isdigit()]
        if len(days) < len(given) or sorted(set(days)) != days:
            raise ValidationError(_("Whole days, rising, with commas: 2, 5, 10."))
        if len(days) > MOST_REMINDERS or any(not 0 < d <= LONGEST_WAIT for d in days):
            most = {"most": MOST_REMINDERS, "longest": LONGEST_WAIT}
            raise ValidationError(
                _("At most %(most)s reminders, the last after %(longest)s days.") % most
            )
        return days
