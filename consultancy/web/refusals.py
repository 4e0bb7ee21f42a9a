"""What actions refuse, said on the form; what was typed stays where it is."""

from django import forms
from django.utils.translation import gettext as _

from consultancy.errors import InstallationReadOnly


def explain_read_only(form: forms.Form, _error: InstallationReadOnly) -> None:
    form.add_error(
        None,
        _(
            "Nothing can be recorded at the moment: the signing secret is missing or"
            " wrong. What you typed is still here. See the notice at the top."
        ),
    )
