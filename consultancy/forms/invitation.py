"""Inviting somebody, and what who is invited tells of himself."""

from typing import Any

from django import forms
from django.contrib.auth.forms import SetPasswordMixin
from django.utils.translation import gettext_lazy as _

from consultancy.models import Language, User
from consultancy.web.fields import EmailAddress, ShortText
from consultancy.web.layout import fields_only
from consultancy.web.time_zone import TimeZone


class InviteForm(forms.Form):
    email = EmailAddress(
        label=_("Their e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class AcceptForm(SetPasswordMixin, forms.Form):
    """The address is the one invited, not asked for again."""

    name = ShortText(
        label=_("Your name"),
        help_text=_("As it signs your letters."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password1, password2 = SetPasswordMixin.create_password_fields(
        label1=_("A password"), label2=_("The password once more")
    )
    language = forms.ChoiceField(
        label=_("Language of the app"), choices=Language.choices
    )
    time_zone = TimeZone()

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._email = email
        self.helper = fields_only()

    def clean(self) -> None:
        self.validate_passwords()
        self.validate_password_for_user(User(email=self._email))
