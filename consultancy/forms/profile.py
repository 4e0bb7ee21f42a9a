"""The consultant's letterhead, language and time zone."""

import zoneinfo

from django import forms
from django.utils.translation import gettext_lazy as _

from consultancy.models import Language
from consultancy.web.fields import LongText, ShortText
from consultancy.web.layout import fields_only


class ProfileForm(forms.Form):
    """Fields of actions.change_profile.LETTERHEAD, and how the app speaks to him."""

    name = ShortText(label=_("Your name"), help_text=_("As it signs your letters."))
    trade = ShortText(
        label=_("What you do"),
        required=False,
        help_text=_("For example: social media consultant."),
    )
    tax_id = ShortText(label=_("Tax number"), max_length=40, required=False)
    address = LongText(label=_("Address"), rows=3, max_length=400, required=False)
    email = forms.EmailField(label=_("E-mail on your letters"), required=False)
    phone = ShortText(label=_("Telephone"), max_length=40, required=False)
    language = forms.ChoiceField(
        label=_("Language of the app"), choices=Language.choices
    )
    time_zone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own
        zones = sorted(zoneinfo.available_timezones())
        self.fields["time_zone"].choices = [  # type: ignore[attr-defined]
            (zone, zone.replace("_", " ")) for zone in zones if "/" in zone
        ]
        self.helper = fields_only()
