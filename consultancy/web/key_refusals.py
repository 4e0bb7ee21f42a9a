"""Why a certificate that was brought does not sign here, in words."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy, pgettext

from consultancy.paper.errors import KeyRefused

SENTENCES = {
    KeyRefused.LARGE: gettext_lazy("That is far too large for a certificate."),
    KeyRefused.NO_ARCHIVE: gettext_lazy(
        "This is no PKCS#12 file. Export the certificate together with its private"
        " key, as .p12 or .pfx."
    ),
    KeyRefused.WRONG_PASSWORD: gettext_lazy(
        "The password does not open the file, or the file is damaged."
    ),
    KeyRefused.NO_KEY: gettext_lazy(
        "There is no private key in it. Export the certificate together with its key."
    ),
    KeyRefused.NO_CERTIFICATE: gettext_lazy(
        "There is a key in it, and no certificate. Export both together."
    ),
    KeyRefused.NO_PAIR: gettext_lazy(
        "The key in it belongs to another certificate. Export the two that belong"
        " together."
    ),
    KeyRefused.UNFIT_KEY: gettext_lazy(
        "Its key cannot sign here: it must be RSA of 2048 bits or more, or an elliptic"
        " curve."
    ),
    KeyRefused.UNFIT_USAGE: gettext_lazy(
        "This certificate was not made for signing documents."
    ),
    KeyRefused.AUTHORITY: gettext_lazy(
        "This is the certificate of an authority, which certifies others. Bring your"
        " own."
    ),
    KeyRefused.EXPIRED: gettext_lazy("This certificate ran out on %(day)s."),
    KeyRefused.NOT_YET: gettext_lazy("This certificate is not valid before %(day)s."),
    KeyRefused.TAKEN: gettext_lazy(
        "Somebody else of this installation signed with this certificate."
    ),
}


def explain_key_refused(form: forms.Form, error: KeyRefused) -> None:
    """Put one sentence beside the file, or beside the password."""
    field = "password" if error.reason == KeyRefused.WRONG_PASSWORD else "file"
    day = (
        date_format(error.when, pgettext("date format", "j F Y")) if error.when else ""
    )
    form.add_error(field, str(SENTENCES[error.reason]) % {"day": day})
