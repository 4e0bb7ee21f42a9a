"""By which key letters are signed: a new one of this installation, or one's own."""

from django import forms

from consultancy.web.layout import fields_only


class RenewForm(forms.Form):
    """Valid as soon as its button was pressed; names the key that is to be replaced."""

    instead_of = forms.RegexField(
        r"^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput
    )
    helper = fields_only()
