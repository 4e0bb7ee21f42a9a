"""What is kept, and for how long."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.web.fields import LongText
from consultancy.web.layout import fields_only

MOST_YEARS = 30


class RetentionForm(forms.Form):
    years = forms.IntegerField(
        label=_("Years that letters are kept after the work for a client ended"),
        min_value=1,
        max_value=MOST_YEARS,
        help_text=_("Whoever is erased already keeps the day they were given."),
    )

    def __init__(self, *args: Any, years: int, **kwargs: Any) -> None:
        kwargs["initial"] = {"years": years}
        super().__init__(*args, **kwargs)
        self.helper = fields_only()


class LiftForm(forms.Form):
    """Its field tells it from the other form of the same page, sent twice."""

    confirmed = forms.BooleanField(widget=forms.HiddenInput, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()


class HoldForm(forms.Form):
    reason = LongText(
        label=_("Why nothing may be erased"),
        rows=3,
        max_length=2000,
        help_text=_("A claim, a court case, a dispute. For you alone."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = fields_only()
