"""The consultant's letterhead, look, language and time zone."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.actions.change_profile import LETTERHEAD, Look
from consultancy.models import Brand, Consultant, Language
from consultancy.web.letterhead import LetterheadForm, look_shown
from consultancy.web.time_zone import TimeZone


class ProfileForm(LetterheadForm):
    """The letterhead, and how the app speaks to him."""

    language = forms.ChoiceField(
        label=_("Language of the app"), choices=Language.choices
    )
    time_zone = TimeZone()

    def look(self) -> Look:
        data = self.cleaned_data
        return Look(data["accent"], data["logo"], data["removes_logo"])


def values_of(consultant: Consultant, brand: Brand) -> dict[str, str]:
    """Return what the form shows at first."""
    user = consultant.user
    told = {"language": user.language, "time_zone": user.time_zone}
    values = {field: getattr(consultant, field) for field in LETTERHEAD}
    return values | told | look_shown(brand)
