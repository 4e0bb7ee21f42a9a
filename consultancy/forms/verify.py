"""A file that somebody wants to have checked. It is read once and kept nowhere."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class VerifyForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("The PDF of the letter"),
        help_text=gettext_lazy("Tap to choose it, or drag it here."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
        error_messages={
            "required": gettext_lazy("Choose the file first."),
            "empty": gettext_lazy("This file is empty: there is nothing in it."),
        },
    )

    keep = forms.BooleanField(required=False, widget=forms.HiddenInput)

    @property
    def most_bytes(self) -> int:
        """What a file may have, for the page to say it before it is sent."""
        return settings.VERIFIED_FILE_LIMIT

    def clean_file(self) -> UploadedFile:
        """Refuse by its size what no letter can be, before any of it is read."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > settings.VERIFIED_FILE_LIMIT:
            raise ValidationError(
                _("This file is too large to be a letter: at most %(most)s.")
                % {"most": filesizeformat(settings.VERIFIED_FILE_LIMIT)}
            )
        return file

    def content(self) -> bytes:
        """Return the bytes of a file that was found fit."""
        read: Any = self.cleaned_data["file"].read()
        return bytes(read)
