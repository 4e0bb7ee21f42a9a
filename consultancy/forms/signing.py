"""By which key letters are signed: a new one of this installation, or one's own."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.actions.bring_key import Archive
from consultancy.paper.brought_keys import LARGEST
from consultancy.web.layout import fields_only


class RenewForm(forms.Form):
    """Valid as soon as its button was pressed; names the key that is to be replaced."""

    instead_of = forms.RegexField(
        r"^[0-9a-f]{64}$", required=False, widget=forms.HiddenInput
    )
    helper = fields_only()


class BringForm(forms.Form):
    """A PKCS#12 file and its password; neither is shown again or kept."""

    file = forms.FileField(
        label=gettext_lazy("Certificate with its key"),
        help_text=gettext_lazy("A file that ends in .p12 or .pfx."),
        widget=forms.FileInput(attrs={"accept": ".p12,.pfx,application/x-pkcs12"}),
    )
    # It may be empty, and may begin or end with a space.
    password = forms.CharField(
        label=gettext_lazy("Password of the file"),
        required=False,
        strip=False,
        max_length=200,
        help_text=gettext_lazy("It opens the file this once and is kept nowhere."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    is_accepted = forms.BooleanField(
        label=gettext_lazy("Let it sign my letters all the same"), required=False
    )
    named = forms.CharField(
        required=False, max_length=400, widget=forms.HiddenInput, strip=False
    )

    def clean_file(self) -> bytes:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise ValidationError(_("That is far too large for a certificate."))
        content: bytes = file.read()
        return content

    def archive(self) -> Archive:
        data = self.cleaned_data
        return Archive(
            content=data["file"],
            password=data["password"],
            accepted=data["named"] if data["is_accepted"] else "",
        )

    def ask_for(self, name: str) -> None:
        """Have the form, shown again, ask whether NAME may sign."""
        self.data = {"named": name}
