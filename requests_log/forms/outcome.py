"""What came of a request."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from consultancy.web.days import DayField, not_later
from consultancy.web.fields import LongText
from consultancy.web.layout import fields_only
from consultancy.web.uploads import FilesForm
from requests_log.actions.record_outcome import Report
from requests_log.models import Assessment, Sequel

CURRENCIES = ("EUR", "GBP", "USD", "MXN", "ARS", "COP")


class OutcomeForm(FilesForm):
    """TODAY is the reader's own day; nothing happens after it."""

    sequel = forms.ChoiceField(
        label=gettext_lazy("What happened"),
        choices=Sequel.choices,
        widget=forms.RadioSelect,
    )
    assessment = forms.ChoiceField(
        label=gettext_lazy("Looking back"),
        choices=Assessment.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("The client may have been right. Say so if it is so."),
    )
    words = LongText(
        label=gettext_lazy("What came of it"),
        rows=4,
        max_length=5000,
        required=False,
        help_text=gettext_lazy("Figures, comments, complaints: what can be seen."),
    )
    happened_on = DayField(label=gettext_lazy("When it happened"))
    cost = forms.DecimalField(
        label=gettext_lazy("What it cost"),
        required=False,
        min_value=Decimal(0),
        max_digits=12,
        decimal_places=2,
    )
    currency = forms.ChoiceField(
        label=gettext_lazy("Currency"),
        required=False,
        choices=[(code, code) for code in CURRENCIES],
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"happened_on": today}
        super().__init__(*args, **kwargs)
        self.today = today
        self.helper = fields_only()

    def clean_happened_on(self) -> date:
        return not_later(self.cleaned_data["happened_on"], self.today)

    def report(self) -> Report:
        data = self.cleaned_data
        return Report(
            sequel=data["sequel"],
            happened_on=data["happened_on"],
            assessment=data["assessment"],
            words=data["words"],
            cost=data["cost"],
            currency=data["currency"] if data["cost"] is not None else "",
            proofs=tuple(self.held_files),
        )


class DoneForm(forms.Form):
    """A request nobody objected to is done, on a day."""

    happened_on = DayField(label=gettext_lazy("Done on"))
    words = LongText(
        label=gettext_lazy("A note"), rows=2, max_length=2000, required=False
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"happened_on": today}
        super().__init__(*args, **kwargs)
        self.today = today
        self.helper = fields_only()

    def clean_happened_on(self) -> date:
        return not_later(self.cleaned_data["happened_on"], self.today)

    def report(self) -> Report:
        return Report(sequel=Sequel.DONE_AS_ASKED, **self.cleaned_data)
