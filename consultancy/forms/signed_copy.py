"""A copy of a letter that somebody signed."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultancy.errors import CopyRefused
from consultancy.web.layout import fields_only

SENTENCES = {
    CopyRefused.NO_PDF: gettext_lazy("This is no PDF."),
    CopyRefused.DAMAGED: gettext_lazy(
        "This file is damaged: it breaks off, or cannot be read."
    ),
    CopyRefused.NOT_THIS_LETTER: gettext_lazy(
        "This is not the file of this letter. Printed, scanned or saved under another"
        " program it is another file, even if it looks the same: sign the file that was"
        " downloaded here."
    ),
    CopyRefused.OTHER_LETTER: gettext_lazy("This is another letter: %(number)s."),
    CopyRefused.CHANGED: gettext_lazy(
        "Something else than a signature was changed in it. Sign in the empty field, or"
        " without a visible mark, and save nothing more afterwards."
    ),
    CopyRefused.NOTHING_NEW: gettext_lazy(
        "Nobody has added a signature: it is signed as it was before."
    ),
    CopyRefused.BROKEN_SIGNATURE: gettext_lazy(
        "The new signature is broken: it does not fit the file."
    ),
    CopyRefused.SIGNED_BY_US: gettext_lazy(
        "It is signed with the certificate that signs your letters already."
    ),
}


class SignedCopyForm(forms.Form):
    """Who signed is asked: a certificate says a name, not what he is to the letter."""

    content = forms.FileField(
        label=gettext_lazy("Signed PDF"),
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
    )
    signed_by = forms.ChoiceField(
        label=gettext_lazy("Who signed it?"),
        choices=[
            ("client", gettext_lazy("The client")),
            ("consultant", gettext_lazy("I, with a certificate of my own")),
        ],
        widget=forms.RadioSelect,
    )
    helper = fields_only()

    def clean_content(self) -> bytes:
        file: UploadedFile[Any] = self.cleaned_data["content"]
        if (file.size or 0) > settings.KEPT_FILE_LIMIT:
            most = filesizeformat(settings.KEPT_FILE_LIMIT)
            told = {"name": file.name, "most": most}
            raise ValidationError(
                _("%(name)s is too large: at most %(most)s.") % told, code="large"
            )
        content: bytes = file.read()
        return content


def explain_copy_refused(form: forms.Form, error: CopyRefused) -> None:
    """Put one sentence beside the file."""
    said = str(SENTENCES[error.reason]) % {"number": error.number}
    form.add_error("content", said)
