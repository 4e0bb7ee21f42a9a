"""Whether there is work for a client now."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.actions.set_client_status import StatusData
from consultancy.models import ClientStatus
from consultancy.web.days import DayField
from consultancy.web.edits import EditForm
from consultancy.web.fields import ShortText

FIRST_YEAR = 1970


class ClientStatusForm(EditForm):
    stores = ("status", "status_on", "status_reason")

    status = forms.ChoiceField(
        label=gettext_lazy("Status"),
        choices=[
            (ClientStatus.ACTIVE, gettext_lazy("Active: you work for them")),
            (ClientStatus.PAUSED, gettext_lazy("Paused: there is no work just now")),
            (ClientStatus.ENDED, gettext_lazy("Ended: you no longer work for them")),
        ],
        widget=forms.RadioSelect,
    )
    status_on = DayField(label=gettext_lazy("Since"), required=False)
    status_reason = ShortText(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=400,
        help_text=gettext_lazy("For you alone."),
    )

    def clean_status_on(self) -> date | None:
        day: date | None = self.cleaned_data["status_on"]
        if day and not FIRST_YEAR <= day.year < FIRST_YEAR + 200:
            raise ValidationError(_("Look at the year again."), code="far")
        return day

    def status_data(self) -> StatusData:
        return StatusData(**self.typed())
