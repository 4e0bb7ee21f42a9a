"""The consultant's letterhead, look, language and time zone."""

import zoneinfo
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.actions.change_profile import LETTERHEAD, Look
from consultancy.models import Brand, Consultant, Language
from consultancy.web.letterhead import LetterheadForm, look_shown


class ProfileForm(LetterheadForm):
    """The letterhead, and how the app speaks to him."""

    language = forms.ChoiceField(
        label=_("Language of the app"), choices=Language.choices
    )
    time_zone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = sorted(zoneinfo.available_timezones())
        self.fields["time_zone"].choices = [  # type: ignore[attr-defined]
            (zone, zone.replace("_", " ")) for zone in zones if "/" in zone
        ]

    def look(self) -> Look:
        data = self.cleaned_data
        return Look(data["accent"], data["logo"], data["removes_logo"])


def values_of(consultant: Consultant, brand: Brand) -> dict[str, str]:
    """Return what the form shows at first."""
    user = consultant.user
    told = {"language": user.language, "time_zone": user.time_zone}
    values = {field: getattr(consultant, field) for field in LETTERHEAD}
    return values | told | look_shown(brand)
